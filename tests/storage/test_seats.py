"""Group sessions: seats are taken and given back, and counted right whoever is at it."""

import asyncio
from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from domain.bookings import Actor, Booking, Role, Status, moved
from domain.people import Person
from domain.refusals import NoSeats, SlotTaken
from storage.store import Store, Tx
from tests import build
from tests.storage.waiting import until_somebody_is_blocked

MINUTE = timedelta(minutes=1)
HOUR = timedelta(hours=1)
GROUP = replace(build.RULES, capacity=2)


async def group(tx: Tx, now: datetime) -> tuple[build.Offer, list[Person]]:
    offer = await build.offer(tx, now, rules=GROUP)
    return offer, [await build.person(tx, now) for _ in range(3)]


async def give_back(tx: Tx, held: Booking, now: datetime) -> None:
    by = Actor(Role.CUSTOMER, held.customer_id)
    await tx.bookings.save(*moved(held, Status.EXPIRED, by=by, at=now))


async def taken(tx: Tx, offer: build.Offer, now: datetime) -> list[int]:
    """The seats taken of each live session around now."""
    diary = await tx.schedules.around(offer.provider.id, now.date(), now.date(), now, None)
    return [session.taken for session in diary.sessions]


async def test_a_second_customer_joins_the_session_and_a_third_finds_no_seat(
    store: Store, now: datetime
) -> None:
    async with store.transaction() as tx:
        offer, (siti, budi, ana) = await group(tx, now)
        first = await build.hold(tx, offer, siti, now + HOUR, now)
        second = await build.hold(tx, offer, budi, now + HOUR, now)

        assert (first.capacity, second.capacity) == (2, 2)
        assert await taken(tx, offer, now) == [2]
        with pytest.raises(NoSeats):
            await build.hold(tx, offer, ana, now + HOUR, now)


async def test_a_seat_given_back_can_be_had(store: Store, now: datetime) -> None:
    async with store.transaction() as tx:
        offer, (siti, budi, ana) = await group(tx, now)
        first = await build.hold(tx, offer, siti, now + HOUR, now)
        await build.hold(tx, offer, budi, now + HOUR, now)

        await give_back(tx, first, now)

        await build.hold(tx, offer, ana, now + HOUR, now)
        assert await taken(tx, offer, now) == [2]


async def test_the_seat_of_a_hold_that_has_run_out_can_be_had(store: Store, now: datetime) -> None:
    async with store.transaction() as tx:
        offer, (siti, budi, ana) = await group(tx, now)
        await build.hold(tx, offer, siti, now + HOUR, now)
        await build.hold(tx, offer, budi, now + HOUR, now + 4 * MINUTE)

        await build.hold(tx, offer, ana, now + HOUR, now + 6 * MINUTE)

        assert await taken(tx, offer, now + 6 * MINUTE) == [2]


async def test_a_session_that_nobody_is_in_any_more_blocks_no_other_service(
    store: Store, now: datetime
) -> None:
    async with store.transaction() as tx:
        offer, (siti, budi, _) = await group(tx, now)
        for each in (siti, budi):
            await give_back(tx, await build.hold(tx, offer, each, now + HOUR, now), now)

        assert await taken(tx, offer, now) == []
        await build.hold(tx, offer, siti, now + HOUR + 15 * MINUTE, now)


async def test_a_group_whose_holds_have_all_run_out_is_no_obstacle(
    store: Store, now: datetime
) -> None:
    async with store.transaction() as tx:
        offer, (siti, budi, ana) = await group(tx, now)
        await build.hold(tx, offer, siti, now + HOUR, now)
        await build.hold(tx, offer, budi, now + HOUR, now)

        late = await build.hold(tx, offer, ana, now + HOUR + 15 * MINUTE, now + 6 * MINUTE)

        assert late.start == now + HOUR + 15 * MINUTE


async def test_a_session_with_a_seat_taken_is_in_the_way_of_one_that_overlaps(
    store: Store, now: datetime
) -> None:
    async with store.transaction() as tx:
        offer, (siti, budi, _) = await group(tx, now)
        await build.hold(tx, offer, siti, now + HOUR, now)

        with pytest.raises(SlotTaken):
            await build.hold(tx, offer, budi, now + HOUR + 15 * MINUTE, now)


async def test_a_service_with_fewer_seats_than_before_fills_no_more_than_these(
    store: Store, now: datetime
) -> None:
    async with store.transaction() as tx:
        offer, (siti, budi, _) = await group(tx, now)
        await build.hold(tx, offer, siti, now + HOUR, now)
        rules = replace(offer.service.rules, capacity=1)
        smaller = replace(offer, service=replace(offer.service, rules=rules))

        with pytest.raises((NoSeats, SlotTaken)):
            await build.hold(tx, smaller, budi, now + HOUR, now)


async def test_who_joins_while_the_last_one_leaves_is_in_a_session_that_counts(
    store: Store, database_url: str, now: datetime
) -> None:
    async with store.transaction() as tx:
        offer, (siti, budi, _) = await group(tx, now)
        alone = await build.hold(tx, offer, siti, now + HOUR, now)

    async def leave() -> None:
        async with store.transaction() as tx:
            await give_back(tx, await tx.bookings.lock(alone.id), now)

    async with store.transaction() as tx:
        await build.hold(tx, offer, budi, now + HOUR, now)
        leaving = asyncio.create_task(leave())
        await until_somebody_is_blocked(database_url)
    await leaving

    async with store.transaction() as tx:
        assert await taken(tx, offer, now) == [1]
