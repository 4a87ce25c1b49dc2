"""Buttons about a booking that is made, and lists of them."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import ClassVar

from bot.views.buttons import Button
from domain.notices import Side


class CancelReason(StrEnum):
    """Ready-made reasons of either side for cancelling."""

    PLANS = "p"
    ILL = "i"
    MISTAKE = "m"
    NONE = "n"


class DeclineReason(StrEnum):
    """Ready-made reasons of a provider for declining."""

    BUSY = "b"
    AWAY = "a"
    NOT_OFFERED = "o"
    NONE = "n"


@dataclass(frozen=True, slots=True)
class MyBookings(Button):
    tag: ClassVar[str] = "mb"
    page: int


@dataclass(frozen=True, slots=True)
class PastBookings(Button):
    tag: ClassVar[str] = "mp"
    page: int


@dataclass(frozen=True, slots=True)
class ShowBooking(Button):
    tag: ClassVar[str] = "bk"
    booking_id: int
    side: Side


@dataclass(frozen=True, slots=True)
class Participants(Button):
    """Who else is in the session; for the provider alone."""

    tag: ClassVar[str] = "pa"
    booking_id: int


@dataclass(frozen=True, slots=True)
class AskCancel(Button):
    tag: ClassVar[str] = "ca"
    booking_id: int
    side: Side


@dataclass(frozen=True, slots=True)
class CancelFor(Button):
    tag: ClassVar[str] = "cr"
    booking_id: int
    side: Side
    reason: CancelReason


@dataclass(frozen=True, slots=True)
class CancelInWords(Button):
    tag: ClassVar[str] = "cw"
    booking_id: int
    side: Side


@dataclass(frozen=True, slots=True)
class WillCome(Button):
    tag: ClassVar[str] = "at"
    booking_id: int
    side: Side


@dataclass(frozen=True, slots=True)
class Accept(Button):
    """Confirm a request for this time, and no other that it may have got meanwhile."""

    tag: ClassVar[str] = "ay"  # "ac" carried no time
    booking_id: int
    start: datetime


@dataclass(frozen=True, slots=True)
class AskDecline(Button):
    tag: ClassVar[str] = "ad"
    booking_id: int


@dataclass(frozen=True, slots=True)
class DeclineFor(Button):
    """Decline what is asked for at this time, as `Accept` confirms it."""

    tag: ClassVar[str] = "dx"  # "dr" carried no time
    booking_id: int
    start: datetime
    reason: DeclineReason


@dataclass(frozen=True, slots=True)
class DeclineInWords(Button):
    tag: ClassVar[str] = "dz"  # "dw" carried no time
    booking_id: int
    start: datetime
