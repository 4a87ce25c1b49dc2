"""Reviews and follow-ups in a real database: once a booking, and summed up without a miss."""

import asyncio
from datetime import datetime, timedelta

import pytest
from sqlalchemy import insert
from sqlalchemy.exc import IntegrityError

from domain.bookings import Actor, Booking, Role, Status, moved
from domain.followups import FollowUp, State, Task
from domain.people import Person
from domain.reviews import Review
from domain.services import Rating
from storage.store import Store, Tx
from storage.tables import reviews
from tests import build

DAY = timedelta(days=1)
HOUR = timedelta(hours=1)


async def completed(tx: Tx, offer: build.Offer, person: Person, start: datetime) -> Booking:
    booking = await build.booking(tx, offer, person, start, start - DAY)
    by, at = Actor(Role.PROVIDER), start + HOUR
    done, change = moved(booking, Status.COMPLETED, by=by, at=at)
    await tx.bookings.save(done, change)
    return done


async def one(tx: Tx, now: datetime) -> Booking:
    return await completed(tx, await build.offer(tx, now), await build.person(tx, now), now + DAY)


async def test_a_review_is_kept_and_changed_in_place(store: Store, now: datetime) -> None:
    async with store.transaction() as tx:
        booking = await one(tx, now)
        await tx.reviews.save(booking, Review(3, now, "Fine"))
        changed = Review(5, now, "Very good", 2)
        await tx.reviews.save(booking, changed)

        assert await tx.reviews.of(booking.id) == changed
        assert (await tx.providers.get(booking.provider_id)).rating == Rating(5.0, 1)


async def test_a_second_review_of_a_booking_is_refused(store: Store, now: datetime) -> None:
    async with store.transaction() as tx:
        booking = await one(tx, now)
        await tx.reviews.save(booking, Review(3, now))
        values = {
            "booking_id": booking.id,
            "provider_id": booking.provider_id,
            "stars": 5,
            "comment": "",
            "version": 1,
            "given_at": now,
        }

        with pytest.raises(IntegrityError, match="pk_reviews"):
            await tx._connection.write(insert(reviews).values(values))


async def test_no_star_is_lost_when_many_review_at_once(store: Store, now: datetime) -> None:
    async with store.transaction() as tx:
        offer, siti = await build.offer(tx, now), await build.person(tx, now)
        done = [await completed(tx, offer, siti, now + DAY * day) for day in range(1, 9)]

    async def review(booking: Booking, stars: int) -> None:
        async with store.transaction() as tx:
            await tx.reviews.alone(booking.provider_id)
            await tx.reviews.save(booking, Review(stars, now))

    await asyncio.gather(*(review(each, 1 + n % 5) for n, each in enumerate(done)))

    async with store.transaction() as tx:
        rating = (await tx.providers.get(offer.provider.id)).rating
    assert rating == Rating(sum(1 + n % 5 for n in range(8)) / 8, 8)


async def test_an_import_changes_only_what_was_collected_elsewhere(
    store: Store, now: datetime
) -> None:
    rated = build.provider_entry(rating=Rating(4.0, 2))
    entry = build.organization_entry("rated", providers=(rated,))
    async with store.transaction() as tx:
        await tx.catalogue.apply([entry], now)
        (provider,) = await tx.providers.offered(None, 10, 0)
        service = (await tx.providers.services(provider.id))[0]
        siti = await build.person(tx, now)
        booking = await completed(tx, build.Offer(provider, service), siti, now + DAY)
        await tx.reviews.save(booking, Review(1, now))
        assert (await tx.providers.get(provider.id)).rating == Rating(3.0, 3)

        report = await tx.catalogue.apply([entry], now)

        assert report.updated == 0
        assert (await tx.providers.get(provider.id)).rating == Rating(3.0, 3)


async def test_what_a_customer_s_participation_comes_to_stays_in_the_organization(
    store: Store, now: datetime
) -> None:
    async with store.transaction() as tx:
        siti = await build.person(tx, now)
        here, there = await build.offer(tx, now), await build.offer(tx, now)
        first = await completed(tx, here, siti, now + DAY)
        second = await completed(tx, here, siti, now + 2 * DAY)
        elsewhere = await completed(tx, there, siti, now + 3 * DAY)
        await tx.reviews.took_part(first, 1, now)
        await tx.reviews.took_part(first, 4, now)
        await tx.reviews.took_part(elsewhere, 1, now)

        assert (await tx.card_facts.of(second.id)).feedback.standing == Rating(4.0, 1)
        assert (await tx.card_facts.of(first.id)).feedback.participation == 4


async def test_reviews_are_listed_newest_first_with_their_customers(
    store: Store, now: datetime
) -> None:
    async with store.transaction() as tx:
        offer, siti = await build.offer(tx, now), await build.person(tx, now)
        for day in (1, 2, 3):
            booking = await completed(tx, offer, siti, now + DAY * day)
            await tx.reviews.save(booking, Review(day, now + DAY * day))

        found = await tx.reviews.page(offer.provider.id, 2, 0)

        assert [(each.review.stars, each.customer) for each in found] == [(3, "Siti"), (2, "Siti")]
        assert await tx.reviews.own(offer.provider.id) == Rating(2.0, 3)


async def plan(tx: Tx, booking: Booking, in_days: int, now: datetime) -> FollowUp:
    due = (now + DAY * in_days).date()
    return await tx.follow_ups.add(booking.id, booking.provider_id, Task.REPORT, "", due, now)


async def test_what_is_open_is_listed_by_due_date(store: Store, now: datetime) -> None:
    async with store.transaction() as tx:
        booking = await one(tx, now)
        late, soon, done = [await plan(tx, booking, days, now) for days in (9, 3, 5)]
        await tx.follow_ups.close(done, State.DONE)

        page = await tx.follow_ups.page(booking.provider_id, 10, 0)

        assert [each.follow_up for each in page] == [soon, late]
        assert await tx.follow_ups.count(booking.provider_id) == 2


async def test_a_follow_up_that_is_moved_has_another_reminder(store: Store, now: datetime) -> None:
    async with store.transaction() as tx:
        booking = await one(tx, now)
        first, other = await plan(tx, booking, 1, now), await plan(tx, booking, 2, now)

        moved_one = await tx.follow_ups.move(first, other.due)

        assert len({first.version, other.version, moved_one.version}) == 3
        assert await tx.follow_ups.planned(booking.id, first.version) is None
        assert await tx.follow_ups.planned(booking.id, moved_one.version) == moved_one
