"""Bookings that repeat: the same time of day every week, every other week, or every month.

The time is that of the provider's wall clock, so a session at nine stays at nine when the clock
changes. A month is repeated on the same weekday: the second Tuesday, or the last one where the
month has no fifth.
"""

from calendar import monthrange
from datetime import date, datetime, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from domain.spans import from_epoch
from domain.wallclock import instant

MOST = 12  # sessions of a series
_WEEK = timedelta(days=7)


class Every(StrEnum):
    """How far apart; the values are short, for buttons."""

    WEEK = "w"
    FORTNIGHT = "f"
    MONTH = "m"


def starts(first: datetime, zone: ZoneInfo, every: Every, count: int) -> list[datetime]:
    """The starts of so many sessions in UTC, the first one included, by the clock of the zone.

    A time that a spring change leaves out moves forward by its distance into the gap. Raises
    ValueError unless there are 1 to MOST of them.
    """
    if not 1 <= count <= MOST:
        raise ValueError(f"a series has 1 to {MOST} sessions")
    local = first.astimezone(zone)
    minute = local.hour * 60 + local.minute
    later = (_date(local.date(), every, number) for number in range(1, count))
    return [first, *(from_epoch(instant(zone, on, minute)) for on in later)]


def _date(first: date, every: Every, number: int) -> date:
    match every:
        case Every.WEEK:
            return first + number * _WEEK
        case Every.FORTNIGHT:
            return first + 2 * number * _WEEK
        case Every.MONTH:
            return _same_weekday(first, number)


def _same_weekday(first: date, months: int) -> date:
    """The same weekday of a later month: the third Friday again, the last one for a fifth."""
    year, month = divmod(first.year * 12 + first.month - 1 + months, 12)
    month += 1
    opening = date(year, month, 1)
    earliest = 1 + (first.weekday() - opening.weekday()) % 7
    wanted = earliest + (first.day - 1) // 7 * 7
    last = monthrange(year, month)[1]
    return date(year, month, wanted if wanted <= last else wanted - 7)
