"""Delivering notices: claim, commit, render what is still true, send, settle.

Whoever dies in between leaves a lease behind that runs out, and somebody else sends it. Only a
death between Telegram's acceptance and our commit makes a message come twice. What is no longer
true when it has arrived is taken back: whoever overtook it is answered, or is told, by itself.
"""

import asyncio
import random
from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta
from typing import Protocol

import structlog

from bot.jobs.pace import Pace
from bot.telegram.delivery import Delivery, Fate
from bot.views.screens import Screen
from domain.notices import AnyNotice, Notice, overtaken
from storage.notices import Claimed
from storage.store import Clash, StorageAway, Store, Tx

LEASE = timedelta(seconds=60)  # more than twice the longest time a call may take
BATCH = 20
MOST_ATTEMPTS = 8
LONGEST_TURN = LEASE.total_seconds() / 3
_LONGEST_PAUSE = timedelta(minutes=30)
_log = structlog.get_logger()

Message = tuple[int, Screen, bool]
Render = Callable[[Tx, AnyNotice, datetime], Awaitable[Message | None]]
TakeBack = Callable[[int, int], Awaitable[object]]


class Post(Protocol):
    async def __call__(self, chat_id: int, screen: Screen, *, silent: bool = False) -> Delivery: ...


async def _leave_it(_chat_id: int, _message_id: int) -> None:
    return None


class Deliverer:
    """`clock` tells the present instant, aware and in UTC; `take_back` deletes what was sent."""

    def __init__(
        self,
        store: Store,
        post: Post,
        render: Render,
        clock: Callable[[], datetime],
        pace: Pace | None = None,
        take_back: TakeBack = _leave_it,
    ) -> None:
        self._store = store
        self._post = post
        self._render = render
        self._clock = clock
        self._pace = pace or Pace()
        self._take_back = take_back

    async def deliver_due(self) -> int:
        """Send what is due now; how many notices were taken up."""
        async with self._store.transaction() as tx:
            claimed = await tx.notices.claim(self._clock(), LEASE, BATCH)
        await asyncio.gather(*map(self._deliver, claimed))
        return len(claimed)

    async def _deliver(self, claimed: Claimed) -> None:
        message = await self._message(claimed)
        if message is not None and self._pace.held > LONGEST_TURN:
            await self._postpone(claimed)
            return
        if message is not None and await self._pace.turn(message[0]):
            message = await self._message(claimed)  # much can happen while one waits
        if message is not None:
            await self._send(claimed, *message)

    async def _send(self, claimed: Claimed, chat_id: int, screen: Screen, silent: bool) -> None:
        delivery = await self._post(chat_id, screen, silent=silent)
        async with self._store.transaction() as tx:
            await self._settle(tx, claimed, delivery)
            is_overtaken = await _is_overtaken(tx, claimed.notice)
        if is_overtaken and delivery.message_id is not None:
            await self._take_back(chat_id, delivery.message_id)
        _log.info(
            "notice",
            id=claimed.id,
            kind=claimed.notice.kind.value,
            fate=delivery.fate.name,
            late=round((self._clock() - claimed.notice.due).total_seconds(), 3),
        )

    async def _message(self, claimed: Claimed) -> Message | None:
        """What to send; what is no longer true or useful, or cannot be rendered, is settled."""
        try:
            return await self._rendered(claimed)
        except (StorageAway, Clash):
            raise
        except Exception:  # noqa: BLE001  # whatever it is, it must not hold up the others
            _log.exception("a notice cannot be rendered", id=claimed.id)
            await self._put_off(claimed)
            return None

    async def _rendered(self, claimed: Claimed) -> Message | None:
        async with self._store.transaction() as tx:
            message = await self._render(tx, claimed.notice, self._clock())
            if message is None:
                await tx.notices.cancelled(claimed.id, "outdated")
        return message

    async def _postpone(self, claimed: Claimed) -> None:
        """Give it back until Telegram's pause is over, which our lease would not outlast."""
        due = self._clock() + timedelta(seconds=self._pace.held)
        async with self._store.transaction() as tx:
            await tx.notices.retry(claimed.id, due, "slowed down")

    async def _put_off(self, claimed: Claimed) -> None:
        delivery = Delivery(Fate.LATER, error="cannot be rendered")
        async with self._store.transaction() as tx:
            await self._later(tx, claimed, delivery, self._clock())

    async def _settle(self, tx: Tx, claimed: Claimed, delivery: Delivery) -> None:
        now = self._clock()
        match delivery.fate:
            case Fate.SENT:
                await tx.notices.sent(claimed.id, delivery.message_id or 0, now)
            case Fate.UNREACHABLE:
                await tx.people.unreachable(claimed.notice.recipient_id, now)
                await tx.notices.failed(claimed.id, "unreachable")
            case Fate.MOVED if delivery.moved_to is not None:
                person = await tx.people.get(claimed.notice.recipient_id)
                if person.telegram_id is not None:
                    await tx.people.moved(person.telegram_id, delivery.moved_to)
                await tx.notices.retry(claimed.id, now, "moved")
            case Fate.PERHAPS:
                # Seeing it twice is better than missing it, but once more is enough.
                again = None if claimed.perhaps_sent else now + _pause(claimed.attempts)
                await tx.notices.uncertain(claimed.id, again, delivery.error)
            case Fate.LATER:
                await self._later(tx, claimed, delivery, now)
            case _:
                await tx.notices.failed(claimed.id, delivery.error)

    async def _later(self, tx: Tx, claimed: Claimed, delivery: Delivery, now: datetime) -> None:
        if delivery.retry_after is not None:
            self._pace.hold(delivery.retry_after.total_seconds())
        elif claimed.attempts >= MOST_ATTEMPTS:
            await tx.notices.failed(claimed.id, delivery.error)
            return
        wait = delivery.retry_after or _pause(claimed.attempts)
        await tx.notices.retry(claimed.id, now + wait, delivery.error)


async def _is_overtaken(tx: Tx, notice: AnyNotice) -> bool:
    """Whether the booking has changed while the message was on its way."""
    if not isinstance(notice, Notice):
        return False
    return overtaken(notice, await tx.bookings.get(notice.booking_id))


def _pause(attempts: int) -> timedelta:
    """2, 4, 8 ... seconds, give or take a quarter."""
    seconds = min(2**attempts, 3600) * random.uniform(0.75, 1.25)  # noqa: S311  # spreads the load
    return min(timedelta(seconds=seconds), _LONGEST_PAUSE)
