"""Buttons of time off and of hours for single dates. Dates are the provider's, times minutes."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import ClassVar

from bot.views.buttons import Button
from domain.clashes import Fate


class Plan(StrEnum):
    """What is said of a date, or of several."""

    OFF = "b"
    SPECIAL = "s"  # these hours and no others
    MORE = "m"  # these hours besides the others
    USUAL = "u"  # the weekly hours again


@dataclass(frozen=True, slots=True)
class TimeOff(Button):
    """All that is said of dates to come."""

    tag: ClassVar[str] = "to"
    provider_id: int
    page: int


@dataclass(frozen=True, slots=True)
class TimeOffEntry(Button):
    """One time off."""

    tag: ClassVar[str] = "te"
    provider_id: int
    closure_id: int


class OffReason(StrEnum):
    """What a time off is for."""

    NONE = "n"
    HOLIDAY = "h"
    ILLNESS = "i"
    FAMILY = "f"
    TRAINING = "t"


@dataclass(frozen=True, slots=True)
class OffFor(Button):
    """Say what a time off is for."""

    tag: ClassVar[str] = "tr"
    provider_id: int
    closure_id: int
    reason: OffReason


@dataclass(frozen=True, slots=True)
class OpenAgain(Button):
    tag: ClassVar[str] = "tx"
    provider_id: int
    closure_id: int


@dataclass(frozen=True, slots=True)
class OffDates(Button):
    """A month to choose a date from."""

    tag: ClassVar[str] = "tm"
    provider_id: int
    month: date


@dataclass(frozen=True, slots=True)
class OffUntil(Button):
    """A month to choose the last date from."""

    tag: ClassVar[str] = "tu"
    provider_id: int
    first: date
    month: date


@dataclass(frozen=True, slots=True)
class OffDate(Button):
    """A date, and what can be said of it."""

    tag: ClassVar[str] = "tg"
    provider_id: int
    on: date


@dataclass(frozen=True, slots=True)
class OffFrom(Button):
    """Choose when it begins; `offset` are the minutes after the full hours on offer."""

    tag: ClassVar[str] = "tf"
    provider_id: int
    plan: Plan
    on: date
    offset: int


@dataclass(frozen=True, slots=True)
class OffTo(Button):
    """Choose when it ends."""

    tag: ClassVar[str] = "tt"
    provider_id: int
    plan: Plan
    on: date
    start: int
    offset: int


@dataclass(frozen=True, slots=True)
class OffPlan(Button):
    """Say it, unless bookings are in the way: then what becomes of them is asked first."""

    tag: ClassVar[str] = "tp"
    provider_id: int
    plan: Plan
    first: date
    last: date
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class OffFate(Button):
    """The next thing that could become of this booking."""

    tag: ClassVar[str] = "ta"
    provider_id: int
    booking_id: int


@dataclass(frozen=True, slots=True)
class OffFates(Button):
    """The same for all bookings in the way."""

    tag: ClassVar[str] = "tb"
    provider_id: int
    fate: Fate


@dataclass(frozen=True, slots=True)
class OffSettle(Button):
    """Say it now, and do with the bookings what was chosen."""

    tag: ClassVar[str] = "ts"
    provider_id: int
