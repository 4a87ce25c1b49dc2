"""Calendars elsewhere: kept, claimed by one process, and seen by the slot engine."""

import asyncio
from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from bot.usecases import booking as usecases
from domain import slots
from domain.busy import EVERY, BusyFeed, Marks, Trouble
from domain.notices import FeedNotice
from domain.refusals import KnownAddress, NotFound, SlotTaken
from domain.spans import from_epoch, to_epoch
from domain.stretches import Stretch
from storage.store import Store, Tx
from tests import build

HOUR, DAY = timedelta(hours=1), timedelta(days=1)
URL = "https://example.org/a.ics"


def hour(at: datetime, length: timedelta = HOUR) -> Stretch:
    return to_epoch(at), to_epoch(at + length)


async def fed(tx: Tx, now: datetime, *busy: Stretch) -> tuple[build.Offer, BusyFeed]:
    offer = await build.offer(tx, now)
    feed = await tx.busy.add(offer.provider.id, URL, now)
    await tx.busy.keep(feed.id, busy)
    return offer, feed


async def test_a_feed_is_kept_as_it_is(store: Store, now: datetime) -> None:
    async with store.transaction() as tx:
        _, feed = await fed(tx, now)
        changed = replace(
            feed,
            name="Praxis",
            marks=Marks('"1"', "yesterday", "digest"),
            checked_at=now,
            read_at=now - HOUR,
            parsed_at=now - DAY,
            failing_since=now,
            told_at=now,
            trouble=Trouble.SLOW,
            breaks=3,
        )

        await tx.busy.save(changed)

        assert await tx.busy.get(feed.id) == changed


async def test_the_same_address_is_not_added_twice(store: Store, now: datetime) -> None:
    async with store.transaction() as tx:
        offer, _ = await fed(tx, now)
        with pytest.raises(KnownAddress):
            await tx.busy.add(offer.provider.id, URL, now)


async def test_two_providers_may_have_the_same_calendar(store: Store, now: datetime) -> None:
    async with store.transaction() as tx:
        _, one = await fed(tx, now)
        _, other = await fed(tx, now)

    assert one.id != other.id


async def test_busy_times_come_with_the_diary_in_order(store: Store, now: datetime) -> None:
    async with store.transaction() as tx:
        offer, _ = await fed(tx, now, hour(now + DAY + 3 * HOUR), hour(now + DAY))
        other, _ = await fed(tx, now, hour(now + DAY))
        second = await tx.busy.add(offer.provider.id, f"{URL}?2", now)
        await tx.busy.keep(second.id, [hour(now + DAY + HOUR)])
        on = (now + DAY).date()

        around = await tx.schedules.around_many(
            [offer.provider.id, other.provider.id], on, on, now, None
        )

    assert around[offer.provider.id].busy == tuple(
        hour(now + DAY + shift * HOUR) for shift in (0, 1, 3)
    )
    assert around[other.provider.id].busy == (hour(now + DAY),)


async def test_far_busy_times_are_left_out_and_long_ones_are_not(
    store: Store, now: datetime
) -> None:
    long = hour(now - 30 * DAY, 60 * DAY)
    async with store.transaction() as tx:
        offer, _ = await fed(tx, now, long, hour(now + 40 * DAY), hour(now - 40 * DAY))

        diary = await tx.schedules.around(offer.provider.id, now.date(), now.date(), now, None)

    assert diary.busy == (long,)


async def test_what_is_busy_elsewhere_is_neither_offered_nor_held(
    store: Store, now: datetime
) -> None:
    start = now.replace(hour=2) + DAY  # 9 o'clock in Jakarta
    async with store.transaction() as tx:
        offer, _ = await fed(tx, now, (to_epoch(start) + 60, to_epoch(start) + 120))
        customer = await build.person(tx, now)
        on = start.astimezone(offer.provider.zone).date()
        diary = await tx.schedules.around(offer.provider.id, on, on, now, customer.id)
        free = slots.free(diary, offer.service, on, on, now)

        assert to_epoch(start) not in free
        assert len(free) == 15
        await usecases.hold(
            tx, customer, offer.provider.id, offer.service.id, from_epoch(free[0]), now
        )
        with pytest.raises(SlotTaken):
            await usecases.hold(tx, customer, offer.provider.id, offer.service.id, start, now)


async def test_new_busy_times_take_the_place_of_the_old_ones(store: Store, now: datetime) -> None:
    async with store.transaction() as tx:
        offer, feed = await fed(tx, now, hour(now + DAY))
        await tx.busy.keep(feed.id, [hour(now + DAY + HOUR), hour(now - DAY)])

        ((_, ahead),) = await tx.busy.of_provider(offer.provider.id, now)
        diary = await tx.schedules.around(offer.provider.id, now.date(), now.date(), now, None)

    assert ahead == 1
    assert diary.busy == (hour(now - DAY), hour(now + DAY + HOUR))


async def test_a_feed_that_is_due_is_claimed_by_one_of_many(store: Store, now: datetime) -> None:
    async with store.transaction() as tx:
        fed_ids = {(await fed(tx, now))[1].id for _ in range(6)}
    gate = asyncio.Barrier(3)

    async def claim() -> list[int]:
        async with store.transaction() as tx:
            await gate.wait()
            claimed = await tx.busy.claim(now, now + EVERY, 4)
            await gate.wait()  # nobody is done before all have asked
            return [each.feed.id for each in claimed]

    claimed = [
        number
        for numbers in await asyncio.gather(*(claim() for _ in range(3)))
        for number in numbers
    ]

    assert sorted(claimed) == sorted(fed_ids)


async def test_a_claimed_feed_is_due_again_later(store: Store, now: datetime) -> None:
    async with store.transaction() as tx:
        offer, feed = await fed(tx, now)
        (due,) = await tx.busy.claim(now, now + EVERY, 9)
        early = await tx.busy.claim(now + EVERY - DAY / 86400, now + DAY, 9)
        (again,) = await tx.busy.claim(now + EVERY, now + DAY, 9)

    assert (due.feed.id, due.zone, due.horizon) == (feed.id, offer.provider.zone, 60)
    assert early == []
    assert again.feed.id == feed.id


async def test_a_dropped_feed_leaves_nothing(store: Store, now: datetime) -> None:
    async with store.transaction() as tx:
        offer, feed = await fed(tx, now, hour(now + DAY))
        person = await build.person(tx, now)
        await tx.notices.add([FeedNotice(person.id, feed.id, 1, now)])

        await tx.busy.drop(feed.id)

        with pytest.raises(NotFound):
            await tx.busy.get(feed.id)
        diary = await tx.schedules.around(offer.provider.id, now.date(), now.date(), now, None)
        assert diary.busy == ()
        assert await tx.notices.claim(now, HOUR, 9) == []


async def test_a_break_is_told_once_of_each_feed(store: Store, now: datetime) -> None:
    async with store.transaction() as tx:
        (_, one), (_, other) = await fed(tx, now), await fed(tx, now)
        person = await build.person(tx, now)
        first = FeedNotice(person.id, one.id, 1, now)
        told = [
            first,
            FeedNotice(person.id, other.id, 1, now),
            FeedNotice(person.id, one.id, 2, now),
        ]

        await tx.notices.add(told)
        await tx.notices.add([first])

        claimed = await tx.notices.claim(now, HOUR, 9)

    assert [each.notice for each in claimed] == told
