"""A provider's weekly hours: changed in a draft by taps or in words, looked at, and saved."""

from dataclasses import replace

from bot.telegram.handlers.front import leave_all
from bot.telegram.turn import State, Turn
from bot.usecases import hours as usecases
from bot.usecases.hours import Timetable
from bot.views import clockgrid, hourgrids, hourreading, hours as views, taps
from bot.views.screens import Answer, Reply, Screen
from bot.views.taps import Edit
from domain import editing
from domain.hours import Hours, WeeklyWindow, Window
from domain.refusals import NotFound

_WHOLE_WEEK = 127


async def show_hours(tap: taps.Hours, turn: Turn) -> Answer:
    return views.overview(await _table(tap.provider_id, turn), turn.words)


async def choose_days(tap: taps.HoursDays, turn: Turn) -> Answer:
    if tap.days > _WHOLE_WEEK or tap.start > 6:
        raise NotFound
    table = await _table(tap.provider_id, turn)
    return views.days(table, tap.edit, tap.days, tap.start, turn.words)


async def show_day(tap: taps.HoursDay, turn: Turn) -> Answer:
    """Days that are closed are most likely to be opened."""
    table = await _table(tap.provider_id, turn)
    if any(each.weekday in _days(tap.days) for each in table.hours):
        return views.day(table, tap.days, turn.words)
    return hourgrids.start(table, Edit.SET, tap.days, 0, turn.words)


async def choose_start(tap: taps.HoursFrom, turn: Turn) -> Answer:
    _days(tap.days)
    table = await _table(tap.provider_id, turn)
    return hourgrids.start(table, tap.edit, tap.days, clockgrid.quarter(tap.offset), turn.words)


async def choose_end(tap: taps.HoursTo, turn: Turn) -> Answer:
    _days(tap.days)
    _window(tap.start, 0)
    table = await _table(tap.provider_id, turn)
    return hourgrids.end(table, replace(tap, offset=clockgrid.quarter(tap.offset)), turn.words)


async def set_hours(tap: taps.HoursSet, turn: Turn) -> Answer:
    table = await _table(tap.provider_id, turn)
    changed = _changed(table, _edited(table.hours, tap), turn)
    return views.day(changed, tap.days, turn.words)


async def close_days(tap: taps.HoursClosed, turn: Turn) -> Answer:
    table = await _table(tap.provider_id, turn)
    hours = editing.closed_on(table.hours, _days(tap.days))
    return views.overview(_changed(table, hours, turn), turn.words)


async def hours_written(text: str, turn: Turn) -> Answer:
    table = await _written_for(turn)
    hours = table.hours
    for day, windows in hourreading.understood(text, turn.words.language).items():
        hours = editing.replaced(hours, {day}, windows)
    return Reply(views.overview(_changed(table, hours, turn), turn.words, heard=True))


async def hours_are_not_text(turn: Turn) -> Answer:
    return Reply(await show(turn))


async def show(turn: Turn) -> Screen:
    return views.overview(await _written_for(turn), turn.words)


async def save(tap: taps.HoursSave, turn: Turn) -> Answer:
    table = await _table(tap.provider_id, turn)
    after = usecases.changed(table)
    clashing = await usecases.outside(turn.tx, table.provider, table.week, after, turn.now)
    if clashing:
        onward = views.save_anyway(table, turn.words)
        return views.outside(table, clashing, onward, turn.words)
    return await _saved(table, turn)


async def save_anyway(tap: taps.HoursSaveAnyway, turn: Turn) -> Answer:
    return await _saved(await _table(tap.provider_id, turn), turn)


async def discard(tap: taps.HoursDiscard, turn: Turn) -> Answer:
    turn.draft = replace(turn.draft, hours=None)
    table = await _table(tap.provider_id, turn)
    return views.overview(table, turn.words, turn.words.label("discarded"))


async def preview(tap: taps.HoursPreview, turn: Turn) -> Answer:
    table = await _table(tap.provider_id, turn)
    return views.preview(table, usecases.preview(table, turn.now), turn.words)


async def repeat_week(tap: taps.HoursRepeat, turn: Turn) -> Answer:
    table = await _table(tap.provider_id, turn)
    await usecases.repeat(turn.tx, table, turn.now)
    after = await _table(tap.provider_id, turn)
    toast = turn.words.label("hours-repeated")
    return views.preview(after, usecases.preview(after, turn.now), turn.words, toast)


async def _table(provider_id: int, turn: Turn) -> Timetable:
    """The hours as they stand in the draft; a draft of something else is put away."""
    if turn.state is not State.HOURS or turn.draft.provider_id != provider_id:
        await leave_all(turn)
        turn.state = State.HOURS
        turn.draft = replace(turn.draft, provider_id=provider_id)
    return await usecases.timetable(turn.tx, turn.person, provider_id, turn.draft.hours)


async def _written_for(turn: Turn) -> Timetable:
    if turn.draft.provider_id is None:
        raise NotFound
    return await _table(turn.draft.provider_id, turn)


def _changed(table: Timetable, hours: Hours, turn: Turn) -> Timetable:
    changed = usecases.with_hours(table, hours)
    turn.draft = replace(turn.draft, hours=usecases.drafted(hours))
    return changed


async def _saved(table: Timetable, turn: Turn) -> Screen:
    await usecases.save(turn.tx, table, turn.now)
    turn.draft = replace(turn.draft, hours=None)
    saved = await _table(table.provider.id, turn)
    return views.overview(saved, turn.words, turn.words.label("saved"))


def _edited(hours: Hours, tap: taps.HoursSet) -> Hours:
    days = _days(tap.days)
    match tap.edit:
        case Edit.COPY:
            if tap.start > 6:
                raise NotFound
            return editing.copied(hours, tap.start, days)
        case Edit.BREAK:
            return editing.with_break(hours, days, _window(tap.start, tap.end))
        case Edit.ADD:
            return editing.opened(hours, days, WeeklyWindow(0, _window(tap.start, tap.end)))
        case Edit.SET:
            return editing.replaced(hours, days, [_window(tap.start, tap.end)])


def _days(chosen: int) -> frozenset[int]:
    """The weekdays of a button, at least one; raises NotFound for what no button of ours says."""
    if not 0 < chosen <= _WHOLE_WEEK:
        raise NotFound
    return frozenset(views.bits(chosen))


def _window(start: int, end: int) -> Window:
    try:
        return Window(start, end)
    except ValueError as error:
        raise NotFound from error
