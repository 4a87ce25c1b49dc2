"""Buttons about another time for a booking."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import ClassVar

from bot.views.buttons import Button
from bot.views.taps.flow import FlowButton
from domain.notices import Side


class MoveReason(StrEnum):
    """Ready-made reasons of either side for moving a booking."""

    NONE = "n"
    PLANS = "p"
    ILL = "i"
    URGENT = "u"


@dataclass(frozen=True, slots=True)
class AskMove(Button):
    """Choose another time, as for a new booking."""

    tag: ClassVar[str] = "ma"
    booking_id: int
    side: Side


@dataclass(frozen=True, slots=True)
class MoveFor(Button):
    """Move to this time, or ask to. Bound to no flow: a second tap finds it done."""

    tag: ClassVar[str] = "mf"
    booking_id: int
    side: Side
    start: datetime
    reason: MoveReason


@dataclass(frozen=True, slots=True)
class MoveInWords(FlowButton):
    """Say why in one's own words, and move with that."""

    tag: ClassVar[str] = "ni"


@dataclass(frozen=True, slots=True)
class MoveTo(Button):
    """The customer takes another time, which the provider has asked for."""

    tag: ClassVar[str] = "mv"
    booking_id: int
    start: datetime


@dataclass(frozen=True, slots=True)
class KeepTime(Button):
    """The customer no longer asks for another time."""

    tag: ClassVar[str] = "mk"
    booking_id: int


@dataclass(frozen=True, slots=True)
class AcceptMove(Button):
    """The provider agrees to the time that is kept by this hold."""

    tag: ClassVar[str] = "my"
    held_id: int


@dataclass(frozen=True, slots=True)
class RefuseMove(Button):
    tag: ClassVar[str] = "mn"
    held_id: int


@dataclass(frozen=True, slots=True)
class AskSuggest(Button):
    """The provider declines a request by suggesting other times: which?"""

    tag: ClassVar[str] = "ms"
    booking_id: int


@dataclass(frozen=True, slots=True)
class ToggleSuggestion(Button):
    tag: ClassVar[str] = "mx"
    booking_id: int
    start: datetime


@dataclass(frozen=True, slots=True)
class SuggestOther(Button):
    """Times of other days."""

    tag: ClassVar[str] = "md"
    booking_id: int


@dataclass(frozen=True, slots=True)
class Suggest(Button):
    """Decline what is asked for at this time, and tell the customer what was chosen."""

    tag: ClassVar[str] = "mz"  # "mw" carried no time
    booking_id: int
    start: datetime


@dataclass(frozen=True, slots=True)
class TakeSuggested(Button):
    tag: ClassVar[str] = "mt"
    booking_id: int
    start: datetime


@dataclass(frozen=True, slots=True)
class TakeAllTheSame(TakeSuggested):
    """Though the customer has another booking at that time, of which they were warned."""

    tag: ClassVar[str] = "nt"
