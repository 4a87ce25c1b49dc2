"""Buttons of the booking flow."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import ClassVar

from bot.views.buttons import Button
from bot.views.taps.about import CustomerSideButton
from domain.dayparts import Part
from domain.services import BusinessType


@dataclass(frozen=True, slots=True)
class Book(Button):
    tag: ClassVar[str] = "sb"


@dataclass(frozen=True, slots=True)
class BookAgain(Button):
    """Start a booking at the days of this service: after a decline, or a lost slot."""

    tag: ClassVar[str] = "sa"
    provider_id: int
    service_id: int


@dataclass(frozen=True, slots=True)
class FlowButton(Button):
    """A button of the booking flow numbered `flow`; numbers start again after 3,843."""

    tag: ClassVar[str] = "fl"
    flow: int


@dataclass(frozen=True, slots=True)
class LeaveFlow(FlowButton):
    tag: ClassVar[str] = "fx"


@dataclass(frozen=True, slots=True)
class Back(FlowButton):
    tag: ClassVar[str] = "fb"


@dataclass(frozen=True, slots=True)
class PickBusiness(FlowButton):
    tag: ClassVar[str] = "fk"
    business: BusinessType


@dataclass(frozen=True, slots=True)
class AllBusinesses(FlowButton):
    tag: ClassVar[str] = "fa"


@dataclass(frozen=True, slots=True)
class TurnProviders(FlowButton):
    tag: ClassVar[str] = "fq"
    page: int


@dataclass(frozen=True, slots=True)
class PickProvider(FlowButton):
    tag: ClassVar[str] = "fp"
    provider_id: int


@dataclass(frozen=True, slots=True)
class PickService(FlowButton):
    tag: ClassVar[str] = "fs"
    service_id: int


@dataclass(frozen=True, slots=True)
class TurnServices(FlowButton):
    tag: ClassVar[str] = "fz"
    page: int


@dataclass(frozen=True, slots=True)
class TurnMonth(FlowButton):
    tag: ClassVar[str] = "fm"
    first: date


@dataclass(frozen=True, slots=True)
class PickDay(FlowButton):
    """Also on days that cannot be had: the tap is answered with the reason."""

    tag: ClassVar[str] = "fd"
    on: date


@dataclass(frozen=True, slots=True)
class ShowDays(FlowButton):
    """Back to the month."""

    tag: ClassVar[str] = "fj"


@dataclass(frozen=True, slots=True)
class Months(FlowButton):
    """Jump to a month further away."""

    tag: ClassVar[str] = "fh"


@dataclass(frozen=True, slots=True)
class ThisWeek(FlowButton):
    """All that is free this week, as a list."""

    tag: ClassVar[str] = "fu"


@dataclass(frozen=True, slots=True)
class Narrow(FlowButton):
    """Choose what is shown: a part of the day, or whoever is free."""

    tag: ClassVar[str] = "fe"


@dataclass(frozen=True, slots=True)
class WithAnyone(FlowButton):
    """Whoever of those that offer the service is free."""

    tag: ClassVar[str] = "fy"


@dataclass(frozen=True, slots=True)
class PickPart(FlowButton):
    tag: ClassVar[str] = "fo"  # "fg" carried a part by its number
    part: Part


@dataclass(frozen=True, slots=True)
class TurnTimes(FlowButton):
    tag: ClassVar[str] = "fn"
    page: int


@dataclass(frozen=True, slots=True)
class PickTime(FlowButton):
    tag: ClassVar[str] = "ft"
    start: datetime


@dataclass(frozen=True, slots=True)
class WriteNote(FlowButton):
    tag: ClassVar[str] = "fw"


@dataclass(frozen=True, slots=True)
class DropNote(FlowButton):
    tag: ClassVar[str] = "fr"


@dataclass(frozen=True, slots=True)
class Confirm(CustomerSideButton):
    """Check out a hold; bound to the booking, so that a second tap finds it done."""

    tag: ClassVar[str] = "cf"
