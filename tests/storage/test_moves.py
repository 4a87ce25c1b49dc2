"""A booking takes the place of what is held for it, and the database lets nobody between."""

from datetime import datetime, timedelta

import pytest
from sqlalchemy.exc import IntegrityError

from domain.bookings import Actor, Booking, Role, Status, moved
from domain.moves import rescheduled
from domain.people import Person
from domain.refusals import HoldLost, SlotTaken
from domain.spans import Span
from storage.store import Clash, Store, Tx
from tests import build

HOUR = timedelta(hours=1)
DAY = timedelta(days=1)
QUARTER = timedelta(minutes=15)


async def booked(tx: Tx, now: datetime) -> tuple[build.Offer, Person, Booking]:
    offer, siti = await build.offer(tx, now), await build.person(tx, now)
    return offer, siti, await build.booking(tx, offer, siti, now + DAY, now)


async def hold_for(
    tx: Tx, offer: build.Offer, booking: Booking, start: datetime, now: datetime
) -> Booking:
    return await tx.bookings.hold(
        offer.provider,
        offer.service,
        booking.customer_id,
        Span.lasting(start, booking.during.length),
        now + HOUR,
        now,
        moves_id=booking.id,
        draw=build.draw,
    )


async def take(tx: Tx, booking: Booking, held: Booking, now: datetime) -> Booking:
    by = Actor(Role.CUSTOMER, booking.customer_id)
    after, change = rescheduled(booking, held.during, by=by, at=now)
    await tx.bookings.move(after, change, held)
    return after


async def sessions(tx: Tx, offer: build.Offer, now: datetime) -> list[int]:
    """The starts of live sessions around the booking, in minutes from its own."""
    on = (now + DAY).date()
    diary = await tx.schedules.around(offer.provider.id, on, on, now, None)
    own = int((now + DAY).timestamp())
    return [(each.start - own) // 60 for each in diary.sessions]


async def test_what_is_held_for_a_booking_may_overlap_with_it_alone(
    store: Store, now: datetime
) -> None:
    async with store.transaction() as tx:
        offer, siti, booking = await booked(tx, now)
        await build.booking(tx, offer, siti, booking.start + HOUR, now)

        with pytest.raises(SlotTaken):
            await hold_for(tx, offer, booking, booking.start + 3 * QUARTER, now)
        held = await hold_for(tx, offer, booking, booking.start + QUARTER, now)

        assert held.moves_id == booking.id
        assert await tx.bookings.proposal_of(booking.id) == held
        assert await sessions(tx, offer, now) == [0, 15, 60]


async def test_the_booking_takes_the_place_and_leaves_its_own_behind(
    store: Store, now: datetime
) -> None:
    async with store.transaction() as tx:
        offer, siti, booking = await booked(tx, now)
        for minutes in (15, 30, 15):
            start = now + DAY + timedelta(minutes=minutes)
            held = await hold_for(tx, offer, booking, start, now)

            booking = await take(tx, booking, held, now)

            assert await tx.bookings.get(booking.id) == booking
            assert await sessions(tx, offer, now) == [minutes]
        assert await tx.bookings.proposal_of(booking.id) is None
        with pytest.raises(SlotTaken):
            await build.hold(tx, offer, siti, booking.start, now)


async def test_a_booking_has_one_other_time_held_at_most(store: Store, now: datetime) -> None:
    async with store.transaction() as tx:
        offer, _, booking = await booked(tx, now)
        await hold_for(tx, offer, booking, booking.start + HOUR, now)

        with pytest.raises(IntegrityError, match="bookings_one_proposal"):
            await hold_for(tx, offer, booking, booking.start + 2 * HOUR, now)


async def test_a_customer_may_hold_a_time_besides(store: Store, now: datetime) -> None:
    async with store.transaction() as tx:
        offer, siti, booking = await booked(tx, now)
        await hold_for(tx, offer, booking, booking.start + HOUR, now)
        own = await build.hold(tx, offer, siti, booking.start + 2 * HOUR, now)

        assert await tx.bookings.held_by(siti.id) == [own]


async def test_what_was_let_go_cannot_be_taken(store: Store, now: datetime) -> None:
    async with store.transaction() as tx:
        offer, siti, booking = await booked(tx, now)
        held = await hold_for(tx, offer, booking, booking.start + HOUR, now)
        by = Actor(Role.CUSTOMER, siti.id)
        await tx.bookings.save(*moved(held, Status.EXPIRED, by=by, at=now))

        with pytest.raises(HoldLost):
            await take(tx, booking, held, now)


async def test_a_booking_that_somebody_changed_meanwhile_is_not_moved(
    store: Store, now: datetime
) -> None:
    async with store.transaction() as tx:
        offer, siti, booking = await booked(tx, now)
        held = await hold_for(tx, offer, booking, booking.start + HOUR, now)
        by = Actor(Role.CUSTOMER, siti.id)
        await tx.bookings.save(*moved(booking, Status.CANCELLED, by=by, at=now))

        with pytest.raises(Clash):
            await take(tx, booking, held, now)


async def test_what_is_held_for_a_move_is_cleared_away_by_nobody(
    store: Store, now: datetime
) -> None:
    async with store.transaction() as tx:
        offer, siti, booking = await booked(tx, now)
        held = await hold_for(tx, offer, booking, booking.start + HOUR, now)

        with pytest.raises(SlotTaken):
            await build.hold(tx, offer, siti, held.start, now + 2 * HOUR)


async def test_what_is_held_for_a_move_waits_for_the_provider(store: Store, now: datetime) -> None:
    async with store.transaction() as tx:
        offer, siti, booking = await booked(tx, now)
        held = await hold_for(tx, offer, booking, booking.start + HOUR, now)
        await build.hold(tx, offer, siti, booking.start + 2 * HOUR, now)

        waiting = await tx.bookings.waiting([offer.provider.id], now)

        assert [each for each, _ in waiting] == [held]


async def test_suggested_times_are_kept(store: Store, now: datetime) -> None:
    async with store.transaction() as tx:
        _, _, booking = await booked(tx, now)
        starts = (now + DAY, now + 2 * DAY)

        await tx.bookings.suggest(booking.id, starts)

        assert await tx.bookings.suggested(booking.id) == starts
