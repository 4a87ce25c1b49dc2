"""Notices in a real database, a clock that the tests move, and a Telegram that they play."""

from collections.abc import Awaitable, Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta

import pytest
from structlog.testing import capture_logs
from structlog.typing import EventDict

from bot.jobs import render
from bot.jobs.cards import CardUpdater
from bot.jobs.deliver import Deliverer
from bot.jobs.pace import Pace
from bot.telegram.delivery import Delivery, Fate
from bot.views.screens import Screen
from domain.bookings import Booking
from domain.notices import Kind, Notice, Side
from storage.notices import Entry
from storage.store import Store
from tests import build

HOUR = timedelta(hours=1)
Deed = Callable[[], Awaitable[object]]


async def nothing() -> None:
    return None


@pytest.fixture(autouse=True)
def logs() -> Iterator[list[EventDict]]:
    """What was logged, in place of printing it."""
    with capture_logs() as logs:
        yield logs


@dataclass(slots=True)
class Post:
    """What was sent to whom, and what became of it: the deliveries in order, then SENT.

    `meanwhile` happens while a message is on its way.
    """

    deliveries: list[Delivery] = field(default_factory=list)
    sent: list[tuple[int, str]] = field(default_factory=list)
    silent: list[bool] = field(default_factory=list)
    taken_back: list[tuple[int, int]] = field(default_factory=list)
    meanwhile: Deed = nothing

    async def __call__(self, chat_id: int, screen: Screen, *, silent: bool = False) -> Delivery:
        self.sent.append((chat_id, screen.text))
        self.silent.append(silent)
        await self.meanwhile()
        return self.deliveries.pop(0) if self.deliveries else Delivery(Fate.SENT, 77)

    async def take_back(self, chat_id: int, message_id: int) -> None:
        self.taken_back.append((chat_id, message_id))


@dataclass(slots=True)
class Edit:
    """Which messages were edited, and what became of it: the deliveries in order, then SENT."""

    deliveries: list[Delivery] = field(default_factory=list)
    edited: list[tuple[int, int, str]] = field(default_factory=list)

    async def __call__(self, chat_id: int, message_id: int, screen: Screen) -> Delivery:
        self.edited.append((chat_id, message_id, screen.text))
        return self.deliveries.pop(0) if self.deliveries else Delivery(Fate.SENT, message_id)


@dataclass(slots=True)
class World:
    """`meanwhile` happens while a message waits for its turn."""

    store: Store
    now: datetime
    post: Post = field(default_factory=Post)
    meanwhile: Deed = nothing
    edit: Edit = field(default_factory=Edit)
    deliverer: Deliverer = field(init=False)
    cards: CardUpdater = field(init=False)

    def __post_init__(self) -> None:
        pace = Pace(self._seconds, self._pause)
        self.deliverer = Deliverer(
            self.store, self.post, render.render, lambda: self.now, pace, self.post.take_back
        )
        self.cards = CardUpdater(self.store, self.edit, render.card, lambda: self.now, pace)

    async def booked(self, start: datetime) -> Booking:
        """A confirmed booking of somebody new, with nothing to tell about it yet."""
        async with self.store.transaction() as tx:
            offer = await build.offer(tx, self.now)
            customer = await build.person(tx, self.now)
            return await build.booking(tx, offer, customer, start, self.now)

    async def tell(
        self,
        booking: Booking,
        due: datetime,
        lead: timedelta | None = None,
        kind: Kind = Kind.CONFIRMED,
    ) -> None:
        """Plan a word to the customer; with a lead, a reminder."""
        notice = Notice(
            Kind.REMINDER if lead else kind,
            Side.CUSTOMER,
            booking.customer_id,
            booking.id,
            booking.version,
            due,
            lead,
        )
        async with self.store.transaction() as tx:
            await tx.notices.add([notice])

    async def ledger(self, booking: Booking) -> list[Entry]:
        async with self.store.transaction() as tx:
            return await tx.notices.ledger(booking.id)

    def _seconds(self) -> float:
        return self.now.timestamp()

    async def _pause(self, seconds: float) -> None:
        self.now += timedelta(seconds=seconds)
        await self.meanwhile()


@pytest.fixture
def world(store: Store, now: datetime) -> World:
    return World(store, now)
