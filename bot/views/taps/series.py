"""Buttons of bookings that repeat."""

from dataclasses import dataclass
from typing import ClassVar

from bot.views.buttons import Button
from bot.views.taps.bookings import DeclineReason
from domain.notices import Side
from domain.series import Every


@dataclass(frozen=True, slots=True)
class Repeat(Button):
    """How often?"""

    tag: ClassVar[str] = "ra"
    booking_id: int


@dataclass(frozen=True, slots=True)
class RepeatEvery(Button):
    """How many times?"""

    tag: ClassVar[str] = "rb"
    booking_id: int
    every: Every


@dataclass(frozen=True, slots=True)
class RepeatPlan(Button):
    """The dates one by one; `left_out` are those that are not wanted, as bits."""

    tag: ClassVar[str] = "rc"
    booking_id: int
    every: Every
    count: int
    left_out: int


@dataclass(frozen=True, slots=True)
class RepeatBook(Button):
    """Book them; `shown` tells whether the plan is still as it was."""

    tag: ClassVar[str] = "re"
    booking_id: int
    every: Every
    count: int
    left_out: int
    shown: int


@dataclass(frozen=True, slots=True)
class CancelFollowing(Button):
    """Call off this one and all that follow."""

    tag: ClassVar[str] = "rf"
    booking_id: int
    side: Side


@dataclass(frozen=True, slots=True)
class RequestedDates(Button):
    """What is asked for in the series of a booking, to be answered one by one."""

    tag: ClassVar[str] = "nr"
    booking_id: int


@dataclass(frozen=True, slots=True)
class AcceptAll(Button):
    """The provider confirms all that is asked for in the series of a booking."""

    tag: ClassVar[str] = "na"
    booking_id: int


@dataclass(frozen=True, slots=True)
class AskDeclineAll(Button):
    tag: ClassVar[str] = "nd"
    booking_id: int


@dataclass(frozen=True, slots=True)
class DeclineAllFor(Button):
    tag: ClassVar[str] = "nf"
    booking_id: int
    reason: DeclineReason


@dataclass(frozen=True, slots=True)
class DeclineAllInWords(Button):
    tag: ClassVar[str] = "nw"
    booking_id: int
