"""What the slot engine is told of a provider's hours and taken times."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from sqlalchemy import insert

from domain.bookings import Actor, Role, Status, moved
from domain.hours import Override, WeeklyWindow, Window, regular
from domain.openings import REACH
from domain.refusals import NotFound
from domain.spans import to_epoch
from storage.store import Store, Tx
from storage.tables import weekly_windows
from tests import build

MINUTE = timedelta(minutes=1)
DAY = timedelta(days=1)


async def busy(tx: Tx, offer: build.Offer, now: datetime, customer_id: int | None = None) -> int:
    """How many times are taken around tomorrow."""
    on = (now + DAY).date()
    around = await tx.schedules.around(offer.provider.id, on, on, now, customer_id)
    return len(around.sessions)


async def test_taken_times_come_with_their_buffers_in_order(store: Store, now: datetime) -> None:
    rules = replace(build.RULES, before=10 * MINUTE, after=5 * MINUTE)
    async with store.transaction() as tx:
        offer = await build.offer(tx, now, rules=rules)
        late, early = [
            await build.booking(tx, offer, await build.person(tx, now), now + DAY + shift, now)
            for shift in (60 * MINUTE, timedelta(0))
        ]

        around = await tx.schedules.around(offer.provider.id, now.date(), now.date(), now, None)

    assert [each.blocked for each in around.sessions] == [
        (to_epoch(each.start - 10 * MINUTE), to_epoch(each.during.end + 5 * MINUTE))
        for each in (early, late)
    ]


async def test_a_session_tells_its_service_its_times_and_its_seats(
    store: Store, now: datetime
) -> None:
    async with store.transaction() as tx:
        offer = await build.offer(tx, now)
        booked = await build.booking(tx, offer, await build.person(tx, now), now + DAY, now)

        (session,) = (
            await tx.schedules.around(offer.provider.id, now.date(), now.date(), now, None)
        ).sessions

    assert session.service_id == offer.service.id
    assert (session.start, session.end) == (to_epoch(booked.start), to_epoch(booked.during.end))
    assert (session.capacity, session.taken) == (1, 1)


async def test_a_hold_blocks_others_until_it_runs_out_and_never_its_own_customer(
    store: Store, now: datetime
) -> None:
    async with store.transaction() as tx:
        offer = await build.offer(tx, now)
        siti, budi = await build.person(tx, now), await build.person(tx, now)
        await build.hold(tx, offer, siti, now + DAY, now)

        assert await busy(tx, offer, now) == 1
        assert await busy(tx, offer, now, budi.id) == 1
        assert await busy(tx, offer, now, siti.id) == 0
        assert await busy(tx, offer, now + 5 * MINUTE) == 0


@pytest.mark.parametrize("status", [Status.CONFIRMED, Status.PENDING])
async def test_what_a_customer_has_booked_blocks_them_too(
    store: Store, now: datetime, status: Status
) -> None:
    async with store.transaction() as tx:
        offer = await build.offer(tx, now)
        siti = await build.person(tx, now)
        await build.booking(tx, offer, siti, now + DAY, now, status)

        assert await busy(tx, offer, now, siti.id) == 1


async def test_a_cancelled_booking_blocks_nothing(store: Store, now: datetime) -> None:
    async with store.transaction() as tx:
        offer = await build.offer(tx, now)
        booked = await build.booking(tx, offer, await build.person(tx, now), now + DAY, now)
        await tx.bookings.save(*moved(booked, Status.CANCELLED, by=Actor(Role.ADMIN), at=now))

        assert await busy(tx, offer, now) == 0


async def test_another_providers_bookings_block_nothing(store: Store, now: datetime) -> None:
    async with store.transaction() as tx:
        offer, other = await build.offer(tx, now), await build.offer(tx, now)
        await build.booking(tx, other, await build.person(tx, now), now + DAY, now)

        on = now.date()
        around = await tx.schedules.around_many(
            [offer.provider.id, other.provider.id, 0], on, on, now, None
        )

    assert {key: len(each.sessions) for key, each in around.items()} == {
        offer.provider.id: 0,
        other.provider.id: 1,
    }


async def test_a_provider_that_is_not_there_is_not_found(store: Store, now: datetime) -> None:
    async with store.transaction() as tx:
        with pytest.raises(NotFound):
            await tx.schedules.around(1, now.date(), now.date(), now, None)


async def test_overrides_come_as_far_as_they_reach(store: Store, now: datetime) -> None:
    first, last = date(2026, 12, 10), date(2026, 12, 12)
    dates = [
        first - REACH - DAY,
        first - REACH,
        last + REACH,
        last + REACH + DAY,
    ]
    entry = build.provider_entry(overrides=tuple(Override(on) for on in dates))
    async with store.transaction() as tx:
        await tx.catalogue.apply([build.organization_entry(providers=(entry,))], now)
        provider = (await tx.providers.offered(None, 1, 0))[0]

        around = await tx.schedules.around(provider.id, first, last, now, None)

    assert [each.on for each in around.week.overrides] == dates[1:3]


async def test_hours_come_with_the_dates_they_are_valid_on(store: Store, now: datetime) -> None:
    monday, evening = date(2026, 12, 7), Window(1080, 1200)
    async with store.transaction() as tx:
        provider = (await build.offer(tx, now)).provider
        await tx._connection.write(
            insert(weekly_windows).values(
                provider_id=provider.id,
                weekday=0,
                start_minute=evening.start,
                end_minute=evening.end,
                valid_from=monday,
                valid_until=monday + 7 * DAY,
            )
        )

        week = (await tx.schedules.around(provider.id, monday, monday, now, None)).week
        later = date(2027, 1, 25)
        after = (await tx.schedules.around(provider.id, later, later, now, None)).week

    usual = regular(((Window(540, 1020),),) * 7)
    assert set(week.regular) == {*usual, WeeklyWindow(0, evening, monday, monday + 7 * DAY)}
    assert after.regular == usual
