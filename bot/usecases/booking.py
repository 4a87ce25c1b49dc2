"""Booking a time: hold it, give it back, check it out."""

import secrets
from dataclasses import replace
from datetime import datetime

from bot.usecases import ahead, announcing, availability
from bot.usecases.seeking import Sought
from bot.usecases.workspace import own
from domain import bookings, slots
from domain.bookings import Actor, Booking, Role, Source, Status
from domain.people import Person
from domain.references import ALPHABET
from domain.refusals import DayFull, HoldLost, NoSeats, NotFound, SlotTaken, WrongStatus
from domain.services import Format, Provider, Service
from storage.store import Tx


def draw() -> str:
    """Four random letters for a reference."""
    number = secrets.randbelow(len(ALPHABET) ** 4)  # asks the system once, not for each letter
    letters = []
    for _ in range(4):
        number, letter = divmod(number, len(ALPHABET))
        letters.append(ALPHABET[letter])
    return "".join(letters)


async def hold(
    tx: Tx,
    customer: Person,
    provider_id: int,
    service_id: int,
    start: datetime,
    now: datetime,
    way: Format | None = None,
) -> Booking:
    """Keep a time for this customer as long as the policy says, giving back what they held before.

    Without a `way` to meet it is the service's usual one.

    Raises:
        SlotTaken, NoSeats: others have it; of many who try at once as many get it as can.
        DayFull: no more sessions may start on its date.
        TooSoon, TooLate, OutsideHours: the service is not offered at this time.
        NotFound, NotOffered: the provider or the service is not to be booked.
        FormatGone: not in this format.
    """
    provider, service = await tx.providers.offer(provider_id, service_id)
    if way is not None:
        service = service.by(way)
    return await hold_with(tx, customer, provider, service, start, now)


async def hold_with(
    tx: Tx,
    customer: Person,
    provider: Provider,
    service: Service,
    start: datetime,
    now: datetime,
    source: Source = Source.CHAT,
) -> Booking:
    """As `hold`, of what was found to be offered; the service is taken as it is given."""
    await tx.schedules.steady(provider.id)
    await release(tx, customer, now)
    on = start.astimezone(provider.zone).date()
    service = await tx.providers.with_present_hours(service)
    diary = await tx.schedules.around(provider.id, on, on, now, customer.id)

    during = slots.check(diary, service, start, now)

    return await tx.bookings.hold(
        provider,
        service,
        customer.id,
        during,
        now + provider.policy_for(service).hold,
        now,
        source=source,
        draw=draw,
    )


async def hold_sought(
    tx: Tx, customer: Person, sought: Sought, start: datetime, now: datetime
) -> Booking:
    """As `hold`, with the only provider that will do, or with whose turn it is of several.

    Raises as `hold`; SlotTaken where none of several is free; TooManyBookings for a customer who
    has as many ahead as they may, unless the provider books for them.
    """
    held = await _hold_sought(tx, customer, sought, start, now)
    if not sought.for_other:
        await ahead.check_active(tx, held, now)
    return held


async def _hold_sought(
    tx: Tx, customer: Person, sought: Sought, start: datetime, now: datetime
) -> Booking:
    wish = (sought.service, start, now, sought.source)
    if sought.provider is not None:
        return await hold_with(tx, customer, sought.provider, *wish)
    for provider in await availability.in_turn(tx, sought, start, now):
        try:
            async with tx.attempt():
                return await hold_with(tx, customer, provider, *wish)
        except (SlotTaken, NoSeats, DayFull):
            continue  # somebody took it meanwhile; the next one may still be free
    raise SlotTaken


async def release(tx: Tx, customer: Person, now: datetime) -> None:
    """Give back whatever the customer holds."""
    by = Actor(Role.CUSTOMER, customer.id)
    for held in await tx.bookings.held_by(customer.id):
        await tx.bookings.save(*bookings.moved(held, Status.EXPIRED, by=by, at=now))


async def meet(tx: Tx, customer: Person, booking_id: int, way: Format) -> Booking:
    """Choose in which format to meet, for what this customer holds, or held until just now.

    So for what they are offered from the waitlist, while it is kept.

    Raises:
        FormatGone: the service is not offered in this format.
        NotFound: there is no such hold of this customer.
        WrongStatus: it was checked out before.
    """
    held = await tx.bookings.lock(booking_id)
    if held.customer_id != customer.id or held.moves_id is not None:
        raise NotFound
    if held.status is not Status.HELD and (held.offered or held.status is not Status.EXPIRED):
        raise WrongStatus(held.status)
    _, service = await tx.providers.offer(held.provider_id, held.service_id)
    meeting = service.meetings.by(way)

    held = replace(held, format=way, place=meeting.place_of(held.reference))
    await tx.bookings.meet(held)
    return held


async def confirm(tx: Tx, customer: Person, booking_id: int, note: str, now: datetime) -> Booking:
    """Check out a hold: it becomes a request, or a booking where no approval is needed.

    A hold that ran out meanwhile is honoured as long as the time is still free.

    Raises:
        HoldLost: it ran out and somebody else took the time.
        NotFound: there is no such hold of this customer.
        WrongStatus: it was checked out before.
        TooManyBookings: the customer has as many ahead as they may.
        FormatGone: its format was switched off meanwhile.
    """
    held = await tx.bookings.lock(booking_id)
    if held.customer_id != customer.id or held.offered or held.moves_id is not None:
        raise NotFound
    if held.status is Status.EXPIRED:
        held = await _held_again(tx, customer, held, now)
    return await check_out(tx, customer, held, note, now)


async def check_out(tx: Tx, customer: Person, held: Booking, note: str, now: datetime) -> Booking:
    """Turn what this customer holds into a booking or a request, and tell both sides.

    Raises WrongStatus if it is held no longer, NotOffered if it may not be booked any more,
    TooManyBookings if the customer has as many ahead as they may, FormatGone if its format was
    switched off.
    """
    if held.status is not Status.HELD:
        raise WrongStatus(held.status)
    await ahead.check_active(tx, held, now)
    provider, service = await tx.providers.offer(held.provider_id, held.service_id)
    service.meetings.by(held.format)
    held = replace(held, note=bookings.fitting(note, bookings.NOTE_LIMIT))

    to = bookings.checked_out(held)
    lapses = bookings.request_lapses(now, held.start, service.rules.notice)
    booking, change = bookings.moved(
        held,
        to,
        by=Actor(Role.CUSTOMER, customer.id),
        at=now,
        until=lapses if to is Status.PENDING else None,
    )

    await tx.bookings.save(booking, change)
    await announcing.checked_out(tx, booking, customer, provider, now)
    return booking


async def confirm_for(tx: Tx, keeper: Person, booking_id: int, note: str, now: datetime) -> Booking:
    """The provider books what is held for a customer; nobody needs to approve it.

    That the hold was made by the provider is for the caller to know.

    Raises:
        NotFound: the hold is not with a provider that this person runs.
        HoldLost: it ran out.
        WrongStatus: it was checked out before.
        FormatGone: its format was switched off meanwhile.
    """
    held = await tx.bookings.lock(booking_id)
    provider = await own(tx, keeper, held.provider_id)
    if held.moves_id is not None:
        raise NotFound
    if held.status is Status.EXPIRED:
        raise HoldLost
    if held.status is not Status.HELD:
        raise WrongStatus(held.status)
    _, service = await tx.providers.offer(held.provider_id, held.service_id)
    service.meetings.by(held.format)

    held = replace(held, note=bookings.fitting(note, bookings.NOTE_LIMIT))
    by = Actor(Role.PROVIDER, keeper.id)
    booking, change = bookings.moved(held, Status.CONFIRMED, by=by, at=now)

    await tx.bookings.save(booking, change)
    customer = await tx.people.get(booking.customer_id)
    await announcing.made_for(tx, booking, customer, provider, now)
    return booking


async def _held_again(tx: Tx, customer: Person, lost: Booking, now: datetime) -> Booking:
    try:
        return await hold(
            tx, customer, lost.provider_id, lost.service_id, lost.start, now, lost.format
        )
    except (SlotTaken, NoSeats, DayFull) as error:
        raise HoldLost from error
