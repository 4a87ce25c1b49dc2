"""Every button there is. A tag, once given out, is never used for anything else.

`FlowButton`s belong to one run of the booking flow: after it has been left or begun anew they are
out of date. All others stand for themselves, however old the message is.
"""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import ClassVar
from zoneinfo import ZoneInfo

from bot.views.buttons import Button
from domain.notices import Side
from domain.services import BusinessType


class Part(StrEnum):
    """A part of the day by the clock that is shown: before 12, before 17, after."""

    ALL = "0"
    MORNING = "1"
    AFTERNOON = "2"
    EVENING = "3"


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


class Unit(StrEnum):
    """In what a reminder's lead time is counted."""

    MINUTES = "m"
    HOURS = "h"
    DAYS = "d"


class CalendarApp(StrEnum):
    """Calendars that we explain how to subscribe with."""

    GOOGLE = "g"
    APPLE = "a"
    OUTLOOK = "o"


@dataclass(frozen=True, slots=True)
class Home(Button):
    tag: ClassVar[str] = "hm"


@dataclass(frozen=True, slots=True)
class Blank(Button):
    """A cell that only fills the grid; the place keeps the keyboard's cells distinct."""

    tag: ClassVar[str] = "bl"
    place: int


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
class TurnMonth(FlowButton):
    tag: ClassVar[str] = "fm"
    first: date


@dataclass(frozen=True, slots=True)
class PickDay(FlowButton):
    """Also on days that cannot be had: the tap is answered with the reason."""

    tag: ClassVar[str] = "fd"
    on: date


@dataclass(frozen=True, slots=True)
class PickPart(FlowButton):
    tag: ClassVar[str] = "fg"
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
class Confirm(Button):
    """Check out a hold; bound to the booking, so that a second tap finds it done."""

    tag: ClassVar[str] = "cf"
    booking_id: int


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
    tag: ClassVar[str] = "ac"
    booking_id: int


@dataclass(frozen=True, slots=True)
class AskDecline(Button):
    tag: ClassVar[str] = "ad"
    booking_id: int


@dataclass(frozen=True, slots=True)
class DeclineFor(Button):
    tag: ClassVar[str] = "dr"
    booking_id: int
    reason: DeclineReason


@dataclass(frozen=True, slots=True)
class DeclineInWords(Button):
    tag: ClassVar[str] = "dw"
    booking_id: int


@dataclass(frozen=True, slots=True)
class Today(Button):
    """The provider's bookings of one day, in the provider's zone."""

    tag: ClassVar[str] = "td"
    on: date


@dataclass(frozen=True, slots=True)
class Week(Button):
    """The provider's bookings of the seven days from this one."""

    tag: ClassVar[str] = "wk"
    first: date


@dataclass(frozen=True, slots=True)
class Requests(Button):
    tag: ClassVar[str] = "rq"


@dataclass(frozen=True, slots=True)
class Settings(Button):
    tag: ClassVar[str] = "se"


@dataclass(frozen=True, slots=True)
class Languages(Button):
    tag: ClassVar[str] = "la"


@dataclass(frozen=True, slots=True)
class SetLanguage(Button):
    """`place` in the list of languages that we speak."""

    tag: ClassVar[str] = "ls"
    place: int


@dataclass(frozen=True, slots=True)
class Zones(Button):
    tag: ClassVar[str] = "zo"


@dataclass(frozen=True, slots=True)
class ZonesOf(Button):
    """A page of the zones of a part of the world; `region` is its place in the list."""

    tag: ClassVar[str] = "zr"
    region: int
    page: int


@dataclass(frozen=True, slots=True)
class SetZone(Button):
    tag: ClassVar[str] = "zs"
    zone: ZoneInfo


@dataclass(frozen=True, slots=True)
class ForgetZone(Button):
    tag: ClassVar[str] = "zf"


@dataclass(frozen=True, slots=True)
class Leads(Button):
    tag: ClassVar[str] = "le"


@dataclass(frozen=True, slots=True)
class ToggleLead(Button):
    tag: ClassVar[str] = "lt"
    minutes: int


@dataclass(frozen=True, slots=True)
class MoreLeads(Button):
    """Choose another lead time, counted in this unit."""

    tag: ClassVar[str] = "lm"
    unit: Unit


@dataclass(frozen=True, slots=True)
class CalendarFeeds(Button):
    tag: ClassVar[str] = "kf"


@dataclass(frozen=True, slots=True)
class CalendarHelp(Button):
    tag: ClassVar[str] = "kh"
    app: CalendarApp


@dataclass(frozen=True, slots=True)
class AskRenewFeed(Button):
    tag: ClassVar[str] = "ka"
    feed_id: int


@dataclass(frozen=True, slots=True)
class RenewFeed(Button):
    tag: ClassVar[str] = "kr"
    feed_id: int


@dataclass(frozen=True, slots=True)
class Help(Button):
    tag: ClassVar[str] = "he"


def about(button: Button | None) -> tuple[int, Side] | None:
    """The booking that a button is about, and from which side; None for all others."""
    match button:
        case ShowBooking() | AskCancel() | CancelFor() | CancelInWords() | WillCome():
            return button.booking_id, button.side
        case Accept() | AskDecline() | DeclineFor() | DeclineInWords():
            return button.booking_id, Side.PROVIDER
        case Confirm():
            return button.booking_id, Side.CUSTOMER
        case _:
            return None
