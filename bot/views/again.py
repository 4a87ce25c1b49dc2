"""Booking the same service with the same provider once more."""

from bot.usecases.keeping import Card
from bot.views import taps
from bot.views.clocks import clock
from bot.views.layout import column, home, key
from bot.views.screens import Rows, Screen
from bot.views.words import Words
from domain.notices import Side


def again(seen: Card, words: Words) -> Screen:
    """The times that are most like the last one, each a tap away from the review."""
    booking, provider = seen.booking, seen.provider
    lines = [
        words.say("again-title", title=booking.title.into(words.language), provider=provider.name),
        words.say("again-last", when=words.day_and_time(booking.start, clock(booking, words))),
        "",
        words.say("again-choose", city=words.city(clock(booking, words)))
        if seen.others
        else words.say("again-nothing"),
    ]
    days = taps.BookAgain(booking.provider_id, booking.service_id)
    rows = (
        *times(seen, words),
        (key(words.label("key-other-day"), days),),
        (key(words.label("back"), taps.ShowBooking(booking.id, Side.CUSTOMER)), home(words)),
    )
    return Screen("\n".join(lines), rows)


def times(seen: Card, words: Words) -> Rows:
    booking = seen.booking
    return column(
        key(words.day_and_time(start, clock(booking, words)), taps.AgainAt(booking.id, start))
        for start in seen.others
    )
