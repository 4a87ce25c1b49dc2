"""Bookings that repeat: how often, how many times, which of the dates; and answering for all."""

import zlib
from collections.abc import Sequence
from datetime import datetime

from bot.usecases.answering import requested
from bot.usecases.keeping import Card
from bot.usecases.series import Occurrence, Plan, Repeatable
from bot.views import meeting, taps, together
from bot.views.agenda import decline_reasons
from bot.views.cards import facts, sign
from bot.views.clocks import brief, clock
from bot.views.layout import column, grid, home, key, reading
from bot.views.screens import Key, Screen, Style
from bot.views.words import Words
from domain.bookings import REASON_LIMIT, Booking, Status
from domain.notices import Side
from domain.people import Person
from domain.series import MOST, Every
from domain.spans import to_epoch


def ask_every(found: Repeatable, words: Words) -> Screen:
    seen = found.seen
    asks = words.say("repeat-asks", provider=seen.provider.name) if found.asks else ""
    keys = (
        key(words.label(f"every-{every.name.lower()}"), taps.RepeatEvery(seen.booking.id, every))
        for every in Every
    )
    text = words.joined(
        words.say("repeat-ask"), "", facts(seen.booking, seen.provider, words), "\n" + asks
    )
    back = key(words.label("back"), taps.ShowBooking(seen.booking.id, Side.CUSTOMER))
    return Screen(text, (*column(keys), (back,)))


def ask_count(found: Repeatable, every: Every, words: Words) -> Screen:
    booking_id = found.seen.booking.id
    keys = [
        key(str(count), taps.RepeatPlan(booking_id, every, count, 0))
        for count in range(2, MOST + 1)
    ]
    rows = (reading(words, row) for row in grid(keys, 4))
    back = key(words.label("back"), taps.Repeat(booking_id))
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
        words.say("repeat-clashes") if any(each.clashes for each in found.occurrences) else "",
        words.say("repeat-asks", provider=found.card.provider.name) if found.asks else "",
    )
    book = key(
        words.label("repeat-request" if found.asks else "repeat-book", count=len(wanted)),
        taps.RepeatBook(booking.id, every, count, left_out, shown(found)),
        Style.SUCCESS,
    )
    back = key(words.label("back"), taps.RepeatEvery(booking.id, every))
    rows = (*column(keys), *(((book,),) if wanted else ()), (back,))
    return Screen(text, rows, toast, alert=bool(toast))


def booked(made: Sequence[Booking], customer: Person, words: Words) -> Screen:
    asked = made[0] if made[0].status is Status.PENDING else None
    lines = [words.say("repeat-requested" if asked else "repeat-booked", count=len(made)), ""]
    lines += [f"🗓 {words.plain(brief(each, words))}" for each in made]
    if asked and asked.hold_until:
        zone = clock(asked, words)
        until = words.day_and_time(asked.hold_until, zone)
        lines += ["", words.say("repeat-until", when=until, city=words.city(zone))]
    number = meeting.missing_number(made[0], customer, Side.CUSTOMER, words)
    bookings = key(words.label("key-all-bookings"), taps.MyBookings(0))
    return Screen("\n".join(lines), (*number, (bookings, home(words))))


def confirmed(seen: Card) -> int:
    """How many bookings of its series are on."""
    if seen.series is None:
        return 1
    return sum(each.status is Status.CONFIRMED for each in seen.series.bookings)


def dates(seen: Card, words: Words) -> list[str]:
    """All dates of the series that a booking is in, with what has become of each."""
    if seen.series is None:
        return []
    each = (
        f"{sign(booking)} {words.plain(brief(booking, words))}" for booking in seen.series.bookings
    )
    return ["", words.say("series-dates"), *each]


def one_by_one(seen: Card, now: datetime, words: Words) -> Screen:
    """What the provider has yet to answer, each a tap away from its card."""
    waiting = requested(seen, now)
    text = words.joined(
        words.say("series-requests", customer=seen.customer.name, count=len(waiting)),
        "\n" + facts(seen.booking, seen.provider, words),
    )
    rows = column(
        key(
            f"{sign(each)} {words.day_and_time(each.start, clock(each, words))}",
            taps.ShowBooking(each.id, Side.PROVIDER),
        )
        for each in waiting
    )
    foot = (key(words.label("requests-back"), taps.Requests()), home(words))
    return Screen(text, (*rows, *together.answers_to_all(seen, now, words), foot))


def ask_decline_all(seen: Card, now: datetime, words: Words) -> Screen:
    """Why? One reason for all of them."""
    booking_id, customer = seen.booking.id, seen.customer.name
    count = len(requested(seen, now))
    ask = words.say("decline-all-ask", customer=customer, count=count)
    text = "\n".join([ask, *dates(seen, words)])
    reasons = decline_reasons(lambda reason: taps.DeclineAllFor(booking_id, reason), words)
    own = key(words.label("key-own-words"), taps.DeclineAllInWords(booking_id))
    return Screen(text, (*reasons, (own,), (_to_requests(seen, words),)))


def ask_reason(seen: Card, words: Words) -> Screen:
    text = words.say("reason-ask", other=seen.customer.name, limit=REASON_LIMIT)
    return Screen(text, ((_to_requests(seen, words),),))


def _to_requests(seen: Card, words: Words) -> Key:
    return key(words.label("back"), taps.RequestedDates(seen.booking.id))


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
    label = _plain_label(each, is_left_out, booking, words)
    if each.clashes and each.bookable:
        return words.label("repeat-clashing", what=label)
    return label


def _plain_label(each: Occurrence, is_left_out: bool, booking: Booking, words: Words) -> str:
    when = words.day_and_time(each.start, clock(booking, words))
    if not each.bookable:
        return words.label("repeat-none", when=when)
    if is_left_out:
        return words.label("repeat-out", when=when)
    if each.is_free:
        return words.label("repeat-in", when=when)
    instead = words.day_and_time(each.bookable, clock(booking, words))
    return words.label("repeat-other", when=instead)
