"""Keeping live cards up to date: claim what is due, render it, edit the message, settle.

However much has changed, and for whatever reason, one edit shows how things stand now.
"""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta
from typing import Protocol

import structlog

from bot.jobs.deliver import BATCH, LEASE, LONGEST_TURN
from bot.jobs.pace import Pace
from bot.telegram.delivery import Delivery, Fate
from bot.views.screens import Screen
from storage.live_cards import ClaimedCard
from storage.store import Clash, StorageAway, Store, Tx

_PAUSE = timedelta(seconds=15)  # after trouble that passes
_log = structlog.get_logger()

Render = Callable[[Tx, ClaimedCard, datetime], Awaitable[Screen | None]]


class Edit(Protocol):
    async def __call__(self, chat_id: int, message_id: int, screen: Screen) -> Delivery: ...


class CardUpdater:
    """`clock` tells the present instant, aware and in UTC."""

    def __init__(
        self,
        store: Store,
        edit: Edit,
        render: Render,
        clock: Callable[[], datetime],
        pace: Pace | None = None,
    ) -> None:
        self._store = store
        self._edit = edit
        self._render = render
        self._clock = clock
        self._pace = pace or Pace()

    async def update_due(self) -> int:
        """Edit what is due now; how many cards were taken up."""
        async with self._store.transaction() as tx:
            claimed = await tx.cards.claim(self._clock(), LEASE, BATCH)
        await asyncio.gather(*map(self._update, claimed))
        return len(claimed)

    async def _update(self, claimed: ClaimedCard) -> None:
        try:
            screen = await self._screen(claimed)
        except (StorageAway, Clash):
            raise
        except Exception:  # noqa: BLE001  # whatever it is, it must not hold up the others
            _log.exception("a card cannot be rendered", booking_id=claimed.booking_id)
            await self._settle(claimed, self._clock() + LEASE)
            return
        if screen is None or screen.live is None or claimed.message_id is None:
            await self._drop(claimed)
            return
        if self._pace.held > LONGEST_TURN:
            await self._settle(claimed, self._clock() + timedelta(seconds=self._pace.held))
            return
        await self._pace.turn(claimed.chat_id)
        delivery = await self._edit(claimed.chat_id, claimed.message_id, screen)
        await self._book(claimed, delivery, screen.live.due)
        _log.info("card", booking_id=claimed.booking_id, fate=delivery.fate.name)

    async def _screen(self, claimed: ClaimedCard) -> Screen | None:
        async with self._store.transaction() as tx:
            return await self._render(tx, claimed, self._clock())

    async def _book(self, claimed: ClaimedCard, delivery: Delivery, due: datetime) -> None:
        match delivery.fate:
            case Fate.SENT:
                await self._settle(claimed, due)
            case Fate.LATER | Fate.PERHAPS:  # twice does no harm
                if delivery.retry_after is not None:
                    self._pace.hold(delivery.retry_after.total_seconds())
                await self._settle(claimed, self._clock() + (delivery.retry_after or _PAUSE))
            case Fate.UNREACHABLE:
                await self._drop(claimed)
                async with self._store.transaction() as tx:
                    await tx.people.unreachable(claimed.person_id, self._clock())
            case _:
                await self._drop(claimed)

    async def _settle(self, claimed: ClaimedCard, due: datetime) -> None:
        async with self._store.transaction() as tx:
            await tx.cards.settle(claimed, claimed.message_id, due)

    async def _drop(self, claimed: ClaimedCard) -> None:
        async with self._store.transaction() as tx:
            await tx.cards.drop(claimed)
