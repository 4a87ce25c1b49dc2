"""Another time for a booking, chosen by either side: the booking moves, or asks to."""

from dataclasses import dataclass, replace
from datetime import datetime

from bot.usecases import announcing, availability, keeping, proposals
from bot.usecases.booking import draw
from bot.usecases.keeping import Card
from bot.usecases.seeking import Sought, at_once, seek
from domain import bookings, moves, slots
from domain.bookings import Actor, Booking, Role, Status
from domain.notices import Kind, Side
from domain.people import Person
from domain.refusals import NotFound, NotOffered
from domain.services import Meeting, Meetings, Service
from storage.store import Tx

_OFFERED = 4
_BY_PROVIDER = {Kind.MOVE, Kind.MOVED}


@dataclass(frozen=True, slots=True)
class Plan:
    """A booking that its side may move at present; `asks`: the provider will have to agree."""

    seen: Card
    asks: bool


async def plan(tx: Tx, person: Person, booking_id: int, side: Side, now: datetime) -> Plan:
    """Whether the booking can be moved from this side, and how.

    Raises:
        NotFound: the person is not on this side of the booking.
        WrongStatus, AlreadyStarted: it is not on any more.
        MoveTooLate, MovedTooOften: the customer's policy does not allow it.
    """
    seen = await keeping.card(tx, person, booking_id, side)
    return await _plan(tx, seen, now)


async def what_is_sought(tx: Tx, seen: Card) -> Sought:
    """The booking's service with its provider, where its own time is no obstacle.

    Raises NotFound or NotOffered if it is not offered any more.
    """
    booking = seen.booking
    ids = booking.provider_id, booking.service_id
    sought = await seek(tx, seen.customer, *ids, way=booking.format)
    if seen.side is Side.PROVIDER:
        sought = replace(at_once(sought), zone=seen.provider.zone)
    return replace(sought, service=_as_booked(sought.service, booking), moving=booking)


async def move(
    tx: Tx,
    person: Person,
    booking_id: int,
    side: Side,
    start: datetime,
    reason: str,
    now: datetime,
) -> Card:
    """Give the present time back and take the other one, both or neither.

    Where the booking needs approval and the customer moves what is confirmed, the other time is
    kept and asked for instead. A booking that is at that time already stays as it is.

    Raises:
        SlotTaken, NoSeats, DayFull, OutsideHours, TooSoon, TooLate: it cannot be had.
        NotFound, NotOffered: its provider or service is not to be booked.
        TextTooLong: the reason is. And what `plan` raises.
    """
    # Whoever closes time locks the provider and then its bookings: so do we.
    await tx.schedules.steady((await tx.bookings.get(booking_id)).provider_id)
    locked = await tx.bookings.lock(booking_id)
    seen = await keeping.card(tx, person, booking_id, side)
    if seen.booking.id != booking_id:
        raise NotFound
    if locked.start == start and locked.status.is_live:
        return seen
    planned = await _plan(tx, seen, now)
    reason = bookings.fitting(reason, bookings.REASON_LIMIT)
    by = Actor(Role(side.value), person.id)
    await proposals.withdraw(tx, locked, by, now)

    held = await _hold(tx, planned, start, reason, now)
    if planned.asks:
        await announcing.move_asked(tx, held, now)
    else:
        await _take(tx, seen, held, by, now)
    return await keeping.card(tx, person, booking_id, side)


async def keep(tx: Tx, person: Person, booking_id: int, now: datetime) -> Card:
    """The customer no longer asks for another time; raises NotFound as `keeping.card`."""
    seen = await keeping.card(tx, person, booking_id, Side.CUSTOMER)
    await tx.bookings.lock(booking_id)
    await proposals.withdraw(tx, seen.booking, Actor(Role.CUSTOMER, person.id), now)
    return replace(seen, proposal=None)


async def with_others(tx: Tx, seen: Card, now: datetime) -> Card:
    """The card with the free times nearest to the booking's; none if it is not offered any more."""
    try:
        sought = await what_is_sought(tx, seen)
    except (NotFound, NotOffered):
        return seen
    near = await availability.alternatives(tx, sought, seen.booking.start, now)
    return replace(seen, others=near[:_OFFERED])


async def asked(tx: Tx, customer: Person, booking_id: int, now: datetime) -> Card:
    """What the customer is asked to choose from, as it is now.

    Raises NotFound for the booking of somebody else, or one that nobody asked to be moved.
    """
    seen = await keeping.card(tx, customer, booking_id, Side.CUSTOMER)
    if not await _is_asked(tx, seen.booking):
        raise NotFound
    return await with_others(tx, seen, now)


async def _plan(tx: Tx, seen: Card, now: datetime) -> Plan:
    moves.check_can_move(seen.booking, Role(seen.side.value), now)
    if seen.side is Side.PROVIDER or await _is_asked(tx, seen.booking):
        return Plan(seen, asks=False)
    moves.check_policy(seen.booking, now)
    await tx.providers.offer(seen.booking.provider_id, seen.booking.service_id)
    asks = seen.booking.policy.approval and seen.booking.status is Status.CONFIRMED
    return Plan(seen, asks)


async def _hold(tx: Tx, planned: Plan, start: datetime, reason: str, now: datetime) -> Booking:
    """The other time, kept for the booking; who moves it says why in its note."""
    booking = planned.seen.booking
    sought = await what_is_sought(tx, planned.seen)
    provider, service = sought.providers[0], sought.service
    on = start.astimezone(provider.zone).date()
    await tx.schedules.steady(provider.id)
    service = await tx.providers.with_present_hours(service)
    diary = await tx.schedules.around(provider.id, on, on, now, None, booking.id)

    during = slots.check(diary, service, start, now)
    until = now + bookings.HOLD
    if planned.asks:
        until = moves.proposal_lapses(now, booking.start, start, service.rules.notice)

    return await tx.bookings.hold(
        provider,
        service,
        booking.customer_id,
        during,
        until,
        now,
        note=reason,
        moves_id=booking.id,
        draw=draw,
    )


async def _take(tx: Tx, seen: Card, held: Booking, by: Actor, now: datetime) -> None:
    old = seen.booking
    counts = by.role is Role.CUSTOMER and not await _is_asked(tx, old)
    until = None
    if old.status is Status.PENDING:
        _, service = await tx.providers.offer(old.provider_id, old.service_id)
        until = bookings.request_lapses(now, held.start, service.rules.notice)
    booking, change = moves.rescheduled(
        moves.counted(old) if counts else old,
        held.during,
        by=by,
        at=now,
        reason=held.note,
        until=until,
    )

    await tx.bookings.move(booking, change, held)
    await announcing.moved(tx, booking, by.role, now)


def _as_booked(service: Service, booking: Booking) -> Service:
    """With the length and format that were agreed; a group session is as long as for all others."""
    service = replace(service, meetings=Meetings((Meeting(booking.format, booking.place),)))
    if service.rules.capacity > 1:
        return service
    return replace(service, rules=replace(service.rules, duration=booking.during.length))


async def _is_asked(tx: Tx, booking: Booking) -> bool:
    """Whether the present time is none of the customer's choice: the provider moved it, or asks."""
    said = [each.notice for each in await tx.notices.ledger(booking.id)]
    return any(
        each.kind in _BY_PROVIDER and each.side is Side.CUSTOMER and each.version == booking.version
        for each in said
    )
