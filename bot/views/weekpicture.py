"""A provider's week as a sketch: open and taken time, day by day, on the provider's wall clock."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime, timedelta
from itertools import groupby
from zoneinfo import ZoneInfo

from bot.usecases.diary import WEEK, SevenDays, opened
from bot.views.sketches import Column, Fill, Look, Patch, Sketch
from bot.views.words import Words
from domain.bookings import Booking, Status
from domain.openings import closed
from domain.people import Person
from domain.spans import to_epoch
from domain.stretches import Stretch, common, joined, without
from domain.wallclock import MINUTES_A_DAY, calendar

_HOUR = 60
_LEAST_HOURS = 8
_MOST_LINES = 14
_EMPTY_DAY = (9 * _HOUR, 17 * _HOUR)  # what is shown of a week without any hours
_NOW_STEP = 15  # minutes; a picture of the same quarter of an hour is the same picture

FILLS = {
    Status.PENDING_PAYMENT: Fill.PENDING,
    Status.PENDING: Fill.PENDING,
    Status.CONFIRMED: Fill.CONFIRMED,
    Status.IN_PROGRESS: Fill.IN_PROGRESS,
    Status.COMPLETED: Fill.COMPLETED,
    Status.NO_SHOW: Fill.NO_SHOW,
}

Entry = tuple[Booking, Person]
_Taken = tuple[Stretch, Fill, str]  # when, what it is, whose


def sketch(seen: SevenDays, look: Look, words: Words) -> Sketch:
    provider, last = seen.provider, seen.first + timedelta(days=WEEK - 1)
    local = seen.now.astimezone(provider.zone)
    columns = tuple(_columns(seen, words))
    is_this_week = any(column.is_today for column in columns)
    return Sketch(
        heading=words.label("picture-title", first=words.day(seen.first), last=words.day(last)),
        subheading=words.label(
            "picture-whose", provider=provider.name, city=words.city(provider.zone)
        ),
        columns=columns,
        hours=tuple((minute, words.clock(minute)) for minute in _lines(columns)),
        legend=_legend(columns, words),
        look=look,
        is_right_to_left=words.label("language-direction") == "rtl",
        now=_quarter(local) if is_this_week else None,
    )


def _columns(seen: SevenDays, words: Words) -> Iterator[Column]:
    zone, week = seen.provider.zone, seen.diary.week
    last = seen.first + timedelta(days=WEEK - 1)
    today = seen.now.astimezone(zone).date()
    windows, off = opened(seen.diary, seen.first, last), closed(week, seen.first, last)
    taken = list(_taken(seen, words))
    for on, lasting in calendar(zone, seen.first, last):
        free = common(windows, lasting)
        gone = joined([*_breaks(free), *common(off, lasting)])
        patches = [
            *(Patch(*_minutes(each, on, zone), Fill.FREE) for each in free),
            *(Patch(*_minutes(each, on, zone), Fill.OFF) for each in gone),
            *_blocks(taken, on, lasting, zone, words),
        ]
        count = sum(booking.start.astimezone(zone).date() == on for booking, _ in seen.entries)
        yield Column(
            words.weekday(on.weekday()),
            str(on.day),
            str(count) if count else "",
            tuple(patches),
            is_today=on == today,
        )


def _breaks(free: Sequence[Stretch]) -> list[Stretch]:
    """The gaps between the windows of a day."""
    return without([(free[0][0], free[-1][1])], free) if free else []


def _taken(seen: SevenDays, words: Words) -> Iterator[_Taken]:
    """What takes time; everybody in a group session is one of them together."""
    shown: set[Stretch] = set()
    for stretch, group in groupby(seen.entries, key=lambda entry: _stretch(entry[0])):
        shown.add(stretch)
        yield stretch, *_what(list(group), words)
    for session in seen.diary.sessions:
        if (session.start, session.end) not in shown:
            yield (session.start, session.end), Fill.HELD, ""
    for busy in joined(seen.diary.busy):
        yield busy, Fill.BUSY, ""


def _what(group: Sequence[Entry], words: Words) -> tuple[Fill, str]:
    booking, customer = group[0]
    fills = {FILLS[each.status] for each, _ in group}
    fill = Fill.PENDING if Fill.PENDING in fills else FILLS[booking.status]
    if booking.capacity == 1:
        return fill, customer.name
    title = booking.title.into(words.language)
    return fill, words.label("picture-group", title=title, taken=len(group), seats=booking.capacity)


def _blocks(
    taken: Iterable[_Taken], on: date, lasting: Sequence[Stretch], zone: ZoneInfo, words: Words
) -> Iterator[Patch]:
    for stretch, fill, title in taken:
        for part in common([stretch], lasting):
            start, end = _minutes(part, on, zone)
            yield Patch(start, end, fill, title, words.clock(start))


def _legend(columns: Iterable[Column], words: Words) -> tuple[tuple[Fill, str], ...]:
    """Free time and whatever else is on the picture."""
    used = {patch.fill for column in columns for patch in column.patches} | {Fill.FREE}
    return tuple((fill, words.label(f"fill-{fill}")) for fill in Fill if fill in used)


def _lines(columns: Sequence[Column]) -> range:
    """The minutes of the lines across: whole hours around all that is on, eight at least."""
    shown = [patch for each in columns for patch in each.patches if patch.fill is not Fill.OFF]
    first = min((patch.start for patch in shown), default=_EMPTY_DAY[0]) // _HOUR
    last = -(-max((patch.end for patch in shown), default=_EMPTY_DAY[1]) // _HOUR)
    last = min(max(last, first + _LEAST_HOURS), 24)
    first = min(first, last - _LEAST_HOURS)
    step = -(-(last - first) // _MOST_LINES)  # one, or two
    if (last - first) % step:
        first, last = (first, last + 1) if last < 24 else (first - 1, last)
    return range(first * _HOUR, last * _HOUR + 1, step * _HOUR)


def _minutes(stretch: Stretch, on: date, zone: ZoneInfo) -> tuple[int, int]:
    """What the clock shows at both ends; where it falls back in between, never less than a bit."""
    start, end = (_minute(at, on, zone) for at in stretch)
    return start, max(end, start + 1)


def _minute(at: int, on: date, zone: ZoneInfo) -> int:
    local = datetime.fromtimestamp(at, zone)
    return local.hour * _HOUR + local.minute if local.date() == on else MINUTES_A_DAY


def _stretch(booking: Booking) -> Stretch:
    return to_epoch(booking.during.start), to_epoch(booking.during.end)


def _quarter(local: datetime) -> int:
    return (local.hour * _HOUR + local.minute) // _NOW_STEP * _NOW_STEP
