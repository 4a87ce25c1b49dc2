"""Reading busy times from elsewhere: whatever feed is due is asked, and what it says is kept.

However many processes do so, each feed is asked by one of them: it is claimed first. Nothing is
held in the database meanwhile, for others may take their time to answer.
"""

import asyncio
from collections.abc import Callable
from datetime import datetime, timedelta

import structlog

from bot.calendars.asking import ask
from bot.calendars.fetching import Fetcher
from bot.usecases.busy import answered
from domain.busy import EVERY
from domain.refusals import NotFound
from domain.spans import Span
from storage.busy import Due
from storage.store import Clash, StorageAway, Store

BATCH = 8  # asked at the same time
_BACK = timedelta(days=1)
_SLACK = timedelta(days=3)  # a day until it is read again, and one for where it is tomorrow already
_log = structlog.get_logger()


class Refresher:
    """`clock` tells the present instant, aware and in UTC."""

    def __init__(self, store: Store, fetcher: Fetcher, clock: Callable[[], datetime]) -> None:
        self._store = store
        self._fetcher = fetcher
        self._clock = clock
        self._working: asyncio.Task[None] | None = None
        self._is_due = False

    def wake(self) -> None:
        """Something may be due: see to it, in the background."""
        self._is_due = True
        if self._working is None or self._working.done():
            self._working = asyncio.create_task(self._work())

    async def stop(self) -> None:
        """Give up what is under way; it is asked again when it is due next."""
        self._is_due = False
        if self._working is not None:
            self._working.cancel()
            await asyncio.gather(self._working, return_exceptions=True)

    async def refresh_due(self) -> None:
        """Ask all that is due now."""
        while True:
            now = self._clock()
            async with self._store.transaction() as tx:
                claimed = await tx.busy.claim(now, now + EVERY, BATCH)
            await asyncio.gather(*map(self._refresh, claimed))
            if len(claimed) < BATCH:
                return

    async def _work(self) -> None:
        while self._is_due:
            self._is_due = False
            try:
                await self.refresh_due()
            except (StorageAway, Clash):
                _log.warning("the database is out of reach; calendars elsewhere wait")

    async def _refresh(self, due: Due) -> None:
        asked = self._clock()
        within = Span(asked - _BACK, asked + timedelta(days=due.horizon) + _SLACK)
        try:
            answer = await ask(self._fetcher, due.feed, due.zone, within, asked)
        except Exception:  # noqa: BLE001  # whatever it is, it must not hold up the others
            _log.exception("a calendar elsewhere cannot be asked", id=due.feed.id)
            return
        async with self._store.transaction() as tx:
            try:
                after = await answered(tx, due.feed.id, answer, self._clock())
            except NotFound:
                return  # dropped meanwhile
        if after.trouble is not None:
            _log.info("a calendar elsewhere is in trouble", id=after.id, why=after.trouble.value)
