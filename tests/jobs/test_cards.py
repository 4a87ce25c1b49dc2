"""What becomes of a live card that is due, by what Telegram said to the edit."""

import asyncio
from datetime import datetime, timedelta

import pytest

from bot.jobs import render
from bot.jobs.cards import CardUpdater
from bot.jobs.pace import Pace
from bot.telegram.delivery import Delivery, Fate
from domain.bookings import Actor, Booking, Role, Status, moved
from domain.livecards import KEPT
from domain.notices import Side
from storage.store import Store
from tests.jobs.conftest import World

DAY, MINUTE = timedelta(days=1), timedelta(minutes=1)
LEASE = timedelta(seconds=60)
CHAT, MESSAGE = 501, 7


async def opened(world: World, start: datetime, message_id: int = MESSAGE) -> Booking:
    """A confirmed booking whose customer has its card in front of them, due now."""
    booking = await world.booked(start)
    async with world.store.transaction() as tx:
        card = await tx.cards.open(
            booking.id, booking.customer_id, Side.CUSTOMER, CHAT, world.now, LEASE
        )
        await tx.cards.settle(card, message_id, world.now)
    return booking


async def next_due(store: Store) -> datetime | None:
    async with store.transaction() as tx:
        return await tx.cards.next_due()


async def test_a_card_that_is_due_is_edited_once_and_then_at_its_next_step(
    world: World, now: datetime
) -> None:
    await opened(world, now + 50 * MINUTE)

    await world.cards.update_due()
    assert await world.cards.update_due() == 0

    ((chat_id, message_id, words),) = world.edit.edited
    assert (chat_id, message_id) == (CHAT, MESSAGE)
    assert "✅ Confirmed · in 50 minutes" in words
    assert await next_due(world.store) == now + 5 * MINUTE


async def test_many_changes_are_one_edit_of_how_things_stand_at_last(
    world: World, now: datetime
) -> None:
    booking = await opened(world, now + DAY)
    await world.cards.update_due()
    by = Actor(Role.CUSTOMER, booking.customer_id)
    async with world.store.transaction() as tx:
        await tx.bookings.come(booking, Role.CUSTOMER, now)
    async with world.store.transaction() as tx:
        await tx.bookings.come(booking, Role.PROVIDER, now)
    async with world.store.transaction() as tx:
        await tx.bookings.save(*moved(booking, Status.CANCELLED, by=by, at=now))

    await world.cards.update_due()

    assert len(world.edit.edited) == 2
    assert "Cancelled" in world.edit.edited[-1][2]


async def test_two_replicas_never_edit_twice_for_one_change(world: World, now: datetime) -> None:
    bookings = [await opened(world, now + DAY, number) for number in range(12)]
    other = CardUpdater(
        world.store, world.edit, render.card, lambda: world.now, Pace(pause=_at_once)
    )

    counts = await asyncio.gather(*(each.update_due() for each in (world.cards, other) * 3))

    assert sum(counts) == len(bookings)
    edited = [message_id for _, message_id, _ in world.edit.edited]
    assert sorted(edited) == list(range(12))


@pytest.mark.parametrize("fate", [Fate.GONE, Fate.FAILED, Fate.UNREACHABLE])
async def test_a_message_that_cannot_be_edited_is_no_card_any_more(
    world: World, now: datetime, fate: Fate
) -> None:
    booking = await opened(world, now + DAY)
    world.edit.deliveries = [Delivery(fate)]

    await world.cards.update_due()

    assert await next_due(world.store) is None
    async with world.store.transaction() as tx:
        reader = await tx.people.get(booking.customer_id)
    assert reader.reachable == (fate is not Fate.UNREACHABLE)


async def test_told_to_slow_down_it_waits_as_long_as_it_is_told(
    world: World, now: datetime
) -> None:
    await opened(world, now + DAY)
    world.edit.deliveries = [Delivery(Fate.LATER, retry_after=timedelta(seconds=40))]

    await world.cards.update_due()
    assert await next_due(world.store) == now + timedelta(seconds=40)
    world.now += timedelta(seconds=41)
    await world.cards.update_due()

    assert len(world.edit.edited) == 2


@pytest.mark.parametrize("fate", [Fate.LATER, Fate.PERHAPS])
async def test_after_trouble_that_passes_it_is_edited_again(
    world: World, now: datetime, fate: Fate
) -> None:
    await opened(world, now + DAY)
    world.edit.deliveries = [Delivery(fate)]

    await world.cards.update_due()
    world.now += MINUTE
    await world.cards.update_due()

    assert len(world.edit.edited) == 2


async def test_a_card_that_was_never_sent_is_forgotten(world: World, now: datetime) -> None:
    booking = await world.booked(now + DAY)
    async with world.store.transaction() as tx:
        await tx.cards.open(booking.id, booking.customer_id, Side.CUSTOMER, CHAT, now, LEASE)

    world.now += LEASE
    await world.cards.update_due()

    assert (world.edit.edited, await next_due(world.store)) == ([], None)


async def test_the_card_of_what_is_long_over_is_left_as_it_is(world: World, now: datetime) -> None:
    booking = await opened(world, now + DAY)

    world.now = booking.during.end + KEPT
    await world.cards.update_due()

    assert (world.edit.edited, await next_due(world.store)) == ([], None)


async def _at_once(_seconds: float) -> None:
    return None
