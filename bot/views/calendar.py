"""Choosing a day: the month grid, why a day cannot be had, and what else narrows it down."""

from collections.abc import Mapping
from datetime import date

from bot.usecases.availability import Day, DayState, Month
from bot.usecases.seeking import Sought
from bot.views import taps
from bot.views.layout import blank, column, flow_foot, grid, key, marked, reading
from bot.views.looking import heading, own_clock, part_keys, wait_keys
from bot.views.monthgrid import grid_of, shifted
from bot.views.screens import Key, Screen, Style, Toast
from bot.views.words import Words
from domain.dayparts import Part

_MOST_MONTHS = 24


def month(sought: Sought, shown: Month, flow: int, words: Words) -> Screen:
    lines = [f"{heading(sought, words)}\n"]
    look = _look(sought, flow, words)
    if not shown.soonest:
        lines.append(words.say("days-nothing", latest=words.full_day(shown.latest)))
        rows = (look[:1], *wait_keys(sought, flow, words), flow_foot(words, flow))
        return Screen("\n".join(lines), rows)
    lines += [words.say("days-choose", city=words.city(shown.zone)), words.say("days-soonest")]
    lines += ["\n" + _counted(shown, words), words.say("days-legend")]
    lines.append(own_clock(shown.soonest[0], shown.zone, words))
    soonest = (
        key(
            words.label("key-soonest", when=words.day_and_time(start, shown.zone)),
            taps.PickTime(flow, start),
        )
        for start in shown.soonest
    )
    by_date = {day.on: day for day in shown.days}
    since = next((day.on for day in shown.days if day.state is not DayState.PAST), shown.first)
    rows = (
        *column(soonest),
        look,
        _months(shown, flow, words),
        *grid_of(shown.first, since, lambda on: _cell(by_date[on], flow, words), words),
        *wait_keys(sought, flow, words),
        flow_foot(words, flow),
    )
    return Screen(words.joined(*lines), rows)


def why_not(sought: Sought, day: Day, latest: date, words: Words) -> Toast:
    """The answer to a tap on a day that cannot be had."""
    name = words.day(day.on)
    match day.state:
        case DayState.CLOSED if sought.part is not Part.ALL:
            text = words.label("why-not-then", day=name)
        case DayState.CLOSED if sought.provider is None:
            text = words.label("why-closed-all", day=name)
        case DayState.CLOSED:
            text = words.label("why-closed", provider=sought.providers[0].name, day=name)
        case DayState.TOO_SOON:
            text = words.label("why-too-soon", day=name)
        case DayState.PAST:
            text = words.label("why-past", day=name)
        case DayState.BEYOND:
            text = words.label("why-beyond", latest=words.full_day(latest))
        case _:
            text = words.label("why-full", day=name)
    return Toast(text)


def narrow(
    sought: Sought, counts: Mapping[Part, int], anyone: int, flow: int, words: Words
) -> Screen:
    """What to show: a part of the day, with its times; or, of `anyone`, whoever is free."""
    keys = [
        key(
            marked(words.label("part-any"), sought.part is Part.ALL, words),
            taps.PickPart(flow, Part.ALL),
        ),
        *part_keys(counts, sought, flow, words),
    ]
    if anyone > 1 and sought.provider is not None and sought.moving is None:
        keys.append(key(words.label("key-anyone", count=anyone), taps.WithAnyone(flow)))
    text = words.joined(f"{heading(sought, words)}\n", words.say("narrow-choose"))
    return Screen(text, (*column(keys), _to_days(flow, words)))


def months(sought: Sought, counts: Mapping[date, int], flow: int, words: Words) -> Screen:
    """The months that can be turned to, with how much is free in each."""
    keys = [
        key(
            words.label("key-month", month=words.month(first), count=count),
            taps.TurnMonth(flow, first),
        )
        for first, count in counts.items()
    ]
    text = words.joined(f"{heading(sought, words)}\n", words.say("months-choose"))
    return Screen(text, (*grid(keys[:_MOST_MONTHS], 2), _to_days(flow, words)))


def _counted(shown: Month, words: Words) -> str:
    free = sum(day.state.can_be_had for day in shown.days)
    full = sum(day.state is DayState.FULL for day in shown.days)
    return words.say("days-count", month=words.month(shown.first), free=free, full=full)


def _months(shown: Month, flow: int, words: Words) -> tuple[Key, ...]:
    before = shifted(shown.first, -1)
    after = shifted(shown.first, 1)
    row = [
        key(words.label("previous"), taps.TurnMonth(flow, before))
        if before >= shown.first_month
        else blank(1),
        key(words.month(shown.first), taps.Months(flow)),
        key(words.label("next"), taps.TurnMonth(flow, after))
        if after <= shown.last_month
        else blank(2),
    ]
    return reading(words, row)


def _cell(day: Day, flow: int, words: Words) -> Key:
    match day.state:
        case DayState.FREE:
            label = words.label("cell-free", day=str(day.on.day))
        case DayState.FEW:
            label = words.label("cell-few", day=str(day.on.day), count=day.free)
        case DayState.FULL | DayState.TOO_SOON:
            label = words.label("cell-full", day=str(day.on.day))
        case DayState.CLOSED:
            label = words.label("cell-closed", day=str(day.on.day))
        case _:
            label = words.label("cell-out", day=str(day.on.day))
    style = Style.SUCCESS if day.state.can_be_had else Style.PLAIN
    return key(label, taps.PickDay(flow, day.on), style)


def _to_days(flow: int, words: Words) -> tuple[Key, ...]:
    """The foot of a page beside the month, which is no step of its own."""
    return key(words.label("back"), taps.ShowDays(flow)), flow_foot(words, flow)[1]


def _look(sought: Sought, flow: int, words: Words) -> tuple[Key, ...]:
    """Other ways to look at it: a part of the day, this week as a list."""
    part = words.label("key-narrow" if sought.part is Part.ALL else f"only-{sought.part}")
    return reading(
        words,
        [
            key(part, taps.Narrow(flow)),
            key(words.label("key-this-week"), taps.ThisWeek(flow)),
        ],
    )
