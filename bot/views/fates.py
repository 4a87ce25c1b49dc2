"""Bookings in time that is about to be closed, and what becomes of each."""

from collections.abc import Mapping, Sequence

from bot.views import taps
from bot.views.layout import column, key, reading
from bot.views.screens import Key, Screen, Style
from bot.views.words import Words
from domain.bookings import Booking
from domain.clashes import Fate
from domain.people import Person

_SHOWN = 20


def in_the_way(
    provider_id: int,
    what: str,
    entries: Sequence[tuple[Booking, Person]],
    fates: Mapping[int, Fate],
    words: Words,
    toast: str = "",
) -> Screen:
    """Each booking with what becomes of it, which a tap changes; nothing is done before the last.

    `what` is the time that is to be closed, in words.
    """
    lines = [words.say("fate-title", count=len(entries), what=what), words.say("fate-how")]
    if len(entries) > _SHOWN:
        lines += ["", words.say("fate-more", count=len(entries) - _SHOWN)]
    every = [
        key(words.label(f"fate-all-{fate.name.lower()}"), taps.OffFates(provider_id, fate))
        for fate in Fate
    ]
    each = (_key(provider_id, *entry, fates, words) for entry in entries[:_SHOWN])
    settle = key(words.label("fate-settle"), taps.OffSettle(provider_id), Style.DANGER)
    leave = key(words.label("back"), taps.TimeOff(provider_id, 0))
    rows = (*column(each), reading(words, every), (settle,), (leave,))
    return Screen("\n".join(lines), rows, toast, alert=bool(toast))


def _key(
    provider_id: int,
    booking: Booking,
    customer: Person,
    fates: Mapping[int, Fate],
    words: Words,
) -> Key:
    fate = fates.get(booking.id, Fate.KEEP)
    label = words.label(
        f"fate-{fate.name.lower()}",
        when=words.day_and_time(booking.start, booking.zone),
        customer=customer.name,
    )
    return key(label, taps.OffFate(provider_id, booking.id))
