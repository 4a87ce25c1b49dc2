"""Telling people: which notices a change of a booking writes and which it makes void.

Everything here is written in the transaction of the change; `bot/jobs` sends it afterwards.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from itertools import chain

from domain import bookings, followups, notices, reviews
from domain.bookings import Booking, Role, Status
from domain.followups import FollowUp
from domain.notices import ANSWER_LOST, Kind, Notice, Side
from domain.people import Person
from domain.reviews import Review
from domain.services import Provider
from storage.store import Tx

Sides = Mapping[Side, Person]


async def checked_out(
    tx: Tx, booking: Booking, customer: Person, provider: Provider, now: datetime
) -> None:
    """A customer has booked, or asked for, a time; they see that as the answer to their tap."""
    sides = await _known(tx, customer, provider)
    if booking.status is Status.CONFIRMED:
        told = [
            *_told(Kind.MADE, Side.CUSTOMER, sides, booking, now + ANSWER_LOST),
            *_told(Kind.BOOKED, Side.PROVIDER, sides, booking, now),
            *_reminders(sides, booking, now),
        ]
    else:
        told = [
            *_told(Kind.SENT, Side.CUSTOMER, sides, booking, now + ANSWER_LOST),
            *_requested(sides, booking, now),
        ]
    await tx.notices.add(told)


async def made_for(
    tx: Tx, booking: Booking, customer: Person, provider: Provider, now: datetime
) -> None:
    """The provider has booked for a customer, who is told if we can write to them."""
    sides = await _known(tx, customer, provider)
    told = _told(Kind.CONFIRMED, Side.CUSTOMER, sides, booking, now)
    await tx.notices.add([*told, *_reminders(sides, booking, now)])


async def repeated(
    tx: Tx, made: Sequence[Booking], customer: Person, provider: Provider, now: datetime
) -> None:
    """A customer has booked several at once: the provider is told of the first, both reminded."""
    sides = await _known(tx, customer, provider)
    told = list(_told(Kind.BOOKED, Side.PROVIDER, sides, made[0], now))
    for booking in made:
        told += _reminders(sides, booking, now)
    await tx.notices.add(told)


async def asked_together(
    tx: Tx, asked: Sequence[Booking], customer: Person, provider: Provider, now: datetime
) -> None:
    """A customer asks for several at once, of which one may have been asked for before."""
    sides = await _known(tx, customer, provider)
    for kind in (Kind.REQUESTED, Kind.NUDGE):
        await tx.notices.forget(asked[0].id, kind)
    for booking in asked:
        await tx.notices.add(_requested(sides, booking, now))


async def accepted(tx: Tx, booking: Booking, now: datetime) -> None:
    """The provider has confirmed."""
    await tx.notices.drop(booking.id)
    sides = await _sides(tx, booking)
    confirmed = _told(Kind.CONFIRMED, Side.CUSTOMER, sides, booking, now)
    await tx.notices.add([*confirmed, *_reminders(sides, booking, now)])


async def declined(tx: Tx, booking: Booking, now: datetime) -> None:
    """The provider has declined."""
    await tx.notices.drop(booking.id)
    sides = await _sides(tx, booking)
    await tx.notices.add(_told(Kind.DECLINED, Side.CUSTOMER, sides, booking, now))


async def cancelled(tx: Tx, booking: Booking, by: Role, now: datetime) -> None:
    """One side has cancelled: the other one is told, and both have to leave the room."""
    await tx.notices.drop(booking.id)
    await tx.rooms.called_off(booking.id, now)
    other = Side.PROVIDER if by is Role.CUSTOMER else Side.CUSTOMER
    sides = await _sides(tx, booking)
    await tx.notices.add(_told(Kind.CANCELLED, other, sides, booking, now))


async def move_wanted(tx: Tx, booking: Booking, customer: Person, now: datetime) -> None:
    """The provider asks for another time; the booking stays until the customer has chosen one."""
    sides = {Side.CUSTOMER: customer}
    await tx.notices.add(_told(Kind.MOVE, Side.CUSTOMER, sides, booking, now))


async def moved(tx: Tx, booking: Booking, by: Role, now: datetime) -> None:
    """A booking has another time: the other side is told, and both are reminded of the new one."""
    await tx.notices.drop(booking.id)
    await tx.rooms.shut([booking.id], now)
    sides = await _sides(tx, booking)
    if booking.status is Status.PENDING:
        await tx.notices.add(_requested(sides, booking, now))
        return
    other = Side.PROVIDER if by is Role.CUSTOMER else Side.CUSTOMER
    told = _told(Kind.MOVED, other, sides, booking, now)
    await tx.notices.add([*told, *_reminders(sides, booking, now)])


async def move_asked(tx: Tx, held: Booking, now: datetime) -> None:
    """The customer asks for another time, which is kept meanwhile."""
    sides = await _sides(tx, held)
    await tx.notices.add(_told(Kind.MOVE_ASKED, Side.PROVIDER, sides, held, now))


async def move_agreed(tx: Tx, booking: Booking, now: datetime) -> None:
    """The provider has agreed to the other time."""
    await tx.notices.drop(booking.id)
    await tx.rooms.shut([booking.id], now)
    sides = await _sides(tx, booking)
    told = _told(Kind.MOVE_AGREED, Side.CUSTOMER, sides, booking, now)
    await tx.notices.add([*told, *_reminders(sides, booking, now)])


async def move_refused(tx: Tx, lost: Booking, now: datetime) -> None:
    """The other time is not to be had: the booking stays as it is."""
    sides = await _sides(tx, lost)
    await tx.notices.add(_told(Kind.MOVE_REFUSED, Side.CUSTOMER, sides, lost, now))


async def offered(tx: Tx, booking: Booking, now: datetime) -> None:
    """A time is kept for the customer, who waited for it."""
    sides = await _sides(tx, booking)
    await tx.notices.add(_told(Kind.OFFER, Side.CUSTOMER, sides, booking, now))


async def offer_over(tx: Tx, held: Booking) -> None:
    """What was kept for somebody who waited is booked, or nobody's again: no more need be told."""
    await tx.notices.drop(held.id)


async def expired(tx: Tx, booking: Booking, now: datetime) -> None:
    """Nobody has answered the request in time: both sides are told."""
    await _tell_both(tx, Kind.EXPIRED, booking, now)


async def begun(tx: Tx, booking: Booking) -> None:
    """The session is going on: what is left is to ask its provider how it was."""
    await tx.notices.drop(booking.id)
    provider = await tx.providers.get(booking.provider_id)
    if provider.person_id is not None:
        await tx.notices.add(notices.asking(booking, provider.person_id))


async def missed(tx: Tx, booking: Booking, now: datetime) -> None:
    """Nobody has come: both sides are told."""
    await _tell_both(tx, Kind.MISSED, booking, now)


async def over(tx: Tx, booking: Booking) -> None:
    """The provider has said what became of the session: nobody needs to ask any more."""
    await tx.notices.drop(booking.id)


async def written_down(tx: Tx, booking: Booking, customer: Person, now: datetime) -> None:
    """The customer gets what the provider has written down for them, however often."""
    await tx.notices.forget(booking.id, Kind.NOTES)
    sides = {Side.CUSTOMER: customer}
    await tx.notices.add(_told(Kind.NOTES, Side.CUSTOMER, sides, booking, now))


async def completed(tx: Tx, booking: Booking, now: datetime) -> None:
    """The session is over: its customer is asked how it was, a little later."""
    due = now + reviews.ASKED_AFTER
    sides = await _sides(tx, booking)
    await tx.notices.add(_told(Kind.FEEDBACK, Side.CUSTOMER, sides, booking, due))


async def reviewed(
    tx: Tx, booking: Booking, provider: Provider, review: Review, due: datetime
) -> None:
    """The customer has reviewed the session, or changed the review."""
    await _tell_provider(tx, Kind.REVIEWED, booking, provider, review.version, due)


async def follow_up(tx: Tx, booking: Booking, provider: Provider, planned: FollowUp) -> None:
    """The provider is to be reminded of what they have planned."""
    due = followups.reminded_at(planned.due, provider.zone)
    await _tell_provider(tx, Kind.FOLLOW_UP, booking, provider, planned.version, due)


async def _tell_provider(
    tx: Tx, kind: Kind, booking: Booking, provider: Provider, version: int, due: datetime
) -> None:
    if provider.person_id is not None:
        told = (kind, Side.PROVIDER, provider.person_id, booking.id, version, due)
        await tx.notices.add([Notice(*told)])


async def remind_anew(tx: Tx, person: Person, now: datetime) -> None:
    """Plan the person's reminders afresh after their lead times have changed."""
    await tx.notices.drop_reminders(person.id)
    for booking, side in await tx.bookings.ahead_of(person.id, now):
        await tx.notices.add(_reminders({side: person}, booking, now))


def _told(
    kind: Kind, side: Side, sides: Sides, booking: Booking, due: datetime
) -> Iterator[Notice]:
    if side in sides:
        yield notices.notice(kind, side, sides[side].id, booking, due)


async def _tell_both(tx: Tx, kind: Kind, booking: Booking, now: datetime) -> None:
    """In place of all that was still to be told."""
    await tx.notices.drop(booking.id)
    sides = await _sides(tx, booking)
    told = (_told(kind, side, sides, booking, now) for side in Side)
    await tx.notices.add(chain.from_iterable(told))


def _requested(sides: Sides, booking: Booking, now: datetime) -> Iterator[Notice]:
    nudge = bookings.nudge_due(now, booking.hold_until or booking.start)
    yield from _told(Kind.REQUESTED, Side.PROVIDER, sides, booking, now)
    yield from _told(Kind.NUDGE, Side.PROVIDER, sides, booking, nudge)


def _reminders(sides: Sides, booking: Booking, now: datetime) -> Iterator[Notice]:
    """What lies ahead of both sides: reminders by their own lead times, the session itself."""
    for side, person in sides.items():
        yield from notices.reminders_for(booking, side, person.id, person.leads, now)
        yield from notices.of_session(booking, side, person.id)


async def _sides(tx: Tx, booking: Booking) -> Sides:
    customer = await tx.people.get(booking.customer_id)
    return await _known(tx, customer, await tx.providers.get(booking.provider_id))


async def _known(tx: Tx, customer: Person, provider: Provider) -> Sides:
    """Whoever can be told: customers but walk-ins, the provider once somebody has claimed it."""
    sides = {} if customer.is_walk_in else {Side.CUSTOMER: customer}
    if provider.person_id is not None:
        sides[Side.PROVIDER] = await tx.people.get(provider.person_id)
    return sides
