"""Buttons of a session: being there, what became of it, what is written down after it."""

from dataclasses import dataclass
from typing import ClassVar

from bot.views.taps.about import EitherSideButton, ProviderSideButton
from domain.outcomes import Heading
from domain.sessions import End


@dataclass(frozen=True, slots=True)
class Join(EitherSideButton):
    """I am here."""

    tag: ClassVar[str] = "un"


@dataclass(frozen=True, slots=True)
class Complete(ProviderSideButton):
    """The session took place."""

    tag: ClassVar[str] = "uc"
    end: End


@dataclass(frozen=True, slots=True)
class AskNoShow(ProviderSideButton):
    tag: ClassVar[str] = "ua"


@dataclass(frozen=True, slots=True)
class NoShow(ProviderSideButton):
    """The customer did not come."""

    tag: ClassVar[str] = "ux"


@dataclass(frozen=True, slots=True)
class AskLater(ProviderSideButton):
    """Not now: it is asked once more next morning."""

    tag: ClassVar[str] = "ul"


@dataclass(frozen=True, slots=True)
class ShowNotes(EitherSideButton):
    """What was written down, as this side may read it; its provider writes here."""

    tag: ClassVar[str] = "us"


@dataclass(frozen=True, slots=True)
class WriteOutcome(ProviderSideButton):
    tag: ClassVar[str] = "uw"
    heading: Heading


@dataclass(frozen=True, slots=True)
class DropOutcome(ProviderSideButton):
    """Take away what stands under a heading."""

    tag: ClassVar[str] = "ud"
    heading: Heading


@dataclass(frozen=True, slots=True)
class SendNotes(ProviderSideButton):
    """To the customer, but for the private ones."""

    tag: ClassVar[str] = "ut"


@dataclass(frozen=True, slots=True)
class DropMaterial(ProviderSideButton):
    """Take away the file at this place of the materials, from 0 on."""

    tag: ClassVar[str] = "ng"
    place: int


@dataclass(frozen=True, slots=True)
class ShowMaterials(EitherSideButton):
    """Send the materials of a session again."""

    tag: ClassVar[str] = "nm"
