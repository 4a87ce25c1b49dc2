"""Choosing a day and a time: the month grid, the times of a day, why a day cannot be had."""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from bot.usecases.availability import Coming, Day, DayState, Month, Slot, Times
from bot.usecases.seeking import Sought
from bot.views import taps
from bot.views.layout import blank, column, flow_foot, grid, key, marked, pager, reading
from bot.views.screens import Key, Rows, Screen, Style, Toast
from bot.views.words import Words, same_clock
from domain.dayparts import Part, part_of
from domain.spans import to_epoch

MANY = 12  # more times than this are split by parts of the day and pages
_MOST_MONTHS = 24


def month(sought: Sought, shown: Month, flow: int, words: Words) -> Screen:
    lines = [f"{heading(sought, words)}\n"]
    look = _look(sought, flow, words)
    if not shown.soonest:
        lines.append(words.say("days-nothing", latest=words.full_day(shown.latest)))
        return Screen("\n".join(lines), (look[:1], flow_foot(words, flow)))
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
    rows = (
        *column(soonest),
        look,
        _months(shown, flow, words),
        _weekdays(words),
        *_weeks(shown.days, flow, words),
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
        *_part_keys(counts, sought, flow, words),
    ]
    if anyone > 1 and sought.provider is not None:
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


def week(sought: Sought, found: Coming, page: int, flow: int, words: Words) -> Screen:
    """All that is free this week, with its days."""
    if not found.slots:
        text = words.joined(f"{heading(sought, words)}\n", words.say("week-nothing-at-all"))
        return Screen(text, (flow_foot(words, flow),))
    head = "week-title" if found.in_this_week else "week-nothing"
    lines = [f"{heading(sought, words)}\n", words.say(head, count=len(found.slots))]
    lines.append(words.say("times-zone", city=words.city(sought.zone)))
    lines.append(own_clock(found.slots[0].start, sought.zone, words))
    shown, rest = _paged(found.slots, page, flow, words)
    keys = [
        key(
            _with_seats(words.day_and_time(slot.start, sought.zone), slot, words),
            taps.PickTime(flow, slot.start),
        )
        for slot in shown
    ]
    rows = (reading(words, row) for row in grid(keys, 2))
    return Screen(words.joined(*lines), (*rows, *rest, flow_foot(words, flow)))


def times(sought: Sought, found: Times, page: int, flow: int, words: Words) -> Screen:
    """The times of a day; `found` has all of them, the part of the day that counts is shown."""
    zone = sought.zone
    lines = [f"{heading(sought, words)}\n", words.say("times-title", day=words.full_day(found.on))]
    if not found.slots:
        lines.append(words.say("times-none", day=words.day(found.on)))
        return Screen("\n".join(lines), (*_days_around(found, flow, words), flow_foot(words, flow)))
    lines.append(words.say("times-choose", count=len(found.slots), city=words.city(zone)))
    lines.append(own_clock(found.slots[0].start, zone, words))
    chosen = [slot for slot in found.slots if sought.part.has(to_epoch(slot.start), zone)]
    shown, rest = _paged(chosen, page, flow, words)
    rows = (
        *_parts(found.slots, sought, flow, words),
        *_starts(shown, zone, flow, words),
        *rest,
        *_days_around(found, flow, words),
        flow_foot(words, flow),
    )
    return Screen(words.joined(*lines), rows)


def alternatives(
    sought: Sought, starts: Sequence[datetime], note: str, flow: int, words: Words
) -> Screen:
    """After somebody else was faster: the nearest times, the note kept."""
    lines = [f"{heading(sought, words)}\n"]
    lines.append(words.say("slot-gone" if starts else "slot-gone-nothing"))
    lines.append(words.say("note-kept") if note else "")
    keys = (
        key(words.day_and_time(start, sought.zone), taps.PickTime(flow, start)) for start in starts
    )
    other = key(words.label("key-other-day"), taps.Back(flow))
    foot = (other, key(words.label("leave"), taps.LeaveFlow(flow)))
    toast = words.label("slot-gone-toast")
    return Screen(words.joined(*lines), (*column(keys), foot), toast, alert=True)


def heading(sought: Sought, words: Words) -> str:
    service = sought.service
    title = service.title.into(words.language)
    if sought.provider is None:
        what = words.say("booking-with-anyone", title=title)
    else:
        what = words.say("booking-of", title=title, provider=sought.provider.name)
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
        key(words.month(shown.first), taps.Months(flow)),
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


def _parts(slots: Sequence[Slot], sought: Sought, flow: int, words: Words) -> Rows:
    if len(slots) <= MANY and sought.part is Part.ALL:
        return ()
    counts = Counter(part_of(to_epoch(slot.start), sought.zone) for slot in slots)
    keys = _part_keys(counts, sought, flow, words)
    if len(keys) < 2 and sought.part is Part.ALL:
        return ()
    every = key(
        marked(words.label("part-all"), sought.part is Part.ALL, words),
        taps.PickPart(flow, Part.ALL),
    )
    return ((every,), *(reading(words, row) for row in grid(keys, 3)))


def _part_keys(counts: Mapping[Part, int], sought: Sought, flow: int, words: Words) -> list[Key]:
    """A key for each part of the day that has any free starts, with how many."""
    return [
        key(
            marked(words.label(f"part-{part}", count=counts[part]), part is sought.part, words),
            taps.PickPart(flow, part),
        )
        for part in (Part.MORNING, Part.AFTERNOON, Part.EVENING)
        if counts.get(part)
    ]


def _starts(slots: Sequence[Slot], zone: ZoneInfo, flow: int, words: Words) -> Rows:
    keys = [
        key(_with_seats(words.time(slot.start, zone), slot, words), taps.PickTime(flow, slot.start))
        for slot in slots
    ]
    width = 2 if any(slot.seats for slot in slots) else 3
    return tuple(reading(words, row) for row in grid(keys, width))


def _with_seats(when: str, slot: Slot, words: Words) -> str:
    return when if slot.seats is None else words.label("key-seats", when=when, count=slot.seats)


def _paged(
    slots: Sequence[Slot], page: int, flow: int, words: Words
) -> tuple[Sequence[Slot], Rows]:
    """The slots of a page, one too far is the last, and the way to the others."""
    pages = max(1, -(-len(slots) // MANY))
    page = min(page, pages - 1)
    label = words.label("page", page=page + 1, pages=pages)
    before = taps.TurnTimes(flow, page - 1) if page else None
    after = taps.TurnTimes(flow, page + 1) if page + 1 < pages else None
    return slots[page * MANY : (page + 1) * MANY], pager(words, before, after, label)


def _days_around(found: Times, flow: int, words: Words) -> Rows:
    """To the nearest days that have free times."""
    keys = [
        key(words.label(f"key-day-{way}", day=words.day(on)), taps.PickDay(flow, on))
        for way, on in (("before", found.before), ("after", found.after))
        if on is not None
    ]
    return (reading(words, keys),) if keys else ()
