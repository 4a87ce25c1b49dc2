"""What a zone's clock shows, asked of one minute after the other.

Instants are minutes since 1970 in UTC, and so is what a clock shows: as if it were UTC.
"""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

MINUTE = timedelta(minutes=1)
HOUR = 60
EPOCH = date(1970, 1, 1).toordinal()


def shown(zone: ZoneInfo, minute: int) -> int:
    """What the zone's clock shows."""
    return minute + offset(zone, minute)


def shown_days(zone: ZoneInfo, minutes: range) -> Iterator[int]:
    """The dates that the clock shows, minute by minute, as days since 1970."""
    steady = None
    for minute in minutes:
        if minute % HOUR == 0 or minute == minutes.start:
            steady = _steady(zone, minute // HOUR)
        yield (minute + (_asked(zone, minute) if steady is None else steady)) // 1440


def day_number(on: date) -> int:
    """Days since 1970."""
    return on.toordinal() - EPOCH


def offset(zone: ZoneInfo, minute: int) -> int:
    """How far the clock is ahead of UTC, in minutes."""
    steady = _steady(zone, minute // HOUR)
    return _asked(zone, minute) if steady is None else steady


@lru_cache(maxsize=100_000)
def _steady(zone: ZoneInfo, hour: int) -> int | None:
    """The offset throughout an hour since 1970; None for one within which the clock is moved."""
    before, after = _asked(zone, hour * HOUR), _asked(zone, (hour + 1) * HOUR)
    return before if before == after else None


@lru_cache(maxsize=100_000)
def _asked(zone: ZoneInfo, minute: int) -> int:
    ahead = datetime.fromtimestamp(minute * 60, zone).utcoffset()
    return 0 if ahead is None else ahead // MINUTE


def shown_date(zone: ZoneInfo, minute: int) -> date:
    return _dates(shown(zone, minute) // 1440)


@lru_cache(maxsize=100_000)
def _dates(day: int) -> date:
    return date.fromordinal(EPOCH + day)


def today(zone: ZoneInfo, now: datetime) -> date:
    return now.astimezone(zone).date()


def around(zone: ZoneInfo, first: date, last: date) -> range:
    """All minutes at which the clock may show one of these dates, by the offsets around them."""
    begins, ends = day_number(first), day_number(last) + 1
    start = begins * 1440 - max(_offsets_around(zone, begins))
    return range(start, ends * 1440 - min(_offsets_around(zone, ends)))


def first_shows(zone: ZoneInfo, on: date, minute: int) -> int:
    """Rule 1: the first instant at which the clock shows this time of this date."""
    wanted = day_number(on) * 1440 + minute
    offsets = _offsets_around(zone, wanted // 1440)
    showing = [wanted - each for each in offsets if shown(zone, wanted - each) == wanted]
    if showing:
        return min(showing)

    landing = wanted - max(offsets)
    while shown(zone, landing) < wanted:
        landing += 1
    gap_starts = shown(zone, landing - 1) + 1
    return landing + wanted - gap_starts


@lru_cache(maxsize=100_000)
def _offsets_around(zone: ZoneInfo, day: int) -> frozenset[int]:
    """What the clock is ahead of UTC by, some time around a day."""
    return frozenset(
        offset(zone, near) for near in range(day * 1440 - 2880, (day + 1) * 1440 + 2881, 720)
    )
