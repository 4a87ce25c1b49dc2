"""What stands on the card of a booking of a series, and the keys that answer for all of it."""

from datetime import datetime

from bot.usecases.answering import requested
from bot.usecases.keeping import Card
from bot.views import taps
from bot.views.layout import key
from bot.views.screens import Rows, Style
from bot.views.words import Words
from domain.bookings import Booking
from domain.notices import Side
from storage.series import Series


def place(series: Series, booking: Booking, words: Words) -> str:
    """Which one of how many it is."""
    ids = [each.id for each in series.bookings]
    return words.say(
        "series-place",
        place=ids.index(booking.id) + 1,
        count=len(ids),
        every=words.label(f"every-{series.every.name.lower()}"),
    )


def are_asked_for(seen: Card, now: datetime) -> bool:
    """Whether the provider has several of its series to answer."""
    return seen.side is Side.PROVIDER and len(requested(seen, now)) > 1


def answers(seen: Card, now: datetime, words: Words) -> Rows:
    """Confirm all, decline all, or go through them, where others of the series are asked for."""
    others = {each.id for each in requested(seen, now)} - {seen.booking.id}
    if seen.side is Side.CUSTOMER or not others:
        return ()
    one_by_one = key(words.label("key-one-by-one"), taps.RequestedDates(seen.booking.id))
    all_rows = answers_to_all(seen, now, words) if are_asked_for(seen, now) else ()
    return *all_rows, (one_by_one,)


def answers_to_all(seen: Card, now: datetime, words: Words) -> Rows:
    """One answer to all that is asked for."""
    count, booking_id = len(requested(seen, now)), seen.booking.id
    accept = words.label("key-accept-all", count=count)
    decline = words.label("key-decline-all", count=count)
    return (
        (key(accept, taps.AcceptAll(booking_id), Style.SUCCESS),),
        (key(decline, taps.AskDeclineAll(booking_id), Style.DANGER),),
    )
