"""When a provider is free for a service, as months, days and soonest starts."""

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from enum import Enum, auto
from itertools import pairwise
from zoneinfo import ZoneInfo

from domain import picker, slots
from domain.diaries import Diary
from domain.hours import Week
from domain.services import Provider, Service
from domain.stretches import Stretch
from domain.wallclock import dates
from storage.store import Tx

FEW = 2
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
    """A month of one provider's service, its days told by the zone they are shown in.

    `first_month` and `last_month` bound what can be turned to; `soonest` starts may lie outside.
    """

    first: date
    zone: ZoneInfo
    days: tuple[Day, ...]
    soonest: tuple[datetime, ...]
    first_month: date
    last_month: date
    latest: date


def shown_in(service: Service, provider: Provider, viewer: ZoneInfo | None) -> ZoneInfo:
    """The zone whose wall clock counts for the person: the place's, or the own one when remote."""
    if service.format.is_remote and viewer is not None:
        return viewer
    return provider.zone


async def month(
    tx: Tx,
    provider: Provider,
    service: Service,
    zone: ZoneInfo,
    first: date | None,
    viewer_id: int,
    now: datetime,
) -> Month:
    """One month; without a `first` of month, the one of the soonest free start."""
    today = now.astimezone(zone).date()
    latest = now.astimezone(provider.zone).date() + timedelta(days=service.rules.horizon)
    diary = await tx.schedules.around(
        provider.id, today - timedelta(days=1), latest, now, viewer_id
    )
    free = slots.free_between(diary, service, *_whole(today, latest, zone), now)

    soonest = tuple(_instant(start) for start in free[:3])
    shown = first or _month_of(soonest[0].astimezone(zone).date() if soonest else today)
    shown = min(max(shown, _month_of(today)), _month_of(latest))
    return Month(
        shown,
        zone,
        _days(shown, zone, free, _offered(diary.week, service, shown, zone), today, latest),
        soonest,
        _month_of(today),
        _month_of(latest),
        latest,
    )


async def times(
    tx: Tx,
    provider: Provider,
    service: Service,
    zone: ZoneInfo,
    on: date,
    viewer_id: int,
    now: datetime,
) -> tuple[datetime, ...]:
    """The free starts of one day of the zone they are shown in, ascending."""
    diary = await tx.schedules.around(
        provider.id, on - timedelta(days=1), on + timedelta(days=1), now, viewer_id
    )
    free = slots.free_between(diary, service, *_whole(on, on, zone), now)
    return tuple(map(_instant, free))


async def alternatives(
    tx: Tx, provider: Provider, service: Service, wanted: datetime, viewer_id: int, now: datetime
) -> tuple[datetime, ...]:
    """Up to six free starts nearest to the wanted one, ascending."""
    near = timedelta(days=7)
    on = wanted.astimezone(provider.zone).date()
    diary = await tx.schedules.around(provider.id, on - near, on + near, now, viewer_id)
    begin, end = int((wanted - near).timestamp()), int((wanted + near).timestamp())
    free = slots.free_between(diary, service, begin, end, now)
    return tuple(map(_instant, picker.nearest(free, int(wanted.timestamp()), 6)))


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


def _soonest(diary: Diary, service: Service, now: datetime, end: datetime) -> int | None:
    """The first free start before `end`; weeks are listed only if the next days have none."""
    steps = (int(each.timestamp()) for each in (now, now + _NEXT_DAYS, end))
    for begin, stop in pairwise(steps):
        free = slots.free_between(diary, service, begin, stop, now)
        if free:
            return free[0]
    return None


def _offered(week: Week, service: Service, first: date, zone: ZoneInfo) -> list[int]:
    """The starts of a month as they would be were nothing booked."""
    begin, end = _whole(first, _next_month(first) - timedelta(days=1), zone)
    unbound = replace(service.rules, notice=timedelta(0), horizon=_MONTH)
    alone = replace(service, rules=unbound)
    return slots.free_between(Diary(week), alone, begin, end, _instant(begin))


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
