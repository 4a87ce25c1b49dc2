"""Messages around a session: it begins, nobody came, how was it; and saying what became of it."""

from datetime import datetime

from bot.usecases.keeping import Card
from bot.views import attendance, outcomes, taps
from bot.views.cards import again, card, details, facts, other_side, room_door
from bot.views.clocks import clock
from bot.views.layout import key
from bot.views.screens import Key, Rows, Screen, Style
from bot.views.words import Words
from domain import sessions
from domain.notices import Kind, Notice, Side

KINDS = frozenset({Kind.READY, Kind.MISSED, Kind.ASK_OUTCOME, Kind.ASK_AGAIN, Kind.NOTES})


def message(notice: Notice, seen: Card, now: datetime, words: Words) -> Screen:
    """The message of one of KINDS, with the keys that make sense on it."""
    match notice.kind:
        case Kind.READY:
            return ready(seen, now, words)
        case Kind.MISSED:
            return missed(seen, words)
        case Kind.NOTES:
            return outcomes.reading(seen, words)
        case _:
            return ask_outcome(seen, now, words)


def ready(seen: Card, now: datetime, words: Words) -> Screen:
    booking = seen.booking
    title = booking.title.into(words.language)
    if booking.start > now:
        head = words.say("notice-ready", title=title, until=words.until(booking.start, now))
    else:
        head = words.say("notice-ready-now", title=title)
    how = words.say("ready-how", other=other_side(seen))
    text = "\n".join([head, details(seen, words), "", how])
    arrival = attendance.arrival(booking, seen.side, words)
    return Screen(text, (*arrival, *room_door(seen, now, words), (_look(seen, words),)))


def missed(seen: Card, words: Words) -> Screen:
    """Nobody is blamed, and another time is a tap away."""
    head = words.say(f"notice-missed-{seen.side}", other=other_side(seen))
    text = f"{head}\n{details(seen, words)}"
    return Screen(text, ((_another(seen, words),), (_look(seen, words),)))


def ask_outcome(seen: Card, now: datetime, words: Words) -> Screen:
    booking = seen.booking
    head = words.say("ask-outcome", title=booking.title.into(words.language))
    lines = [head, words.say("reference", reference=booking.reference), ""]
    lines += [f"👤 {words.say('booking-customer', customer=seen.customer.name)}"]
    lines.append(facts(booking, seen.provider, words))
    rows: Rows = attendance.answers(booking, now, words)
    if booking.capacity > 1:
        label = words.label("key-participants", count=seen.taken)
        rows = ((key(label, taps.Participants(booking.id)),),)
    last = [_look(seen, words)]
    if now < sessions.next_morning(booking):
        last.insert(0, key(words.label("key-later"), taps.AskLater(booking.id)))
    return Screen("\n".join(lines), (*rows, tuple(last)))


def ask_no_show(seen: Card, words: Words) -> Screen:
    head = words.say("no-show-ask", customer=seen.customer.name)
    text = words.joined(head, "", facts(seen.booking, seen.provider, words))
    sure = key(words.label("key-no-show-sure"), taps.NoShow(seen.booking.id), Style.DANGER)
    back = key(words.label("back"), taps.ShowBooking(seen.booking.id, Side.PROVIDER))
    return Screen(text, ((sure,), (back,)))


def joined(seen: Card, now: datetime, words: Words) -> Screen:
    return card(seen, now, words, toast=words.label("joined-toast"))


def did_not_come(seen: Card, now: datetime, words: Words) -> Screen:
    return card(seen, now, words, toast=words.label("no-show-toast"))


def later(seen: Card, now: datetime, words: Words) -> Screen:
    again_at = sessions.next_morning(seen.booking)
    toast = words.label("later-toast-card")
    if now < again_at:
        when = words.day_and_time(again_at, clock(seen.booking, words))
        toast = words.label("later-toast", when=when)
    return card(seen, now, words, toast=toast)


def _another(seen: Card, words: Words) -> Key:
    booking = seen.booking
    if seen.side is Side.CUSTOMER:
        return again(booking, words)
    label = words.label("key-book-again-for")
    return key(label, taps.BookForKnown(booking.provider_id, booking.customer_id), Style.PRIMARY)


def _look(seen: Card, words: Words) -> Key:
    return key(words.label("key-details"), taps.ShowBooking(seen.booking.id, seen.side))
