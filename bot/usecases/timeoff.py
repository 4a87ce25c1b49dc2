"""Hours for single dates and time off; what lies in the way is asked about, never passed over."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from bot.usecases import announcing, keeping
from bot.usecases.hours import let_go, outside
from bot.usecases.workspace import own
from domain.bookings import Booking, Status, fitting
from domain.clashes import Fate
from domain.dated import AsUsual, Dated, with_dated
from domain.hours import Closure, Opening, Override, Week
from domain.notices import Side
from domain.openings import open_windows
from domain.people import Person
from domain.refusals import DatesOver, NotFound
from domain.services import Provider
from domain.wallclock import date_at
from storage.store import Tx

REASON_LIMIT = 100  # characters
FURTHEST = timedelta(days=730)
Entry = tuple[Booking, Person]


@dataclass(frozen=True, slots=True)
class Overview:
    """What is said of dates from today on; `closures` with their ids, by beginning.

    `special` are dates with hours of their own, `off` those among them that are closed.
    """

    provider: Provider
    today: date
    minute: int
    closures: tuple[tuple[int, Closure], ...]
    special: tuple[date, ...]
    off: frozenset[date]


@dataclass(frozen=True, slots=True)
class Dates:
    """A month with the dates on which something is said, or nothing open."""

    provider: Provider
    first: date
    today: date
    special: frozenset[date]
    closed: frozenset[date]


@dataclass(frozen=True, slots=True)
class OneDate:
    """A date as it is planned now: stretches in epoch seconds; `is_special`: unlike its weekday."""

    provider: Provider
    on: date
    windows: tuple[tuple[int, int], ...]
    booked: int
    is_special: bool


async def overview(tx: Tx, person: Person, provider_id: int, now: datetime) -> Overview:
    """Raises NotFound unless the person runs the provider, as all that follows here."""
    provider = await own(tx, person, provider_id)
    local = now.astimezone(provider.zone)
    today = local.date()
    week = await tx.hours.week(provider_id)
    special = sorted(each for each in _special(week) if each >= today)
    closures = await tx.hours.closures(provider_id, today)
    minute = local.hour * 60 + local.minute
    opened = {each.on for each in week.openings}
    off = {each.on for each in week.overrides if each.is_day_off} - opened
    return Overview(provider, today, minute, tuple(closures), tuple(special), frozenset(off))


async def month(tx: Tx, person: Person, provider_id: int, first: date, now: datetime) -> Dates:
    provider = await own(tx, person, provider_id)
    today = now.astimezone(provider.zone).date()
    first = min(max(first, today), today + FURTHEST).replace(day=1)
    last = (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)
    week = await tx.hours.week(provider_id)
    opened = {date_at(provider.zone, start) for start, _ in open_windows(week, first, last)}
    every = {first + timedelta(days=n) for n in range((last - first).days + 1)}
    return Dates(provider, first, today, frozenset(_special(week)), frozenset(every - opened))


async def one_date(tx: Tx, person: Person, provider_id: int, on: date, now: datetime) -> OneDate:
    """Raises DatesOver for a date that has gone by."""
    provider = await own(tx, person, provider_id)
    _check_ahead(provider, on, on, now)
    week = await tx.hours.week(provider_id)
    windows = [each for each in open_windows(week, on, on) if date_at(provider.zone, each[0]) == on]
    start = datetime(on.year, on.month, on.day, tzinfo=provider.zone)
    booked = await tx.bookings.of_provider([provider_id], start, start + timedelta(days=1))
    return OneDate(provider, on, tuple(windows), len(booked), on in _special(week))


async def entry(tx: Tx, person: Person, provider_id: int, closure_id: int) -> Closure:
    """One time off; raises NotFound if it is gone."""
    await own(tx, person, provider_id)
    found = dict(await tx.hours.closures(provider_id, date.min))
    if closure_id not in found:
        raise NotFound
    return found[closure_id]


async def set_reason(
    tx: Tx, person: Person, provider_id: int, closure_id: int, reason: str
) -> None:
    """Say what a time off is for, which only the provider reads; raises TextTooLong."""
    await own(tx, person, provider_id)
    await tx.hours.set_reason(provider_id, closure_id, fitting(reason, REASON_LIMIT))


async def open_again(tx: Tx, person: Person, provider_id: int, closure_id: int) -> None:
    await own(tx, person, provider_id)
    await tx.hours.drop_closure(provider_id, closure_id)


async def in_the_way(
    tx: Tx, person: Person, provider_id: int, said: Dated, now: datetime
) -> list[Entry]:
    """The bookings to come that this would leave in closed time, by start.

    Raises DatesOver if the dates have gone by, NotFound if they are further off than FURTHEST.
    """
    provider = await own(tx, person, provider_id)
    _check_ahead(provider, *_dates(said), now)
    week = await tx.hours.week(provider_id)
    return await outside(tx, provider, week, with_dated(week, said), now)


async def say(tx: Tx, provider_id: int, said: Dated, now: datetime) -> None:
    """Keep it; that it is the person's own provider was checked by `in_the_way`."""
    week = await tx.hours.week(provider_id)
    await let_go(tx, await tx.providers.get(provider_id), week, with_dated(week, said), now)
    match said:
        case Closure():
            await tx.hours.add_closure(provider_id, said, now)
        case Opening():
            await tx.hours.add_opening(provider_id, said)
        case Override():
            await tx.hours.put_override(provider_id, said)
        case AsUsual(on):
            await tx.hours.drop_override(provider_id, on)
            await tx.hours.drop_openings(provider_id, on)


async def settle(
    tx: Tx,
    person: Person,
    entries: list[Entry],
    fates: Mapping[int, Fate],
    apology: Callable[[str], str],
    now: datetime,
) -> None:
    """Do with the bookings in the way what was chosen, by their ids.

    `apology` is the reason that a customer reads, in their language.
    """
    for booking, customer in entries:
        match fates.get(booking.id, Fate.KEEP):
            case Fate.MOVE:
                await announcing.move_wanted(tx, booking, customer, now)
            case Fate.CANCEL:
                end = keeping.decline if booking.status is Status.PENDING else _cancel
                await end(tx, person, booking.id, apology(customer.language), now)


def choices(booking: Booking, customer: Person) -> tuple[Fate, ...]:
    """What can become of a booking: only who reads our messages can be asked to move.

    A request is declined rather than moved: it has not been promised.
    """
    if customer.is_walk_in or booking.status is not Status.CONFIRMED:
        return Fate.KEEP, Fate.CANCEL
    return tuple(Fate)


async def _cancel(tx: Tx, person: Person, booking_id: int, reason: str, now: datetime) -> object:
    return await keeping.cancel(tx, person, booking_id, Side.PROVIDER, reason, now)


def _special(week: Week) -> set[date]:
    return {each.on for each in week.overrides} | {each.on for each in week.openings}


def _dates(said: Dated) -> tuple[date, date]:
    if isinstance(said, Closure):
        return said.first, said.last
    return said.on, said.on


def _check_ahead(provider: Provider, first: date, last: date, now: datetime) -> None:
    today = now.astimezone(provider.zone).date()
    if last < today:
        raise DatesOver(last)
    if first > today + FURTHEST or last > today + FURTHEST:
        raise NotFound
