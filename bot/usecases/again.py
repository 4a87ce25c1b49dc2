"""Booking again what was booked before: the same service with the same provider."""

from dataclasses import replace
from datetime import datetime

from bot.usecases import availability, keeping
from bot.usecases.keeping import Card
from bot.usecases.seeking import seek
from domain.bookings import Booking
from domain.notices import Side
from domain.people import Person
from domain.refusals import NotFound, NotOffered
from domain.services import Provider
from storage.store import Tx


async def times(tx: Tx, person: Person, booking_id: int, now: datetime) -> Card:
    """The card with free times, those at the same weekday and hour first.

    Raises:
        NotFound: not a booking of this customer, or the provider has no such service any more.
        NotOffered: the provider or the service is paused.
    """
    seen = await keeping.card(tx, person, booking_id, Side.CUSTOMER)
    booking = seen.booking
    sought = await seek(tx, person, booking.provider_id, booking.service_id, way=booking.format)
    return replace(seen, others=await availability.like(tx, sought, booking.start, now))


async def last(tx: Tx, customer: Person, now: datetime) -> tuple[Booking, Provider] | None:
    """The customer's latest booking that is over, if the same can be booked once more."""
    booking = await tx.bookings.last_kept(customer.id, now)
    if booking is None:
        return None
    try:
        provider, _ = await tx.providers.offer(booking.provider_id, booking.service_id)
    except (NotFound, NotOffered):
        return None
    return booking, provider
