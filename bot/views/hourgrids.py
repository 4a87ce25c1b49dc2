"""The hours editor: when it begins and when it ends."""

from collections.abc import Sequence

from bot.usecases.hours import Timetable
from bot.views import clockgrid, taps
from bot.views.hours import bits
from bot.views.hourwords import days_said
from bot.views.layout import key
from bot.views.screens import Screen
from bot.views.taps import Edit
from bot.views.words import Words
from domain.editing import windows_of
from domain.wallclock import MINUTES_A_DAY


def start(table: Timetable, edit: Edit, chosen: int, offset: int, words: Words) -> Screen:
    """When it begins, on the full hours plus the offset."""
    provider_id, on = table.provider.id, bits(chosen)
    rows = clockgrid.starts(
        *_reach(table, edit, on),
        offset,
        lambda minute: taps.HoursTo(provider_id, edit, chosen, minute, offset),
        lambda other: taps.HoursFrom(provider_id, edit, chosen, other),
        words,
    )
    is_closed = not any(windows_of(table.hours, each) for each in on)
    leave = taps.Hours(provider_id) if is_closed else taps.HoursDay(provider_id, chosen)
    asked = "hours-break-from" if edit is Edit.BREAK else "hours-from"
    text = words.say(asked, days=days_said(on, words))
    return Screen(text, (*rows, (key(words.label("back"), leave),)))


def end(table: Timetable, button: taps.HoursTo, words: Words) -> Screen:
    """When it ends: up to a day later, a break as long as the days are open."""
    provider_id, edit, chosen = table.provider.id, button.edit, button.days
    on = bits(chosen)
    _, last = _reach(table, edit, on)
    rows = clockgrid.ends(
        button.start,
        last if edit is Edit.BREAK else button.start + MINUTES_A_DAY - 1,
        button.offset,
        lambda minute: taps.HoursSet(provider_id, edit, chosen, button.start, minute),
        lambda other: taps.HoursTo(provider_id, edit, chosen, button.start, other),
        words,
    )
    asked = "hours-break-to" if edit is Edit.BREAK else "hours-to"
    text = words.say(asked, days=days_said(on, words), start=words.clock(button.start))
    offset = clockgrid.quarter(button.start)
    leave = taps.HoursFrom(provider_id, edit, chosen, offset)
    return Screen(text, (*rows, (key(words.label("back"), leave),)))


def _reach(table: Timetable, edit: Edit, on: Sequence[int]) -> tuple[int, int]:
    """From when to when times are offered: for a break, those that the days are open."""
    windows = [window for each in on for window in windows_of(table.hours, each)]
    if edit is not Edit.BREAK or not windows:
        return 0, MINUTES_A_DAY
    over = MINUTES_A_DAY
    ends = [each.end + over * (each.end < each.start) for each in windows]
    return min(each.start for each in windows), max(ends)
