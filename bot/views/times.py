"""Choosing a time: those of a day, of this week, or near one that is gone."""

from collections import Counter
from collections.abc import Sequence
from functools import partial
from zoneinfo import ZoneInfo

from bot.usecases.availability import Coming, Slot, Times
from bot.usecases.nearby import Nearby
from bot.usecases.seeking import Sought
from bot.views import taps
from bot.views.layout import column, flow_foot, grid, key, marked, paged, pager, reading
from bot.views.looking import heading, own_clock, part_keys, wait_keys, wait_keys_for
from bot.views.screens import Rows, Screen
from bot.views.words import Words
from domain.dayparts import Part, part_of
from domain.spans import to_epoch

MANY = 12  # more times than this are split by parts of the day and pages
# What is said of a time that is gone: with others nearby, without any, and in short.
_TAKEN = ("slot-gone", "slot-gone-nothing", "slot-gone-toast")
_CLOSED = ("slot-closed", "slot-closed-nothing", "slot-closed-toast")


def week(sought: Sought, found: Coming, page: int, flow: int, words: Words) -> Screen:
    """All that is free this week, with its days."""
    if not found.slots:
        text = words.joined(f"{heading(sought, words)}\n", words.say("week-nothing-at-all"))
        return Screen(text, (*wait_keys(sought, flow, words), flow_foot(words, flow)))
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
    wait = wait_keys_for(sought, found.on, sought.part, flow, words)
    if not found.slots:
        lines.append(words.say("times-none", day=words.day(found.on)))
        rows = (*wait, *_days_around(found, flow, words), flow_foot(words, flow))
        return Screen("\n".join(lines), rows)
    lines.append(words.say("times-choose", count=len(found.slots), city=words.city(zone)))
    lines.append(own_clock(found.slots[0].start, zone, words))
    chosen = [slot for slot in found.slots if sought.part.has(to_epoch(slot.start), zone)]
    shown, rest = _paged(chosen, page, flow, words)
    rows = (
        *_parts(found.slots, sought, flow, words),
        *_starts(shown, zone, flow, words),
        *rest,
        *wait,
        *_days_around(found, flow, words),
        flow_foot(words, flow),
    )
    return Screen(words.joined(*lines), rows)


def alternatives(sought: Sought, found: Nearby, note: str, flow: int, words: Words) -> Screen:
    """In place of a time that is gone: the nearest ones, or the line for the wanted one.

    The note is kept.
    """
    gone, gone_and_nothing, toast = _TAKEN if found.is_offered else _CLOSED
    lines = [f"{heading(sought, words)}\n"]
    lines.append(words.say(gone if found.starts else gone_and_nothing))
    lines.append(words.say("note-kept") if note else "")
    lines.append(words.say("slot-near", city=words.city(sought.zone)) if found.starts else "")
    keys = (
        key(words.day_and_time(start, sought.zone), taps.PickTime(flow, start))
        for start in found.starts
    )
    other = key(words.label("key-other-day"), taps.Back(flow))
    foot = (other, key(words.label("leave"), taps.LeaveFlow(flow)))
    part = part_of(to_epoch(found.wanted), sought.zone)
    on = found.wanted.astimezone(sought.zone).date()
    wait = wait_keys_for(sought, on, part, flow, words)
    rows = (*column(keys), *wait, foot)
    return Screen(words.joined(*lines), rows, words.label(toast), alert=True)


def _parts(slots: Sequence[Slot], sought: Sought, flow: int, words: Words) -> Rows:
    if len(slots) <= MANY and sought.part is Part.ALL:
        return ()
    counts = Counter(part_of(to_epoch(slot.start), sought.zone) for slot in slots)
    keys = part_keys(counts, sought, flow, words)
    if len(keys) < 2 and sought.part is Part.ALL:
        return ()
    every = key(
        marked(words.label("part-all"), sought.part is Part.ALL, words),
        taps.PickPart(flow, Part.ALL),
    )
    return ((every,), *(reading(words, row) for row in grid(keys, 3)))


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
    shown, page, pages = paged(slots, page, MANY)
    return shown, pager(page, pages, partial(taps.TurnTimes, flow), words)


def _days_around(found: Times, flow: int, words: Words) -> Rows:
    """To the nearest days that have free times."""
    keys = [
        key(words.label(f"key-day-{way}", day=words.day(on)), taps.PickDay(flow, on))
        for way, on in (("before", found.before), ("after", found.after))
        if on is not None
    ]
    return (reading(words, keys),) if keys else ()
