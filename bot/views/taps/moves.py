"""Buttons about another time for a booking."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import ClassVar

from bot.views.taps.about import CustomerSideButton, EitherSideButton, ProviderSideButton
from bot.views.taps.flow import FlowButton


class MoveReason(StrEnum):
    """Ready-made reasons of either side for moving a booking."""

    NONE = "n"
    PLANS = "p"
    ILL = "i"
    URGENT = "u"


@dataclass(frozen=True, slots=True)
class AskMove(EitherSideButton):
    """Choose another time, as for a new booking."""

    tag: ClassVar[str] = "ma"


@dataclass(frozen=True, slots=True)
class MoveFor(EitherSideButton):
    """Move to this time, or ask to. Bound to no flow: a second tap finds it done."""

    tag: ClassVar[str] = "mf"
    start: datetime
    reason: MoveReason


@dataclass(frozen=True, slots=True)
class MoveInWords(FlowButton):
    """Say why in one's own words, and move with that."""

    tag: ClassVar[str] = "ni"


@dataclass(frozen=True, slots=True)
class MoveTo(CustomerSideButton):
    """The customer takes another time, which the provider has asked for."""

    tag: ClassVar[str] = "mv"
    start: datetime


@dataclass(frozen=True, slots=True)
class KeepTime(CustomerSideButton):
    """The customer no longer asks for another time."""

    tag: ClassVar[str] = "mk"


@dataclass(frozen=True, slots=True)
class AcceptMove(ProviderSideButton):
    """The provider agrees to another time; `booking_id` is the hold that keeps it."""

    tag: ClassVar[str] = "my"


@dataclass(frozen=True, slots=True)
class RefuseMove(ProviderSideButton):
    """The provider keeps the old time; `booking_id` is the hold of the other one."""

    tag: ClassVar[str] = "mn"


@dataclass(frozen=True, slots=True)
class AskSuggest(ProviderSideButton):
    """The provider declines a request by suggesting other times: which?"""

    tag: ClassVar[str] = "ms"


@dataclass(frozen=True, slots=True)
class ToggleSuggestion(ProviderSideButton):
    tag: ClassVar[str] = "mx"
    start: datetime


@dataclass(frozen=True, slots=True)
class SuggestOther(ProviderSideButton):
    """Times of other days."""

    tag: ClassVar[str] = "md"


@dataclass(frozen=True, slots=True)
class Suggest(ProviderSideButton):
    """Decline what is asked for at this time, and tell the customer what was chosen."""

    tag: ClassVar[str] = "mz"  # "mw" carried no time
    start: datetime


@dataclass(frozen=True, slots=True)
class TakeSuggested(CustomerSideButton):
    tag: ClassVar[str] = "mt"
    start: datetime


@dataclass(frozen=True, slots=True)
class TakeAllTheSame(TakeSuggested):
    """Though the customer has another booking at that time, of which they were warned."""

    tag: ClassVar[str] = "nt"
