"""The hours editor: what the week looks like, and which of its days are to change."""

from collections.abc import Sequence

from bot.usecases.hours import DayPlan, Timetable
from bot.views import taps
from bot.views.hourwords import days_said, said, stretches_said
from bot.views.layout import grid, home, key, reading
from bot.views.screens import Key, Rows, Screen, Style
from bot.views.taps import Edit
from bot.views.words import Words
from bot.views.workspace import back
from domain.bookings import Booking
from domain.editing import windows_of
from domain.hours import Window
from domain.notices import Side
from domain.people import Person

_WIDTH = 4
_SHOWN = 20  # bookings listed before a change of hours


def overview(table: Timetable, words: Words, toast: str = "", heard: bool = False) -> Screen:
    """The weekly hours, in words, and what can be done with them.

    `heard`: they were written, and stand here as they were understood.
    """
    provider = table.provider
    lines = [
        words.say("hours-title", provider=provider.name),
        words.say("hours-zone", city=words.city(provider.zone)),
        words.say("hours-heard") if heard else "",
        "",
        *(words.plain(line) for line in said(_by_weekday(table), words)),
        "",
        words.say("hours-special", count=len(table.special)) if table.special else "",
        words.say("hours-unsaved" if table.has_changed else "hours-how"),
    ]
    rows = (
        *_keep(table, words),
        *_groups(table, words),
        *_weekdays(table, words),
        *_foot(table, words),
    )
    return Screen("\n".join(_no_gaps(lines)), rows, toast)


def days(table: Timetable, edit: Edit, chosen: int, start: int, words: Words) -> Screen:
    """Tick weekdays; `start` is the weekday that is copied, if one is."""
    provider_id = table.provider.id
    source = {start} if edit is Edit.COPY else set()
    keys = [
        key(
            _ticked(words.weekday(day), bool(chosen >> day & 1), words),
            taps.HoursDays(provider_id, edit, chosen ^ 1 << day, start),
        )
        for day in _week(words)
        if day not in source
    ]
    if edit is Edit.COPY:
        text = words.say("hours-copy-to", line=_line(table, [start], words))
        done = key(
            words.label("hours-done"),
            taps.HoursSet(provider_id, edit, chosen, start, 0),
            Style.PRIMARY,
        )
        leave = key(words.label("back"), taps.HoursDay(provider_id, 1 << start))
    else:
        text = words.say("hours-which-days")
        done = key(words.label("hours-done"), taps.HoursDay(provider_id, chosen), Style.PRIMARY)
        leave = _to_week(table, words)
    rows = (reading(words, row) for row in grid(keys, _WIDTH))
    return Screen(text, (*rows, *(((done,),) if chosen else ()), (leave,)))


def day(table: Timetable, chosen: int, words: Words) -> Screen:
    """What can be done with one day or several that are open."""
    provider_id, on = table.provider.id, bits(chosen)
    lines = [words.say("hours-title", provider=table.provider.name), ""]
    lines += [words.plain(line) for line in said(_by_weekday(table, on), words)]
    if table.has_changed:
        lines += ["", words.say("hours-unsaved")]
    edits = [
        key(words.label("hours-break"), taps.HoursFrom(provider_id, Edit.BREAK, chosen, 0)),
        key(words.label("hours-add"), taps.HoursFrom(provider_id, Edit.ADD, chosen, 0)),
        key(words.label("hours-set"), taps.HoursFrom(provider_id, Edit.SET, chosen, 0)),
        key(words.label("hours-close"), taps.HoursClosed(provider_id, chosen)),
    ]
    copy = taps.HoursDays(provider_id, Edit.COPY, 0, on[0])
    copies = ((key(words.label("hours-copy"), copy),),) if _are_alike(table, on) else ()
    rows = (*_keep(table, words), *grid(edits, 2), *copies, (_to_week(table, words),))
    return Screen("\n".join(lines), rows)


def outside(
    table: Timetable, found: Sequence[tuple[Booking, Person]], onward: Key, words: Words
) -> Screen:
    """Bookings that would lie in closed time, before it is closed."""
    lines = [words.say("hours-outside", count=len(found)), ""]
    lines += [
        words.say(
            "hours-outside-entry",
            when=words.day_and_time(booking.start, booking.zone),
            title=booking.title.into(words.language),
            customer=customer.name,
        )
        for booking, customer in found[:_SHOWN]
    ]
    if len(found) > _SHOWN:
        lines.append(words.say("agenda-more", count=len(found) - _SHOWN))
    lines += ["", words.say("hours-outside-stay", count=len(found))]
    keys = (
        key(
            words.label(
                "hours-outside-key",
                when=words.day_and_time(booking.start, booking.zone),
                customer=customer.name,
            ),
            taps.ShowBooking(booking.id, Side.PROVIDER),
        )
        for booking, customer in found[:_SHOWN]
    )
    rows = ((onward,), *((each,) for each in keys), (_to_week(table, words),))
    return Screen("\n".join(lines), rows)


def preview(table: Timetable, plans: Sequence[DayPlan], words: Words, toast: str = "") -> Screen:
    """Next week, date by date, as it can be booked."""
    zone = table.provider.zone
    lines = [words.say("hours-next-week"), words.say("hours-zone", city=words.city(zone)), ""]
    for plan in plans:
        times = stretches_said(plan.windows, zone, words)
        lines.append(words.say("hours-line", days=words.day(plan.on), times=times))
    if table.has_changed:
        lines += ["", words.say("hours-unsaved")]
    repeat = key(words.label("hours-repeat"), taps.HoursRepeat(table.provider.id))
    rows = (*_keep(table, words), *(() if table.has_changed else ((repeat,),)))
    return Screen("\n".join(lines), (*rows, (_to_week(table, words),)), toast)


def save_anyway(table: Timetable, words: Words) -> Key:
    return key(words.label("hours-save-anyway"), taps.HoursSaveAnyway(table.provider.id))


def _by_weekday(
    table: Timetable, chosen: Sequence[int] = range(7)
) -> dict[int, tuple[Window, ...]]:
    return {each: windows_of(table.hours, each) for each in chosen}


def _line(table: Timetable, on: Sequence[int], words: Words) -> str:
    return "\n".join(said(_by_weekday(table, on), words))


def _are_alike(table: Timetable, on: Sequence[int]) -> bool:
    return len(set(_by_weekday(table, on).values())) == 1 and len(on) < 7


def bits(chosen: int) -> list[int]:
    """The weekdays of a button."""
    return [each for each in range(7) if chosen >> each & 1]


def _week(words: Words) -> list[int]:
    """The weekdays in the order of the reader's week."""
    return [(words.first_weekday + each) % 7 for each in range(7)]


def _keep(table: Timetable, words: Words) -> Rows:
    if not table.has_changed:
        return ()
    provider_id = table.provider.id
    save = key(words.label("hours-save"), taps.HoursSave(provider_id), Style.SUCCESS)
    return (reading(words, (save, key(words.label("discard"), taps.HoursDiscard(provider_id)))),)


def _groups(table: Timetable, words: Words) -> Rows:
    workdays = sum(1 << each for each in words.workdays)
    keys = [_group(table, chosen, words) for chosen in (workdays, 127 - workdays)]
    provider_id = table.provider.id
    more = (
        key(words.label("hours-every-day"), taps.HoursDay(provider_id, 127)),
        key(words.label("hours-other-days"), taps.HoursDays(provider_id, Edit.SET, 0, 0)),
    )
    return (reading(words, keys), reading(words, more))


def _group(table: Timetable, chosen: int, words: Words) -> Key:
    order = [each for each in _week(words) if chosen >> each & 1]
    return key(days_said(order, words), taps.HoursDay(table.provider.id, chosen))


def _weekdays(table: Timetable, words: Words) -> Rows:
    keys = [
        key(words.weekday(each), taps.HoursDay(table.provider.id, 1 << each))
        for each in _week(words)
    ]
    return tuple(reading(words, row) for row in grid(keys, _WIDTH))


def _foot(table: Timetable, words: Words) -> Rows:
    ahead = (key(words.label("hours-preview"), taps.HoursPreview(table.provider.id)),)
    if table.has_changed:  # what was entered is saved or discarded, not lost on the way out
        return (ahead,)
    return (ahead, (back(table.provider.id, words), home(words)))


def _ticked(label: str, is_ticked: bool, words: Words) -> str:
    return words.label("ticked", what=label) if is_ticked else label


def _to_week(table: Timetable, words: Words) -> Key:
    return key(words.label("hours-back"), taps.Hours(table.provider.id))


def _no_gaps(lines: Sequence[str]) -> list[str]:
    """The lines without a second empty one in a row."""
    return [line for at, line in enumerate(lines) if line or (at and lines[at - 1])]
