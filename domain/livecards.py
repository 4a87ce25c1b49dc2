"""Live cards: how far ahead a session is, and when its card has something new to say by itself."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import Enum, auto
from zoneinfo import ZoneInfo

from domain import sessions
from domain.bookings import Booking
from domain.spans import from_epoch
from domain.wallclock import DAY, instant

HOUR = timedelta(hours=1)
STEPS = (DAY, *(timedelta(minutes=each) for each in (60, 45, 30, 15, 10, 5)))  # before the start
KEPT = timedelta(days=7)  # after the end; what is older is history
_MINUTE = timedelta(minutes=1)
_A_WEEK = 7
_COUNTED_IN_WEEKS = 2 * _A_WEEK  # days ahead from which on nobody counts them


class Unit(Enum):
    """In what one says how far ahead something is."""

    MINUTES = auto()
    TODAY = auto()
    LESS_THAN_A_DAY = auto()
    TOMORROW = auto()
    DAYS = auto()
    WEEKS = auto()


@dataclass(frozen=True, slots=True)
class Ahead:
    """`count` is of minutes, days or weeks."""

    unit: Unit
    count: int = 0


def ahead(start: datetime, now: datetime, zone: ZoneInfo) -> Ahead:
    """How far ahead a start is by the reader's calendar; coarse enough to stay true for a while.

    It changes at STEPS before the start and at midnights of the zone, and is a minute at least.
    """
    left = start - now
    if left <= HOUR:
        return Ahead(Unit.MINUTES, max(1, (left + _MINUTE / 2) // _MINUTE))
    days = _days_ahead(start, now, zone)
    if days == 0:
        return Ahead(Unit.TODAY)
    if left <= DAY:
        return Ahead(Unit.LESS_THAN_A_DAY)
    if days == 1:
        return Ahead(Unit.TOMORROW)
    if days < _COUNTED_IN_WEEKS:
        return Ahead(Unit.DAYS, days)
    return Ahead(Unit.WEEKS, days // _A_WEEK)


def next_due(booking: Booking, now: datetime, zone: ZoneInfo) -> datetime:
    """When the card is to be looked at again, if nothing happens before; `zone` is its reader's.

    The last time is when it is over, on which nothing is due any more.
    """
    return min((each for each in _moments(booking, now, zone) if each > now), default=now)


def is_over(booking: Booking, now: datetime) -> bool:
    """Whether the card is an old message like any other from now on."""
    return booking.during.end + KEPT <= now


def _moments(booking: Booking, now: datetime, zone: ZoneInfo) -> Iterator[datetime]:
    start, end = booking.start, booking.during.end
    yield end + KEPT
    yield start  # also of what is off: what was suggested instead can be taken until then
    if not booking.status.is_live:
        return
    yield from (start - step for step in STEPS)
    yield from (sessions.opens(booking), end, end + sessions.OVERRUN)
    if days := max(0, _days_ahead(start, now, zone)):
        in_days = days % _A_WEEK + 1 if days >= _COUNTED_IN_WEEKS else 1
        yield from_epoch(instant(zone, now.astimezone(zone).date() + in_days * DAY, 0))


def _days_ahead(start: datetime, now: datetime, zone: ZoneInfo) -> int:
    return (start.astimezone(zone).date() - now.astimezone(zone).date()).days
