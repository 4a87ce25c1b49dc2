"""A provider declines a request and suggests other times, of which the customer takes one."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from bot.usecases import announcing, booking, keeping, moving
from bot.usecases.keeping import Card
from domain import bookings
from domain.bookings import Actor, Booking, Role, Status
from domain.moves import MOST_SUGGESTED
from domain.notices import Side
from domain.people import Person
from domain.refusals import NotFound
from storage.store import Tx


async def nearest(tx: Tx, person: Person, booking_id: int, now: datetime) -> Card:
    """The request with the free times nearest to its own.

    Raises NotFound, WrongStatus or AlreadyStarted if it is not the person's to answer (any more).
    """
    seen = await keeping.card(tx, person, booking_id, Side.PROVIDER)
    keeping.check_is_request(seen, now)
    return await moving.with_others(tx, seen, now)


async def suggest(
    tx: Tx,
    person: Person,
    booking_id: int,
    start: datetime,
    others: Iterable[datetime],
    now: datetime,
) -> Card:
    """Decline the request for `start` and suggest these times, the first few of them.

    What is not free is left out when the customer is told, so that nothing is checked here.
    Raises as `keeping.decline_at`.
    """
    seen = await keeping.decline_at(tx, person, booking_id, start, "", now)
    ahead = sorted(each for each in set(others) if each > now)[:MOST_SUGGESTED]
    await tx.bookings.suggest(booking_id, ahead)
    return replace(seen, others=tuple(ahead))


async def take(
    tx: Tx, customer: Person, booking_id: int, start: datetime, now: datetime
) -> Booking:
    """Book what was suggested, confirmed at once; the other suggestions are over.

    Raises:
        NotFound: it was not suggested to this customer, or one of them was taken.
        SlotTaken and what else `booking.hold` raises: it cannot be had any more.
    """
    declined = await tx.bookings.lock(booking_id)
    suggested = await tx.bookings.suggested(booking_id)
    if declined.customer_id != customer.id or start not in suggested:
        raise NotFound

    ids = declined.provider_id, declined.service_id
    held = await booking.hold(tx, customer, *ids, start, now, declined.format)
    await tx.bookings.suggest(booking_id, ())
    await tx.details.repeat(booking_id, held.id)
    return await _agreed(tx, customer, replace(held, note=declined.note), now)


async def _agreed(tx: Tx, customer: Person, held: Booking, now: datetime) -> Booking:
    """Check out a time that the provider has suggested: nobody needs to approve it."""
    by = Actor(Role.CUSTOMER, customer.id)
    agreed, change = bookings.moved(held, Status.CONFIRMED, by=by, at=now)
    provider = await tx.providers.get(agreed.provider_id)

    await tx.bookings.save(agreed, change)
    await announcing.checked_out(tx, agreed, customer, provider, now)
    return agreed
