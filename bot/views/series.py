"""Bookings that repeat: how often, how many times, and which of the dates."""

import zlib
from collections.abc import Sequence
from datetime import datetime

from bot.usecases.keeping import Card
from bot.usecases.series import Occurrence, Plan
from bot.views import taps
from bot.views.cards import facts
from bot.views.clocks import brief, clock
from bot.views.layout import column, grid, home, key, reading
from bot.views.screens import Screen, Style
from bot.views.words import Words
from domain.bookings import Booking
from domain.notices import Side
from domain.series import MOST, Every
from domain.spans import to_epoch


def ask_every(seen: Card, words: Words) -> Screen:
    keys = (
        key(words.label(f"every-{every.name.lower()}"), taps.RepeatEvery(seen.booking.id, every))
        for every in Every
    )
    text = words.joined(words.say("repeat-ask"), "", facts(seen.booking, seen.provider, words))
    back = key(words.label("back"), taps.ShowBooking(seen.booking.id, Side.CUSTOMER))
    return Screen(text, (*column(keys), (back,)))


def ask_count(seen: Card, every: Every, words: Words) -> Screen:
    keys = [
        key(str(count), taps.RepeatPlan(seen.booking.id, every, count, 0))
        for count in range(2, MOST + 1)
    ]
    rows = (reading(words, row) for row in grid(keys, 4))
    back = key(words.label("back"), taps.Repeat(seen.booking.id))
    return Screen(words.say("repeat-count"), (*rows, (back,)))


def plan(found: Plan, left_out: int, words: Words, toast: str = "") -> Screen:
    """Each date with what becomes of it; a tap leaves one out, or takes it in again."""
    booking, every, count = found.card.booking, found.every, found.count
    keys = [
        key(
            _label(each, bool(left_out >> at & 1), booking, words),
            taps.RepeatPlan(booking.id, every, count, left_out ^ 1 << at),
        )
        if each.bookable
        else key(_label(each, False, booking, words), taps.Blank(60 + at))
        for at, each in enumerate(found.occurrences)
    ]
    wanted = chosen(found, left_out)
    text = words.joined(
        words.say("repeat-plan", every=words.label(f"every-{every.name.lower()}")),
        facts(booking, found.card.provider, words) + "\n",
        *_taken(found, words),
        words.say("repeat-how"),
    )
    book = key(
        words.label("repeat-book", count=len(wanted)),
        taps.RepeatBook(booking.id, every, count, left_out, shown(found)),
        Style.SUCCESS,
    )
    back = key(words.label("back"), taps.RepeatEvery(booking.id, every))
    rows = (*column(keys), *(((book,),) if wanted else ()), (back,))
    return Screen(text, rows, toast, alert=bool(toast))


def booked(made: Sequence[Booking], words: Words) -> Screen:
    lines = [words.say("repeat-booked", count=len(made)), ""]
    lines += [f"🗓 {words.plain(brief(each, words))}" for each in made]
    bookings = key(words.label("key-all-bookings"), taps.MyBookings(0))
    return Screen("\n".join(lines), ((bookings, home(words)),))


def chosen(found: Plan, left_out: int) -> list[datetime]:
    """The starts that are to be booked."""
    return [
        each.bookable
        for at, each in enumerate(found.occurrences)
        if each.bookable and not left_out >> at & 1
    ]


def shown(found: Plan) -> int:
    """A number that changes when the times of the plan do."""
    starts = [to_epoch(each.bookable) if each.bookable else 0 for each in found.occurrences]
    return zlib.crc32(repr(starts).encode())


def _taken(found: Plan, words: Words) -> list[str]:
    """The dates that are not to be had as wished."""
    zone = clock(found.card.booking, words)
    return [
        words.say("repeat-taken", when=words.day_and_time(each.start, zone))
        for each in found.occurrences
        if each.bookable and not each.is_free
    ]


def _label(each: Occurrence, is_left_out: bool, booking: Booking, words: Words) -> str:
    when = words.day_and_time(each.start, clock(booking, words))
    if not each.bookable:
        return words.label("repeat-none", when=when)
    if is_left_out:
        return words.label("repeat-out", when=when)
    if each.is_free:
        return words.label("repeat-in", when=when)
    instead = words.day_and_time(each.bookable, clock(booking, words))
    return words.label("repeat-other", when=instead)
