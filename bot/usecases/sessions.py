"""At the session: either side says that they are there, the provider says what became of it."""

from dataclasses import replace
from datetime import datetime

from bot.usecases import announcing, keeping
from bot.usecases.keeping import Card
from domain import bookings, sessions
from domain.bookings import Actor, Booking, Role, Status
from domain.notices import Kind, Notice, Side
from domain.outcomes import Outcome
from domain.people import Person
from domain.sessions import End
from storage.store import Tx

_TO_ALL = frozenset({Kind.READY, Kind.ASK_OUTCOME, Kind.ASK_AGAIN})


async def join(tx: Tx, person: Person, booking_id: int, side: Side, now: datetime) -> Card:
    """One side is there; the provider is there for everybody in a group session.

    Raises:
        NotFound: the person is not on this side of the booking.
        WrongStatus: it is not on any more, or not yet.
        NotStarted, SessionOver: it is too early, or too late.
    """
    seen = await keeping.locked(tx, person, booking_id, side)
    by = Actor(Role(side.value), person.id)
    sessions.join(seen.booking, by, now)
    together = [seen.booking]
    if side is Side.PROVIDER and seen.booking.capacity > 1:
        together = await tx.bookings.lock_session(booking_id)

    for each in together:
        await _joined(tx, each, by, now)
    return await keeping.card(tx, person, booking_id, side)


async def complete(tx: Tx, keeper: Person, booking_id: int, end: End, now: datetime) -> Card:
    """The provider says that the session took place, and when it ended.

    Raises:
        NotFound: not a booking of this provider.
        WrongStatus: it was said before what became of it.
        NotStarted: its time has yet to come.
    """
    seen = await keeping.locked(tx, keeper, booking_id, Side.PROVIDER)
    outcome = Outcome(booking_id, sessions.ended(seen.booking, end, now))
    booking = await _said(tx, seen.booking, Status.COMPLETED, keeper, now)
    await tx.outcomes.save(outcome)
    return replace(seen, booking=booking, outcome=outcome)


async def did_not_come(tx: Tx, keeper: Person, booking_id: int, now: datetime) -> Card:
    """The provider says that the customer did not come; refused as `complete` is."""
    seen = await keeping.locked(tx, keeper, booking_id, Side.PROVIDER)
    booking = await _said(tx, seen.booking, Status.NO_SHOW, keeper, now)
    return replace(seen, booking=booking)


def check_can_be_marked(seen: Card, now: datetime) -> None:
    """Raise why nobody can say (any more, or yet) that the customer did not come."""
    bookings.moved(seen.booking, Status.NO_SHOW, by=Actor(Role.PROVIDER), at=now)


async def speaks(tx: Tx, seen: Card, notice: Notice) -> bool:
    """Whether this notice is for its reader: of a group session a provider hears once, not by seat.

    The first one of those who are in the session speaks for all.
    """
    if notice.kind is Kind.NOTES:
        return seen.outcome is not None and not seen.outcome.is_empty  # not taken away meanwhile
    if notice.kind not in _TO_ALL or seen.side is Side.CUSTOMER or seen.booking.capacity == 1:
        return True
    everybody = await keeping.participants(tx, seen)
    on = (each.id for each, _ in everybody if each.status is not Status.PENDING)
    return next(on, None) == seen.booking.id


async def _joined(tx: Tx, booking: Booking, by: Actor, now: datetime) -> None:
    here, change = sessions.join(booking, by, now)
    await tx.bookings.join(here.id, by.role, now)
    if change is not None:
        await tx.bookings.save(here, change)
        await announcing.begun(tx, here)


async def _said(tx: Tx, booking: Booking, to: Status, keeper: Person, now: datetime) -> Booking:
    by = Actor(Role.PROVIDER, keeper.id)
    after, change = bookings.moved(booking, to, by=by, at=now)
    await tx.bookings.save(after, change)
    await announcing.over(tx, after)
    if to is Status.COMPLETED:
        await announcing.completed(tx, after, now)
    return after
