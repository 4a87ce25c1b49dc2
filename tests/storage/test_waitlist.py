"""Who waits, as it is kept: places in line, offers, and what the database refuses."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from sqlalchemy import text

from domain import waitlist
from domain.bookings import SYSTEM, Booking, Status, moved
from domain.dayparts import Part
from domain.hours import Closure
from domain.people import Person
from domain.refusals import NotFound, OfferOver
from domain.spans import Span
from domain.waitlist import Entry, Offer, Opened
from storage.engine import connected
from storage.store import Store, Tx
from storage.wakes import News
from tests import build
from tests.storage.test_constraints import refusal
from tests.storage.waiting import until_somebody_is_blocked

DAY = timedelta(days=1)
LONG = timedelta(seconds=20)


def wish(offer: build.Offer, customer: Person, now: datetime) -> Entry:
    today = now.date()
    return Entry(
        0,
        customer.id,
        offer.service.id,
        offer.provider.id,
        today,
        today + DAY,
        Part.MORNING,
        build.JAKARTA,
        now,
    )


async def kept_for(tx: Tx, offer: build.Offer, customer: Person, now: datetime) -> Booking:
    """A time that is offered from the waitlist."""
    return await tx.bookings.hold(
        offer.provider,
        offer.service,
        customer.id,
        Span.lasting(now + DAY, offer.service.rules.duration),
        now + waitlist.OFFER,
        now,
        offered=True,
        draw=build.draw,
    )


async def offered(tx: Tx, offer: build.Offer, customer: Person, now: datetime) -> Entry:
    """An entry with an offer."""
    entry = await tx.waitlist.join(wish(offer, customer, now))
    held = await kept_for(tx, offer, customer, now)
    slot = Opened(offer.provider.id, offer.service.id, held.start)
    after = waitlist.offered(entry, slot, now)
    await tx.waitlist.save(after, held.id)
    return after


async def test_an_entry_comes_back_as_it_was(store: Store, now: datetime) -> None:
    async with store.transaction() as tx:
        offer, siti = await build.offer(tx, now), await build.person(tx, now)
        seen = frozenset({Opened(offer.provider.id, offer.service.id, now + DAY)})
        new = replace(wish(offer, siti, now), refused=seen)

        entry = await tx.waitlist.join(new)

        assert entry == replace(new, id=entry.id)
        assert await tx.waitlist.lock(entry.id) == entry
        assert await tx.waitlist.line(offer.service.id) == [entry]
        ((mine, title, provider, booking_id),) = await tx.waitlist.of_customer(siti.id)
        assert mine == entry
        assert (title.into("en"), provider, booking_id) == ("Haircut", "Ayu", None)


async def test_an_offer_survives_a_restart(store: Store, database_url: str, now: datetime) -> None:
    async with store.transaction() as tx:
        offer, siti = await build.offer(tx, now), await build.person(tx, now)
        entry = await offered(tx, offer, siti, now)
    again = Store(database_url)

    async with again.transaction() as tx:
        kept = await tx.waitlist.lock(entry.id)
        booking_id = await tx.waitlist.booking_of(entry.id)
        assert kept == entry
        assert kept.offer == Offer(
            Opened(offer.provider.id, offer.service.id, now + DAY), now + waitlist.OFFER
        )
        assert await tx.waitlist.lock_offered(booking_id) == entry
        assert (await tx.bookings.get(booking_id)).offered
    await again.close()


async def test_who_joined_first_stands_first(store: Store, now: datetime) -> None:
    async with store.transaction() as tx:
        offer = await build.offer(tx, now)
        late, early = [await build.person(tx, now) for _ in range(2)]
        for each, at in ((late, now + DAY), (early, now)):
            await tx.waitlist.join(wish(offer, each, at))

        line = await tx.waitlist.line(offer.service.id)

        assert [entry.customer_id for entry in line] == [early.id, late.id]


async def test_what_was_never_offered_has_no_entry(store: Store, now: datetime) -> None:
    async with store.transaction() as tx:
        offer, siti = await build.offer(tx, now), await build.person(tx, now)
        entry = await tx.waitlist.join(wish(offer, siti, now))

        with pytest.raises(OfferOver):
            await tx.waitlist.lock_offered(1)
        with pytest.raises(OfferOver):
            await tx.waitlist.booking_of(entry.id)
        with pytest.raises(NotFound):
            await tx.waitlist.lock(entry.id + 1)


async def test_an_offer_is_no_hold_of_the_customer_s_own(store: Store, now: datetime) -> None:
    async with store.transaction() as tx:
        offer, siti = await build.offer(tx, now), await build.person(tx, now)
        await kept_for(tx, offer, siti, now)

        await build.hold(tx, offer, siti, now + 2 * DAY, now)

        assert [each.start for each in await tx.bookings.held_by(siti.id)] == [now + 2 * DAY]
        on = (now + DAY).date()
        diary = await tx.schedules.around(offer.provider.id, on, on, now, siti.id)
        assert [each.start for each in diary.sessions] == [int((now + DAY).timestamp())]


@pytest.mark.parametrize(
    ("change", "name"),
    [
        ("last_date = first_date - 1", "ck_waitlist_entries_dates"),
        ("state = 'offered'", "ck_waitlist_entries_offer"),
        ("offered_until = joined_at", "ck_waitlist_entries_offer"),
        ("state = 'lost'", "ck_waitlist_entries_state"),
        ("part = 'night'", "ck_waitlist_entries_part"),
    ],
)
async def test_an_entry_that_makes_no_sense_is_refused(
    store: Store, now: datetime, change: str, name: str
) -> None:
    async with store.transaction() as tx:
        offer, siti = await build.offer(tx, now), await build.person(tx, now)
        await tx.waitlist.join(wish(offer, siti, now))

        changed = text(f"UPDATE waitlist_entries SET {change}")  # noqa: S608  # the test's own
        assert await refusal(tx, changed) == name


async def test_one_time_is_offered_to_one_entry(store: Store, now: datetime) -> None:
    async with store.transaction() as tx:
        offer = await build.offer(tx, now)
        siti, budi = [await build.person(tx, now) for _ in range(2)]
        await offered(tx, offer, siti, now)
        await tx.waitlist.join(wish(offer, budi, now))

        both = text("UPDATE waitlist_entries SET booking_id = (SELECT max(id) FROM bookings)")
        assert await refusal(tx, both) == "uq_waitlist_entries_booking_id"


async def test_who_deals_for_a_service_does_so_alone(
    store: Store, database_url: str, now: datetime
) -> None:
    async with store.transaction() as tx:
        first, other = await build.offer(tx, now), await build.offer(tx, now)
    order: list[str] = []

    async def second() -> None:
        async with store.transaction() as tx:
            await tx.waitlist.alone(first.service.id)
            order.append("second")

    async with store.transaction() as tx:
        await tx.waitlist.alone(first.service.id)
        waiting = asyncio.create_task(second())
        await until_somebody_is_blocked(database_url)
        async with store.transaction() as elsewhere:
            await elsewhere.waitlist.alone(other.service.id)
        order.append("first")
    await waiting

    assert order == ["first", "second"]


async def _cancel(tx: Tx, offer: build.Offer, now: datetime) -> None:
    booked = await build.booking(tx, offer, await build.person(tx, now), now + DAY, now)
    by = replace(SYSTEM, role=SYSTEM.role.ADMIN)
    await tx.bookings.save(*moved(booked, Status.CANCELLED, by=by, at=now))


async def _open(tx: Tx, offer: build.Offer, now: datetime) -> None:
    await tx.hours.set_weekly(offer.provider.id, ())


async def _come_back(tx: Tx, offer: build.Offer, now: datetime) -> None:
    off = Closure(now.date(), now.date())
    closure_id = await tx.hours.add_closure(offer.provider.id, off, now)
    await tx.hours.drop_closure(offer.provider.id, closure_id)


async def _disconnect(tx: Tx, offer: build.Offer, now: datetime) -> None:
    feed = await tx.busy.add(offer.provider.id, "https://example.org/a.ics", now)
    await tx.busy.drop(feed.id)


@pytest.mark.parametrize("free", [_cancel, _open, _come_back, _disconnect])
async def test_of_what_may_have_become_free_listeners_hear_if_somebody_waits(
    store: Store, now: datetime, free: Callable[[Tx, build.Offer, datetime], Awaitable[None]]
) -> None:
    async with store.transaction() as tx:
        offer, siti = await build.offer(tx, now), await build.person(tx, now)
    async with store.wakes() as wakes:
        assert await wakes.wait(LONG) == set(News)  # it listens, and may have missed some
        async with store.transaction() as tx:
            await tx.waitlist.join(wish(offer, siti, now))

        async with store.transaction() as tx:
            await free(tx, offer, now)

        assert News.FREED in await wakes.wait(LONG)


async def test_nobody_is_told_while_nobody_waits(
    store: Store, database_url: str, now: datetime
) -> None:
    async with store.transaction() as tx:
        offer = await build.offer(tx, now)
    listener = await connected(database_url)
    heard: asyncio.Queue[str] = asyncio.Queue()
    await listener.add_listener(News.FREED.value, lambda *news: heard.put_nowait(news[-1]))

    async with store.transaction() as tx:
        await _cancel(tx, offer, now)
    await listener.execute(f"NOTIFY {News.FREED.value}, 'that was all'")

    assert await heard.get() == "that was all"
    await listener.close()


async def test_who_waits_for_a_service_waits_for_the_copy_that_takes_its_place(
    store: Store, now: datetime
) -> None:
    async with store.transaction() as tx:
        offer, copy = await build.offer(tx, now), await build.offer(tx, now)
        siti = await build.person(tx, now)
        entry = await tx.waitlist.join(wish(offer, siti, now))

        await tx.services.leave_to_others(offer.provider.id, offer.service.id, copy.service.id)

        assert await tx.waitlist.line(offer.service.id) == []
        assert await tx.waitlist.lock(entry.id) == replace(entry, service_id=copy.service.id)


async def test_a_service_that_is_deleted_is_waited_for_no_longer(
    store: Store, now: datetime
) -> None:
    async with store.transaction() as tx:
        offer, siti = await build.offer(tx, now), await build.person(tx, now)
        await tx.waitlist.join(wish(offer, siti, now))

        await tx.services.delete(offer.service.id)

        assert await tx.waitlist.of_customer(siti.id) == []
