"""Buttons of a session: being there, what became of it, what is written down after it."""

from dataclasses import dataclass
from typing import ClassVar

from bot.views.buttons import Button
from domain.notices import Side
from domain.outcomes import Heading
from domain.sessions import End


@dataclass(frozen=True, slots=True)
class Join(Button):
    """I am here."""

    tag: ClassVar[str] = "un"
    booking_id: int
    side: Side


@dataclass(frozen=True, slots=True)
class Complete(Button):
    """The session took place."""

    tag: ClassVar[str] = "uc"
    booking_id: int
    end: End


@dataclass(frozen=True, slots=True)
class AskNoShow(Button):
    tag: ClassVar[str] = "ua"
    booking_id: int


@dataclass(frozen=True, slots=True)
class NoShow(Button):
    """The customer did not come."""

    tag: ClassVar[str] = "ux"
    booking_id: int


@dataclass(frozen=True, slots=True)
class AskLater(Button):
    """Not now: it is asked once more next morning."""

    tag: ClassVar[str] = "ul"
    booking_id: int


@dataclass(frozen=True, slots=True)
class ShowNotes(Button):
    """What was written down, as this side may read it; its provider writes here."""

    tag: ClassVar[str] = "us"
    booking_id: int
    side: Side


@dataclass(frozen=True, slots=True)
class WriteOutcome(Button):
    tag: ClassVar[str] = "uw"
    booking_id: int
    heading: Heading


@dataclass(frozen=True, slots=True)
class DropOutcome(Button):
    """Take away what stands under a heading."""

    tag: ClassVar[str] = "ud"
    booking_id: int
    heading: Heading


@dataclass(frozen=True, slots=True)
class SendNotes(Button):
    """To the customer, but for the private ones."""

    tag: ClassVar[str] = "ut"
    booking_id: int


@dataclass(frozen=True, slots=True)
class DropMaterial(Button):
    """Take away the file at this place of the materials, from 0 on."""

    tag: ClassVar[str] = "ng"
    booking_id: int
    place: int


@dataclass(frozen=True, slots=True)
class ShowMaterials(Button):
    """Send the materials of a session again."""

    tag: ClassVar[str] = "nm"
    booking_id: int
    side: Side
