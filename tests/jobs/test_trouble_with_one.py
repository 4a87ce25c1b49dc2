"""A notice that cannot be rendered: the others go out, and in the end it is given up on."""

from collections.abc import Iterator
from datetime import datetime, timedelta

import pytest
from structlog.testing import capture_logs
from structlog.typing import EventDict

from bot.jobs.deliver import MOST_ATTEMPTS, Deliverer
from bot.telegram.delivery import Delivery, Fate
from bot.views.screens import Screen
from domain.bookings import Booking
from domain.notices import AnyNotice, Kind, Notice, Side
from storage.store import Store, Tx
from tests import build

HOUR = timedelta(hours=1)


@pytest.fixture(autouse=True)
def logs() -> Iterator[list[EventDict]]:
    """What was logged, in place of printing it."""
    with capture_logs() as logs:
        yield logs


async def test_one_that_cannot_be_rendered_does_not_hold_up_the_others(
    store: Store, now: datetime, logs: list[EventDict]
) -> None:
    broken, fine = await two_to_tell(store, now)
    time, sent = now, list[int]()

    async def render(_tx: Tx, notice: AnyNotice, _now: datetime) -> tuple[int, Screen, bool]:
        assert isinstance(notice, Notice)
        if notice.booking_id == broken.id:
            raise ValueError("a bug of ours")
        return notice.booking_id, Screen("hello"), False

    async def post(chat_id: int, screen: Screen, *, silent: bool = False) -> Delivery:
        sent.append(chat_id)
        return Delivery(Fate.SENT, 1)

    deliverer = Deliverer(store, post, render, lambda: time)
    for _ in range(MOST_ATTEMPTS):
        await deliverer.deliver_due()
        time += HOUR

    assert sent == [fine.id]
    assert await deliverer.deliver_due() == 0
    async with store.transaction() as tx:
        (entry,) = await tx.notices.ledger(broken.id)
    assert (entry.state, entry.error) == ("failed", "cannot be rendered")
    assert [each["event"] for each in logs].count("a notice cannot be rendered") == MOST_ATTEMPTS


async def two_to_tell(store: Store, now: datetime) -> tuple[Booking, Booking]:
    async with store.transaction() as tx:
        offer = await build.offer(tx, now)
        customer = await build.person(tx, now)
        first = await build.booking(tx, offer, customer, now + 24 * HOUR, now)
        second = await build.booking(tx, offer, customer, now + 25 * HOUR, now)
        await tx.notices.add(confirmed(each, now) for each in (first, second))
    return first, second


def confirmed(booking: Booking, now: datetime) -> Notice:
    return Notice(
        Kind.CONFIRMED, Side.CUSTOMER, booking.customer_id, booking.id, booking.version, now
    )
