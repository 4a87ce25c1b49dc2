"""When a provider is open, as instants: what is written down as hours becomes stretches of time.

Rules 1 to 3 of the slot rules: endpoints become instants one by one, closed beats open, windows
that touch are one. The slot engine gets them as plain numbers.
"""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import chain, pairwise
from zoneinfo import ZoneInfo

from domain.hours import Closure, Hours, Plan, Week, weekly_plan
from domain.stretches import Stretch, common, joined, without
from domain.wallclock import DAY, MINUTES_A_DAY, dates, instant

# Hours and closures further than this from a date cannot change what is open on it.
REACH = timedelta(days=16)

_WEEK = timedelta(days=7)
_SECONDS_A_DAY = 86_400
_FIVE_DAYS = 5 * _SECONDS_A_DAY  # shorter than any week, even one with a skipped date in it


def open_windows(
    week: Week,
    first: date,
    last: date,
    service_id: int | None = None,
    own: Hours | None = None,
) -> list[Stretch]:
    """The windows that meet the provider-local dates first..last: whole, joined, sorted.

    For a service they are those that count for it, narrowed to its own hours, if it has any.

    A window comes out the same whatever dates are asked for, and its start is the start of
    its grid. Hours round the clock have no start of their own: a window that was open for
    a whole week, from one Monday's 00:00 to the next, ends there and a new one starts. That
    is for the grid alone: windows that touch are one opening, and a service may lie across.
    """
    asked = dates(week.zone, first, last)
    if not asked:
        return []
    mondays = _mondays(first, last)
    calendar = _Calendar(week.zone, mondays[0] - 2 * DAY, mondays[-1])
    windows = joined(calendar.windows(week.plan(service_id)))
    if own is not None:
        windows = common(windows, joined(calendar.windows(weekly_plan(own))))
    windows = without(windows, closed(week, mondays[0] - 2 * DAY, mondays[-1]))
    turns = [instant(week.zone, monday, 0) for monday in mondays]

    low, high = asked[0][0], asked[-1][1]
    return [window for window in _renewed(windows, turns) if low < window[1] and window[0] < high]


def closed(week: Week, first: date, last: date) -> list[Stretch]:
    """The time on first..last that is closed whatever else is open: sorted and joined.

    Days off, the organization's holidays, and closures.
    """
    off = {each.on for each in week.overrides if each.is_day_off}.union(week.holidays)
    whole = (dates(week.zone, on, on) for on in off if first <= on <= last)
    parts = (_cut(week.zone, each, first, last) for each in week.closures)
    return joined(chain(chain.from_iterable(whole), chain.from_iterable(parts)))


def _cut(zone: ZoneInfo, closure: Closure, first: date, last: date) -> Iterator[Stretch]:
    """What a closure closes of first..last; its dates count whole, except where it says when."""
    for start, end in dates(zone, max(closure.first, first), min(closure.last, last)):
        low = instant(zone, closure.first, closure.start) if closure.start else start
        high = instant(zone, closure.last, closure.end) if closure.end < MINUTES_A_DAY else end
        yield max(start, low), min(end, high)


class _Calendar:
    """The dates first..last and the instants of their midnights, and of the two after them."""

    def __init__(self, zone: ZoneInfo, first: date, last: date) -> None:
        self._zone = zone
        self._dates = [first + timedelta(days=n) for n in range((last - first).days + 3)]
        self._midnights = [instant(zone, on, 0) for on in self._dates]

    def windows(self, plan: Plan) -> Iterator[Stretch]:
        """The windows that start on these dates as instants, one by one: they may overlap."""
        for day, on in enumerate(self._dates[:-2]):
            for window in plan(on):
                over_midnight = window.end < window.start
                yield self._at(day, window.start), self._at(day + over_midnight, window.end)

    def _at(self, day: int, minute: int) -> int:
        midnight = self._midnights[day]
        if self._midnights[day + 1] - midnight == _SECONDS_A_DAY:
            return midnight + 60 * minute
        return instant(self._zone, self._dates[day], minute)  # the clock is changed on this date


def _mondays(first: date, last: date) -> list[date]:
    """Mondays around first..last: two weeks behind and ahead tell where every window starts."""
    monday = first - DAY - timedelta(days=(first - DAY).weekday()) - _WEEK
    count = (last + DAY - monday).days // 7 + 3
    return [monday + n * _WEEK for n in range(count)]


def _renewed(windows: Sequence[Stretch], mondays: Sequence[int]) -> Iterator[Stretch]:
    """The windows, those that go on for weeks cut at each Monday that ends a whole open week."""
    for start, end in windows:
        if end - start < _FIVE_DAYS:
            yield start, end
            continue
        cuts = [monday for before, monday in pairwise(mondays) if start <= before and monday < end]
        yield from pairwise((start, *cuts, end))
