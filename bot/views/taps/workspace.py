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
