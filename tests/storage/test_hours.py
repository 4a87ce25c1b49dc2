"""A provider's hours as they are kept: what is written comes back, and the engine hears of it."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from domain.hours import Closure, Opening, Override, WeeklyWindow, Window, regular
from domain.refusals import NotFound
from storage.engine import connected
from storage.store import Store, Tx
from tests import build

DAY = timedelta(days=1)
MORNING = Window(540, 720)


async def all_kinds(tx: Tx, offer: build.Offer, now: datetime) -> None:
    """Give the provider a bit of everything."""
    on, whose = now.date(), offer.provider.id
    await tx.hours.set_weekly(
        whose,
        (
            WeeklyWindow(0, MORNING),
            WeeklyWindow(0, Window(780, 1020), on, on + 90 * DAY, offer.service.id),
        ),
    )
    await tx.hours.put_override(whose, Override(on, (MORNING,)))
    await tx.hours.put_override(whose, Override(on + DAY))
    await tx.hours.add_opening(whose, Opening(on + DAY, Window(1200, 60)))
    await tx.hours.add_closure(whose, Closure(on, on + 3 * DAY, 600, 900, "away"), now)


async def test_all_that_is_kept_comes_back(store: Store, now: datetime) -> None:
    on = now.date()
    async with store.transaction() as tx:
        offer = await build.offer(tx, now)
        await all_kinds(tx, offer, now)

        week = await tx.hours.week(offer.provider.id)

    assert week.zone == offer.provider.zone
    assert week.regular == (
        WeeklyWindow(0, MORNING),
        WeeklyWindow(0, Window(780, 1020), on, on + 90 * DAY, offer.service.id),
    )
    assert week.overrides == (Override(on, (MORNING,)), Override(on + DAY))
    assert week.openings == (Opening(on + DAY, Window(1200, 60)),)
    assert week.closures == (Closure(on, on + 3 * DAY, 600, 900, "away"),)


async def test_the_engine_is_told_of_the_same_week(store: Store, now: datetime) -> None:
    async with store.transaction() as tx:
        offer = await build.offer(tx, now)
        await all_kinds(tx, offer, now)

        around = await tx.schedules.around(offer.provider.id, now.date(), now.date(), now, None)

        assert around.week == await tx.hours.week(offer.provider.id)


async def test_what_lies_far_away_is_not_asked_for(store: Store, now: datetime) -> None:
    async with store.transaction() as tx:
        offer = await build.offer(tx, now)
        await all_kinds(tx, offer, now)
        later = now.date() + 60 * DAY

        week = (await tx.schedules.around(offer.provider.id, later, later, now, None)).week

    assert (week.overrides, week.openings, week.closures) == ((), (), ())


async def test_saying_something_else_of_a_date_replaces_what_was_said(
    store: Store, now: datetime
) -> None:
    on = now.date()
    async with store.transaction() as tx:
        offer = await build.offer(tx, now)
        await tx.hours.put_override(offer.provider.id, Override(on, (MORNING,)))

        await tx.hours.put_override(offer.provider.id, Override(on))

        assert (await tx.hours.week(offer.provider.id)).overrides == (Override(on),)
        await tx.hours.drop_override(offer.provider.id, on)
        assert (await tx.hours.week(offer.provider.id)).overrides == ()


async def test_nobody_drops_the_time_off_of_another_provider(store: Store, now: datetime) -> None:
    on = now.date()
    async with store.transaction() as tx:
        mine, other = await build.offer(tx, now), await build.offer(tx, now)
        closure_id = await tx.hours.add_closure(mine.provider.id, Closure(on, on), now)

        with pytest.raises(NotFound):
            await tx.hours.drop_closure(other.provider.id, closure_id)

        assert await tx.hours.closures(mine.provider.id, on) == [(closure_id, Closure(on, on))]
        assert await tx.hours.closures(mine.provider.id, on + DAY) == []
        await tx.hours.drop_closure(mine.provider.id, closure_id)
        assert await tx.hours.closures(mine.provider.id, on) == []


async def test_a_provider_keeps_the_holidays_of_the_organization(
    store: Store, now: datetime, database_url: str
) -> None:
    christmas = date(2026, 12, 25)
    async with store.transaction() as tx:
        offer = await build.offer(tx, now)
    connection = await connected(database_url)
    await connection.execute(
        "INSERT INTO holidays SELECT organization_id, $2, 'Christmas' FROM providers WHERE id = $1",
        offer.provider.id,
        christmas,
    )
    await connection.close()

    async with store.transaction() as tx:
        assert (await tx.hours.week(offer.provider.id)).holidays == (christmas,)


async def test_a_service_keeps_its_caps_seats_and_own_hours(store: Store, now: datetime) -> None:
    rules = replace(build.RULES, most_a_day=3, capacity=8, hours=regular([[MORNING]]))
    async with store.transaction() as tx:
        offer = await build.offer(tx, now, rules=rules)

    assert offer.service.rules == rules


async def test_hours_of_no_provider_are_not_found(store: Store) -> None:
    async with store.transaction() as tx:
        with pytest.raises(NotFound):
            await tx.hours.week(0)
