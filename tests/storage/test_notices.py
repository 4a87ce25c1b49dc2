"""The ledger of notifications: written once, claimed by one sender at a time."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from domain.bookings import Booking
from domain.notices import Kind, Notice, Side
from domain.people import Person
from storage.engine import connected
from storage.notices import Claimed, Notices
from storage.store import Store, Tx
from storage.wakes import News
from tests import build

SECOND = timedelta(seconds=1)
MINUTE = timedelta(minutes=1)
HOUR = timedelta(hours=1)
LEASE = timedelta(seconds=60)


async def booked(tx: Tx, now: datetime) -> tuple[Booking, Person]:
    offer = await build.offer(tx, now)
    siti = await build.person(tx, now)
    return await build.booking(tx, offer, siti, now + 48 * HOUR, now), siti


def confirmed(booking: Booking, person: Person, due: datetime) -> Notice:
    return Notice(Kind.CONFIRMED, Side.CUSTOMER, person.id, booking.id, booking.version, due)


def reminder(booking: Booking, person: Person, lead: timedelta) -> Notice:
    due = booking.start - lead
    return replace(confirmed(booking, person, due), kind=Kind.REMINDER, lead=lead)


async def one_due(store: Store, now: datetime) -> Notice:
    async with store.transaction() as tx:
        notice = confirmed(*await booked(tx, now), now)
        await tx.notices.add([notice])
    return notice


async def claim(store: Store, at: datetime) -> list[Claimed]:
    async with store.transaction() as tx:
        return await tx.notices.claim(at, LEASE, 10)


async def test_a_notice_is_written_once(store: Store, now: datetime) -> None:
    async with store.transaction() as tx:
        booking, siti = await booked(tx, now)
        notices = [confirmed(booking, siti, now), reminder(booking, siti, HOUR)]
        await tx.notices.add(notices)
        await tx.notices.add([replace(each, due=each.due + MINUTE) for each in notices])

        assert [each.notice for each in await tx.notices.ledger(booking.id)] == notices


async def test_what_differs_in_side_lead_or_version_is_written_too(
    store: Store, now: datetime
) -> None:
    async with store.transaction() as tx:
        booking, siti = await booked(tx, now)
        first = reminder(booking, siti, HOUR)
        others = [
            replace(first, side=Side.PROVIDER),  # who provides may be who comes
            replace(first, lead=2 * HOUR),
            replace(first, version=first.version + 1),
        ]
        await tx.notices.add([first, *others])

        assert len(await tx.notices.ledger(booking.id)) == 4


async def test_nothing_to_tell_is_fine(store: Store) -> None:
    async with store.transaction() as tx:
        await tx.notices.add([])

        assert await tx.notices.next_due() is None


async def test_what_is_due_is_claimed_by_one(store: Store, now: datetime) -> None:
    async with store.transaction() as tx:
        booking, siti = await booked(tx, now)
        await tx.notices.add([reminder(booking, siti, MINUTE * each) for each in range(5, 45)])

    claims = await asyncio.gather(*(claim(store, booking.start) for _ in range(8)))

    ids = [each.id for batch in claims for each in batch]
    assert len(ids) == len(set(ids)) == 40


async def test_what_another_transaction_is_claiming_is_passed_over(
    store: Store, now: datetime
) -> None:
    await one_due(store, now)

    async with store.transaction() as tx:
        first = await tx.notices.claim(now, LEASE, 10)
        second = await claim(store, now)

    assert (len(first), len(second)) == (1, 0)


async def test_what_is_due_first_is_claimed_first(store: Store, now: datetime) -> None:
    async with store.transaction() as tx:
        booking, siti = await booked(tx, now)
        leads = [HOUR, 3 * HOUR, 2 * HOUR]
        await tx.notices.add([reminder(booking, siti, lead) for lead in leads])

        claimed = await tx.notices.claim(booking.start, LEASE, 2)

    assert [getattr(each.notice, "lead", None) for each in claimed] == [3 * HOUR, 2 * HOUR]


async def test_what_is_not_due_is_not_claimed(store: Store, now: datetime) -> None:
    await one_due(store, now)

    assert await claim(store, now - SECOND) == []


async def test_what_nobody_settled_comes_again_as_perhaps_sent(store: Store, now: datetime) -> None:
    notice = await one_due(store, now)
    (first,) = await claim(store, now)

    assert await claim(store, now + LEASE - SECOND) == []
    (again,) = await claim(store, now + LEASE)

    assert (first.notice, first.attempts, first.perhaps_sent) == (notice, 1, False)
    assert (again.notice, again.attempts, again.perhaps_sent) == (notice, 1, True)


Settle = Callable[[Notices, int, datetime], Awaitable[None]]


@pytest.mark.parametrize(
    ("settle", "state"),
    [
        (lambda notices, it, at: notices.sent(it, 99, at), "sent"),
        (lambda notices, it, _: notices.failed(it, "Forbidden"), "failed"),
        (lambda notices, it, _: notices.cancelled(it, "outdated"), "cancelled"),
        (lambda notices, it, _: notices.uncertain(it, None, "timed out"), "uncertain"),
    ],
    ids=["sent", "failed", "cancelled", "uncertain"],
)
async def test_what_is_settled_never_comes_again(
    store: Store, now: datetime, settle: Settle, state: str
) -> None:
    notice = await one_due(store, now)
    (claimed,) = await claim(store, now)

    async with store.transaction() as tx:
        await settle(tx.notices, claimed.id, now)

        (entry,) = await tx.notices.ledger(notice.booking_id)
        assert entry.state == state
        assert await tx.notices.next_due() is None
    assert await claim(store, now + 10 * LEASE) == []


async def test_a_retry_comes_when_it_is_due_and_was_not_sent(store: Store, now: datetime) -> None:
    await one_due(store, now)
    (claimed,) = await claim(store, now)
    async with store.transaction() as tx:
        await tx.notices.retry(claimed.id, now + HOUR, "connection refused")

        assert await tx.notices.next_due() == now + HOUR
    assert await claim(store, now + HOUR - SECOND) == []
    (again,) = await claim(store, now + HOUR)

    assert (again.attempts, again.perhaps_sent) == (2, False)


async def test_what_may_have_been_delivered_says_so_when_it_is_tried_again(
    store: Store, now: datetime
) -> None:
    await one_due(store, now)
    (claimed,) = await claim(store, now)
    async with store.transaction() as tx:
        await tx.notices.uncertain(claimed.id, now + HOUR, "timed out")
    (again,) = await claim(store, now + HOUR)

    assert again.perhaps_sent


async def test_who_comes_too_late_settles_nothing(store: Store, now: datetime) -> None:
    notice = await one_due(store, now)
    (claimed,) = await claim(store, now)
    async with store.transaction() as tx:
        await tx.notices.sent(claimed.id, 99, now)
        await tx.notices.retry(claimed.id, now, "slow")

        (entry,) = await tx.notices.ledger(notice.booking_id)

    assert (entry.state, entry.message_id) == ("sent", 99)


async def test_the_next_due_is_a_pending_one_or_the_end_of_a_lease(
    store: Store, now: datetime
) -> None:
    async with store.transaction() as tx:
        booking, siti = await booked(tx, now)
        await tx.notices.add([confirmed(booking, siti, now), reminder(booking, siti, HOUR)])
        before = await tx.notices.next_due()
        await tx.notices.claim(now, LEASE, 10)

        assert before == now
        assert await tx.notices.next_due() == now + LEASE


async def test_what_is_dropped_is_not_sent_and_what_was_sent_stays(
    store: Store, now: datetime
) -> None:
    async with store.transaction() as tx:
        booking, siti = await booked(tx, now)
        await tx.notices.add([confirmed(booking, siti, now), reminder(booking, siti, HOUR)])
        (claimed,) = await tx.notices.claim(now, LEASE, 10)
        await tx.notices.sent(claimed.id, 99, now)
        await tx.notices.drop(booking.id)

        ledger = await tx.notices.ledger(booking.id)
        assert [each.state for each in ledger] == ["sent", "cancelled"]


async def test_reminders_dropped_may_be_written_again(store: Store, now: datetime) -> None:
    async with store.transaction() as tx:
        booking, siti = await booked(tx, now)
        await tx.notices.add([confirmed(booking, siti, now), reminder(booking, siti, HOUR)])
        await tx.notices.drop_reminders(siti.id)
        dropped = await tx.notices.ledger(booking.id)
        await tx.notices.add([reminder(booking, siti, HOUR)])

        ledger = await tx.notices.ledger(booking.id)
    assert [each.notice.kind for each in dropped] == [Kind.CONFIRMED]
    assert [each.state for each in ledger] == ["pending", "pending"]


async def test_only_what_is_due_sooner_than_all_else_wakes_the_senders(
    store: Store, database_url: str, now: datetime
) -> None:
    heard: asyncio.Queue[str] = asyncio.Queue()
    listener = await connected(database_url)
    await listener.add_listener(News.DUE.value, lambda *news: heard.put_nowait(news[-1]))
    async with store.transaction() as tx:
        booking, siti = await booked(tx, now)

    for lead in (2 * HOUR, HOUR, 3 * HOUR):
        async with store.transaction() as tx:
            await tx.notices.add([reminder(booking, siti, lead)])
    await listener.execute(f"NOTIFY {News.DUE.value}, 'that was all'")

    assert [await heard.get() for _ in range(3)] == ["", "", "that was all"]
    await listener.close()
