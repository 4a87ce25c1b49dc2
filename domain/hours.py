"""When a provider is open: weekly hours and overrides of single dates, by the provider's clock.

Rules 1 to 3 of the slot rules: endpoints become instants one by one, a day off is closed whole,
windows that touch are one. The slot engine gets them as plain numbers.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import chain, pairwise
from zoneinfo import ZoneInfo

from domain.stretches import Stretch, joined, without
from domain.wallclock import DAY, MINUTES_A_DAY, dates, instant

# Overrides further than this from a date cannot change what is open on it.
OVERRIDES_REACH = timedelta(days=16)

_WEEK = timedelta(days=7)
_SECONDS_A_DAY = 86_400
_FIVE_DAYS = 5 * _SECONDS_A_DAY  # shorter than any week, even one with a skipped date in it


@dataclass(frozen=True, slots=True)
class Window:
    """Opening hours that start on some date, in minutes since midnight on the wall clock.

    `end` may be 1440 (24:00). An end before the start is on the next date; equal ones are empty.
    """

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < MINUTES_A_DAY or not 0 <= self.end <= MINUTES_A_DAY:
            raise ValueError("a window starts at 00:00 to 23:59 and ends at 00:00 to 24:00")

    @property
    def is_empty(self) -> bool:
        return self.start == self.end


@dataclass(frozen=True, slots=True)
class Override:
    """What holds on one date instead of the weekly hours; without windows it is a day off."""

    on: date
    windows: tuple[Window, ...] = ()

    @property
    def is_day_off(self) -> bool:
        return all(window.is_empty for window in self.windows)


@dataclass(frozen=True, slots=True)
class Week:
    """A provider's hours. `weekly` has seven entries, Monday first."""

    zone: ZoneInfo
    weekly: tuple[tuple[Window, ...], ...]
    overrides: tuple[Override, ...] = ()

    def __post_init__(self) -> None:
        if len(self.weekly) != 7:
            raise ValueError("a week has seven days")
        if len({override.on for override in self.overrides}) < len(self.overrides):
            raise ValueError("a date has one override at most")

    def open(self, first: date, last: date) -> list[Stretch]:
        """The windows that meet the provider-local dates first..last: whole, joined, sorted.

        A window comes out the same whatever dates are asked for, and its start is the start of
        its grid. Hours round the clock have no start of their own: a window that was open for
        a whole week, from one Monday's 00:00 to the next, ends there and a new one starts. That
        is for the grid alone: windows that touch are one opening, and a service may lie across.
        """
        asked = dates(self.zone, first, last)
        if not asked:
            return []
        mondays = _mondays(first, last)
        begin, stop = mondays[0] - 2 * DAY, mondays[-1]
        windows = without(joined(self._windows(begin, stop)), self._closed(begin, stop))
        turns = [instant(self.zone, monday, 0) for monday in mondays]

        low, high = asked[0][0], asked[-1][1]
        return [
            window for window in _renewed(windows, turns) if low < window[1] and window[0] < high
        ]

    def _windows(self, first: date, last: date) -> Iterator[Stretch]:
        """The windows that start on first..last as instants, one by one: they may overlap."""
        special = {override.on: override.windows for override in self.overrides}
        calendar = [first + timedelta(days=n) for n in range((last - first).days + 3)]
        midnights = [instant(self.zone, on, 0) for on in calendar]

        def at(day: int, minute: int) -> int:
            if midnights[day + 1] - midnights[day] == _SECONDS_A_DAY:
                return midnights[day] + 60 * minute
            return instant(self.zone, calendar[day], minute)  # the clock is changed on this date

        for day, on in enumerate(calendar[:-2]):
            for window in special.get(on, self.weekly[on.weekday()]):
                over_midnight = window.end < window.start
                yield at(day, window.start), at(day + over_midnight, window.end)

    def _closed(self, first: date, last: date) -> list[Stretch]:
        """The dates in first..last that are closed whole.

        Time off over several days is a day off on each of them, and so needs nothing here.
        """
        off = (each.on for each in self.overrides if each.is_day_off and first <= each.on <= last)
        return joined(chain.from_iterable(dates(self.zone, on, on) for on in off))


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
