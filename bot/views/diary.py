"""A provider's own days: the week drawn and in words, the month in numbers, the agenda, a day."""

from collections.abc import Iterable
from datetime import date, timedelta
from functools import partial
from itertools import groupby

from bot.usecases.diary import WEEK, MonthInNumbers, Page, SevenDays
from bot.views import taps
from bot.views.agenda import MOST, entry, entry_key
from bot.views.layout import column, grid, home, key, pager, reading
from bot.views.monthgrid import grid_of, shifted, turns
from bot.views.screens import Key, Rows, Screen, Style
from bot.views.sketches import Look
from bot.views.taps import Whence
from bot.views.weekpicture import Entry, sketch
from bot.views.words import Words
from bot.views.workspace import back as to_workspace
from domain.services import Provider


def week_picture(seen: SevenDays, look: Look, words: Words) -> Screen:
    provider, other = seen.provider, look.other
    step = timedelta(days=WEEK)
    turn = [
        key(words.label("previous"), taps.WeekPicture(provider.id, seen.first - step, look)),
        key(words.label("key-now"), _drawn(provider.id, _today(seen), look, words)),
        key(words.label("next"), taps.WeekPicture(provider.id, seen.first + step, look)),
    ]
    otherwise = (
        key(
            words.label("key-dark" if other is Look.DARK else "key-light"),
            taps.WeekPicture(provider.id, seen.first, other),
        ),
        key(words.label("key-in-words"), taps.WeekInWords(provider.id, seen.first)),
    )
    rows = (
        *_days(seen, Whence(look.value), words),
        reading(words, turn),
        otherwise,
        _foot(provider, words),
    )
    return Screen("\n".join(_week_head(seen, words)), rows, picture=sketch(seen, look, words))


def week_in_words(seen: SevenDays, words: Words) -> Screen:
    provider, step = seen.provider, timedelta(days=WEEK)
    lines = [*_week_head(seen, words), *_by_day(seen.entries[:MOST], provider, words)]
    more = len(seen.entries) - MOST
    if more > 0:
        lines += ["", words.say("agenda-more", count=more)]
    turn = [
        key(words.label("previous"), taps.WeekInWords(provider.id, seen.first - step)),
        key(words.label("next"), taps.WeekInWords(provider.id, seen.first + step)),
    ]
    drawn = taps.WeekPicture(provider.id, seen.first, Look.LIGHT)
    rows = (
        *_days(seen, Whence.WORDS, words),
        reading(words, turn),
        (key(words.label("key-picture"), drawn),),
        _foot(provider, words),
    )
    return Screen("\n".join(lines), rows)


def month(seen: MonthInNumbers, words: Words) -> Screen:
    provider, total = seen.provider, sum(seen.counts.values())
    lines = [
        words.say("month-title", month=words.month(seen.first)),
        _whose(provider, words),
        words.say("diary-count", count=total),
        words.say("month-legend"),
    ]
    week = _drawn(provider.id, max(seen.first, seen.today), Look.LIGHT, words)
    rows = (
        *turns(
            taps.MonthOf(provider.id, shifted(seen.first, -1)),
            words.month(seen.first),
            taps.MonthOf(provider.id, shifted(seen.first, 1)),
            words,
        ),
        *grid_of(seen.first, seen.first, partial(_cell, seen, words), words),
        (
            key(words.label("key-week"), week),
            key(words.label("key-agenda"), taps.AgendaOf(provider.id, 0)),
        ),
        _foot(provider, words),
    )
    return Screen("\n".join(lines), rows)


def agenda(seen: Page, words: Words) -> Screen:
    provider = seen.provider
    first, last = words.day(seen.first), words.day(seen.last)
    lines = [
        words.say("agenda-title", first=first, last=last),
        *_counted(seen, words),
        *_by_day(seen.entries, provider, words),
    ]
    rows = (
        *column(entry_key(*each, words) for each in seen.entries),
        *pager(seen.page, seen.pages, partial(taps.AgendaOf, provider.id), words),
        (
            key(words.label("key-week"), _drawn(provider.id, seen.today, Look.LIGHT, words)),
            key(words.label("key-month-grid"), taps.MonthOf(provider.id, seen.today)),
        ),
        _foot(provider, words),
    )
    return Screen("\n".join(lines), rows)


def day(seen: Page, whence: Whence, words: Words) -> Screen:
    provider, on = seen.provider, seen.first
    title = "agenda-today" if on == seen.today else "agenda-day"
    lines = [words.say(title, day=words.full_day(on)), *_counted(seen, words), ""]
    lines += [entry(*each, provider.zone, words) for each in seen.entries]
    if seen.waiting:
        lines += ["", words.say("agenda-waiting", count=seen.waiting)]
    before, after = on - timedelta(days=1), on + timedelta(days=1)
    turn = [
        key(
            words.label("key-day-before", day=words.day(before)),
            taps.DayOf(provider.id, before, 0, whence),
        ),
        key(
            words.label("key-day-after", day=words.day(after)),
            taps.DayOf(provider.id, after, 0, whence),
        ),
    ]
    waiting = key(words.label("key-requests", count=seen.waiting), taps.Requests())
    rows = (
        *column(entry_key(*each, words) for each in seen.entries),
        *pager(seen.page, seen.pages, partial(taps.DayOf, provider.id, on, whence=whence), words),
        reading(words, turn),
        *(((waiting,),) if seen.waiting else ()),
        *_back(provider, on, whence, words),
    )
    return Screen("\n".join(lines), rows)


def _drawn(provider_id: int, on: date, look: Look, words: Words) -> taps.WeekPicture:
    return taps.WeekPicture(provider_id, words.week_start(on), look)


def _today(seen: SevenDays) -> date:
    return seen.now.astimezone(seen.provider.zone).date()


def _week_head(seen: SevenDays, words: Words) -> list[str]:
    last = seen.first + timedelta(days=WEEK - 1)
    return [
        words.say("agenda-week", first=words.day(seen.first), last=words.day(last)),
        _whose(seen.provider, words),
        words.say("diary-count", count=len(seen.entries)),
    ]


def _whose(provider: Provider, words: Words) -> str:
    return words.say("diary-whose", provider=provider.name, city=words.city(provider.zone))


def _counted(seen: Page, words: Words) -> list[str]:
    lines = [
        _whose(seen.provider, words),
        words.say("diary-count", count=sum(seen.counts.values())),
    ]
    if seen.pages > 1:
        lines.append(words.say("diary-page", page=seen.page + 1, pages=seen.pages))
    return lines


def _by_day(entries: Iterable[Entry], provider: Provider, words: Words) -> list[str]:
    lines: list[str] = []
    for on, group in groupby(
        entries, key=lambda each: each[0].start.astimezone(provider.zone).date()
    ):
        lines += ["", words.say("agenda-day", day=words.day(on))]
        lines += [entry(*each, provider.zone, words) for each in group]
    return lines


def _days(seen: SevenDays, whence: Whence, words: Words) -> Rows:
    """A key for each day, with how many bookings it has."""
    zone = seen.provider.zone
    starts = [booking.start.astimezone(zone).date() for booking, _ in seen.entries]
    names = words.weekdays()
    keys = []
    for on in (seen.first + timedelta(days=each) for each in range(WEEK)):
        label = words.label(
            "key-day-count" if on in starts else "key-day",
            weekday=names[on.weekday()],
            day=str(on.day),
            count=starts.count(on),
        )
        keys.append(key(label, taps.DayOf(seen.provider.id, on, 0, whence)))
    return tuple(reading(words, row) for row in grid(keys, 4))


def _cell(seen: MonthInNumbers, words: Words, on: date) -> Key:
    count = seen.counts.get(on, 0)
    number = words.label("cell-today" if on == seen.today else "cell-day", day=str(on.day))
    if count:
        label = words.label("cell-count", day=number, count=count)
    else:
        label = number if on in seen.open else words.label("cell-closed", day=number)
    style = Style.PRIMARY if count else Style.PLAIN
    return key(label, taps.DayOf(seen.provider.id, on, 0, Whence.MONTH), style)


def _back(provider: Provider, on: date, whence: Whence, words: Words) -> Rows:
    """To where the day was opened from; the days beside it are a tap away from the workspace."""
    match whence:
        case Whence.WORKSPACE:
            week = key(words.label("key-week"), _drawn(provider.id, on, Look.LIGHT, words))
            month = key(words.label("key-month-grid"), taps.MonthOf(provider.id, on))
            return ((week, month), _foot(provider, words))
        case Whence.MONTH:
            to = key(words.label("back"), taps.MonthOf(provider.id, on))
        case Whence.AGENDA:
            to = key(words.label("back"), taps.AgendaOf(provider.id, 0))
        case Whence.WORDS:
            first = words.week_start(on)
            to = key(words.label("back"), taps.WeekInWords(provider.id, first))
        case Whence.LIGHT | Whence.DARK:
            to = key(words.label("back"), _drawn(provider.id, on, Look(whence.value), words))
    return ((to, to_workspace(provider.id, words)),)


def _foot(provider: Provider, words: Words) -> tuple[Key, ...]:
    return to_workspace(provider.id, words), home(words)
