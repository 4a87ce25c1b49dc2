"""The hours editor: when it begins and when it ends, chosen from a grid of the clock."""

from collections.abc import Sequence

from bot.usecases.hours import Timetable
from bot.views import taps
from bot.views.hours import bits
from bot.views.hourwords import days_said
from bot.views.layout import blank, grid, key, marked, reading
from bot.views.screens import Key, Rows, Screen
from bot.views.taps import Edit
from bot.views.words import Words
from domain.editing import windows_of
from domain.wallclock import MINUTES_A_DAY

_HOUR = 60
_QUARTERS = (0, 15, 30, 45)
_WIDTH = 4


def start(table: Timetable, edit: Edit, chosen: int, offset: int, words: Words) -> Screen:
    """When it begins, on the full hours plus the offset."""
    provider_id, on = table.provider.id, bits(chosen)
    first, last = _reach(table, edit, on)
    keys = [
        key(words.clock(minute), taps.HoursTo(provider_id, edit, chosen, minute, offset))
        for minute in range(offset, MINUTES_A_DAY, _HOUR)
        if first <= minute < last
    ]
    is_closed = not any(windows_of(table.hours, each) for each in on)
    leave = taps.Hours(provider_id) if is_closed else taps.HoursDay(provider_id, chosen)
    offsets = [
        key(
            marked(words.label("hours-offset", minutes=f"{each:02}"), each == offset, words),
            taps.HoursFrom(provider_id, edit, chosen, each),
        )
        for each in _QUARTERS
    ]
    asked = "hours-break-from" if edit is Edit.BREAK else "hours-from"
    text = words.say(asked, days=days_said(on, words))
    return Screen(text, (*_clocks(keys, words), reading(words, offsets), (_back(leave, words),)))


def end(table: Timetable, button: taps.HoursTo, words: Words) -> Screen:
    """When it ends: up to the midnight after the next day's, which is told apart."""
    provider_id, on = table.provider.id, bits(button.days)
    _, last = _reach(table, button.edit, on)
    furthest = last if button.edit is Edit.BREAK else button.start + MINUTES_A_DAY - 1
    keys = [
        key(
            _ending(minute, words),
            taps.HoursSet(
                provider_id,
                button.edit,
                button.days,
                button.start,
                minute if minute <= MINUTES_A_DAY else minute - MINUTES_A_DAY,
            ),
        )
        for minute in range(button.offset, 2 * MINUTES_A_DAY, _HOUR)
        if button.start < minute <= furthest
    ]
    offsets = [
        key(
            marked(words.label("hours-offset", minutes=f"{each:02}"), each == button.offset, words),
            taps.HoursTo(provider_id, button.edit, button.days, button.start, each),
        )
        for each in _QUARTERS
    ]
    asked = "hours-break-to" if button.edit is Edit.BREAK else "hours-to"
    text = words.say(asked, days=days_said(on, words), start=words.clock(button.start))
    leave = taps.HoursFrom(provider_id, button.edit, button.days, button.start % _HOUR)
    return Screen(text, (*_clocks(keys, words), reading(words, offsets), (_back(leave, words),)))


def _reach(table: Timetable, edit: Edit, on: Sequence[int]) -> tuple[int, int]:
    """From when to when times are offered: for a break, those that the days are open."""
    windows = [window for each in on for window in windows_of(table.hours, each)]
    if edit is not Edit.BREAK or not windows:
        return 0, MINUTES_A_DAY
    over = MINUTES_A_DAY
    ends = [each.end + over * (each.end < each.start) for each in windows]
    return min(each.start for each in windows), max(ends)


def _clocks(keys: Sequence[Key], words: Words) -> Rows:
    """Full rows, so that all keys are of one width."""
    missing = -len(keys) % _WIDTH if len(keys) > _WIDTH else 0
    padded = [*keys, *(blank(place) for place in range(missing))]
    return tuple(reading(words, row) for row in grid(padded, _WIDTH))


def _ending(minute: int, words: Words) -> str:
    if minute <= MINUTES_A_DAY:
        return words.clock(minute)
    return words.label("hours-next-day", time=words.clock(minute - MINUTES_A_DAY))


def _back(button: taps.Hours | taps.HoursDay | taps.HoursFrom, words: Words) -> Key:
    return key(words.label("back"), button)
