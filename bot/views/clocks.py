"""By whose clock a booking is told: the place's, or the reader's own where nobody travels."""

from datetime import datetime
from zoneinfo import ZoneInfo

from bot.usecases.seeking import shown_in
from bot.views.words import Words, same_clock
from domain.bookings import Booking
from domain.people import Person
from domain.services import Provider


def clock(booking: Booking, words: Words) -> ZoneInfo:
    """The zone in which the reader is told of the booking, as when they chose its time."""
    return shown_in(booking.format, booking.zone, words.zone)


def beginning(booking: Booking, provider: Provider, customer: Person | None, words: Words) -> str:
    """When it begins on the clock that counts for the reader, and on those of others that differ.

    The customer is somebody else, whose clock matters where they need not travel; None for the
    reader.
    """
    told = clock(booking, words)
    lines = [words.moment(booking.start, told)]
    lines.append(_on_clock_of(provider.name, booking.start, booking.zone, told, words))
    if customer is not None:
        zone = shown_in(booking.format, booking.zone, customer.zone)
        lines.append(_on_clock_of(customer.name, booking.start, zone, told, words))
    return words.joined(*lines)


def brief(booking: Booking, words: Words) -> str:
    """Tue 24 Nov, 09:30 (Jakarta time): for lists. Plain, as a label."""
    zone = clock(booking, words)
    day, time = words.day(booking.start.astimezone(zone).date()), words.time(booking.start, zone)
    return words.label("moment", day=day, time=time, city=words.city(zone))


def _on_clock_of(name: str, at: datetime, zone: ZoneInfo, told: ZoneInfo, words: Words) -> str:
    """What somebody's clock shows; empty if it shows what was told."""
    if same_clock(zone, told, at):
        return ""
    when = words.day_and_time(at, zone)
    return words.say("moment-theirs", other=name, when=when, city=words.city(zone))
