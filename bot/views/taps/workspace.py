"""Buttons of a provider's workspace."""

from dataclasses import dataclass
from typing import ClassVar

from bot.views.buttons import Button


@dataclass(frozen=True, slots=True)
class Workspace(Button):
    """The person's workspace; which one, where they run several providers."""

    tag: ClassVar[str] = "ws"


@dataclass(frozen=True, slots=True)
class WorkspaceOf(Button):
    tag: ClassVar[str] = "wp"
    provider_id: int


@dataclass(frozen=True, slots=True)
class BookFor(Button):
    """The provider books for somebody; for whom is asked first."""

    tag: ClassVar[str] = "bf"
    provider_id: int


@dataclass(frozen=True, slots=True)
class BookForKnown(Button):
    tag: ClassVar[str] = "bn"
    provider_id: int
    customer_id: int


@dataclass(frozen=True, slots=True)
class ProviderSettings(Button):
    tag: ClassVar[str] = "wg"
    provider_id: int


@dataclass(frozen=True, slots=True)
class Pause(Button):
    """Take no new bookings for now."""

    tag: ClassVar[str] = "wx"
    provider_id: int


@dataclass(frozen=True, slots=True)
class Resume(Button):
    """Take bookings again."""

    tag: ClassVar[str] = "wr"
    provider_id: int


@dataclass(frozen=True, slots=True)
class MostADay(Button):
    """Choose how many sessions a day there may be."""

    tag: ClassVar[str] = "wm"
    provider_id: int


@dataclass(frozen=True, slots=True)
class SetMostADay(Button):
    """0 is no bound."""

    tag: ClassVar[str] = "wn"
    provider_id: int
    most: int
