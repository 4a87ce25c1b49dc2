"""Weekly hours as a provider changes them: open, take a break, copy a day.

Each function gives the hours after the change. What they are given is what is edited, such as
the windows without a service and without an end; what is not edited stays outside.

Within a day, minutes count on past 1440 for what lies after midnight.
"""

from collections.abc import Collection, Iterable
from dataclasses import replace
from datetime import date, timedelta

from domain.hours import Hours, Override, Week, WeeklyWindow, Window
from domain.stretches import Stretch, without
from domain.wallclock import DAY, MINUTES_A_DAY


def tidied(windows: Iterable[Window]) -> tuple[Window, ...]:
    """The windows of one day as few and in order: those that overlap or touch become one.

    Empty ones are dropped. What would last beyond 24 hours, which no window can say, stays two.
    """
    tidy: list[Window] = []
    for start, end in sorted(_minutes(window) for window in windows if not window.is_empty):
        before = _minutes(tidy[-1]) if tidy else (0, -1)
        whole = before[0], max(before[1], end)
        if start <= before[1] and _can_be_said(whole):
            tidy[-1] = _window(whole)
        else:
            tidy.append(_window((start, end)))
    return tuple(tidy)


def windows_of(hours: Hours, weekday: int) -> tuple[Window, ...]:
    """The windows of a weekday, whenever they are valid, tidied to be shown."""
    return tidied(each.window for each in hours if each.weekday == weekday)


def opened(hours: Hours, days: Collection[int], window: WeeklyWindow) -> Hours:
    """The hours with one more window on each of the days; `window` says for whom and how long."""
    more = (replace(window, weekday=weekday) for weekday in sorted(days))
    return _tidied((*hours, *more))


def with_break(hours: Hours, days: Collection[int], pause: Window) -> Hours:
    """The hours with a break cut out of the windows that start on each of the days.

    A break that meets none of the day's hours before midnight is meant in those after it. What
    is left of a night after such a break belongs to the next weekday.
    """
    return _tidied(
        rest
        for each in hours
        for rest in (_less(each, _meant(hours, each, pause)) if each.weekday in days else (each,))
    )


def closed_on(hours: Hours, days: Collection[int]) -> Hours:
    """The hours without all windows that start on these days."""
    return tuple(each for each in hours if each.weekday not in days)


def replaced(hours: Hours, days: Collection[int], windows: Iterable[Window]) -> Hours:
    """The hours with these windows, for ever and for all services, in place of the days' own."""
    new = [WeeklyWindow(weekday, window) for window in windows for weekday in sorted(days)]
    return _tidied((*closed_on(hours, days), *new))


def copied(hours: Hours, weekday: int, days: Collection[int]) -> Hours:
    """The hours with the windows of a weekday on these days too, in place of their own."""
    others = set(days) - {weekday}
    source = [each for each in hours if each.weekday == weekday]
    copies = (replace(each, weekday=other) for other in sorted(others) for each in source)
    return _tidied((*closed_on(hours, others), *copies))


def copied_week(week: Week, monday: date, to: date) -> tuple[Override, ...]:
    """What was planned on the seven dates from `monday` on, as overrides of those from `to` on."""
    plan = week.plan()
    return tuple(
        Override(to + timedelta(days=n), tidied(plan(monday + timedelta(days=n)))) for n in range(7)
    )


def _tidied(hours: Iterable[WeeklyWindow]) -> Hours:
    """The same hours, each day's windows of one scope tidied, by weekday."""
    scopes: dict[WeeklyWindow, list[Window]] = {}
    for each in hours:
        scopes.setdefault(replace(each, window=_NO_TIME), []).append(each.window)
    return tuple(
        sorted(
            (
                replace(scope, window=window)
                for scope, windows in scopes.items()
                for window in tidied(windows)
            ),
            key=_order,
        )
    )


_NO_TIME = Window(0, 0)


def _order(each: WeeklyWindow) -> tuple[int, int, int, date, date, int]:
    """By weekday and time; what differs in its scope alone in an order that does not change."""
    window = each.window
    return each.weekday, window.start, window.end, each.since, each.until, each.service_id or 0


def _meant(hours: Hours, of: WeeklyWindow, pause: Window) -> Stretch:
    """When a break is on a day: on its date if it meets hours there, else the night after."""
    on_date = _minutes(pause)
    if any(
        start < on_date[1] and on_date[0] < end
        for start, end in (_minutes(each.window) for each in hours if each.weekday == of.weekday)
    ):
        return on_date
    return on_date[0] + MINUTES_A_DAY, on_date[1] + MINUTES_A_DAY


def _less(each: WeeklyWindow, gone: Stretch) -> Iterable[WeeklyWindow]:
    """What is left of a window, in pieces; those after midnight on the weekday that follows."""
    cuts = [gone] if gone[0] < gone[1] else []
    for start, end in without([_minutes(each.window)], cuts):
        if start < MINUTES_A_DAY:
            yield replace(each, window=_window((start, end)))
        else:
            yield replace(
                each,
                weekday=(each.weekday + 1) % 7,
                window=_window((start - MINUTES_A_DAY, end - MINUTES_A_DAY)),
                since=_a_day_later(each.since),
                until=_a_day_later(each.until),
            )


def _a_day_later(on: date) -> date:
    return on if on in {date.min, date.max} else on + DAY


def _minutes(window: Window) -> Stretch:
    over_midnight = window.end < window.start
    return window.start, window.end + over_midnight * MINUTES_A_DAY


def _window(minutes: Stretch) -> Window:
    start, end = minutes
    return Window(start, end if end <= MINUTES_A_DAY else end - MINUTES_A_DAY)


def _can_be_said(minutes: Stretch) -> bool:
    """Whether there is a window of these minutes: one over midnight ends before it starts."""
    start, end = minutes
    return end <= MINUTES_A_DAY or end - MINUTES_A_DAY < start
