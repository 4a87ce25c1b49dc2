"""When a service is free, as months, days, weeks and soonest starts.

Every listing is one query and one run of the slot engine for each provider that will do.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from enum import Enum, auto
from itertools import pairwise
from zoneinfo import ZoneInfo

from bot.usecases.seeking import Sought
from domain import anyone, loads, picker, slots
from domain.anyone import Candidate
from domain.dayparts import Part, part_of, within
from domain.diaries import Diary
from domain.refusals import NotFound
from domain.services import Provider, Service
from domain.spans import to_epoch
from domain.stretches import Stretch
from domain.wallclock import date_at, dates
from storage.store import Tx

FEW = 2
SOONEST = 3
NEAREST = 6
_NEXT = 12  # starts shown where the week has none left
_MONTH = 33  # days: no month, seen from another zone, is longer
_NEXT_DAYS = timedelta(days=2)


class DayState(Enum):
    """What a day of the month grid is, and so why it cannot be had."""

    FREE = auto()
    FEW = auto()
    FULL = auto()
    TOO_SOON = auto()
    CLOSED = auto()
    PAST = auto()
    BEYOND = auto()

    @property
    def can_be_had(self) -> bool:
        return self in {DayState.FREE, DayState.FEW}


@dataclass(frozen=True, slots=True)
class Day:
    on: date
    state: DayState
    free: int = 0


@dataclass(frozen=True, slots=True)
class Month:
    """A month of what is sought, its days told by the zone they are shown in.

    `first_month` and `last_month` bound what can be turned to; `soonest` starts may lie outside.
    """

    first: date
    zone: ZoneInfo
    days: tuple[Day, ...]
    soonest: tuple[datetime, ...]
    first_month: date
    last_month: date
    latest: date


@dataclass(frozen=True, slots=True)
class Slot:
    """A start that is free; with the seats left, where several can book the same session."""

    start: datetime
    seats: int | None = None


@dataclass(frozen=True, slots=True)
class Times:
    """The free starts of one day, and the nearest days before and after that have any."""

    on: date
    slots: tuple[Slot, ...]
    before: date | None = None
    after: date | None = None


@dataclass(frozen=True, slots=True)
class Coming:
    """The free starts from now to the end of the week; where it has none, the next ones."""

    slots: tuple[Slot, ...]
    in_this_week: bool


async def month(tx: Tx, sought: Sought, first: date | None, now: datetime) -> Month:
    """One month; without a `first` of month, the one of the soonest free start."""
    found = await _found(tx, sought, now)
    soonest = tuple(map(_instant, found.free[:SOONEST]))
    zone, today, latest = sought.zone, found.today, found.latest

    shown = first or _month_of(soonest[0].astimezone(zone).date() if soonest else today)
    shown = min(max(shown, _month_of(today)), _month_of(latest))
    days = _days(shown, zone, found.free, _offered(found, sought, shown), today, latest)
    return Month(shown, zone, days, soonest, _month_of(today), _month_of(latest), latest)


async def months(tx: Tx, sought: Sought, now: datetime) -> dict[date, int]:
    """How many free starts each month has that can be turned to, by its first day."""
    found = await _found(tx, sought, now)
    counts = Counter(_month_of(date_at(sought.zone, start)) for start in found.free)
    every: dict[date, int] = {}
    first = _month_of(found.today)
    while first <= found.latest:
        every[first] = counts[first]
        first = _next_month(first)
    return every


async def parts(tx: Tx, sought: Sought, now: datetime) -> Counter[Part]:
    """How many free starts each part of the day has, whichever of them is looked for."""
    found = await _found(tx, sought, now)
    return Counter(part_of(start, sought.zone) for start in found.every)


async def times(tx: Tx, sought: Sought, on: date, now: datetime) -> Times:
    """The free starts of one day of the zone they are shown in, ascending, of the whole day."""
    found = await _found(tx, sought, now)
    starts = picker.on_dates(found.every, sought.zone, on, on)
    begin, end = _whole(on, on, sought.zone)
    before = bisect_left(found.free, begin)
    after = bisect_left(found.free, end)
    return Times(
        on,
        _slots(found, sought.service, starts),
        date_at(sought.zone, found.free[before - 1]) if before else None,
        date_at(sought.zone, found.free[after]) if after < len(found.free) else None,
    )


async def coming(tx: Tx, sought: Sought, first_weekday: int, now: datetime) -> Coming:
    """What is free this week, which begins on a weekday (0 is Monday); else what is next."""
    found = await _found(tx, sought, now)
    starts = picker.this_week(found.free, sought.zone, found.today, first_weekday)
    chosen = starts or found.free[:_NEXT]
    return Coming(_slots(found, sought.service, chosen), bool(starts))


async def alternatives(
    tx: Tx, sought: Sought, wanted: datetime, now: datetime
) -> tuple[datetime, ...]:
    """Up to six free starts nearest to the wanted one, ascending; of any part of the day."""
    near = timedelta(days=7)
    on = wanted.astimezone(sought.zone).date()
    candidates = await _candidates(tx, sought, on - near, on + near, now)
    begin, end = to_epoch(wanted - near), to_epoch(wanted + near)
    free = _others(sought, _free(candidates, sought.service, begin, end, now))
    return tuple(map(_instant, picker.nearest(free, to_epoch(wanted), NEAREST)))


async def like(tx: Tx, sought: Sought, wanted: datetime, now: datetime) -> tuple[datetime, ...]:
    """Up to six free starts: first those at the weekday and hour of the wanted one."""
    found = await _found(tx, sought, now)
    return tuple(map(_instant, picker.like(found.free, to_epoch(wanted), sought.zone, NEAREST)))


async def in_turn(tx: Tx, sought: Sought, start: datetime, now: datetime) -> list[Provider]:
    """The providers that are free at a start, the one whose turn it is first."""
    on = start.astimezone(sought.zone).date()
    candidates = await _candidates(tx, sought, on, on, now)
    fair = anyone.in_fair_order(candidates, sought.service, start, now)
    providers = {each.id: each for each in sought.providers}
    return [providers[each.provider_id] for each in fair]


async def first_free(
    tx: Tx, services: Mapping[int, Sequence[Service]], viewer_id: int, now: datetime
) -> dict[int, datetime]:
    """For each provider (by id, with its services) the soonest start of any service."""
    ahead = timedelta(days=14)
    today = now.date()
    around = await tx.schedules.around_many(
        list(services), today - timedelta(days=1), today + ahead, now, viewer_id
    )
    end = now + ahead
    soonest: dict[int, datetime] = {}
    for provider_id, offered in services.items():
        diary = around[provider_id]
        starts = [
            start
            for service in offered
            if (start := _soonest(diary, service, now, end)) is not None
        ]
        if starts:
            soonest[provider_id] = _instant(min(starts))
    return soonest


def outside(on: date, shown: Month) -> DayState:
    """What a day is that is not in the month asked for: over, or beyond the horizon."""
    return DayState.PAST if on < shown.first else DayState.BEYOND


@dataclass(frozen=True, slots=True)
class _Found:
    """All that is free from today to the horizon, on dates of the zone it is shown in.

    `free` are those of `every` start that lie in the part of the day that counts.
    """

    candidates: Sequence[Candidate]
    every: Sequence[int]
    free: Sequence[int]
    today: date
    latest: date


async def _found(tx: Tx, sought: Sought, now: datetime) -> _Found:
    today = now.astimezone(sought.zone).date()
    latest = max(sought.service.rules.latest(now, each.zone) for each in sought.providers)
    candidates = await _candidates(tx, sought, today - timedelta(days=1), latest, now)
    free = _free(candidates, sought.service, *_whole(today, latest, sought.zone), now)
    every = _others(sought, free)
    free = every if sought.part is Part.ALL else within(every, sought.part, sought.zone)
    return _Found(candidates, every, free, today, latest)


async def _candidates(
    tx: Tx, sought: Sought, first: date, last: date, now: datetime
) -> list[Candidate]:
    ids = [provider.id for provider in sought.providers]
    moving = None if sought.moving is None else sought.moving.id
    around = await tx.schedules.around_many(ids, first, last, now, sought.viewer_id, moving)
    if not around:
        raise NotFound
    return [Candidate(each, at, around[each]) for at, each in enumerate(ids) if each in around]


def _free(
    candidates: Sequence[Candidate], service: Service, begin: int, end: int, now: datetime
) -> list[int]:
    if len(candidates) == 1:
        return slots.free_between(candidates[0].diary, service, begin, end, now)
    return anyone.free_with_any(candidates, service, begin, end, now)


def _others(sought: Sought, starts: list[int]) -> list[int]:
    """All but the start that a booking which is to move has already."""
    if sought.moving is None:
        return starts
    own = to_epoch(sought.moving.start)
    return [each for each in starts if each != own]


def _slots(found: _Found, service: Service, starts: Sequence[int]) -> tuple[Slot, ...]:
    """With the seats left in group sessions; of several providers, where there are most."""
    capacity = service.rules.capacity
    if capacity == 1:
        return tuple(Slot(_instant(start)) for start in starts)
    left = [loads.seats(each.diary, service) for each in found.candidates]
    return tuple(
        Slot(_instant(start), max(seats.get(start, capacity) for seats in left)) for start in starts
    )


def _soonest(diary: Diary, service: Service, now: datetime, end: datetime) -> int | None:
    """The first free start before `end`; weeks are listed only if the next days have none."""
    steps = (int(each.timestamp()) for each in (now, now + _NEXT_DAYS, end))
    for begin, stop in pairwise(steps):
        free = slots.free_between(diary, service, begin, stop, now)
        if free:
            return free[0]
    return None


def _offered(found: _Found, sought: Sought, first: date) -> list[int]:
    """The starts of a month as they would be were nothing booked."""
    begin, end = _whole(first, _next_month(first) - timedelta(days=1), sought.zone)
    unbound = replace(sought.service.rules, notice=timedelta(0), horizon=_MONTH)
    alone = replace(sought.service, rules=unbound)
    empty = [replace(each, diary=Diary(each.diary.week)) for each in found.candidates]
    offered = _free(empty, alone, begin, end, _instant(begin))
    return offered if sought.part is Part.ALL else within(offered, sought.part, sought.zone)


def _days(
    first: date,
    zone: ZoneInfo,
    free: Sequence[int],
    offered: Sequence[int],
    today: date,
    latest: date,
) -> tuple[Day, ...]:
    days = []
    for each in range((_next_month(first) - first).days):
        on = first + timedelta(days=each)
        stretches = dates(zone, on, on)
        left = _count(free, stretches)
        state = _state(on, left, _count(offered, stretches), today, latest)
        days.append(Day(on, state, left))
    return tuple(days)


def _count(starts: Sequence[int], stretches: Sequence[Stretch]) -> int:
    """How many of the ascending starts lie in one of the stretches."""
    return sum(bisect_left(starts, end) - bisect_left(starts, begin) for begin, end in stretches)


def _state(on: date, left: int, offered: int, today: date, latest: date) -> DayState:
    if on < today:
        return DayState.PAST
    if on > latest:
        return DayState.BEYOND
    if left:
        return DayState.FEW if left <= FEW else DayState.FREE
    if not offered:
        return DayState.CLOSED
    return DayState.TOO_SOON if on == today else DayState.FULL


def _whole(first: date, last: date, zone: ZoneInfo) -> tuple[int, int]:
    """The instants from the beginning of one date to the end of another."""
    begin = datetime(first.year, first.month, first.day, tzinfo=zone)
    after = last + timedelta(days=1)
    end = datetime(after.year, after.month, after.day, tzinfo=zone)
    return int(begin.timestamp()), int(end.timestamp())


def _instant(start: int) -> datetime:
    return datetime.fromtimestamp(start, UTC)


def _month_of(on: date) -> date:
    return on.replace(day=1)


def _next_month(first: date) -> date:
    return (first.replace(day=28) + timedelta(days=4)).replace(day=1)
