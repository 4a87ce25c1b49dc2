"""Reviews as their customers and providers give and see them, several at once among them."""

import asyncio
from datetime import datetime, timedelta

import pytest

from bot.usecases import again, announcing, followups, keeping, reviewing
from domain.bookings import Actor, Booking, Role, Status, moved
from domain.followups import State, Task
from domain.notices import Kind, Side
from domain.refusals import NotFound
from domain.reviews import ASKED_AFTER
from domain.services import Rating
from storage.store import Store, Tx
from tests import build
from tests.usecases.making import Scene, scene, told

DAY = timedelta(days=1)


async def completed(tx: Tx, seen: Scene, now: datetime) -> Booking:
    booking = await build.booking(tx, seen.offer, seen.customer, now - DAY, now)
    by = Actor(Role.PROVIDER, seen.keeper.id)
    done, change = moved(booking, Status.COMPLETED, by=by, at=now)
    await tx.bookings.save(done, change)
    await announcing.completed(tx, done, now)
    return done


async def test_of_many_stars_given_at_once_one_review_is_left(store: Store, now: datetime) -> None:
    async with store.transaction() as tx:
        seen = await scene(tx, now)
        booking = await completed(tx, seen, now)

    async def give(stars: int) -> None:
        async with store.transaction() as tx:
            await reviewing.give(tx, seen.customer, booking.id, stars, now)

    await asyncio.gather(*map(give, (1, 2, 3, 4, 5)))

    async with store.transaction() as tx:
        review = await tx.reviews.of(booking.id)
        rating = (await tx.providers.get(booking.provider_id)).rating
        ledger = await tx.notices.ledger(booking.id)
    assert review is not None
    assert review.version == 5
    assert rating == Rating(float(review.stars), 1)
    versions = [each.notice.version for each in ledger if each.notice.kind is Kind.REVIEWED]
    assert sorted(versions) == [1, 2, 3, 4, 5]


async def test_the_customer_is_asked_later_and_a_walk_in_never(store: Store, now: datetime) -> None:
    async with store.transaction() as tx:
        seen = await scene(tx, now)
        booking = await completed(tx, seen, now)
        assert await told(tx, booking) == [("feedback", "customer", "pending")]
        assert await tx.notices.next_due() == now + ASKED_AFTER

        other = await scene(tx, now)
        walk_in = await tx.people.walk_in("Somebody", "", "en")
        unasked = await completed(tx, Scene(walk_in, other.keeper, other.offer, now), now)

        assert await told(tx, unasked) == []


async def test_only_the_provider_sees_how_the_customer_took_part(
    store: Store, now: datetime
) -> None:
    async with store.transaction() as tx:
        seen = await scene(tx, now)
        booking = await completed(tx, seen, now)

        kept = await reviewing.took_part(tx, seen.keeper, booking.id, 2, now)

        assert kept.feedback.participation == 2
        with pytest.raises(NotFound):
            await reviewing.took_part(tx, seen.customer, booking.id, 5, now)
        theirs = await keeping.card(tx, seen.customer, booking.id, Side.CUSTOMER)
        assert theirs.feedback.participation is None
        assert theirs.feedback.standing == Rating()


async def test_times_to_book_again_are_alike_first(store: Store, now: datetime) -> None:
    async with store.transaction() as tx:
        seen = await scene(tx, now)
        booking = await completed(tx, seen, now)

        found = await again.times(tx, seen.customer, booking.id, now)

        assert found.others[:3] == tuple(booking.start + DAY * 7 * week for week in (1, 2, 3))
        with pytest.raises(NotFound):
            await again.times(tx, seen.keeper, booking.id, now)


async def test_a_closed_follow_up_stays_closed(store: Store, now: datetime) -> None:
    async with store.transaction() as tx:
        seen = await scene(tx, now)
        booking = await completed(tx, seen, now)
        due = (now + DAY).date()
        planned = await followups.plan(tx, seen.keeper, booking.id, Task.REPORT, "", due, now)
        number = planned.follow_up.id

        await followups.close(tx, seen.keeper, number, State.DONE, now)
        await followups.close(tx, seen.keeper, number, State.DROPPED, now)

        kept = await followups.one(tx, seen.keeper, number, now)
        assert kept.follow_up.state is State.DONE
        with pytest.raises(NotFound):
            await followups.move(tx, seen.keeper, number, due + DAY, now)
