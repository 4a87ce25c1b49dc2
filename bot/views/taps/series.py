"""Buttons of bookings that repeat."""

from dataclasses import dataclass
from typing import ClassVar

from bot.views.taps.about import CustomerSideButton, EitherSideButton, ProviderSideButton
from bot.views.taps.bookings import DeclineReason
from domain.series import Every


@dataclass(frozen=True, slots=True)
class Repeat(CustomerSideButton):
    """How often?"""

    tag: ClassVar[str] = "ra"


@dataclass(frozen=True, slots=True)
class RepeatEvery(CustomerSideButton):
    """How many times?"""

    tag: ClassVar[str] = "rb"
    every: Every


@dataclass(frozen=True, slots=True)
class RepeatPlan(CustomerSideButton):
    """The dates one by one; `left_out` are those that are not wanted, as bits."""

    tag: ClassVar[str] = "rc"
    every: Every
    count: int
    left_out: int


@dataclass(frozen=True, slots=True)
class RepeatBook(CustomerSideButton):
    """Book them; `shown` tells whether the plan is still as it was."""

    tag: ClassVar[str] = "re"
    every: Every
    count: int
    left_out: int
    shown: int


@dataclass(frozen=True, slots=True)
class CancelFollowing(EitherSideButton):
    """Call off this one and all that follow."""

    tag: ClassVar[str] = "rf"


@dataclass(frozen=True, slots=True)
class RequestedDates(ProviderSideButton):
    """What is asked for in the series of a booking, to be answered one by one."""

    tag: ClassVar[str] = "nr"


@dataclass(frozen=True, slots=True)
class AcceptAll(ProviderSideButton):
    """The provider confirms all that is asked for in the series of a booking."""

    tag: ClassVar[str] = "na"


@dataclass(frozen=True, slots=True)
class AskDeclineAll(ProviderSideButton):
    tag: ClassVar[str] = "nd"


@dataclass(frozen=True, slots=True)
class DeclineAllFor(ProviderSideButton):
    tag: ClassVar[str] = "nf"
    reason: DeclineReason


@dataclass(frozen=True, slots=True)
class DeclineAllInWords(ProviderSideButton):
    tag: ClassVar[str] = "nw"
