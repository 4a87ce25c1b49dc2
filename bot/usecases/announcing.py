"""Telling people: which notices a change of a booking writes and which it makes void.

Everything here is written in the transaction of the change; `bot/jobs` sends it afterwards.
"""

from collections.abc import AsyncIterator
from datetime import datetime

from domain import bookings, notices
from domain.bookings import Booking, Role, Status
from domain.notices import Kind, Notice, Side
from domain.people import Person
from storage.store import Tx


async def checked_out(tx: Tx, booking: Booking, now: datetime) -> None:
    """A customer has booked, or asked for, a time."""
    if booking.status is Status.CONFIRMED:
        await _tell(tx, Kind.CONFIRMED, Side.CUSTOMER, booking, now)
        await _tell(tx, Kind.BOOKED, Side.PROVIDER, booking, now)
        await remind(tx, booking, now)
        return
    await _tell(tx, Kind.SENT, Side.CUSTOMER, booking, now)
    await _tell(tx, Kind.REQUESTED, Side.PROVIDER, booking, now)
    nudge = bookings.nudge_due(now, booking.hold_until or booking.start)
    await _tell(tx, Kind.NUDGE, Side.PROVIDER, booking, nudge)


async def accepted(tx: Tx, booking: Booking, now: datetime) -> None:
    """The provider has confirmed."""
    await tx.notices.drop(booking.id)
    await _tell(tx, Kind.CONFIRMED, Side.CUSTOMER, booking, now)
    await remind(tx, booking, now)


async def declined(tx: Tx, booking: Booking, now: datetime) -> None:
    """The provider has declined."""
    await tx.notices.drop(booking.id)
    await _tell(tx, Kind.DECLINED, Side.CUSTOMER, booking, now)


async def cancelled(tx: Tx, booking: Booking, by: Role, now: datetime) -> None:
    """One side has cancelled: the other one is told."""
    await tx.notices.drop(booking.id)
    other = Side.PROVIDER if by is Role.CUSTOMER else Side.CUSTOMER
    await _tell(tx, Kind.CANCELLED, other, booking, now)


async def expired(tx: Tx, booking: Booking, now: datetime) -> None:
    """Nobody has answered the request in time: both sides are told."""
    await tx.notices.drop(booking.id)
    for side in Side:
        await _tell(tx, Kind.EXPIRED, side, booking, now)


async def remind(tx: Tx, booking: Booking, now: datetime) -> None:
    """Write the reminders of both sides, each with their own lead times."""
    async for side, person in _sides(tx, booking):
        await tx.notices.add(notices.reminders_for(booking, side, person.id, person.leads, now))


async def remind_anew(tx: Tx, person: Person, now: datetime) -> None:
    """Plan the person's reminders afresh after their lead times have changed."""
    await tx.notices.drop_reminders(person.id)
    for booking, side in await tx.bookings.ahead_of(person.id, now):
        await tx.notices.add(notices.reminders_for(booking, side, person.id, person.leads, now))


async def _tell(tx: Tx, kind: Kind, side: Side, booking: Booking, due: datetime) -> None:
    async for each, person in _sides(tx, booking):
        if each is side:
            await tx.notices.add([Notice(kind, side, person.id, booking.id, booking.version, due)])


async def _sides(tx: Tx, booking: Booking) -> AsyncIterator[tuple[Side, Person]]:
    """Whoever can be told: the customer always, the provider once somebody has claimed it."""
    yield Side.CUSTOMER, await tx.people.get(booking.customer_id)
    provider = await tx.providers.get(booking.provider_id)
    if provider.person_id is not None:
        yield Side.PROVIDER, await tx.people.get(provider.person_id)
