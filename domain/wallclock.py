"""The wall clock of a zone: when it shows a time, and when it shows a date.

Instants are epoch seconds. The process's own zone is never read.
"""

from bisect import bisect_left
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from itertools import pairwise
from zoneinfo import ZoneInfo

from domain.stretches import Stretch

DAY = timedelta(days=1)
MINUTES_A_DAY = 1440


# Every screen asks for the same few weeks of the same few zones again.
@lru_cache(maxsize=8192)
def instant(zone: ZoneInfo, on: date, minute: int) -> int:
    """The first instant at which the clock shows this minute of this date.

    A time that a spring change leaves out moves forward by its distance into the gap.
    Minute 1440 is the midnight that ends the date.
    """
    # Adding to a datetime of a named zone moves its wall clock, which for once is what we want.
    wall = datetime.combine(on, time.min, zone) + timedelta(minutes=minute)
    return int(wall.timestamp())


def date_at(zone: ZoneInfo, at: int) -> date:
    """The date that the clock shows at this instant."""
    return datetime.fromtimestamp(at, zone).date()


def dates(zone: ZoneInfo, first: date, last: date) -> list[Stretch]:
    """The time during which the clock shows one of the dates first..last, sorted.

    Nearly always one stretch. Two where the clock falls back over midnight, so that a date
    comes again; none for a date that was skipped (Apia had no 30 December 2011).
    """
    if first > last:
        return []
    return _lasting(_turns(zone, first), _turns(zone, last + DAY))


def calendar(zone: ZoneInfo, first: date, last: date) -> list[tuple[date, list[Stretch]]]:
    """The dates first..last one by one, each with the time that `dates` gives it."""
    days = [first + timedelta(days=n) for n in range((last - first).days + 2)]
    turns = [_turns(zone, on) for on in days]
    return [
        (on, _lasting(begins, ends))
        for on, (begins, ends) in zip(days, pairwise(turns), strict=False)
    ]


def _lasting(begins: tuple[int, ...], ends: tuple[int, ...]) -> list[Stretch]:
    """From the turns to a date on, less what is from the turns to the one after it on."""
    turns = sorted(begins + ends)
    return [(start, end) for start, end in zip(turns[::2], turns[1::2], strict=True) if start < end]


@lru_cache(maxsize=2048)
def _turns(zone: ZoneInfo, to: date) -> tuple[int, ...]:
    """When the clock's date turns to `to` or a later one: once, or there, back and there again."""
    midnight = datetime.combine(to, time.min, zone)
    once, again = int(midnight.timestamp()), int(midnight.replace(fold=1).timestamp())
    if once == again:
        return (once,)
    if once < again:
        return once, _change(zone, once, again), again
    return (_change(zone, again, once),)  # midnight lies in a gap


def _change(zone: ZoneInfo, before: int, after: int) -> int:
    """The instant in (before, after] at which the clock is moved."""

    def offset(at: int) -> timedelta | None:
        return datetime.fromtimestamp(at, zone).utcoffset()

    old = offset(before)
    return before + bisect_left(range(before, after), True, key=lambda at: offset(at) != old)
