"""The ticker: awake when something is due, asleep otherwise, never gone."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import datetime, timedelta

from structlog.typing import EventDict

from bot.jobs.clock import Ticker
from storage.store import Store
from tests.jobs.conftest import HOUR, World

DAY = timedelta(days=1)


class Queue:
    """The job queue: its looks come when the test says so."""

    def __init__(self) -> None:
        self.look: Callable[[object], object] | None = None

    def run_repeating(self, look: Callable[[object], object], *_: object, **__: object) -> None:
        self.look = look

    async def tick(self) -> None:
        assert self.look is not None
        await self.look(None)  # type: ignore[misc]  # it is a coroutine function


@asynccontextmanager
async def ticking(world: World) -> AsyncIterator[tuple[Ticker, Queue]]:
    ticker = Ticker(world.store, world.deliverer, world.cards, lambda: world.now)
    queue = Queue()
    ticker.start(queue.run_repeating)
    await queue.tick()
    try:
        yield ticker, queue
    finally:
        await ticker.stop()


async def until(is_so: Callable[[], bool]) -> None:
    async with asyncio.timeout(5):
        while True:
            if is_so():
                return
            await asyncio.sleep(0.01)


async def test_it_works_at_once_and_then_when_something_is_due(world: World, now: datetime) -> None:
    booking = await world.booked(now + DAY)
    await world.tell(booking, now)
    await world.tell(booking, now + timedelta(seconds=0.3), lead=DAY)
    started = asyncio.get_running_loop().time()

    async with ticking(world):
        await until(lambda: len(world.post.sent) == 1)
        world.now = now + timedelta(seconds=0.3)
        await until(lambda: len(world.post.sent) == 2)

    assert asyncio.get_running_loop().time() - started < 5


async def test_a_clock_that_was_moved_wakes_it(world: World, now: datetime) -> None:
    booking = await world.booked(now + DAY)
    await world.tell(booking, now + 12 * HOUR, lead=12 * HOUR)

    async with ticking(world) as (ticker, _):
        world.now += 12 * HOUR
        ticker.wake()
        await until(lambda: len(world.post.sent) == 1)


async def test_news_from_the_database_wake_it(world: World, now: datetime) -> None:
    booking = await world.booked(now + DAY)
    async with ticking(world) as (ticker, _):
        wakes = world.store.wakes()
        listening = asyncio.create_task(ticker.listen(wakes))
        try:
            await asyncio.sleep(0.2)  # it has begun to listen, and sleeps
            await world.tell(booking, now)
            await until(lambda: len(world.post.sent) == 1)
        finally:
            listening.cancel()
            await asyncio.gather(listening, return_exceptions=True)


async def test_one_that_broke_down_is_started_anew(
    store: Store, world: World, now: datetime, logs: list[EventDict]
) -> None:
    booking = await world.booked(now + DAY)

    async def breaks() -> int:
        raise ValueError("a bug of ours")

    whole = world.deliverer.deliver_due
    async with ticking(world) as (ticker, queue):
        world.deliverer.deliver_due = breaks  # type: ignore[method-assign]  # a bug for a while
        ticker.wake()
        await until(lambda: ticker._working is not None and ticker._working.done())
        world.deliverer.deliver_due = whole  # type: ignore[method-assign]
        await world.tell(booking, now)
        await queue.tick()
        await until(lambda: len(world.post.sent) == 1)

    assert "the ticker broke down" in [each["event"] for each in logs]


async def test_it_sleeps_while_nothing_is_due(world: World, now: datetime) -> None:
    looks = 0
    whole = world.deliverer.deliver_due

    async def counted() -> int:
        nonlocal looks
        looks += 1
        return await whole()

    world.deliverer.deliver_due = counted  # type: ignore[method-assign]  # counts as it passes on
    booking = await world.booked(now + DAY)
    await world.tell(booking, now + HOUR, lead=DAY - HOUR)
    async with ticking(world):
        await until(lambda: looks >= 1)
        before = looks
        await asyncio.sleep(0.5)
        assert looks - before <= 1
