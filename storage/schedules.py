"""When providers are open and when they are taken, for the slot engine."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from typing import Any

from sqlalchemy import ARRAY, BigInteger, Row, bindparam, select, text

from domain.diaries import Diary, Session
from domain.openings import REACH
from domain.refusals import NotFound
from storage import weeks
from storage.connection import Connection
from storage.tables import IS_LIVE, providers

# A local date begins up to 14 hours before the UTC one, and sessions may begin the day before.
_BUSY_REACH = timedelta(days=2)

# Each row is one provider: hours as JSON, sessions as arrays of numbers, times epoch seconds.
AROUND = text(
    f"""
    SELECT
        providers.id,
        providers.most_a_day,
        {weeks.COLUMNS},
        (
            SELECT array_agg(ARRAY[
                sessions.id,
                service_id,
                extract(epoch FROM starts_at)::bigint,
                extract(epoch FROM ends_at)::bigint,
                floor(extract(epoch FROM lower(blocked)))::bigint,
                ceil(extract(epoch FROM upper(blocked)))::bigint,
                capacity,
                seats.taken
            ] ORDER BY starts_at, sessions.id)
            FROM sessions CROSS JOIN LATERAL (
                SELECT count(*) AS taken FROM bookings
                WHERE session_id = sessions.id AND {IS_LIVE}
                    AND NOT (
                        status = 'held' AND moves_id IS NULL
                        AND (
                            hold_until <= :now
                            OR (customer_id IS NOT DISTINCT FROM :for_customer AND NOT offered)
                        )
                    )
                    AND NOT (
                        moves_id IS NOT DISTINCT FROM :moving AND :moving IS NOT NULL
                        OR id IS NOT DISTINCT FROM :moving AND capacity = 1
                    )
            ) AS seats
            WHERE provider_id = providers.id AND live AND blocked && tstzrange(:start, :end)
                AND seats.taken > 0
        ) AS sessions,
        (
            SELECT array_agg(ARRAY[
                extract(epoch FROM starts_at)::bigint, extract(epoch FROM ends_at)::bigint
            ] ORDER BY starts_at, ends_at)
            FROM busy_feeds JOIN busy_spans ON feed_id = busy_feeds.id
            WHERE provider_id = providers.id AND starts_at < :end AND ends_at > :start
        ) AS busy
    FROM providers
    WHERE providers.id = ANY(:provider_ids)
    """  # noqa: S608  # the statuses are ours
).bindparams(
    bindparam("provider_ids", type_=ARRAY(BigInteger)),
    bindparam("for_customer", type_=BigInteger),
    bindparam("moving", type_=BigInteger),
)
# What is inserted for a provider takes this lock anyway, but too late for what was read before.
_STEADY = (
    select(providers.c.id)
    .where(providers.c.id == bindparam("whose", type_=BigInteger))
    .with_for_update(read=True, key_share=True)
)


class Schedules:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    async def steady(self, provider_id: int) -> None:
        """Nobody changes this provider's hours before the transaction ends; others may book, too.

        To be called before `around` by whoever acts on what it says.
        """
        await self._connection.read(_STEADY, whose=provider_id)

    async def around(
        self,
        provider_id: int,
        first: date,
        last: date,
        now: datetime,
        for_customer: int | None,
        moving: int | None = None,
    ) -> Diary:
        """All that decides about starts on the dates first..last, in whatever zone; or NotFound.

        Holds that have run out by `now`, and those of `for_customer`, block nothing; what somebody
        is offered from the waitlist blocks everybody. Where the booking `moving` is to move, its
        own time, and what is kept for it, are free; but its seat in a group is not.
        """
        found = await self.around_many([provider_id], first, last, now, for_customer, moving)
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
        moving: int | None = None,
    ) -> dict[int, Diary]:
        """As `around`, for several providers at once; by their ids, unknown ones left out."""
        found = await self._connection.read(
            AROUND,
            provider_ids=list(provider_ids),
            first_reached=first - REACH,
            last_reached=last + REACH,
            start=_midnight(first) - _BUSY_REACH,
            end=_midnight(last) + _BUSY_REACH + timedelta(days=1),
            now=now,
            for_customer=for_customer,
            moving=moving,
        )
        return {row.id: _diary(row) for row in found}


def _diary(row: Row[Any]) -> Diary:
    return Diary(
        weeks.week(row),
        tuple(map(_session, row.sessions or ())),
        tuple((start, end) for start, end in row.busy or ()),
        row.most_a_day,
    )


def _session(stored: Sequence[int]) -> Session:
    number, service_id, start, end, begins, ends, capacity, taken = stored
    return Session(number, service_id, start, end, (begins, ends), capacity, taken)


def _midnight(on: date) -> datetime:
    return datetime(on.year, on.month, on.day, tzinfo=UTC)
