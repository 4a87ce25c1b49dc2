"""What becomes of a booking once it is made: look at it, accept, decline, cancel."""

from dataclasses import dataclass, field, replace
from datetime import datetime

from bot.usecases import announcing, proposals
from domain import bookings
from domain.bookings import Actor, Booking, Change, Role, Status
from domain.details import NONE as NO_DETAILS, Details
from domain.notices import Side
from domain.outcomes import Outcome
from domain.people import Person
from domain.refusals import AnotherTime, NotFound, WrongStatus
from domain.reviews import Feedback
from domain.services import Provider
from storage.series import Series
from storage.store import Tx


@dataclass(frozen=True, slots=True)
class Card:
    """A booking as one side sees it; `before` counts earlier bookings between the two.

    `others` are times that could be had instead, or again, where that is asked for, or that were
    suggested in place of a declined one; `series` are all that were made together with it;
    `clashing` are others that its customer has at the same time, where the customer is about to
    take it. `proposal` is kept for it until its provider agrees to that other time; `move` is how
    it came to its present one.
    """

    booking: Booking
    side: Side
    provider: Provider
    customer: Person
    provider_person: Person | None = None
    before: int = 0
    taken: int = 0  # seats of a group session; told to the provider alone
    others: tuple[datetime, ...] = ()
    series: Series | None = None
    clashing: tuple[tuple[Booking, Provider], ...] = ()
    proposal: Booking | None = None
    move: Change | None = None
    outcome: Outcome | None = None  # as far as this side may see it
    feedback: Feedback = field(default_factory=Feedback)
    details: Details = NO_DETAILS


async def card(tx: Tx, person: Person, booking_id: int, side: Side) -> Card:
    """The booking, or raise NotFound unless the person stands on this side of it.

    A time that is kept for another booking is shown as that one.
    """
    booking = await tx.bookings.get(booking_id)
    if booking.moves_id is not None:
        booking = await tx.bookings.get(booking.moves_id)
    return await _card(tx, person, booking, side)


async def accept(tx: Tx, person: Person, booking_id: int, now: datetime) -> Card:
    """The provider confirms a request.

    Raises:
        NotFound: not a booking of this provider.
        WrongStatus: it is no longer a request.
        AlreadyStarted: its time has come.
    """
    seen = await locked(tx, person, booking_id, Side.PROVIDER)
    check_is_request(seen, now)  # a hold could be confirmed too, but is its customer's to check out
    return await _moved(tx, seen, Status.CONFIRMED, now)


async def accept_at(
    tx: Tx, person: Person, booking_id: int, start: datetime, now: datetime
) -> Card:
    """As `accept`; raise AnotherTime if it is for another time by now than the one that was seen.

    Refused otherwise as `accept` is.
    """
    await _lock_seen(tx, person, booking_id, start, now)
    return await accept(tx, person, booking_id, now)


async def decline(tx: Tx, person: Person, booking_id: int, reason: str, now: datetime) -> Card:
    """The provider declines a request; refused as `accept` is."""
    seen = await locked(tx, person, booking_id, Side.PROVIDER)
    return await _moved(tx, seen, Status.DECLINED, now, reason)


async def decline_at(
    tx: Tx, person: Person, booking_id: int, start: datetime, reason: str, now: datetime
) -> Card:
    """As `decline`, of the request for the time that was seen; refused as `accept_at` is."""
    await _lock_seen(tx, person, booking_id, start, now)
    return await decline(tx, person, booking_id, reason, now)


async def cancel(
    tx: Tx, person: Person, booking_id: int, side: Side, reason: str, now: datetime
) -> Card:
    """Either side calls it off; the other one is told.

    Raises:
        NotFound: the person is not on this side of the booking.
        WrongStatus: it is over, or cancelled already.
        AlreadyStarted: its time has come.
    """
    seen = await locked(tx, person, booking_id, side)
    return await _moved(tx, seen, Status.CANCELLED, now, reason)


async def will_come(tx: Tx, person: Person, booking_id: int, side: Side, now: datetime) -> Card:
    """One side says that they will be there; the other one sees it on the card.

    Raises:
        NotFound, WrongStatus, AlreadyStarted: as for `cancel`.
    """
    seen = await locked(tx, person, booking_id, side)
    check_can_cancel(seen, now)
    coming = replace(seen.booking, coming=seen.booking.coming | {Role(side.value)})
    await tx.bookings.come(coming, Role(side.value), now)
    return replace(seen, booking=coming)


async def participants(tx: Tx, seen: Card) -> list[tuple[Booking, Person]]:
    """Everybody in the session, in the order in which they booked; `seen` is the provider's."""
    return await tx.bookings.in_session_of(seen.booking.id)


def check_can_cancel(seen: Card, now: datetime) -> None:
    """Raise why this side cannot call the booking off (any more), if it cannot."""
    bookings.moved(seen.booking, Status.CANCELLED, by=Actor(Role(seen.side.value)), at=now)


def check_is_request(seen: Card, now: datetime) -> None:
    """Raise why the request cannot be answered (any more), if it cannot."""
    bookings.moved(seen.booking, Status.DECLINED, by=Actor(Role.PROVIDER), at=now)


def reader(seen: Card, person: Person) -> Person:
    """Who reads what this side writes: the customer, or, as far as known, the provider."""
    return seen.customer if seen.side is Side.PROVIDER else seen.provider_person or person


async def _lock_seen(
    tx: Tx, person: Person, booking_id: int, start: datetime, now: datetime
) -> None:
    """The request stays for the time that was seen, or raise AnotherTime."""
    seen = await locked(tx, person, booking_id, Side.PROVIDER)
    check_is_request(seen, now)
    booking = seen.booking
    if booking.start != start:
        raise AnotherTime(booking.start.astimezone(booking.zone))


async def _moved(tx: Tx, seen: Card, to: Status, now: datetime, reason: str = "") -> Card:
    role = Role(seen.side.value)
    actor_id = seen.customer.id if seen.side is Side.CUSTOMER else seen.provider.person_id
    booking, change = bookings.moved(
        seen.booking, to, by=Actor(role, actor_id), at=now, reason=reason
    )
    if to is Status.CANCELLED:
        booking = replace(booking, late=bookings.cancels_late(seen.booking, role, now))

    await tx.bookings.save(booking, change)
    match to:
        case Status.CONFIRMED:
            await announcing.accepted(tx, booking, now)
        case Status.DECLINED:
            await announcing.declined(tx, booking, now)
        case _:
            await proposals.withdraw(tx, booking, change.actor, now)
            await announcing.cancelled(tx, booking, role, now)
    together = await tx.series.of(booking.id) if seen.series else None
    return replace(seen, booking=booking, series=together)


async def locked(tx: Tx, person: Person, booking_id: int, side: Side) -> Card:
    """As `card`; nobody else changes the booking before the transaction ends.

    Raises WrongStatus for what is only held: nobody but who holds it makes that a booking.
    """
    booking = await tx.bookings.lock(booking_id)
    if booking.status is Status.HELD:
        raise WrongStatus(booking.status)
    return await _card(tx, person, booking, side)


async def _card(tx: Tx, person: Person, booking: Booking, side: Side) -> Card:
    provider = await tx.providers.get(booking.provider_id)
    own = booking.customer_id if side is Side.CUSTOMER else provider.person_id
    if own != person.id:
        raise NotFound
    customer, keeper = await _both(tx, person, booking, provider)
    facts = await tx.card_facts.of(booking.id)
    is_customer, is_declined = side is Side.CUSTOMER, booking.status is Status.DECLINED
    may_move = facts.may_move and booking.status is Status.CONFIRMED
    return Card(
        booking,
        side,
        provider,
        customer,
        keeper,
        facts.before,
        taken=0 if is_customer or booking.capacity == 1 else facts.taken,
        others=facts.suggested if is_declined else (),
        series=await tx.series.of(booking.id) if facts.in_series else None,
        proposal=await tx.bookings.proposal_of(booking.id) if may_move else None,
        outcome=_outcome(facts.outcome, booking, side),
        feedback=Feedback(facts.feedback.review) if is_customer else facts.feedback,
        details=facts.details,
    )


async def _both(
    tx: Tx, person: Person, booking: Booking, provider: Provider
) -> tuple[Person, Person | None]:
    """The customer and whoever runs the provider; the person is one of them, or both."""

    async def known(person_id: int) -> Person:
        return person if person_id == person.id else await tx.people.get(person_id)

    keeper = await known(provider.person_id) if provider.person_id else None
    return await known(booking.customer_id), keeper


def _outcome(outcome: Outcome | None, booking: Booking, side: Side) -> Outcome | None:
    if booking.status is not Status.COMPLETED or outcome is None:
        return None
    return outcome.as_told() if side is Side.CUSTOMER else outcome
