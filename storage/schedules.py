"""When providers are open and when they are taken, for the slot engine."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any, Self
from zoneinfo import ZoneInfo

from sqlalchemy import ARRAY, BigInteger, Row, bindparam, text

from domain.hours import OVERRIDES_REACH, Override, Week, Window
from domain.refusals import NotFound
from domain.stretches import Stretch
from storage.connection import Connection
from storage.tables import IS_LIVE

# A local date begins up to 14 hours before the UTC one, and sessions may begin the day before.
_BUSY_REACH = timedelta(days=2)

# Each row is one provider: hours as JSON, taken times as pairs of epoch seconds.
_AROUND = text(
    f"""
    SELECT
        providers.id,
        providers.zone,
        (
            SELECT json_agg(json_build_array(
                weekday, start_minute, end_minute, valid_from, valid_until
            ) ORDER BY weekday, start_minute, weekly_windows.id)
            FROM weekly_windows
            WHERE provider_id = providers.id
                AND (valid_from IS NULL OR valid_from <= :last_reached)
                AND (valid_until IS NULL OR valid_until >= :first_reached)
        ) AS weekly,
        (
            SELECT json_agg(json_build_array(on_date, windows) ORDER BY on_date)
            FROM date_overrides
            WHERE provider_id = providers.id AND on_date BETWEEN :first_reached AND :last_reached
        ) AS overrides,
        (
            SELECT array_agg(ARRAY[
                floor(extract(epoch FROM lower(blocked)))::bigint,
                ceil(extract(epoch FROM upper(blocked)))::bigint
            ] ORDER BY blocked)
            FROM sessions
            WHERE provider_id = providers.id AND live AND blocked && tstzrange(:start, :end)
                AND EXISTS (
                    SELECT FROM bookings
                    WHERE session_id = sessions.id AND {IS_LIVE}
                        AND NOT (
                            status = 'held'
                            AND (
                                hold_until <= :now
                                OR customer_id IS NOT DISTINCT FROM :for_customer
                            )
                        )
                )
        ) AS busy
    FROM providers
    WHERE providers.id = ANY(:provider_ids)
    """  # noqa: S608  # the statuses are ours
).bindparams(
    bindparam("provider_ids", type_=ARRAY(BigInteger)),
    bindparam("for_customer", type_=BigInteger),
)


@dataclass(frozen=True, slots=True)
class Availability:
    """A provider's hours, and the times already blocked: epoch seconds, with buffers, sorted."""

    week: Week
    busy: tuple[Stretch, ...]


class Schedules:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    async def around(
        self, provider_id: int, first: date, last: date, now: datetime, for_customer: int | None
    ) -> Availability:
        """All that decides about starts on the dates first..last, in whatever zone; or NotFound.

        Holds that have run out by `now`, and those of `for_customer`, block nothing.
        """
        found = await self.around_many([provider_id], first, last, now, for_customer)
        if provider_id not in found:
            raise NotFound
        return found[provider_id]

    async def around_many(
        self,
        provider_ids: Sequence[int],
        first: date,
        last: date,
        now: datetime,
        for_customer: int | None,
    ) -> dict[int, Availability]:
        """As `around`, for several providers at once; by their ids, unknown ones left out."""
        first_reached, last_reached = first - OVERRIDES_REACH, last + OVERRIDES_REACH
        found = await self._connection.read(
            _AROUND,
            provider_ids=list(provider_ids),
            first_reached=first_reached,
            last_reached=last_reached,
            start=_midnight(first) - _BUSY_REACH,
            end=_midnight(last) + _BUSY_REACH + timedelta(days=1),
            now=now,
            for_customer=for_customer,
        )
        return {row.id: _availability(row, first_reached, last_reached) for row in found}


def _availability(row: Row[Any], first: date, last: date) -> Availability:
    hours = [_Hours.read(each) for each in row.weekly or ()]
    lasting = [each for each in hours if each.since <= first and last <= each.until]
    special = {
        date.fromisoformat(on): tuple(Window(start, end) for start, end in windows)
        for on, windows in row.overrides or ()
    }
    for on in _dates_of(hours, lasting, first, last):
        special.setdefault(on, tuple(each.window for each in hours if each.holds(on)))

    weekly = tuple(
        tuple(each.window for each in lasting if each.weekday == weekday) for weekday in range(7)
    )
    overrides = tuple(Override(on, windows) for on, windows in sorted(special.items()))
    busy = tuple((start, end) for start, end in row.busy or ())
    return Availability(Week(ZoneInfo(row.zone), weekly, overrides), busy)


@dataclass(frozen=True, slots=True)
class _Hours:
    """A weekly window and the dates from which and until which it is valid, both included."""

    weekday: int
    window: Window
    since: date
    until: date

    @classmethod
    def read(cls, stored: Sequence[Any]) -> Self:
        weekday, start, end, since, until = stored
        return cls(
            weekday,
            Window(start, end),
            date.fromisoformat(since) if since else date.min,
            date.fromisoformat(until) if until else date.max,
        )

    def holds(self, on: date) -> bool:
        return self.weekday == on.weekday() and self.since <= on <= self.until


def _dates_of(
    hours: Sequence[_Hours], lasting: Sequence[_Hours], first: date, last: date
) -> list[date]:
    """The dates that have windows which are not valid throughout: they differ from the week."""
    passing = [each for each in hours if each not in lasting]
    if not passing:
        return []
    calendar = (first + timedelta(days=day) for day in range((last - first).days + 1))
    return [on for on in calendar if any(each.holds(on) for each in passing)]


def _midnight(on: date) -> datetime:
    return datetime(on.year, on.month, on.day, tzinfo=UTC)
