"""What becomes of a notice, by what Telegram said to it."""

from datetime import datetime, timedelta
from functools import partial

import pytest

from bot.jobs.deliver import MOST_ATTEMPTS
from bot.telegram.delivery import Delivery, Fate
from domain import bookings
from domain.bookings import Actor, Booking, Role, Status
from domain.notices import Kind, Side
from tests.jobs.conftest import HOUR, World

MINUTE = timedelta(minutes=1)
DAY = timedelta(days=1)


async def cancels(world: World, booking: Booking) -> None:
    async with world.store.transaction() as tx:
        locked = await tx.bookings.lock(booking.id)
        by = Actor(Role.CUSTOMER, booking.customer_id)
        await tx.bookings.save(*bookings.moved(locked, Status.CANCELLED, by=by, at=world.now))


async def test_what_is_due_is_sent_once(world: World, now: datetime) -> None:
    booking = await world.booked(now + DAY)
    await world.tell(booking, now)

    assert await world.deliverer.deliver_due() == 1
    assert await world.deliverer.deliver_due() == 0

    (entry,) = await world.ledger(booking)
    assert (entry.state, entry.message_id) == ("sent", 77)
    assert "Your booking is confirmed" in world.post.sent[0][1]


async def test_what_is_due_later_waits(world: World, now: datetime) -> None:
    booking = await world.booked(now + DAY)
    await world.tell(booking, now + HOUR)

    assert await world.deliverer.deliver_due() == 0
    world.now += HOUR
    assert await world.deliverer.deliver_due() == 1


@pytest.mark.parametrize(
    ("delivery", "state", "error"),
    [
        (Delivery(Fate.FAILED, error="message is too long"), "failed", "message is too long"),
        (Delivery(Fate.UNREACHABLE), "failed", "unreachable"),
    ],
)
async def test_what_would_fail_again_is_not_tried_again(
    world: World, now: datetime, delivery: Delivery, state: str, error: str
) -> None:
    booking = await world.booked(now + DAY)
    await world.tell(booking, now)
    world.post.deliveries = [delivery]

    await world.deliverer.deliver_due()
    world.now += DAY
    await world.deliverer.deliver_due()

    (entry,) = await world.ledger(booking)
    assert (entry.state, entry.error, len(world.post.sent)) == (state, error, 1)


async def test_whoever_blocked_us_is_left_alone(world: World, now: datetime) -> None:
    booking = await world.booked(now + DAY)
    await world.tell(booking, now)
    await world.tell(booking, now + HOUR, lead=DAY - HOUR)
    world.post.deliveries = [Delivery(Fate.UNREACHABLE)]

    await world.deliverer.deliver_due()
    world.now += HOUR
    await world.deliverer.deliver_due()

    assert len(world.post.sent) == 1
    assert {entry.state for entry in await world.ledger(booking)} <= {"failed", "cancelled"}


async def test_a_chat_that_moved_is_written_to_at_its_new_place(
    world: World, now: datetime
) -> None:
    booking = await world.booked(now + DAY)
    await world.tell(booking, now)
    world.post.deliveries = [Delivery(Fate.MOVED, moved_to=-100_7)]

    await world.deliverer.deliver_due()
    await world.deliverer.deliver_due()

    assert [chat for chat, _ in world.post.sent][1:] == [-100_7]
    (entry,) = await world.ledger(booking)
    assert entry.state == "sent"


async def test_what_may_have_arrived_is_sent_once_more_and_no_more(
    world: World, now: datetime
) -> None:
    booking = await world.booked(now + DAY)
    await world.tell(booking, now)
    world.post.deliveries = [Delivery(Fate.PERHAPS, error="no answer")] * 2

    for _ in range(4):
        await world.deliverer.deliver_due()
        world.now += HOUR

    (entry,) = await world.ledger(booking)
    assert (entry.state, len(world.post.sent)) == ("uncertain", 2)


async def test_trouble_that_passes_is_waited_out_longer_and_longer(
    world: World, now: datetime
) -> None:
    booking = await world.booked(now + 30 * DAY)
    await world.tell(booking, now)
    world.post.deliveries = [Delivery(Fate.LATER, error="Bad Gateway")] * (MOST_ATTEMPTS + 1)
    waits: list[timedelta] = []

    for _ in range(MOST_ATTEMPTS - 1):
        before = world.now
        await world.deliverer.deliver_due()
        async with world.store.transaction() as tx:
            due = await tx.notices.next_due()
        assert due is not None
        waits.append(due - before)
        world.now = due
    await world.deliverer.deliver_due()

    assert waits == sorted(waits)
    assert timedelta(seconds=1) < waits[0] < timedelta(seconds=3)
    (entry,) = await world.ledger(booking)
    assert (entry.state, entry.error) == ("failed", "Bad Gateway")


async def test_telegrams_own_pause_is_kept_by_everybody(world: World, now: datetime) -> None:
    first, second = await world.booked(now + DAY), await world.booked(now + DAY)
    await world.tell(first, now)
    world.post.deliveries = [Delivery(Fate.LATER, retry_after=5 * MINUTE)]
    await world.deliverer.deliver_due()

    await world.tell(second, now)
    await world.deliverer.deliver_due()
    assert len(world.post.sent) == 1  # a lease would not outlast the pause

    world.now = now + 5 * MINUTE + timedelta(seconds=1)
    await world.deliverer.deliver_due()
    assert [entry.state for each in (first, second) for entry in await world.ledger(each)] == [
        "sent",
        "sent",
    ]
    assert len(world.post.sent) == 3


async def test_nothing_is_said_about_what_was_cancelled_meanwhile(
    world: World, now: datetime
) -> None:
    booking = await world.booked(now + DAY)
    await world.tell(booking, now + HOUR, lead=DAY - HOUR)
    await cancels(world, booking)

    world.now += HOUR
    await world.deliverer.deliver_due()

    (entry,) = await world.ledger(booking)
    assert (entry.state, world.post.sent) == ("cancelled", [])


async def test_a_reminder_that_comes_too_late_is_dropped(world: World, now: datetime) -> None:
    booking = await world.booked(now + DAY)
    await world.tell(booking, now + HOUR, lead=DAY - HOUR)

    world.now = booking.start
    await world.deliverer.deliver_due()

    (entry,) = await world.ledger(booking)
    assert (entry.state, world.post.sent) == ("cancelled", [])


async def test_nothing_is_said_about_what_was_cancelled_while_the_message_waited(
    world: World, now: datetime
) -> None:
    booking = await world.booked(now + DAY)
    await world.tell(booking, now)
    await world.tell(booking, now, lead=DAY)
    world.meanwhile = partial(cancels, world, booking)

    await world.deliverer.deliver_due()

    assert sorted(entry.state for entry in await world.ledger(booking)) == ["cancelled", "sent"]
    assert len(world.post.sent) == 1


async def test_what_is_no_longer_true_when_it_arrives_is_taken_back(
    world: World, now: datetime
) -> None:
    booking = await world.booked(now + DAY)
    await world.tell(booking, now)
    world.post.meanwhile = partial(cancels, world, booking)

    await world.deliverer.deliver_due()

    (chat_id, _), *_ = world.post.sent
    assert world.post.taken_back == [(chat_id, 77)]


async def test_what_is_true_when_it_arrives_stays(world: World, now: datetime) -> None:
    booking = await world.booked(now + DAY)
    await world.tell(booking, now)

    await world.deliverer.deliver_due()

    assert (len(world.post.sent), world.post.taken_back) == (1, [])


async def test_an_answer_that_was_seen_is_not_told_again(world: World, now: datetime) -> None:
    seen, lost = [await world.booked(now + DAY) for _ in range(2)]
    for booking in (seen, lost):
        await world.tell(booking, now, kind=Kind.MADE)
    await shows_card(world, seen, message_id=7)
    await shows_card(world, lost, message_id=None)

    await world.deliverer.deliver_due()

    states = [(await world.ledger(booking))[0].state for booking in (seen, lost)]
    assert states == ["cancelled", "sent"]


async def shows_card(world: World, booking: Booking, message_id: int | None) -> None:
    """Its customer's card, which stands in this message if it has reached them."""
    async with world.store.transaction() as tx:
        card = await tx.cards.open(
            booking.id, booking.customer_id, Side.CUSTOMER, 501, world.now, MINUTE
        )
        if message_id is not None:
            await tx.cards.settle(card, message_id, world.now + DAY)
