"""Looking after the waitlist: at news that a time may have become free, and every minute."""

from collections.abc import Callable
from datetime import datetime, timedelta

import structlog

from bot.usecases.dealing import deal
from storage.store import Clash, StorageAway, Store

EVERY = timedelta(minutes=1)  # also finds what nobody has told of, such as a day within the horizon
_log = structlog.get_logger()


class Looker:
    """`clock` tells the present instant, aware and in UTC; `due` is when to look next."""

    def __init__(self, store: Store, clock: Callable[[], datetime]) -> None:
        self._store = store
        self._clock = clock
        self.due = clock()

    def look_again(self) -> None:
        """There is news: what was seen before no longer counts."""
        self.due = self._clock()

    async def look(self) -> None:
        """Offer what is free to whose turn it is, if it is time to look."""
        now = self._clock()
        if now < self.due:
            return
        self.due = now + EVERY  # set first: news that come meanwhile make us look again
        try:
            async with self._store.transaction() as tx:
                services = await tx.waitlist.waited_for()
            for service_id in services:
                await self._deal(service_id)
        except (StorageAway, Clash):
            self.due = now
            raise

    async def _deal(self, service_id: int) -> None:
        try:
            async with self._store.transaction() as tx:
                offers = await deal(tx, service_id, self._clock())
        except (StorageAway, Clash):
            raise
        except Exception:  # noqa: BLE001  # whatever it is, it must not hold up the others
            _log.exception("a waitlist cannot be looked after", service_id=service_id)
            return
        if offers:
            _log.info("waitlist", service_id=service_id, offers=offers)
