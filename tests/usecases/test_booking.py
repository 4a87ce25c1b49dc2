"""Holding a time, checking it out, and what happens when somebody else was faster."""

import asyncio
from datetime import datetime, timedelta

import pytest

from bot.usecases import booking
from domain.bookings import HOLD, Booking, Status
from domain.refusals import HoldLost, NotFound, OutsideHours, SlotTaken, TooSoon, WrongStatus
from storage.store import Store
from tests import build
from tests.usecases.making import Scene, scene, told


async def hold(store: Store, at: Scene, now: datetime, start: datetime | None = None) -> Booking:
    async with store.transaction() as tx:
        return await booking.hold(
            tx, at.customer, at.provider_id, at.service_id, start or at.opening, now
        )


async def test_a_hold_keeps_the_time_for_five_minutes(store: Store, now: datetime) -> None:
    async with store.transaction() as tx:
        here = await scene(tx, now)

    held = await hold(store, here, now)

    assert (held.status, held.start, held.hold_until) == (Status.HELD, here.opening, now + HOLD)


async def test_a_second_hold_gives_the_first_one_back(store: Store, now: datetime) -> None:
    async with store.transaction() as tx:
        here = await scene(tx, now)
    first = await hold(store, here, now)

    await hold(store, here, now, here.opening + timedelta(hours=1))

    async with store.transaction() as tx:
        assert (await tx.bookings.get(first.id)).status is Status.EXPIRED


async def test_the_own_hold_is_in_nobodys_own_way(store: Store, now: datetime) -> None:
    async with store.transaction() as tx:
        here = await scene(tx, now)
    await hold(store, here, now)

    again = await hold(store, here, now)

    assert again.start == here.opening


async def test_what_is_not_offered_cannot_be_held(store: Store, now: datetime) -> None:
    async with store.transaction() as tx:
        here = await scene(tx, now)

    with pytest.raises(OutsideHours):
        await hold(store, here, now, here.opening - timedelta(hours=1))
    with pytest.raises(TooSoon):
        await hold(store, here, now, here.opening - timedelta(days=7))


async def test_of_many_who_want_the_same_time_one_gets_it(store: Store, now: datetime) -> None:
    async with store.transaction() as tx:
        here = await scene(tx, now)
        people = [await build.person(tx, now) for _ in range(16)]

    async def wants(at: int) -> Booking:
        async with store.transaction() as tx:
            return await booking.hold(
                tx, people[at], here.provider_id, here.service_id, here.opening, now
            )

    results = await asyncio.gather(*map(wants, range(16)), return_exceptions=True)

    assert sum(isinstance(each, Booking) for each in results) == 1
    assert sum(isinstance(each, SlotTaken) for each in results) == 15


async def test_checking_out_books_and_tells_both_sides(store: Store, now: datetime) -> None:
    async with store.transaction() as tx:
        here = await scene(tx, now)
    held = await hold(store, here, now)

    async with store.transaction() as tx:
        booked = await booking.confirm(tx, here.customer, held.id, " my knee ", now)

        assert (booked.status, booked.note) == (Status.CONFIRMED, "my knee")
        kinds = [(kind, side) for kind, side, _ in await told(tx, booked)]
    assert kinds.count(("reminder", "customer")) == 3
    assert kinds.count(("reminder", "provider")) == 3
    assert ("made", "customer") in kinds
    assert ("booked", "provider") in kinds


async def test_where_approval_is_needed_it_becomes_a_request(store: Store, now: datetime) -> None:
    async with store.transaction() as tx:
        here = await scene(tx, now, approval=True)
    held = await hold(store, here, now)

    async with store.transaction() as tx:
        request = await booking.confirm(tx, here.customer, held.id, "", now)

        assert request.status is Status.PENDING
        assert await told(tx, request) == [
            ("nudge", "provider", "pending"),
            ("requested", "provider", "pending"),
            ("sent", "customer", "pending"),
        ]


async def test_a_second_confirmation_is_refused(store: Store, now: datetime) -> None:
    async with store.transaction() as tx:
        here = await scene(tx, now)
    held = await hold(store, here, now)
    async with store.transaction() as tx:
        await booking.confirm(tx, here.customer, held.id, "", now)

    async with store.transaction() as tx:
        with pytest.raises(WrongStatus):
            await booking.confirm(tx, here.customer, held.id, "", now)


async def test_somebody_elses_hold_is_not_found(store: Store, now: datetime) -> None:
    async with store.transaction() as tx:
        here = await scene(tx, now)
        stranger = await build.person(tx, now)
    held = await hold(store, here, now)

    async with store.transaction() as tx:
        with pytest.raises(NotFound):
            await booking.confirm(tx, stranger, held.id, "", now)


async def test_a_hold_that_ran_out_is_honoured_while_the_time_is_free(
    store: Store, now: datetime
) -> None:
    async with store.transaction() as tx:
        here = await scene(tx, now)
    held = await hold(store, here, now)
    async with store.transaction() as tx:
        await booking.release(tx, here.customer, now)

    async with store.transaction() as tx:
        booked = await booking.confirm(tx, here.customer, held.id, "", now + timedelta(minutes=9))

    assert (booked.status, booked.start) == (Status.CONFIRMED, here.opening)


async def test_a_hold_that_ran_out_is_lost_to_who_came_meanwhile(
    store: Store, now: datetime
) -> None:
    async with store.transaction() as tx:
        here = await scene(tx, now)
        faster = await build.person(tx, now)
    held = await hold(store, here, now)
    later = now + timedelta(minutes=6)
    async with store.transaction() as tx:
        await booking.hold(tx, faster, here.provider_id, here.service_id, here.opening, later)

    async with store.transaction() as tx:
        with pytest.raises(HoldLost):
            await booking.confirm(tx, here.customer, held.id, "", later)
