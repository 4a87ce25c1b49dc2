"""Calendars elsewhere are read again and again, by one process each, whatever their state."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta

import pytest
from aiohttp import web

from bot.calendars.fetching import Fetcher
from bot.jobs.busy import BATCH, Refresher
from domain.busy import EVERY, PATIENCE, STALE, BusyFeed, Trouble
from domain.people import Person
from domain.spans import to_epoch
from domain.stretches import Stretch
from storage.store import Store
from tests import build
from tests.elsewhere import Elsewhere, appointment, calendar, elsewhere
from tests.jobs.conftest import HOUR, Post, World as Posting

DAY = timedelta(days=1)


@dataclass(slots=True)
class World:
    store: Store
    server: Elsewhere
    posting: Posting
    ayu: Person
    offer: build.Offer
    fetcher: Fetcher = field(default_factory=lambda: Fetcher(private=True, seconds=5))

    @property
    def now(self) -> datetime:
        return self.posting.now

    @property
    def post(self) -> Post:
        return self.posting.post

    async def add(self, path: str = "/feed.ics") -> BusyFeed:
        async with self.store.transaction() as tx:
            return await tx.busy.add(self.offer.provider.id, self.server.url(path), self.now)

    async def refresh(self, after: timedelta = timedelta(0)) -> None:
        """Read what is due after so much time, and tell the provider what is to be told."""
        self.posting.now += after
        await Refresher(self.store, self.fetcher, lambda: self.now).refresh_due()
        await self.posting.deliverer.deliver_due()

    async def feed(self, feed: BusyFeed) -> BusyFeed:
        async with self.store.transaction() as tx:
            return await tx.busy.get(feed.id)

    async def busy(self) -> list[Stretch]:
        async with self.store.transaction() as tx:
            first, last = self.now.date(), (self.now + 60 * DAY).date()
            provider = self.offer.provider
            diary = await tx.schedules.around(provider.id, first, last, self.now, None)
            return list(diary.busy)


@pytest.fixture
async def world(store: Store, now: datetime) -> AsyncIterator[World]:
    async with store.transaction() as tx:
        offer = await build.offer(tx, now)
        ayu = await build.person(tx, now, "Ayu")
        await tx.providers.claim(offer.provider.id, ayu.id)
    async with elsewhere() as server:
        yield World(store, server, Posting(store, now), ayu, offer)


def at(start: datetime) -> Stretch:
    return to_epoch(start), to_epoch(start + HOUR)


async def test_what_a_calendar_says_blocks_the_provider(world: World, now: datetime) -> None:
    world.server.says(calendar(appointment(now + DAY), name="Praxis"))
    feed = await world.add()

    await world.refresh()

    read = await world.feed(feed)
    assert await world.busy() == [at(now + DAY)]
    assert (read.name, read.read_at, read.trouble) == ("Praxis", now, None)


async def test_it_is_asked_every_quarter_of_an_hour(world: World) -> None:
    world.server.says(calendar())
    await world.add()
    await world.refresh()

    await world.refresh(EVERY - timedelta(seconds=1))
    assert len(world.server.asked) == 1
    await world.refresh(timedelta(seconds=1))
    assert len(world.server.asked) == 2


async def test_a_changed_calendar_changes_what_is_blocked(world: World, now: datetime) -> None:
    world.server.says(calendar(appointment(now + DAY)), etag='"1"')
    await world.add()
    await world.refresh()

    await world.refresh(EVERY)
    assert await world.busy() == [at(now + DAY)]
    world.server.says(calendar(appointment(now + 2 * DAY)), etag='"2"')
    await world.refresh(EVERY)

    assert await world.busy() == [at(now + 2 * DAY)]
    asked = [request.headers.get("If-None-Match") for request in world.server.asked]
    assert asked == [None, '"1"', '"1"']


async def test_a_series_goes_on_even_if_the_calendar_never_changes(
    world: World, now: datetime
) -> None:
    world.server.says(calendar([*appointment(now), "RRULE:FREQ=DAILY"]), etag='"1"')
    await world.add()
    await world.refresh()
    last = (await world.busy())[-1]

    await world.refresh(STALE)

    assert (await world.busy())[-1] == (last[0] + 86_400, last[1] + 86_400)


async def test_busy_times_reach_as_far_as_can_be_booked(world: World, now: datetime) -> None:
    world.server.says(calendar([*appointment(now), "RRULE:FREQ=DAILY"]), etag='"1"')
    await world.add()
    await world.refresh()
    world.posting.now += STALE - timedelta(seconds=1)

    days = {start // 86_400 for start, _ in await world.busy()}

    horizon = world.offer.service.rules.horizon
    assert days >= {to_epoch(world.now) // 86_400 + ahead for ahead in range(horizon + 1)}


@pytest.mark.parametrize("body", ["<html>sign in</html>", calendar()[:-20]])
async def test_a_broken_calendar_keeps_what_it_said_and_is_told_once(
    world: World, now: datetime, body: str
) -> None:
    world.server.says(calendar(appointment(now + DAY), name="Praxis"))
    await world.add()
    await world.refresh()
    world.server.says(body)

    for _ in range(3):
        await world.refresh(EVERY)

    ((chat_id, text),) = world.post.sent
    assert chat_id == world.ayu.telegram_id
    assert "I cannot read the calendar <b>Praxis</b>" in text
    assert "What I read last still counts" in text
    assert await world.busy() == [at(now + DAY)]


async def test_it_is_told_again_only_after_it_has_been_well(world: World) -> None:
    await world.add()
    for is_well in (False, False, True, False, False):
        if is_well:
            world.server.says(calendar())
        else:
            world.server.says(status=404)
        await world.refresh(EVERY)

    assert len(world.post.sent) == 2


async def test_trouble_that_passes_is_not_told(world: World, now: datetime) -> None:
    world.server.says(calendar(appointment(now + DAY)))
    feed = await world.add()
    await world.refresh()
    world.server.says(status=503)
    await world.refresh(EVERY)
    assert (await world.feed(feed)).trouble is Trouble.SICK

    world.server.says(calendar(appointment(now + DAY)))
    await world.refresh(EVERY)

    assert world.post.sent == []
    assert (await world.feed(feed)).trouble is None


async def test_trouble_that_lasts_is_told(world: World) -> None:
    world.server.says(calendar())
    await world.add()
    await world.refresh()
    world.server.says(status=500)

    for _ in range(PATIENCE // EVERY):
        await world.refresh(EVERY)
    assert world.post.sent == []
    await world.refresh(EVERY)

    assert len(world.post.sent) == 1


async def test_trouble_that_is_over_before_it_could_be_told_is_not_told(world: World) -> None:
    await world.add()
    refresher = Refresher(world.store, world.fetcher, lambda: world.now)
    await refresher.refresh_due()
    world.server.says(calendar())
    world.posting.now += EVERY
    await refresher.refresh_due()

    await world.posting.deliverer.deliver_due()

    assert world.post.sent == []


@pytest.mark.parametrize(
    ("path", "trouble"),
    [
        ("/silent", Trouble.SLOW),
        ("/endless", Trouble.HUGE),
        ("/bomb", Trouble.HUGE),
        ("/inside", Trouble.LOST),
        ("/gone", Trouble.GONE),
        ("/sick", Trouble.SICK),
        ("/strange", Trouble.STRANGE),
    ],
)
async def test_a_bad_calendar_does_not_hold_up_the_good_ones(
    world: World, now: datetime, path: str, trouble: Trouble
) -> None:
    server = world.server
    server.is_silent("/silent")
    server.never_ends("/endless")
    server.sends_a_bomb("/bomb")
    server.leads("/inside", "/inside")
    server.says(status=500, path="/sick")
    server.says("BEGIN:VCALENDAR", path="/strange")
    server.says(calendar(appointment(now + DAY)))
    world.fetcher = Fetcher(private=True, seconds=0.5)
    bad, good = await world.add(path), await world.add()

    await world.refresh()

    assert ((await world.feed(bad)).trouble, (await world.feed(good)).trouble) == (trouble, None)
    assert await world.busy() == [at(now + DAY)]


async def test_our_own_network_is_asked_only_if_that_is_allowed(world: World) -> None:
    world.server.says(calendar())
    feed = await world.add()
    world.fetcher = Fetcher()

    await world.refresh()

    assert (await world.feed(feed)).trouble is Trouble.PRIVATE
    assert world.server.asked == []
    assert "private network" in world.post.sent[0][1]


async def test_of_several_processes_one_asks_each_calendar(world: World, now: datetime) -> None:
    paths = [f"/{number}.ics" for number in range(BATCH + 3)]
    for path in paths:
        world.server.says(calendar(), path=path)
        await world.add(path)

    processes = [Refresher(world.store, world.fetcher, lambda: now) for _ in range(3)]
    await asyncio.gather(*(each.refresh_due() for each in processes))

    assert sorted(request.path for request in world.server.asked) == sorted(paths)


async def test_a_feed_that_is_dropped_meanwhile_stays_dropped(world: World, now: datetime) -> None:
    feed = await world.add()
    reached, dropped = asyncio.Event(), asyncio.Event()
    world.server.says(calendar(appointment(now + DAY)))
    answer = world.server.answers["/feed.ics"]

    async def late(request: web.Request) -> web.StreamResponse:
        reached.set()
        await dropped.wait()
        return await answer(request)

    world.server.answers["/feed.ics"] = late
    refreshing = asyncio.create_task(world.refresh())
    await reached.wait()
    async with world.store.transaction() as tx:
        await tx.busy.drop(feed.id)
    dropped.set()
    await refreshing

    assert await world.busy() == []


async def test_waking_it_reads_what_is_due_in_the_background(world: World, now: datetime) -> None:
    world.server.says(calendar(appointment(now + DAY)))
    await world.add()
    refresher = Refresher(world.store, world.fetcher, lambda: now)

    refresher.wake()
    refresher.wake()
    assert refresher._working is not None
    await refresher._working

    assert len(world.server.asked) == 1


async def test_stopping_it_ends_what_is_under_way(world: World) -> None:
    world.server.is_silent()
    feed = await world.add()
    refresher = Refresher(world.store, world.fetcher, lambda: world.now)
    refresher.wake()
    async with asyncio.timeout(5):
        await world.server.was_asked.wait()

    await refresher.stop()

    assert (await world.feed(feed)).checked_at is None
