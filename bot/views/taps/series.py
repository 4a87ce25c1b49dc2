"""Buttons of bookings that repeat."""

from dataclasses import dataclass
from typing import ClassVar

from bot.views.buttons import Button
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
