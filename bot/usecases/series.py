"""Bookings that repeat: looked at date by date, booked all or none, called off from here on."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.usecases import announcing, availability, keeping
from bot.usecases.booking import hold
from bot.usecases.keeping import Card
from bot.usecases.seeking import seek
from domain import bookings, slots
from domain.bookings import UPCOMING, Actor, Booking, Role, Status
from domain.diaries import Diary
from domain.notices import Side
from domain.people import Person
from domain.refusals import AlreadyStarted, NotFound, Refused
from domain.series import MOST, Every, starts
from domain.services import Service
from storage.store import Tx

_NEAR = timedelta(days=3)


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One date of a series that is planned: free, or with the nearest time that is, if any."""

    start: datetime
    is_free: bool
    other: datetime | None = None

    @property
    def bookable(self) -> datetime | None:
        return self.start if self.is_free else self.other


@dataclass(frozen=True, slots=True)
class Plan:
    """The sessions that would follow a booking."""

    card: Card
    every: Every
    count: int
    occurrences: tuple[Occurrence, ...]


async def repeatable(tx: Tx, person: Person, booking_id: int, now: datetime) -> Card:
    """The customer's booking, or raise NotFound unless it can be repeated.

    It is confirmed, still ahead, in no series yet, and of a service that needs no approval.
    """
    seen = await keeping.card(tx, person, booking_id, Side.CUSTOMER)
    booking = seen.booking
    if booking.status is not Status.CONFIRMED or booking.start <= now:
        raise NotFound
    provider, service = await tx.providers.offer(booking.provider_id, booking.service_id)
    if provider.policy_for(service).approval or seen.series is not None:
        raise NotFound
    return seen


async def plan(
    tx: Tx, person: Person, booking_id: int, every: Every, count: int, now: datetime
) -> Plan:
    """What `count` sessions would be, the booking being the first; raises as `repeatable`."""
    seen = await repeatable(tx, person, booking_id, now)
    if not 2 <= count <= MOST:
        raise NotFound
    booking = seen.booking
    sought = await seek(tx, person, booking.provider_id, booking.service_id, way=booking.format)
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
        occurrences.append(Occurrence(start, is_free, other))
        taken.add(other or start)
    return Plan(seen, every, count, tuple(occurrences))


async def book(
    tx: Tx,
    person: Person,
    booking_id: int,
    every: Every,
    chosen: Sequence[datetime],
    now: datetime,
) -> list[Booking]:
    """Book all that was chosen after the first one, or nothing.

    The provider is told once, of the first of them; reminders come for each. Raises as
    `repeatable` and, if one of the times cannot be had, as `hold`.
    """
    seen = await repeatable(tx, person, booking_id, now)
    first = seen.booking
    if not 0 < len(chosen) < MOST or len(set(chosen)) < len(chosen):
        raise NotFound
    by = Actor(Role.CUSTOMER, person.id)
    made = []
    for start in sorted(chosen):
        held = await hold(tx, person, first.provider_id, first.service_id, start, now, first.format)
        booked, change = bookings.moved(held, Status.CONFIRMED, by=by, at=now)
        await tx.bookings.save(booked, change)
        made.append(booked)
    await tx.series.add(every, [first.id, *(each.id for each in made)], now)
    await announcing.repeated(tx, made, person, seen.provider, now)
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
