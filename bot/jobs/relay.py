"""Carrying what is said in session rooms: at once, in order, each into its chat.

As with notices, whoever dies in between leaves a lease behind that runs out, and somebody else goes
on. People wait for each other here, so nothing is held back but by Telegram itself.
"""

import asyncio
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Protocol

import structlog

from bot.jobs.pace import within
from bot.jobs.parcels import compose
from bot.telegram.delivery import Delivery, Fate
from bot.views.relayed import Relayed
from bot.views.screens import Screen
from storage.room_posts import Claimed, Post
from storage.store import Clash, StorageAway, Store, Tx

LEASE = timedelta(seconds=60)  # more than twice the longest time a call may take
BATCH = 50
MOST_ATTEMPTS = 8
_EVERY = 15.0  # seconds after which it looks without being told
_log = structlog.get_logger()


class Carrier(Protocol):
    async def deliver(self, chat_id: int, screen: Screen, *, silent: bool = False) -> Delivery: ...

    async def relay(self, chat_id: int, relayed: Relayed) -> Delivery: ...


class Relayer:
    """`clock` tells the present instant, aware and in UTC."""

    def __init__(self, store: Store, carrier: Carrier, clock: Callable[[], datetime]) -> None:
        self._store = store
        self._carrier = carrier
        self._clock = clock
        self._news = asyncio.Event()
        self._under_way: set[asyncio.Task[None]] = set()
        self._working: asyncio.Task[None] | None = None

    def start(self) -> None:
        self._working = asyncio.create_task(self._work())

    def wake(self) -> None:
        """Something may have been said."""
        self._news.set()

    async def stop(self) -> None:
        """Return when what is under way is settled; nothing new is begun."""
        if self._working is not None:
            self._working.cancel()
            await asyncio.gather(self._working, return_exceptions=True)
        await self.settled()

    async def settled(self) -> None:
        """Wait until what is under way is there, or known not to be."""
        await asyncio.gather(*self._under_way, return_exceptions=True)

    async def relay_due(self) -> int:
        """Send what stands first in each line; how many were taken up. Waits for none of them."""
        async with self._store.transaction() as tx:
            claimed = await tx.room_posts.claim(self._clock(), LEASE, BATCH)
        for each in claimed:
            task = asyncio.create_task(self._carry(each))
            self._under_way.add(task)
            task.add_done_callback(self._carried)
        return len(claimed)

    def _carried(self, task: asyncio.Task[None]) -> None:
        """The next one in that line may go."""
        self._under_way.discard(task)
        self.wake()

    async def _work(self) -> None:
        while True:
            self._news.clear()
            wait = 0.0
            try:
                if await self.relay_due() < BATCH:
                    wait = await self._until_next()
            except (StorageAway, Clash):
                _log.warning("the database is out of reach; talks wait")
                wait = 1.0
            except Exception:  # noqa: BLE001  # a talk must not end for good because of one mistake
                _log.exception("talks are held up")
                wait = 1.0
            await within(wait, self._news)

    async def _until_next(self) -> float:
        """Seconds until something waits to be sent, as far as known now."""
        async with self._store.transaction() as tx:
            due = await tx.room_posts.next_due()
        if due is None:
            return _EVERY
        return min(max((due - self._clock()).total_seconds(), 0.01), _EVERY)

    async def _carry(self, claimed: Claimed) -> None:
        try:
            await self._send(claimed)
        except (StorageAway, Clash):
            _log.warning("a line of a talk waits for its lease", id=claimed.id)
        except Exception:  # noqa: BLE001  # whatever it is, it must not hold up the others for ever
            _log.exception("a line of a talk cannot be sent", id=claimed.id)
            async with self._store.transaction() as tx:
                await self._later(tx, claimed, Delivery(Fate.LATER, error="cannot be rendered"))

    async def _send(self, claimed: Claimed) -> None:
        async with self._store.transaction() as tx:
            person = await tx.people.get(claimed.post.recipient_id)
            parcel = await compose(tx, claimed.post, person, self._clock())
            chat_id = person.telegram_id
            if parcel is None or chat_id is None or not person.reachable:
                why = "outdated" if parcel is None else "unreachable"
                await self._lost(tx, claimed, why, tell=parcel is not None)
                return
        if isinstance(parcel, Relayed):
            delivery = await self._carrier.relay(chat_id, parcel)
        else:
            delivery = await self._carrier.deliver(chat_id, parcel)
        headed = isinstance(parcel, Relayed) and parcel.is_headed
        async with self._store.transaction() as tx:
            await self._settle(tx, claimed, delivery, headed=headed)

    async def _settle(self, tx: Tx, claimed: Claimed, delivery: Delivery, *, headed: bool) -> None:
        now, post = self._clock(), claimed.post
        match delivery.fate:
            case Fate.SENT:
                await tx.room_posts.sent(claimed.id, delivery.message_id, now, headed=headed)
            case Fate.UNREACHABLE:
                await tx.people.unreachable(post.recipient_id, now)
                await self._lost(tx, claimed, "unreachable")
            case Fate.MOVED if delivery.moved_to is not None:
                person = await tx.people.get(post.recipient_id)
                await tx.people.moved(person.telegram_id or 0, delivery.moved_to)
                await tx.room_posts.retry(claimed.id, now, "moved")
            case Fate.PERHAPS:
                # Reading it twice is better than missing it, but once more is enough.
                again = None if claimed.perhaps_sent else now + _pause(claimed.attempts)
                await tx.room_posts.uncertain(claimed.id, again, delivery.error)
            case Fate.LATER:
                await self._later(tx, claimed, delivery)
            case _:
                await self._lost(tx, claimed, delivery.error)

    async def _later(self, tx: Tx, claimed: Claimed, delivery: Delivery) -> None:
        if delivery.retry_after is None and claimed.attempts >= MOST_ATTEMPTS:
            await self._lost(tx, claimed, delivery.error)
            return
        wait = delivery.retry_after or _pause(claimed.attempts)
        await tx.room_posts.retry(claimed.id, self._clock() + wait, delivery.error)

    async def _lost(self, tx: Tx, claimed: Claimed, why: str, *, tell: bool = True) -> None:
        """It will not get there; the author of a message learns of it."""
        post = claimed.post
        await tx.room_posts.failed(claimed.id, why)
        if not tell or post.kind is not Post.MESSAGE or post.message_id is None:
            return
        message = await tx.rooms.get(post.message_id)
        back = replace(
            post, kind=Post.UNDELIVERED, recipient_id=message.author_id, side=message.side
        )
        await tx.room_posts.add([back], self._clock())


def _pause(attempts: int) -> timedelta:
    """1, 2, 4 ... seconds, a minute at most: somebody waits for an answer."""
    return timedelta(seconds=min(2 ** (attempts - 1), 60))
