"""What is said in rooms gets there once, in order, whoever dies or slows us down meanwhile."""

import asyncio
from dataclasses import dataclass, field
from datetime import datetime, timedelta

import pytest

from bot.jobs.relay import LEASE, MOST_ATTEMPTS, Relayer
from bot.telegram.delivery import Delivery, Fate
from bot.usecases import relaying, rooms
from bot.usecases.relaying import Said
from bot.views.relayed import Relayed
from bot.views.screens import Screen
from domain.bookings import Booking
from domain.notices import Side
from domain.people import Person
from domain.rooms import Content, Sort, Visit
from storage.store import Store
from tests import build

MINUTE = timedelta(minutes=1)


@dataclass(slots=True)
class Carrier:
    """What was sent to whom, and what became of it: the deliveries in order, then SENT."""

    deliveries: list[Delivery] = field(default_factory=list)
    sent: list[tuple[int, str]] = field(default_factory=list)

    async def deliver(self, chat_id: int, screen: Screen, *, silent: bool = False) -> Delivery:  # noqa: ARG002  # as the sender has it
        return await self._send(chat_id, screen.text)

    async def relay(self, chat_id: int, relayed: Relayed) -> Delivery:
        return await self._send(chat_id, relayed.content.text)

    async def _send(self, chat_id: int, text: str) -> Delivery:
        await asyncio.sleep(0)
        self.sent.append((chat_id, text))
        return self.deliveries.pop(0) if self.deliveries else Delivery(Fate.SENT, len(self.sent))

    def to(self, person: Person) -> list[str]:
        return [text for chat_id, text in self.sent if chat_id == person.telegram_id]


@dataclass(slots=True)
class World:
    """A talk of Maya with Ayu that goes on; both are in its room."""

    store: Store
    now: datetime
    maya: Person
    ayu: Person
    booking: Booking
    carrier: Carrier = field(default_factory=Carrier)

    async def says(self, text: str, number: int) -> None:
        async with self.store.transaction() as tx:
            said = Said(Content(Sort.TEXT, text), number)
            await relaying.say(tx, self.maya, self.booking.id, Side.CUSTOMER, said, self.now)

    def relayer(self) -> Relayer:
        return Relayer(self.store, self.carrier, lambda: self.now)

    async def relays(self) -> None:
        """Until there is nothing to do at present."""
        relayer = self.relayer()
        while await relayer.relay_due():
            await relayer.settled()


@pytest.fixture
async def world(store: Store, now: datetime) -> World:
    async with store.transaction() as tx:
        offer = await build.offer(tx, now)
        maya, ayu = await build.person(tx, now, "Maya"), await build.person(tx, now, "Ayu")
        await tx.providers.claim(offer.provider.id, ayu.id)
        start = (now + timedelta(days=1)).astimezone(offer.provider.zone).replace(hour=9, minute=0)
        booking = await build.booking(tx, offer, maya, start, now)
        world = World(store, start + MINUTE, maya, ayu, booking)
        await rooms.enter(tx, maya, booking.id, Side.CUSTOMER, world.now)
        await rooms.enter(tx, ayu, booking.id, Side.PROVIDER, world.now)
    return world


async def test_messages_get_there_once_and_in_order(world: World) -> None:
    for number in range(4):
        await world.says(f"Number {number}", number)

    await world.relays()
    await world.relays()

    assert world.carrier.to(world.ayu) == [f"Number {number}" for number in range(4)]


async def test_of_several_relayers_one_sends_each_message(world: World) -> None:
    for number in range(6):
        await world.says(f"Number {number}", number)

    await asyncio.gather(*(world.relays() for _ in range(4)))

    assert world.carrier.to(world.ayu) == [f"Number {number}" for number in range(6)]


async def test_what_waits_behind_a_message_that_is_held_up_waits_with_it(world: World) -> None:
    later = Delivery(Fate.LATER, retry_after=timedelta(seconds=3), error="slowly")
    world.carrier.deliveries = [later]
    await world.says("First", 1)
    await world.says("Second", 2)
    await world.relays()
    assert world.carrier.to(world.ayu) == ["First"]

    world.now += timedelta(seconds=4)
    await world.relays()

    assert world.carrier.to(world.ayu) == ["First", "First", "Second"]


async def test_what_a_dead_relayer_had_under_way_is_sent_by_another_one(world: World) -> None:
    await world.says("First", 1)
    await world.says("Second", 2)
    async with world.store.transaction() as tx:
        assert len(await tx.room_posts.claim(world.now, LEASE, 10)) == 1
    await world.relays()
    assert world.carrier.sent == []

    world.now += LEASE + timedelta(seconds=1)
    await world.relays()

    assert world.carrier.to(world.ayu) == ["First", "Second"]


async def test_what_has_perhaps_arrived_is_sent_once_more_only(world: World) -> None:
    world.carrier.deliveries = [Delivery(Fate.PERHAPS, error="no answer")] * 2
    await world.says("First", 1)

    for _ in range(4):
        await world.relays()
        world.now += MINUTE

    assert world.carrier.to(world.ayu) == ["First", "First"]


@pytest.mark.parametrize(
    "delivery",
    [Delivery(Fate.UNREACHABLE, error="blocked"), Delivery(Fate.FAILED, error="refused")],
    ids=["unreachable", "refused"],
)
async def test_a_writer_learns_that_a_message_did_not_arrive(
    world: World, delivery: Delivery
) -> None:
    world.carrier.deliveries = [delivery]
    await world.says("Hello", 1)

    await world.relays()

    (told,) = world.carrier.to(world.maya)
    assert "“Hello” did not reach" in told


async def test_telegram_is_not_asked_for_ever(world: World) -> None:
    world.carrier.deliveries = [Delivery(Fate.LATER, error="away")] * 100
    await world.says("Hello", 1)

    for _ in range(MOST_ATTEMPTS + 3):
        await world.relays()
        world.now += 2 * MINUTE

    assert world.carrier.to(world.ayu) == ["Hello"] * MOST_ATTEMPTS


async def test_a_room_is_closed_once_by_whoever_comes_first_also_after_a_restart(
    world: World,
) -> None:
    world.now = world.booking.during.end + timedelta(hours=1)

    async def close() -> int:
        async with world.store.transaction() as tx:
            return await rooms.close_due(tx, world.now)

    closed = await asyncio.gather(*(close() for _ in range(3)))
    await world.relays()

    assert sum(closed) == 2
    for person in (world.maya, world.ayu):
        (told,) = world.carrier.to(person)
        assert "is closed" in told


async def test_who_has_gone_on_to_another_room_is_not_shown_out_of_that(world: World) -> None:
    async with world.store.transaction() as tx:
        visit = Visit(world.maya.id, world.booking.id, Side.CUSTOMER, world.now + timedelta(days=1))
        await tx.rooms.enter(visit)
        await rooms.close_due(tx, world.booking.during.end + timedelta(hours=1))

        assert await tx.rooms.visit_of(world.maya.id) == visit


async def test_transcripts_are_forgotten_when_their_time_is_over(world: World) -> None:
    await world.says("Hello", 1)
    await world.relays()
    end = world.booking.during.end + world.booking.policy.transcripts
    async with world.store.transaction() as tx:
        assert await tx.rooms.erase(end - MINUTE, end - 10 * MINUTE) == 0

        assert await tx.rooms.erase(end, end) == 1

        assert await tx.rooms.transcript([world.booking.id]) == []
        assert await tx.room_posts.shown_as(world.ayu.id, 1) is None


async def test_a_change_of_what_is_still_on_its_way_arrives_in_its_last_form(world: World) -> None:
    await world.says("Hallo", 1)
    async with world.store.transaction() as tx:
        said = Said(Content(Sort.TEXT, "Hello"), 1)
        await relaying.edit(tx, world.maya, said, world.now)

    await world.relays()

    assert world.carrier.to(world.ayu) == ["Hello", "Hello"]
