"""A provider's own days: the week with its hours, the month in numbers, lists a page at a time."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from bot.usecases.listing import midnight
from bot.usecases.workspace import own
from domain.bookings import Booking
from domain.diaries import Diary
from domain.openings import open_windows
from domain.people import Person
from domain.services import Provider
from domain.stretches import Stretch, joined
from domain.wallclock import calendar
from storage.store import Tx

PAGE = 12
AGENDA = 30  # days
WEEK = 7  # days
_REACH = timedelta(days=3 * 366)  # how far from today anything is shown


@dataclass(frozen=True, slots=True)
class SevenDays:
    """A week with all that takes time in it; the entries are by start."""

    provider: Provider
    first: date
    now: datetime
    diary: Diary
    entries: tuple[tuple[Booking, Person], ...]


@dataclass(frozen=True, slots=True)
class MonthInNumbers:
    """How many bookings begin on each of its dates, and on which of them it is open at all."""

    provider: Provider
    first: date
    today: date
    counts: Mapping[date, int]
    open: frozenset[date]


@dataclass(frozen=True, slots=True)
class Page:
    """Some of the bookings of the dates first..last, by start; `counts` is of all of them."""

    provider: Provider
    first: date
    last: date
    today: date
    counts: Mapping[date, int]
    entries: tuple[tuple[Booking, Person], ...]
    page: int
    pages: int
    waiting: int


async def week(tx: Tx, person: Person, provider_id: int, first: date, now: datetime) -> SevenDays:
    """The seven days from `first`; raises NotFound unless the person runs the provider."""
    provider = await own(tx, person, provider_id)
    first = _in_reach(first, _today(provider, now))
    last = first + timedelta(days=WEEK - 1)
    diary = await tx.schedules.around(provider.id, first, last, now, None)
    entries = await tx.bookings.of_provider([provider.id], *_bounds(provider, first, last))
    return SevenDays(provider, first, now, diary, tuple(entries))


async def month(
    tx: Tx, person: Person, provider_id: int, on: date, now: datetime
) -> MonthInNumbers:
    """The month of this date; raises NotFound unless the person runs the provider."""
    provider = await own(tx, person, provider_id)
    today = _today(provider, now)
    first = _in_reach(on, today).replace(day=1)
    last = (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)
    counts = await _counts(tx, provider, first, last)
    diary = await tx.schedules.around(provider.id, first, last, now, None)
    windows = opened(diary, first, last)
    days = calendar(provider.zone, first, last)
    is_open = {on for on, lasting in days if any(_meet(each, windows) for each in lasting)}
    return MonthInNumbers(provider, first, today, counts, frozenset(is_open))


async def agenda(tx: Tx, person: Person, provider_id: int, page: int, now: datetime) -> Page:
    """The next thirty days; raises NotFound unless the person runs the provider."""
    provider = await own(tx, person, provider_id)
    today = _today(provider, now)
    return await _page(tx, provider, today, today + timedelta(days=AGENDA - 1), page, now)


async def day(tx: Tx, person: Person, provider_id: int, on: date, page: int, now: datetime) -> Page:
    """One date; raises NotFound unless the person runs the provider."""
    provider = await own(tx, person, provider_id)
    on = _in_reach(on, _today(provider, now))
    return await _page(tx, provider, on, on, page, now)


def opened(diary: Diary, first: date, last: date) -> list[Stretch]:
    """The windows of any service that meet the dates: joined and sorted."""
    services = {None, *(each.service_id for each in diary.week.regular)}
    windows = (open_windows(diary.week, first, last, service_id) for service_id in services)
    return joined(window for each in windows for window in each)


async def _page(
    tx: Tx, provider: Provider, first: date, last: date, page: int, now: datetime
) -> Page:
    counts = await _counts(tx, provider, first, last)
    pages = max(1, -(-sum(counts.values()) // PAGE))
    page = min(page, pages - 1)
    bounds = _bounds(provider, first, last)
    entries = await tx.bookings.page_of_provider(provider.id, *bounds, PAGE, page * PAGE)
    waiting = await tx.bookings.waiting([provider.id], now)
    today = _today(provider, now)
    return Page(provider, first, last, today, counts, tuple(entries), page, pages, len(waiting))


async def _counts(tx: Tx, provider: Provider, first: date, last: date) -> dict[date, int]:
    bounds = _bounds(provider, first, last)
    return await tx.bookings.counts_of_provider(provider.id, provider.zone, *bounds)


def _bounds(provider: Provider, first: date, last: date) -> tuple[datetime, datetime]:
    return midnight(first, provider.zone), midnight(last + timedelta(days=1), provider.zone)


def _today(provider: Provider, now: datetime) -> date:
    return now.astimezone(provider.zone).date()


def _in_reach(on: date, today: date) -> date:
    """A forged date becomes the furthest that is shown."""
    return max(today - _REACH, min(on, today + _REACH))


def _meet(one: Stretch, others: list[Stretch]) -> bool:
    return any(start < one[1] and one[0] < end for start, end in others)
