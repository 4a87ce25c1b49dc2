"""Weekly hours in words: `Mon–Fri 09:00–17:00`, as people read them."""

from collections.abc import Mapping, Sequence
from itertools import pairwise
from zoneinfo import ZoneInfo

from bot.views.words import Words
from domain.hours import Window
from domain.spans import from_epoch
from domain.stretches import Stretch

ByWeekday = Mapping[int, Sequence[Window]]


def said(hours: ByWeekday, words: Words) -> list[str]:
    """A line for each run of weekdays that are open alike, in the order of the reader's week."""
    order = [(words.first_weekday + each) % 7 for each in range(7)]
    runs: list[tuple[list[int], tuple[Window, ...]]] = []
    for day in (day for day in order if day in hours):
        windows = tuple(hours[day])
        if runs and runs[-1][1] == windows and (runs[-1][0][-1] + 1) % 7 == day:
            runs[-1][0].append(day)
        else:
            runs.append(([day], windows))
    return [
        words.label("hours-line", days=days_said(days, words), times=times_said(windows, words))
        for days, windows in runs
    ]


def days_said(days: Sequence[int], words: Words) -> str:
    """`Mon–Fri` for three days or more that follow each other, else `Sat, Sun`."""
    order = sorted(days, key=lambda day: (day - words.first_weekday) % 7)
    follow = all((one + 1) % 7 == other for one, other in pairwise(order))
    if len(order) > 2 and follow:
        return words.label(
            "hours-span", start=words.weekday(order[0]), end=words.weekday(order[-1])
        )
    return words.label("hours-comma").join(map(words.weekday, order))


def times_said(windows: Sequence[Window], words: Words) -> str:
    """`09:00–12:00, 13:00–17:00`, or that it is closed."""
    if not windows:
        return words.label("hours-closed")
    return words.label("hours-comma").join(
        words.label("hours-span", start=words.clock(each.start), end=words.clock(each.end))
        for each in windows
    )


def stretches_said(stretches: Sequence[Stretch], zone: ZoneInfo, words: Words) -> str:
    """As `times_said`, of stretches in epoch seconds, by the clock of a zone."""
    spans = [
        words.label(
            "hours-span",
            start=words.time(from_epoch(start), zone),
            end=words.time(from_epoch(end), zone),
        )
        for start, end in stretches
    ]
    return words.label("hours-comma").join(spans) or words.label("hours-closed")
