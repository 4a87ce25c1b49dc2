"""Buttons of the session room, and of single messages outside of it."""

from dataclasses import dataclass
from typing import ClassVar

from bot.views.taps.about import EitherSideButton
from domain.rooms import Reason


@dataclass(frozen=True, slots=True)
class OpenRoom(EitherSideButton):
    tag: ClassVar[str] = "io"


@dataclass(frozen=True, slots=True)
class LeaveRoom(EitherSideButton):
    tag: ClassVar[str] = "il"


@dataclass(frozen=True, slots=True)
class WriteOnce(EitherSideButton):
    """One message to the other side."""

    tag: ClassVar[str] = "iw"


@dataclass(frozen=True, slots=True)
class AboutRoom(EitherSideButton):
    """What else can be done about a talk: read it, report it, end it for good."""

    tag: ClassVar[str] = "im"


@dataclass(frozen=True, slots=True)
class SaveTranscript(EitherSideButton):
    tag: ClassVar[str] = "it"


@dataclass(frozen=True, slots=True)
class AskBlock(EitherSideButton):
    tag: ClassVar[str] = "iq"


@dataclass(frozen=True, slots=True)
class Block(EitherSideButton):
    tag: ClassVar[str] = "ib"


@dataclass(frozen=True, slots=True)
class Unblock(EitherSideButton):
    tag: ClassVar[str] = "iu"


@dataclass(frozen=True, slots=True)
class AskReport(EitherSideButton):
    tag: ClassVar[str] = "ia"


@dataclass(frozen=True, slots=True)
class SendReport(EitherSideButton):
    tag: ClassVar[str] = "ir"
    reason: Reason
