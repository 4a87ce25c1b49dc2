"""Other times that customers ask for: kept for them until the provider answers.

What is kept is a hold of its own; the booking stays where it is meanwhile.
"""

from dataclasses import dataclass
from datetime import datetime

from bot.usecases import announcing
from domain import bookings, moves
from domain.bookings import SYSTEM, Actor, Booking, Role, Status
from domain.people import Person
from domain.refusals import NotAsked, NotFound
from storage.store import Tx


@dataclass(frozen=True, slots=True)
class Proposal:
    """Another time for a booking; what the customer says about it is the note of `wanted`."""

    booking: Booking
    wanted: Booking


async def accept(tx: Tx, person: Person, held_id: int, now: datetime) -> Booking:
    """The provider agrees: the booking moves.

    Raises:
        NotFound: it is not with a provider that this person runs.
        NotAsked: the customer has taken it back, or it has lapsed.
        WrongStatus, AlreadyStarted: the booking itself is not on any more.
    """
    seen = await _answered(tx, person, held_id, now)
    by = Actor(Role.PROVIDER, person.id)
    booking, change = moves.rescheduled(
        moves.counted(seen.booking), seen.wanted.during, by=by, at=now, reason=seen.wanted.note
    )

    await tx.notices.drop(seen.wanted.id)
    await tx.bookings.move(booking, change, seen.wanted)
    await announcing.move_agreed(tx, booking, now)
    return booking


async def refuse(tx: Tx, person: Person, held_id: int, now: datetime) -> Booking:
    """The provider keeps to the present time, and the customer is told; raises as `accept`."""
    seen = await _answered(tx, person, held_id, now)
    lost = await _let_go(tx, seen.wanted, Actor(Role.PROVIDER, person.id), now)
    await announcing.move_refused(tx, lost, now)
    return seen.booking


async def withdraw(tx: Tx, booking: Booking, by: Actor, now: datetime) -> None:
    """Whatever is kept for the booking is free again; nobody is told."""
    wanted = await tx.bookings.proposal_of(booking.id)
    if wanted is not None:
        await _let_go(tx, await tx.bookings.lock(wanted.id), by, now)


async def lapse(tx: Tx, held: Booking, now: datetime) -> None:
    """The provider has not answered in time: the booking stays, and the customer is told."""
    lost = await _let_go(tx, held, SYSTEM, now)
    await announcing.move_refused(tx, lost, now)


async def _answered(tx: Tx, person: Person, held_id: int, now: datetime) -> Proposal:
    """What the provider answers; the booking is locked first, as by all who change it."""
    wanted = await tx.bookings.get(held_id)
    provider = await tx.providers.get(wanted.provider_id)
    if provider.person_id != person.id or wanted.moves_id is None:
        raise NotFound
    booking = await tx.bookings.lock(wanted.moves_id)
    wanted = await tx.bookings.lock(held_id)
    if wanted.status is not Status.HELD or (wanted.hold_until or now) <= now:
        raise NotAsked
    return Proposal(booking, wanted)


async def _let_go(tx: Tx, held: Booking, by: Actor, now: datetime) -> Booking:
    if held.status is not Status.HELD:
        return held
    lost, change = bookings.moved(held, Status.EXPIRED, by=by, at=now)
    await tx.notices.drop(held.id)
    await tx.bookings.save(lost, change)
    return lost
