"""What the database refuses whatever the program does."""

from datetime import datetime, timedelta

import pytest
from sqlalchemy import Executable, insert, text, update
from sqlalchemy.exc import IntegrityError

from storage.store import Store, Tx
from storage.tables import bookings, date_overrides, sessions, weekly_windows
from tests import build

DAY = timedelta(days=1)


async def refusal(tx: Tx, statement: Executable) -> str:
    """The name of the constraint that refuses the statement."""
    with pytest.raises(IntegrityError) as caught:
        async with tx.attempt():
            await tx._connection.write(statement)
    return str(caught.value.orig.driver_exception.constraint_name)  # type: ignore[union-attr]  # asyncpg's


async def test_a_customer_holds_one_time_at_once(store: Store, now: datetime) -> None:
    async with store.transaction() as tx:
        offer, siti = await build.offer(tx, now), await build.person(tx, now)
        await build.hold(tx, offer, siti, now + DAY, now)

        with pytest.raises(IntegrityError, match="bookings_one_hold"):
            await build.hold(tx, offer, siti, now + 2 * DAY, now)


@pytest.mark.parametrize(
    ("change", "name"),
    [
        ({"seat": 1}, "ck_bookings_seat"),
        ({"seat": -1}, "ck_bookings_seat"),
        ({"capacity": 2, "seat": 1}, "fk_bookings_session_id_capacity"),
        ({"status": "lost"}, "ck_bookings_status"),
        ({"status": "held"}, "ck_bookings_hold_until"),
        ({"ends_at": bookings.c.starts_at}, "ck_bookings_lasts"),
    ],
)
async def test_a_booking_that_makes_no_sense_is_refused(
    store: Store, now: datetime, change: dict[str, object], name: str
) -> None:
    async with store.transaction() as tx:
        offer, siti = await build.offer(tx, now), await build.person(tx, now)
        await build.booking(tx, offer, siti, now + DAY, now)

        assert await refusal(tx, update(bookings).values(change)) == name


async def test_a_seat_is_had_by_one(store: Store, now: datetime) -> None:
    async with store.transaction() as tx:
        offer, siti = await build.offer(tx, now), await build.person(tx, now)
        for day in (1, 2):
            await build.booking(tx, offer, siti, now + day * DAY, now)

        same = update(bookings).values(session_id=text("(SELECT min(id) FROM sessions)"))
        assert await refusal(tx, same) == "bookings_one_live_seat"


@pytest.mark.parametrize(
    ("change", "name"),
    [
        ({"blocked": text("tstzrange(starts_at, starts_at)")}, "ck_sessions_blocked"),
        ({"capacity": 0}, "ck_sessions_capacity"),
        ({"blocked": text("tstzrange('-infinity', 'infinity')")}, "sessions_no_overlap"),
    ],
)
async def test_a_session_that_makes_no_sense_is_refused(
    store: Store, now: datetime, change: dict[str, object], name: str
) -> None:
    async with store.transaction() as tx:
        offer, siti = await build.offer(tx, now), await build.person(tx, now)
        for day in (1, 2):
            await build.booking(tx, offer, siti, now + day * DAY, now)

        assert await refusal(tx, update(sessions).values(change)) == name


@pytest.mark.parametrize(
    ("weekday", "start", "end", "name"),
    [
        (7, 540, 600, "ck_weekly_windows_weekday"),
        (0, 1440, 600, "ck_weekly_windows_start_minute"),
        (0, 540, 1441, "ck_weekly_windows_end_minute"),
    ],
)
async def test_hours_that_no_clock_shows_are_refused(
    store: Store, now: datetime, weekday: int, start: int, end: int, name: str
) -> None:
    async with store.transaction() as tx:
        provider = (await build.offer(tx, now)).provider
        hours = insert(weekly_windows).values(
            provider_id=provider.id, weekday=weekday, start_minute=start, end_minute=end
        )

        assert await refusal(tx, hours) == name


async def test_a_date_has_one_override(store: Store, now: datetime) -> None:
    async with store.transaction() as tx:
        provider = (await build.offer(tx, now)).provider
        override = {"provider_id": provider.id, "on_date": now.date(), "windows": []}

        twice = insert(date_overrides).values([override, override])
        assert await refusal(tx, twice) == "pk_date_overrides"
