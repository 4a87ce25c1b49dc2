"""The ticker: works off what is due, then sleeps until the next thing is.

It wakes at the next due time, at news from the database, and when the clock is moved. The job
queue looks after it every 15 seconds: it wakes it, and starts it anew if it has broken down.
"""

import asyncio
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import structlog

from bot.jobs.cards import CardUpdater
from bot.jobs.deliver import BATCH, Deliverer
from bot.jobs.pace import within
from bot.jobs.waitlist import Looker
from bot.usecases import rooms
from bot.usecases.lapses import begin_sessions, lapse_holds, lapse_requests, miss_sessions
from storage.store import Clash, StorageAway, Store
from storage.wakes import News, Wakes

EVERY = timedelta(seconds=15)
_KEEP_UPDATES = timedelta(hours=48)
_CLEAN_EVERY = timedelta(hours=1)
_log = structlog.get_logger()


class Ticker:
    """`clock` tells the present instant, aware and in UTC."""

    def __init__(
        self,
        store: Store,
        deliverer: Deliverer,
        cards: CardUpdater,
        clock: Callable[[], datetime],
    ) -> None:
        self._store = store
        self._deliverer = deliverer
        self._cards = cards
        self._clock = clock
        self._looker = Looker(store, clock)
        self._cleaned: datetime | None = None
        self._news = asyncio.Event()
        self.on_wake: list[Callable[[], object]] = []
        self.on_talk: list[Callable[[], object]] = []
        self._working: asyncio.Task[None] | None = None
        self._stopping = False

    def start(self, repeat: Callable[..., object]) -> None:
        """Have the job queue's `run_repeating` look after us, also when it is late itself."""
        late = {"misfire_grace_time": None, "coalesce": True, "max_instances": 1}
        # Without this the first tick would come only after the first interval.
        at_once = {"next_run_time": datetime.now(UTC)}
        repeat(self._tick, EVERY, job_kwargs=late | at_once)

    def wake(self) -> None:
        """Something may be due sooner than known; whoever else waits for such news is told."""
        self._news.set()
        for told in self.on_wake:
            told()

    async def listen(self, wakes: Wakes) -> None:
        """Wake at the database's news, for ever."""
        async with wakes:
            while True:
                news = await wakes.wait(EVERY)
                if News.FREED in news:
                    self._looker.look_again()
                if News.ROOM in news:
                    for told in self.on_talk:
                        told()
                if news - {News.ROOM}:  # a talk changes nothing that we wait for
                    self.wake()

    async def stop(self) -> None:
        """Return when what is under way is settled; nothing new is begun."""
        self._stopping = True
        self.wake()
        if self._working is not None:
            await asyncio.gather(self._working, return_exceptions=True)

    async def work_off(self) -> None:
        """All that is due now."""
        async with self._store.transaction() as tx:
            now = self._clock()
            await lapse_holds(tx, now)
            await lapse_requests(tx, now)
            await begin_sessions(tx, now)
            await miss_sessions(tx, now)
        async with self._store.transaction() as tx:
            await rooms.close_due(tx, self._clock())
        await self._clean()
        while not self._stopping and await self._deliverer.deliver_due() == BATCH:
            pass
        while not self._stopping and await self._cards.update_due() == BATCH:
            pass
        await self._looker.look()

    async def _tick(self, _context: object) -> None:
        if self._stopping:
            return
        if self._working is not None and self._working.done():
            _log.error("the ticker broke down", exc_info=self._working.exception())
            self._working = None
        if self._working is None:
            self._working = asyncio.create_task(self._work())
        self.wake()

    async def _work(self) -> None:
        while not self._stopping:
            self._news.clear()
            try:
                await self.work_off()
                wait = await self._until_next()
            except StorageAway:
                _log.warning("the database is out of reach; notices wait")
                wait = 1.0
            except Clash:
                continue
            await within(wait, self._news)

    async def _until_next(self) -> float:
        """Seconds until something is due, as far as known now."""
        async with self._store.transaction() as tx:
            known = [
                await tx.notices.next_due(),
                await tx.cards.next_due(),
                await tx.bookings.next_lapse(),
                await tx.rooms.next_over(),
                self._looker.due,
            ]
        now = self._clock()
        return min(
            (max((at - now).total_seconds(), 0.01) for at in known if at is not None),
            default=EVERY.total_seconds(),
        )

    async def _clean(self) -> None:
        now = self._clock()
        if self._cleaned is not None and abs(now - self._cleaned) < _CLEAN_EVERY:
            return
        self._cleaned = now
        async with self._store.transaction() as tx:
            await tx.updates.forget(now - _KEEP_UPDATES)
            await tx.rooms.erase(now, now - _KEEP_UPDATES)
