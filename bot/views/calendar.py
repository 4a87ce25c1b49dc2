"""Choosing a day and a time: the month grid, the times of a day, why a day cannot be had."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from bot.usecases.availability import Day, DayState, Month
from bot.views import taps
from bot.views.layout import blank, column, flow_foot, grid, key, marked, pager, reading
from bot.views.screens import Key, Rows, Screen, Style, Toast
from bot.views.taps import Part
from bot.views.words import Words, same_clock
from domain import dayparts
from domain.services import Provider, Service
from domain.spans import to_epoch

MANY = 12  # more times than this are split by parts of the day and pages


def month(provider: Provider, service: Service, shown: Month, flow: int, words: Words) -> Screen:
    lines = [heading(provider, service, words), ""]
    if not shown.soonest:
        lines.append(words.say("days-nothing", latest=words.full_day(shown.latest)))
        return Screen("\n".join(lines), (flow_foot(words, flow),))
    lines += [words.say("days-choose", city=words.city(shown.zone)), words.say("days-soonest")]
    lines += ["", _counted(shown, words), words.say("days-legend")]
    soonest = (
        key(
            words.label("key-soonest", when=words.day_and_time(start, shown.zone)),
            taps.PickTime(flow, start),
        )
        for start in shown.soonest
    )
    rows = (
        *column(soonest),
        _months(shown, flow, words),
        _weekdays(words),
        *_weeks(shown.days, flow, words),
        flow_foot(words, flow),
    )
    return Screen("\n".join(lines), rows)


def why_not(provider: Provider, day: Day, latest: date, words: Words) -> Toast:
    """The answer to a tap on a day that cannot be had."""
    name = words.day(day.on)
    match day.state:
        case DayState.CLOSED:
            text = words.label("why-closed", provider=provider.name, day=name)
        case DayState.TOO_SOON:
            text = words.label("why-too-soon", day=name)
        case DayState.PAST:
            text = words.label("why-past", day=name)
        case DayState.BEYOND:
            text = words.label("why-beyond", latest=words.full_day(latest))
        case _:
            text = words.label("why-full", day=name)
    return Toast(text)


def times(
    provider: Provider,
    service: Service,
    on: date,
    zone: ZoneInfo,
    starts: Sequence[datetime],
    part: Part,
    page: int,
    flow: int,
    words: Words,
) -> Screen:
    lines = [
        heading(provider, service, words),
        "",
        words.say("times-title", day=words.full_day(on)),
    ]
    if not starts:
        lines.append(words.say("times-none", day=words.day(on)))
        return Screen("\n".join(lines), (flow_foot(words, flow),))
    lines.append(words.say("times-choose", count=len(starts), city=words.city(zone)))
    lines.append(own_clock(starts[0], zone, words))
    shown = [start for start in starts if part in {Part.ALL, part_of(start, zone)}]
    pages = max(1, -(-len(shown) // MANY))
    page = min(page, pages - 1)
    rows = (
        *_parts(starts, zone, part, flow, words),
        *_starts(shown[page * MANY : (page + 1) * MANY], zone, flow, words),
        *_pages(page, pages, flow, words),
        flow_foot(words, flow),
    )
    return Screen(words.joined(*lines), rows)


def alternatives(
    provider: Provider,
    service: Service,
    zone: ZoneInfo,
    starts: Sequence[datetime],
    note: str,
    flow: int,
    words: Words,
) -> Screen:
    """After somebody else was faster: the nearest times, the note kept."""
    lines = [heading(provider, service, words), ""]
    lines.append(words.say("slot-gone" if starts else "slot-gone-nothing"))
    lines.append(words.say("note-kept") if note else "")
    keys = (key(words.day_and_time(start, zone), taps.PickTime(flow, start)) for start in starts)
    other = key(words.label("key-other-day"), taps.Back(flow))
    foot = (other, key(words.label("leave"), taps.LeaveFlow(flow)))
    toast = words.label("slot-gone-toast")
    return Screen(words.joined(*lines), (*column(keys), foot), toast, alert=True)


def heading(provider: Provider, service: Service, words: Words) -> str:
    title = service.title.into(words.language)
    what = words.say("booking-of", title=title, provider=provider.name)
    length = words.length(service.rules.duration)
    price = words.money(service.price)
    return f"{what}\n{words.say('length-and-price', length=length, price=price)}"


def own_clock(at: datetime, zone: ZoneInfo, words: Words) -> str:
    """What a time there is on the reader's own clock, where the two differ."""
    if words.zone is None or same_clock(words.zone, zone, at):
        return ""
    return words.say(
        "times-here",
        there=words.time(at, zone),
        here=words.day_and_time(at, words.zone),
        city=words.city(words.zone),
    )


def part_of(start: datetime, zone: ZoneInfo) -> Part:
    return Part[dayparts.part_of(to_epoch(start), zone).name]


def _counted(shown: Month, words: Words) -> str:
    free = sum(day.state.can_be_had for day in shown.days)
    full = sum(day.state is DayState.FULL for day in shown.days)
    return words.say("days-count", month=words.month(shown.first), free=free, full=full)


def _months(shown: Month, flow: int, words: Words) -> tuple[Key, ...]:
    before = _shifted(shown.first, -1)
    after = _shifted(shown.first, 1)
    row = [
        key(words.label("previous"), taps.TurnMonth(flow, before))
        if before >= shown.first_month
        else blank(1),
        key(words.month(shown.first), taps.Blank(0)),
        key(words.label("next"), taps.TurnMonth(flow, after))
        if after <= shown.last_month
        else blank(2),
    ]
    return reading(words, row)


def _shifted(first: date, months: int) -> date:
    middle = first.replace(day=15) + timedelta(days=30 * months)
    return middle.replace(day=1)


def _weekdays(words: Words) -> tuple[Key, ...]:
    names = words.weekdays()
    order = [(words.first_weekday + each) % 7 for each in range(7)]
    return reading(words, [key(names[day], taps.Blank(10 + day)) for day in order])


def _weeks(days: Sequence[Day], flow: int, words: Words) -> Rows:
    """A row a week; weeks that are over are left out."""
    lead = (days[0].on.weekday() - words.first_weekday) % 7
    cells = [blank(20 + each) for each in range(lead)]
    cells += [_cell(day, flow, words) for day in days]
    cells += [blank(30 + each) for each in range(-len(cells) % 7)]
    over = sum(day.state is DayState.PAST for day in days) + lead
    return tuple(reading(words, row) for row in grid(cells[over // 7 * 7 :], 7))


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


def _parts(
    starts: Sequence[datetime], zone: ZoneInfo, chosen: Part, flow: int, words: Words
) -> Rows:
    if len(starts) <= MANY:
        return ()
    keys = [
        key(
            marked(words.label("part-all"), chosen is Part.ALL, words),
            taps.PickPart(flow, Part.ALL),
        )
    ]
    for part in (Part.MORNING, Part.AFTERNOON, Part.EVENING):
        count = sum(part_of(start, zone) is part for start in starts)
        if count:
            label = words.label(f"part-{part.name.lower()}", count=count)
            keys.append(key(marked(label, part is chosen, words), taps.PickPart(flow, part)))
    if len(keys) <= 2:
        return ()
    return ((keys[0],), *(reading(words, row) for row in grid(keys[1:], 3)))


def _starts(starts: Sequence[datetime], zone: ZoneInfo, flow: int, words: Words) -> Rows:
    keys = [key(words.time(start, zone), taps.PickTime(flow, start)) for start in starts]
    return tuple(reading(words, row) for row in grid(keys, 3))


def _pages(page: int, pages: int, flow: int, words: Words) -> Rows:
    label = words.label("page", page=page + 1, pages=pages)
    before = taps.TurnTimes(flow, page - 1) if page else None
    after = taps.TurnTimes(flow, page + 1) if page + 1 < pages else None
    return pager(words, before, after, label)
