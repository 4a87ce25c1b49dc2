"""Lists of bookings: a customer's own, and a provider's days."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from domain.bookings import Booking
from domain.people import Person
from domain.refusals import NotAProvider
from domain.services import Provider
from storage.store import Tx

PAGE = 6
_REACH = timedelta(days=3 * 366)  # how far from today anything is shown


@dataclass(frozen=True, slots=True)
class Bookings:
    """A page of a customer's bookings."""

    bookings: tuple[Booking, ...]
    page: int
    pages: int
    upcoming: int
    past: int
    waiting: int = 0  # in how many lines of the waitlist they stand


@dataclass(frozen=True, slots=True)
class Agenda:
    """A provider's bookings from one date on, by date of the zone."""

    first: date
    days: int
    zone: ZoneInfo
    today: date
    providers: tuple[Provider, ...]
    entries: tuple[tuple[Booking, Person], ...]
    waiting: int


async def upcoming(tx: Tx, person: Person, page: int, now: datetime) -> Bookings:
    ahead, past = await _counts(tx, person, now)
    page, pages = _bounded(page, ahead)
    found = await tx.bookings.upcoming(person.id, now, PAGE, page * PAGE)
    waiting = await tx.waitlist.count_of_customer(person.id)
    return Bookings(tuple(found), page, pages, ahead, past, waiting)


async def gone(tx: Tx, person: Person, page: int, now: datetime) -> Bookings:
    """Bookings that are over, newest first."""
    ahead, past = await _counts(tx, person, now)
    page, pages = _bounded(page, past)
    found = await tx.bookings.past(person.id, now, PAGE, page * PAGE)
    return Bookings(tuple(found), page, pages, ahead, past)


async def agenda(tx: Tx, person: Person, first: date | None, days: int, now: datetime) -> Agenda:
    """The bookings of all that this person provides; raises NotAProvider for who provides none."""
    mine = await tx.providers.of_person(person.id)
    if not mine:
        raise NotAProvider
    zone = mine[0].zone
    today = now.astimezone(zone).date()
    # A forged date is brought near.
    first = max(today - _REACH, min(first or today, today + _REACH))
    ids = [provider.id for provider in mine]
    entries = await tx.bookings.of_provider(
        ids, midnight(first, zone), midnight(first + timedelta(days=days), zone)
    )
    waiting = await tx.bookings.waiting(ids, now)
    return Agenda(first, days, zone, today, tuple(mine), tuple(entries), len(waiting))


async def requests(tx: Tx, person: Person, now: datetime) -> tuple[tuple[Booking, Person], ...]:
    """What waits for this provider's answer; raises NotAProvider for who provides none."""
    mine = await tx.providers.of_person(person.id)
    if not mine:
        raise NotAProvider
    return tuple(await tx.bookings.waiting([provider.id for provider in mine], now))


async def _counts(tx: Tx, person: Person, now: datetime) -> tuple[int, int]:
    return (
        await tx.bookings.count_upcoming(person.id, now),
        await tx.bookings.count_past(person.id, now),
    )


def _bounded(page: int, count: int) -> tuple[int, int]:
    pages = max(1, -(-count // PAGE))
    return min(page, pages - 1), pages


def midnight(on: date, zone: ZoneInfo) -> datetime:
    """The instant, in UTC, at which this date begins in the zone."""
    return datetime(on.year, on.month, on.day, tzinfo=zone).astimezone(UTC)
