"""Bookings that repeat: looked at date by date, booked all or none, called off from here on.

Where the provider confirms each booking, all dates are asked for at once: they lapse together, and
each side is told of all with one message.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from bot.usecases import ahead, announcing, availability, keeping
from bot.usecases.booking import hold_with
from bot.usecases.keeping import Card
from bot.usecases.seeking import seek
from domain import bookings, slots
from domain.bookings import UPCOMING, Actor, Booking, Role, Status
from domain.diaries import Diary
from domain.notices import Side
from domain.people import Person
from domain.refusals import AlreadyStarted, NotFound, Refused
from domain.series import MOST, Every, starts
from domain.services import Provider, Service
from storage.store import Tx

_NEAR = timedelta(days=3)


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One date of a series that is planned: free, or with the nearest time that is, if any.

    `clashes`: the customer has something else at the time that would be booked.
    """

    start: datetime
    is_free: bool
    other: datetime | None = None
    clashes: bool = False

    @property
    def bookable(self) -> datetime | None:
        return self.start if self.is_free else self.other


@dataclass(frozen=True, slots=True)
class Repeatable:
    """A booking that can be repeated; `asks`: its provider has to confirm what is added."""

    seen: Card
    provider: Provider
    service: Service
    asks: bool


@dataclass(frozen=True, slots=True)
class Plan:
    """The sessions that would follow a booking, booked or, if it `asks`, requested."""

    card: Card
    every: Every
    count: int
    occurrences: tuple[Occurrence, ...]
    asks: bool = False


async def repeatable(tx: Tx, person: Person, booking_id: int, now: datetime) -> Repeatable:
    """The customer's booking, or raise NotFound unless it can be repeated.

    It is confirmed or asked for, still ahead, and in no series yet. Raises FormatGone if the
    service is no longer offered in the booking's format.
    """
    seen = await keeping.card(tx, person, booking_id, Side.CUSTOMER)
    booking = seen.booking
    is_request = booking.status is Status.PENDING
    if booking.start <= now or seen.series is not None:
        raise NotFound
    if booking.status is not Status.CONFIRMED and not is_request:
        raise NotFound
    if is_request and (booking.hold_until or now) <= now:
        raise NotFound
    provider, service = await tx.providers.offer(booking.provider_id, booking.service_id)
    asks = is_request or provider.policy_for(service).approval
    return Repeatable(seen, provider, service.by(booking.format), asks)


async def plan(
    tx: Tx, person: Person, booking_id: int, every: Every, count: int, now: datetime
) -> Plan:
    """What `count` sessions would be, the booking being the first; raises as `repeatable`."""
    found = await repeatable(tx, person, booking_id, now)
    if not 2 <= count <= MOST:
        raise NotFound
    booking = found.seen.booking
    way = booking.format
    sought = await seek(tx, person, booking.provider_id, booking.service_id, way=way)
    wanted = starts(booking.start, booking.zone, every, count)[1:]
    first, last = booking.start.date(), wanted[-1].date() + timedelta(days=1)
    diary = await tx.schedules.around(booking.provider_id, first, last, now, person.id)

    occurrences: list[Occurrence] = []
    taken = {booking.start}
    for start in wanted:
        is_free = _is_free(diary, sought.service, start, now)
        other = None
        if not is_free:
            near = await availability.alternatives(tx, sought, start, now)
            fitting = [each for each in near if abs(each - start) <= _NEAR and each not in taken]
            other = min(fitting, key=lambda each: abs(each - start), default=None)
        clashing = await ahead.clashing_at(tx, booking, other or start)
        occurrences.append(Occurrence(start, is_free, other, bool(clashing)))
        taken.add(other or start)
    return Plan(found.seen, every, count, tuple(occurrences), found.asks)


async def book(
    tx: Tx,
    person: Person,
    booking_id: int,
    every: Every,
    chosen: Sequence[datetime],
    now: datetime,
) -> list[Booking]:
    """Book, or ask for, all that was chosen after the first one, or nothing.

    What was said about the first one holds for all. The provider is told once; reminders come for
    each. Raises as `repeatable` and, if one of the times cannot be had, as `hold`.
    """
    await tx.schedules.steady((await tx.bookings.get(booking_id)).provider_id)
    await tx.bookings.lock(booking_id)
    found = await repeatable(tx, person, booking_id, now)
    first = found.seen.booking
    if not 0 < len(chosen) < MOST or len(set(chosen)) < len(chosen):
        raise NotFound
    until = _lapses(found, chosen, now) if found.asks else None
    made = [await _made(tx, person, found, start, until, now) for start in sorted(chosen)]

    await tx.series.add(every, [first.id, *(each.id for each in made)], now)
    if found.asks:
        asked = [first, *made] if first.status is Status.PENDING else made
        await announcing.asked_together(tx, asked, person, found.provider, now)
    else:
        await announcing.repeated(tx, made, person, found.provider, now)
    return made


def _lapses(found: Repeatable, chosen: Sequence[datetime], now: datetime) -> datetime:
    """When all that is asked for lapses, answered or not: with the first of it."""
    first = found.seen.booking
    if first.status is Status.PENDING and first.hold_until is not None:
        return first.hold_until
    return bookings.request_lapses(now, min(chosen), found.service.rules.notice)


async def _made(
    tx: Tx,
    person: Person,
    found: Repeatable,
    start: datetime,
    until: datetime | None,
    now: datetime,
) -> Booking:
    """One more like the first; asked for if it is to lapse."""
    first = found.seen.booking
    held = await hold_with(tx, person, found.provider, found.service, start, now)
    to = Status.CONFIRMED if until is None else Status.PENDING
    by = Actor(Role.CUSTOMER, person.id)
    made, change = bookings.moved(replace(held, note=first.note), to, by=by, at=now, until=until)
    await tx.bookings.save(made, change)
    await tx.details.repeat(first.id, made.id)
    return made


def following(seen: Card) -> list[Booking]:
    """The bookings of the series after this one that are still on."""
    if seen.series is None:
        return []
    start = seen.booking.start
    return [each for each in seen.series.bookings if each.start > start and each.status in UPCOMING]


async def cancel_following(
    tx: Tx, person: Person, booking_id: int, side: Side, reason: str, now: datetime
) -> tuple[Card, int]:
    """Call off this one and all that follow; the card, and how many it were.

    Raises as `keeping.cancel`.
    """
    seen = await keeping.cancel(tx, person, booking_id, side, reason, now)
    count = 1
    for each in following(seen):
        try:
            await keeping.cancel(tx, person, each.id, side, reason, now)
        except AlreadyStarted:  # two of a series may be on one day
            continue
        count += 1
    return seen, count


def _is_free(diary: Diary, service: Service, start: datetime, now: datetime) -> bool:
    try:
        slots.check(diary, service, start, now)
    except Refused:
        return False
    return True
