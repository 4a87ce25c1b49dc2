"""What a customer has ahead already: how much that may be, and what lies at the same time."""

from dataclasses import replace
from datetime import datetime

from bot.usecases.keeping import Card
from domain.bookings import Booking
from domain.refusals import TooManyBookings
from domain.services import Provider
from domain.spans import Span
from storage.store import Tx

MOST_CLASHES = 3  # told at once


async def check_active(tx: Tx, booking: Booking, now: datetime) -> None:
    """Raise TooManyBookings if the customer has as many ahead as the booking's policy allows."""
    most = booking.policy.most_active
    if await tx.own.active(booking.customer_id, booking.provider_id, now) >= most:
        raise TooManyBookings(most)


async def clashing(tx: Tx, booking: Booking) -> tuple[tuple[Booking, Provider], ...]:
    """The customer's other bookings at the same time, by start."""
    found = await tx.own.clashing(booking.customer_id, booking.during, booking.id, MOST_CLASHES)
    return tuple([(each, await tx.providers.get(each.provider_id)) for each in found])


async def clashing_at(
    tx: Tx, booking: Booking, start: datetime
) -> tuple[tuple[Booking, Provider], ...]:
    """As `clashing`, were the booking at this start."""
    return await clashing(tx, replace(booking, during=Span.lasting(start, booking.during.length)))


async def with_clashing(tx: Tx, seen: Card) -> Card:
    return replace(seen, clashing=await clashing(tx, seen.booking))
