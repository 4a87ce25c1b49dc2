"""Messages that come by themselves: confirmed, declined, cancelled, reminders."""

from datetime import datetime

from bot.usecases.answering import requested
from bot.usecases.keeping import Card
from bot.views import (
    again as again_views,
    moves,
    reviews,
    series,
    sessions,
    taps,
    together,
    waitlist,
)
from bot.views.cards import again, answers, details, room_door, suggested, suggested_keys
from bot.views.clocks import clock
from bot.views.details import card_keys
from bot.views.layout import key
from bot.views.screens import Key, Rows, Screen, Style
from bot.views.words import Words
from domain.bookings import Booking, Status
from domain.notices import ONCE_FOR_ALL, Kind, Notice, Side

_WITH_ALL_DATES = ONCE_FOR_ALL | {Kind.BOOKED}
_TITLES = {
    Kind.REQUESTED: "request-title",
    Kind.NUDGE: "nudge-title",
    Kind.BOOKED: "notice-booked",
    Kind.MADE: "notice-confirmed",
    Kind.SENT: "notice-sent",
    Kind.CONFIRMED: "notice-confirmed",
    Kind.DECLINED: "notice-declined",
}
_SERIES_TITLES = {
    Kind.REQUESTED: "requested-series-title",
    Kind.NUDGE: "nudge-series-title",
}


def message(notice: Notice, seen: Card, now: datetime, words: Words) -> Screen:
    """The message of this notice, with the keys that make sense on it."""
    match notice.kind:
        case Kind.MOVE:
            return moves.choose(seen, words)
        case Kind.OFFER:
            return waitlist.offer(seen, now, words)
        case Kind.FEEDBACK:
            return reviews.ask(seen, words)
        case Kind.REVIEWED:
            return reviews.told(seen, words)
        case kind if kind in moves.NOTICES:
            return moves.message(notice, seen, words)
        case kind if kind in sessions.KINDS:
            return sessions.message(notice, seen, now, words)
        case _:
            return _of_booking(notice, seen, now, words)


def _of_booking(notice: Notice, seen: Card, now: datetime, words: Words) -> Screen:
    lines = [_title(notice, seen, now, words), details(seen, words)]
    city = words.city(clock(seen.booking, words))
    if notice.kind in _WITH_ALL_DATES:
        lines += series.dates(seen, words)
    if notice.kind is Kind.SENT:
        lines += ["", words.say("notice-sent-more")]
    if notice.kind is Kind.DECLINED:
        lines.append(suggested(seen, now, words))
    if notice.kind in {Kind.REQUESTED, Kind.NUDGE} and seen.booking.hold_until:
        until = words.day_and_time(seen.booking.hold_until, clock(seen.booking, words))
        lines += ["", words.say("request-until", when=until, city=city)]
    if notice.kind is Kind.EXPIRED and seen.others:
        lines += ["", words.say("again-nearby", city=city)]
    return Screen("\n".join(lines).rstrip(), _keys(notice, seen, now, words))


def _title(notice: Notice, seen: Card, now: datetime, words: Words) -> str:
    names = {"provider": seen.provider.name, "customer": seen.customer.name}
    match notice.kind:
        case Kind.REMINDER:
            until = words.until(seen.booking.start, now)
            title = seen.booking.title.into(words.language)
            return words.say("notice-reminder", until=until, title=title)
        case Kind.CANCELLED | Kind.EXPIRED:
            return words.say(f"notice-{notice.kind}-{notice.side}", **names)
        case Kind.CONFIRMED if series.confirmed(seen) > 1:
            return words.say("notice-confirmed-series", count=series.confirmed(seen))
        case kind if kind in _SERIES_TITLES and together.are_asked_for(seen, now):
            return words.say(_SERIES_TITLES[kind], count=len(requested(seen, now)))
        case _:
            return words.say(_TITLES[notice.kind], **names)


def _keys(notice: Notice, seen: Card, now: datetime, words: Words) -> Rows:
    booking, side = seen.booking, notice.side
    rows: list[tuple[Key, ...]] = []
    if side is Side.PROVIDER and booking.status is Status.PENDING:
        return (
            *_answers(seen, now, words),
            *card_keys(seen, words),
            *room_door(seen, now, words),
        )
    rows += card_keys(seen, words)
    if notice.kind is Kind.REMINDER:
        label = words.label("key-will-come")
        rows.append((key(label, taps.WillCome(booking.id, side), Style.SUCCESS),))
    if not booking.status.is_live and side is Side.CUSTOMER:
        if notice.kind is Kind.EXPIRED:
            return (*again_views.times(seen, words), (again(booking, words),))
        return (*suggested_keys(seen, now, words), (again(booking, words),))
    if booking.status.is_live:
        rows.append(_look(booking, side, words))
    return tuple(rows)


def _answers(seen: Card, now: datetime, words: Words) -> Rows:
    """To the request; to all of a series, or one by one."""
    return together.answers(seen, now, words) or (answers(seen.booking, words),)


def _look(booking: Booking, side: Side, words: Words) -> tuple[Key, ...]:
    return (
        key(words.label("key-details"), taps.ShowBooking(booking.id, side)),
        key(words.label("key-cancel"), taps.AskCancel(booking.id, side)),
    )
