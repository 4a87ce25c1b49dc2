"""When a provider is open, as people write it down: weekly windows, exceptions, closures.

All times are minutes since midnight on the provider's wall clock. Which instants they are is
worked out in `openings`. A break has no form of its own: it is the gap between two windows.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias
from zoneinfo import ZoneInfo

from domain.wallclock import MINUTES_A_DAY


@dataclass(frozen=True, slots=True, order=True)
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
class WeeklyWindow:
    """A window of every date that is this weekday (0 is Monday), `since` to `until` included.

    One with a service counts for that service alone, one without for all of them.
    """

    weekday: int
    window: Window
    since: date = date.min
    until: date = date.max
    service_id: int | None = None

    def __post_init__(self) -> None:
        if not 0 <= self.weekday <= 6:
            raise ValueError("a week has seven days, 0 to 6")
        if self.until < self.since:
            raise ValueError("a window must not end being valid before it begins to be")

    def holds(self, on: date) -> bool:
        """Whether it is valid on a date of its weekday."""
        return self.since <= on <= self.until

    def counts_for(self, service_id: int | None) -> bool:
        return self.service_id is None or self.service_id == service_id


Hours: TypeAlias = tuple[WeeklyWindow, ...]
Plan: TypeAlias = Callable[[date], Sequence[Window]]


def regular(days: Iterable[Iterable[Window]]) -> Hours:
    """The windows of the seven weekdays, Monday first, for all services and for ever.

    Raises ValueError for more than seven days.
    """
    return tuple(
        WeeklyWindow(weekday, window) for weekday, day in enumerate(days) for window in day
    )


@dataclass(frozen=True, slots=True)
class Override:
    """What holds on one date instead of the weekly hours; without windows it is a day off."""

    on: date
    windows: tuple[Window, ...] = ()

    @property
    def is_day_off(self) -> bool:
        return all(window.is_empty for window in self.windows)


@dataclass(frozen=True, slots=True)
class Opening:
    """A window that one date has besides whatever else holds on it."""

    on: date
    window: Window


@dataclass(frozen=True, slots=True)
class Closure:
    """Time off: from `start` on the first date to `end` on the last one, in wall-clock minutes.

    Without minutes it covers its dates whole; `end` may be 1440, the end of the last date.
    """

    first: date
    last: date
    start: int = 0
    end: int = MINUTES_A_DAY
    reason: str = ""

    def __post_init__(self) -> None:
        if not 0 <= self.start < MINUTES_A_DAY or not 0 <= self.end <= MINUTES_A_DAY:
            raise ValueError("a closure starts at 00:00 to 23:59 and ends at 00:00 to 24:00")
        if (self.last, self.end) <= (self.first, self.start):
            raise ValueError("a closure ends after it starts")


@dataclass(frozen=True, slots=True)
class Week:
    """A provider's hours. Closures and the organization's holidays beat all that is open."""

    zone: ZoneInfo
    regular: Hours
    overrides: tuple[Override, ...] = ()
    openings: tuple[Opening, ...] = ()
    closures: tuple[Closure, ...] = ()
    holidays: tuple[date, ...] = ()

    def __post_init__(self) -> None:
        if len({override.on for override in self.overrides}) < len(self.overrides):
            raise ValueError("a date has one override at most")

    def plan(self, service_id: int | None = None) -> Plan:
        """Tells the windows that start on a date, for a service, before anything is closed.

        Special hours stand in for the weekly ones, openings are added to either. They come as
        they were written down: they may overlap, be empty and be in any order.
        """
        special = {override.on: override.windows for override in self.overrides}
        weekly = weekly_plan(each for each in self.regular if each.counts_for(service_id))
        if not self.openings:
            return lambda on: special[on] if on in special else weekly(on)

        added: dict[date, list[Window]] = {}
        for opening in self.openings:
            added.setdefault(opening.on, []).append(opening.window)
        return lambda on: [*(special[on] if on in special else weekly(on)), *added.get(on, ())]


def weekly_plan(hours: Iterable[WeeklyWindow]) -> Plan:
    """Tells which of the weekly windows start on a date."""
    by_weekday: list[list[WeeklyWindow]] = [[] for _ in range(7)]
    for each in hours:
        by_weekday[each.weekday].append(each)
    return lambda on: [each.window for each in by_weekday[on.weekday()] if each.holds(on)]
