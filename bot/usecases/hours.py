"""A provider's weekly hours: looked at, changed in a draft, and saved once they are as wanted."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from bot.usecases.lapses import lapse_hold
from bot.usecases.workspace import own
from domain import bookings, editing, limits
from domain.bookings import Booking
from domain.clashes import clashes
from domain.hours import Hours, Week, WeeklyWindow, Window
from domain.openings import open_windows
from domain.people import Person
from domain.refusals import TooManyWindows
from domain.services import Provider
from domain.spans import to_epoch
from domain.wallclock import date_at
from storage.store import Tx

Draft = Sequence[tuple[int, int, int]]
MOST_WINDOWS = 8  # a day, so that a week fits into a message
_WEEK = timedelta(days=7)
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Timetable:
    """`hours` are the weekly ones for everything and for ever, as they are or as they would be.

    `special` are those for some dates or one service alone, which are not edited here.
    """

    provider: Provider
    week: Week
    hours: Hours
    special: Hours
    has_changed: bool


@dataclass(frozen=True, slots=True)
class DayPlan:
    """What can be booked on a date: stretches of time, in epoch seconds."""

    on: date
    windows: tuple[tuple[int, int], ...]


async def timetable(tx: Tx, person: Person, provider_id: int, draft: Draft | None) -> Timetable:
    """The hours, with what has been changed and not been saved yet.

    Raises NotFound unless the person runs the provider.
    """
    provider = await own(tx, person, provider_id)
    week = await tx.hours.week(provider_id)
    kept = tuple(filter(_is_plain, week.regular))
    special = tuple(each for each in week.regular if not _is_plain(each))
    table = Timetable(provider, week, kept, special, has_changed=False)
    return table if draft is None else with_hours(table, read(draft))


def with_hours(table: Timetable, hours: Hours) -> Timetable:
    """The timetable with other hours; raises TooManyWindows if a day is in too many pieces."""
    pieces = Counter(each.weekday for each in hours)
    if max(pieces.values(), default=0) > MOST_WINDOWS:
        raise TooManyWindows(MOST_WINDOWS)
    kept = tuple(each for each in table.week.regular if _is_plain(each))
    return replace(table, hours=hours, has_changed=set(hours) != set(kept))


def read(draft: Draft) -> Hours:
    return tuple(WeeklyWindow(weekday, Window(start, end)) for weekday, start, end in draft)


def drafted(hours: Hours) -> tuple[tuple[int, int, int], ...]:
    """Plain weekly hours as a draft keeps them."""
    return tuple((each.weekday, each.window.start, each.window.end) for each in hours)


async def outside(
    tx: Tx, provider: Provider, before: Week, after: Week, now: datetime
) -> list[tuple[Booking, Person]]:
    """The bookings to come that a change of hours would leave in closed time, by start.

    Nobody books with the provider before the transaction ends, so that no more can come.
    """
    await tx.hours.alone(provider.id)
    await tx.bookings.held_with(provider.id)  # waits for those that are being checked out
    found = await _closed_for(tx, provider, before, after, now)
    if not found:
        return []
    entries = await tx.bookings.of_provider([provider.id], now, now + limits.AHEAD)
    return [each for each in entries if session_key(each[0]) in found]


async def let_go(tx: Tx, provider: Provider, before: Week, after: Week, now: datetime) -> None:
    """Whoever only holds a time that is about to be closed has lost it."""
    found = await _closed_for(tx, provider, before, after, now)
    held = await tx.bookings.held_with(provider.id)
    await lose(tx, held, lambda each: session_key(each) in found, now)


async def lose(
    tx: Tx, held: Iterable[Booking], is_closed: Callable[[Booking], bool], now: datetime
) -> None:
    """Let go what is held in time that is about to be closed.

    What has run out goes too, wherever it lies: else it could be checked out for a little while.
    """
    for each in held:
        if is_closed(each) or bookings.has_run_out(each, now):
            await lapse_hold(tx, each, now)


async def save(tx: Tx, table: Timetable, now: datetime) -> None:
    await tx.hours.alone(table.provider.id)
    await let_go(tx, table.provider, table.week, changed(table), now)
    await tx.hours.set_weekly(table.provider.id, (*table.hours, *table.special))


def changed(table: Timetable) -> Week:
    """The week as it would be."""
    return replace(table.week, regular=(*table.hours, *table.special))


def preview(table: Timetable, now: datetime) -> list[DayPlan]:
    """The seven days of next week, from its Monday, as they would be open."""
    monday = _next_monday(table.provider, now)
    zone, week = table.provider.zone, changed(table)
    plans = []
    for on in (monday + timedelta(days=n) for n in range(7)):
        windows = (each for each in open_windows(week, on, on) if date_at(zone, each[0]) == on)
        plans.append(DayPlan(on, tuple(windows)))
    return plans


async def repeat(tx: Tx, table: Timetable, now: datetime) -> None:
    """Next week as this one is, exceptions included: where they differ, by overrides."""
    monday = _next_monday(table.provider, now)
    copies = {each.on: each for each in editing.copied_week(table.week, monday - _WEEK, monday)}
    plan = table.week.plan()
    for on, override in copies.items():
        if editing.tidied(plan(on)) != override.windows:
            await tx.hours.put_override(table.provider.id, override)


async def _closed_for(
    tx: Tx, provider: Provider, before: Week, after: Week, now: datetime
) -> set[tuple[int, int]]:
    """The sessions to come, holds included, that the change would leave in closed time."""
    today = now.astimezone(provider.zone).date()
    diary = await tx.schedules.around(provider.id, today, today + limits.AHEAD, now, None)
    services = await tx.providers.services(provider.id)
    own_hours = {each.id: each.rules.hours for each in services if each.rules.hours is not None}
    found = clashes(before, after, diary.sessions, own_hours)
    return {(each.service_id, each.start) for each in found}


def session_key(booking: Booking) -> tuple[int, int]:
    """A session as a diary knows it."""
    return booking.service_id, to_epoch(booking.start)


def _next_monday(provider: Provider, now: datetime) -> date:
    today = now.astimezone(provider.zone).date()
    return today + timedelta(days=7 - today.weekday())


def _is_plain(each: WeeklyWindow) -> bool:
    return each.service_id is None and (each.since, each.until) == (date.min, date.max)
