"""Buttons of the session room, and of single messages outside of it."""

from dataclasses import dataclass
from typing import ClassVar

from bot.views.buttons import Button
from domain.notices import Side
from domain.rooms import Reason


@dataclass(frozen=True, slots=True)
class OpenRoom(Button):
    tag: ClassVar[str] = "io"
    booking_id: int
    side: Side


@dataclass(frozen=True, slots=True)
class LeaveRoom(Button):
    tag: ClassVar[str] = "il"
    booking_id: int
    side: Side


@dataclass(frozen=True, slots=True)
class WriteOnce(Button):
    """One message to the other side."""

    tag: ClassVar[str] = "iw"
    booking_id: int
    side: Side


@dataclass(frozen=True, slots=True)
class AboutRoom(Button):
    """What else can be done about a talk: read it, report it, end it for good."""

    tag: ClassVar[str] = "im"
    booking_id: int
    side: Side


@dataclass(frozen=True, slots=True)
class SaveTranscript(Button):
    tag: ClassVar[str] = "it"
    booking_id: int
    side: Side


@dataclass(frozen=True, slots=True)
class AskBlock(Button):
    tag: ClassVar[str] = "iq"
    booking_id: int
    side: Side


@dataclass(frozen=True, slots=True)
class Block(Button):
    tag: ClassVar[str] = "ib"
    booking_id: int
    side: Side


@dataclass(frozen=True, slots=True)
class Unblock(Button):
    tag: ClassVar[str] = "iu"
    booking_id: int
    side: Side


@dataclass(frozen=True, slots=True)
class AskReport(Button):
    tag: ClassVar[str] = "ia"
    booking_id: int
    side: Side


@dataclass(frozen=True, slots=True)
class SendReport(Button):
    tag: ClassVar[str] = "ir"
    booking_id: int
    side: Side
    reason: Reason
