"""A provider's days: whose they are, what is counted, and how far they go."""

from datetime import UTC, date, datetime, timedelta

import pytest

from bot.usecases import diary
from domain.bookings import Actor, Role, Status, moved
from domain.hours import Override
from domain.people import Person
from domain.refusals import NotFound
from storage.store import Store, Tx
from tests import build
from tests.usecases.making import Scene, scene

DAY = timedelta(days=1)


async def books(tx: Tx, here: Scene, start: datetime, now: datetime) -> int:
    return (await build.booking(tx, here.offer, here.customer, start, now)).id


async def test_bookings_count_on_the_date_of_the_provider_s_clock(
    store: Store, now: datetime
) -> None:
    async with store.transaction() as tx:
        here = await scene(tx, now)
        for start in (
            datetime(2026, 12, 2, 16, 59, tzinfo=UTC),
            datetime(2026, 12, 2, 17, 30, tzinfo=UTC),
        ):
            await books(tx, here, start - timedelta(minutes=start.minute), now)

        seen = await diary.month(tx, here.keeper, here.provider_id, now.date(), now)

    assert seen.first == date(2026, 12, 1)
    assert seen.counts == {date(2026, 12, 2): 1, date(2026, 12, 3): 1}


async def test_what_is_over_still_counts_and_what_was_called_off_does_not(
    store: Store, now: datetime
) -> None:
    async with store.transaction() as tx:
        here = await scene(tx, now)
        ends = {
            Status.COMPLETED: Actor(Role.PROVIDER),
            Status.NO_SHOW: Actor(Role.PROVIDER),
            Status.CANCELLED: Actor(Role.CUSTOMER),
        }
        for number, (status, actor) in enumerate(ends.items()):
            start = here.opening + timedelta(hours=number)
            made = await build.booking(tx, here.offer, here.customer, start, now)
            at = now if status is Status.CANCELLED else start
            await tx.bookings.save(*moved(made, status, by=actor, at=at))

        on = here.opening.date()
        page = await diary.day(tx, here.keeper, here.provider_id, on, 0, now)

    assert sum(page.counts.values()) == 2
    assert {each.status for each, _ in page.entries} == {Status.COMPLETED, Status.NO_SHOW}


async def test_a_full_day_comes_page_by_page(store: Store, now: datetime) -> None:
    async with store.transaction() as tx:
        here = await scene(tx, now)
        made = [
            await books(tx, here, here.opening + number * timedelta(minutes=30), now)
            for number in range(diary.PAGE + 2)
        ]
        on = here.opening.date()

        first, second, beyond = [
            await diary.day(tx, here.keeper, here.provider_id, on, page, now) for page in (0, 1, 99)
        ]

    assert [each.id for each, _ in (*first.entries, *second.entries)] == made
    assert (first.pages, second.page, beyond) == (2, 1, second)


async def test_the_agenda_has_thirty_days(store: Store, now: datetime) -> None:
    async with store.transaction() as tx:
        here = await scene(tx, now)
        inside = await books(tx, here, here.opening + 26 * DAY, now)
        await books(tx, here, here.opening + 27 * DAY, now)

        page = await diary.agenda(tx, here.keeper, here.provider_id, 0, now)

    assert [each.id for each, _ in page.entries] == [inside]
    assert (page.last - page.first).days == 29


async def test_the_month_knows_the_days_that_are_closed(store: Store, now: datetime) -> None:
    async with store.transaction() as tx:
        here = await scene(tx, now)
        await tx.hours.put_override(here.provider_id, Override(date(2026, 12, 24)))

        seen = await diary.month(tx, here.keeper, here.provider_id, now.date(), now)

    assert date(2026, 12, 24) not in seen.open
    assert len(seen.open) == 30


@pytest.mark.parametrize("on", [date.min, date.max])
async def test_a_forged_date_is_the_furthest_that_is_shown(
    store: Store, now: datetime, on: date
) -> None:
    async with store.transaction() as tx:
        here = await scene(tx, now)
        me, provider_id = here.keeper, here.provider_id

        week = await diary.week(tx, me, provider_id, on, now)
        month = await diary.month(tx, me, provider_id, on, now)
        day = await diary.day(tx, me, provider_id, on, 2**40, now)

    for shown in (week.first, month.first, day.first):
        assert abs(shown - now.date()) < 4 * 366 * DAY


async def test_nobody_sees_another_s_days(store: Store, now: datetime) -> None:
    async def looks(tx: Tx, stranger: Person, provider_id: int) -> None:
        on = now.date()
        for look in (
            diary.week(tx, stranger, provider_id, on, now),
            diary.month(tx, stranger, provider_id, on, now),
            diary.agenda(tx, stranger, provider_id, 0, now),
            diary.day(tx, stranger, provider_id, on, 0, now),
        ):
            with pytest.raises(NotFound):
                await look

    async with store.transaction() as tx:
        here = await scene(tx, now)
        await looks(tx, here.customer, here.provider_id)
        await looks(tx, here.keeper, 2**60)
