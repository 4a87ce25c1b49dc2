"""Another time for a booking, because its provider has asked for it."""

from dataclasses import replace
from datetime import datetime

from bot.usecases import announcing, availability, keeping
from bot.usecases.booking import hold
from bot.usecases.keeping import Card
from bot.usecases.seeking import seek
from domain import bookings
from domain.bookings import Actor, Booking, Role, Status
from domain.notices import Kind, Side
from domain.people import Person
from domain.refusals import NotFound, NotOffered
from storage.store import Tx

_OFFERED = 4


async def with_others(tx: Tx, seen: Card, customer: Person, now: datetime) -> Card:
    """The card with the free times nearest to the booking's; none if it is not offered any more."""
    booking = seen.booking
    try:
        sought = await seek(tx, customer, booking.provider_id, booking.service_id)
    except (NotFound, NotOffered):
        return seen
    near = await availability.alternatives(tx, sought, booking.start, now)
    return replace(seen, others=near[:_OFFERED])


async def asked(tx: Tx, customer: Person, booking_id: int, now: datetime) -> Card:
    """What the customer is asked to choose from, as it is now.

    Raises NotFound for the booking of somebody else, or one that nobody asked to be moved.
    """
    seen = await keeping.card(tx, customer, booking_id, Side.CUSTOMER)
    await _check_asked(tx, seen.booking)
    return await with_others(tx, seen, customer, now)


async def move(tx: Tx, customer: Person, booking_id: int, start: datetime, now: datetime) -> Card:
    """Give the present time back and book the other one, both or neither.

    The provider has asked for it, so nobody needs to approve.

    Raises:
        NotFound: not the customer's booking, or nobody asked for another time.
        WrongStatus, AlreadyStarted: it is not on any more.
        SlotTaken and what else `hold` raises: the other time cannot be had.
    """
    old = await tx.bookings.lock(booking_id)
    if old.customer_id != customer.id:
        raise NotFound
    by = Actor(Role.CUSTOMER, customer.id)
    given_back = bookings.moved(old, Status.CANCELLED, by=by, at=now)
    await _check_asked(tx, old)
    await tx.bookings.save(*given_back)
    await tx.notices.drop(old.id)

    held = await hold(tx, customer, old.provider_id, old.service_id, start, now)
    noted = replace(held, note=old.note)
    booking, change = bookings.moved(noted, Status.CONFIRMED, by=by, at=now)
    await tx.bookings.save(booking, change)
    await tx.details.carry(old.id, booking.id)
    provider = await tx.providers.get(booking.provider_id)
    await announcing.checked_out(tx, booking, customer, provider, now)
    return await keeping.card(tx, customer, booking.id, Side.CUSTOMER)


async def _check_asked(tx: Tx, booking: Booking) -> None:
    said = [each.notice for each in await tx.notices.ledger(booking.id)]
    if not any(each.kind is Kind.MOVE and each.version == booking.version for each in said):
        raise NotFound
