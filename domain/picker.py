"""Looking through free starts: ascending epoch seconds, under the dates of the viewer's zone."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta
from heapq import nsmallest
from zoneinfo import ZoneInfo

from domain.stretches import Stretch
from domain.wallclock import calendar, dates

_AN_HOUR = 60  # minutes


def nearest(starts: Sequence[int], wanted: int, count: int) -> list[int]:
    """Of ascending starts, the `count` nearest to the wanted one, ascending.

    Of two that are equally near, the earlier one counts as nearer.
    """
    return sorted(nsmallest(count, starts, key=lambda start: abs(start - wanted)))


def like(starts: Sequence[int], wanted: int, zone: ZoneInfo, count: int) -> list[int]:
    """Of ascending starts, those that are most like a wanted one on the clock of the zone.

    First its weekday at its hour, then its hour on other days, last the soonest of all; at its
    hour, less than one hour off, each date has one.
    """
    clock = datetime.fromtimestamp(wanted, zone)
    best: dict[date, tuple[int, int]] = {}
    for start in starts:
        local = datetime.fromtimestamp(start, zone)
        off = abs(local.hour * 60 + local.minute - clock.hour * 60 - clock.minute)
        if off < _AN_HOUR:
            best[local.date()] = min(best.get(local.date(), (off, start)), (off, start))
    near = [(on.weekday() != clock.weekday(), start) for on, (_, start) in best.items()]
    weekday = [start for is_other, start in near if not is_other][: count // 2]
    other_days = [start for is_other, start in near if is_other][: count // 3]
    return list(dict.fromkeys([*weekday, *other_days, *starts[:count]]))[:count]


def on_dates(starts: Sequence[int], zone: ZoneInfo, first: date, last: date) -> list[int]:
    """The starts that are listed under the viewer's dates first..last."""
    return [start for lasting in dates(zone, first, last) for start in _among(starts, lasting)]


def this_week(
    starts: Sequence[int], zone: ZoneInfo, today: date, first_weekday: int = 0
) -> list[int]:
    """The starts from today to the end of its week, which begins on a weekday (0 is Monday)."""
    left = 6 - (today.weekday() - first_weekday) % 7
    return on_dates(starts, zone, today, today + timedelta(days=left))


def counts(starts: Sequence[int], zone: ZoneInfo, first: date, last: date) -> dict[date, int]:
    """How many starts each of the viewer's dates first..last has, 0 included."""
    return {
        on: sum(len(_among(starts, each)) for each in lasting)
        for on, lasting in calendar(zone, first, last)
    }


def _among(starts: Sequence[int], stretch: Stretch) -> Sequence[int]:
    return starts[bisect_left(starts, stretch[0]) : bisect_left(starts, stretch[1])]


def union(listings: Iterable[Sequence[int]]) -> list[int]:
    """The starts that any of several providers has free, ascending, each of them once."""
    return sorted(set().union(*listings))
