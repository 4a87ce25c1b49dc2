"""What the repository of bookings promises, and what the database refuses."""

import asyncio
from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from domain.bookings import SYSTEM, Actor, Booking, Role, Status, moved
from domain.notices import Side
from domain.refusals import NotFound, SlotTaken
from domain.services import Titles
from domain.spans import Span
from storage.store import Clash, Store
from tests import build
from tests.storage.waiting import until_somebody_is_blocked

MINUTE = timedelta(minutes=1)
HOUR = timedelta(hours=1)
DAY = timedelta(days=1)
ADMIN = Actor(Role.ADMIN)


async def try_to_hold(
    store: Store, offer: build.Offer, start: datetime, now: datetime
) -> Booking | SlotTaken:
    async with store.transaction() as tx:
        customer = await build.person(tx, now)
        try:
            return await build.hold(tx, offer, customer, start, now)
        except SlotTaken as refusal:
            return refusal


async def test_a_hold_keeps_what_the_service_is_at_that_moment(store: Store, now: datetime) -> None:
    async with store.transaction() as tx:
        offer = await build.offer(tx, now, place="Room 1")
        customer = await build.person(tx, now)

        held = await build.hold(tx, offer, customer, now + HOUR, now)

        assert await tx.bookings.get(held.id) == held
    assert held.status is Status.HELD
    assert held.reference.startswith("BK-20261201-")
    assert (held.title, held.price) == (offer.service.title, offer.service.price)
    assert (held.place, held.zone) == ("Room 1", offer.provider.zone)
    assert held.during == Span(now + HOUR, now + HOUR + 30 * MINUTE)
    assert held.hold_until == now + 5 * MINUTE


async def test_titles_keep_the_order_of_their_languages(store: Store, now: datetime) -> None:
    titles = {"tr": "Saç kesimi", "ar": "قص الشعر", "en": "Haircut"}
    async with store.transaction() as tx:
        offer = await build.offer(tx, now, title=Titles(titles))
        held = await build.hold(tx, offer, await build.person(tx, now), now + HOUR, now)

        kept = (await tx.bookings.get(held.id)).title

    assert list(kept.by_language) == ["tr", "ar", "en"]


@pytest.mark.parametrize("shift", [timedelta(0), 29 * MINUTE, -29 * MINUTE])
async def test_two_sessions_of_a_provider_never_overlap(
    store: Store, now: datetime, shift: timedelta
) -> None:
    start = now + DAY
    async with store.transaction() as tx:
        offer = await build.offer(tx, now)
    await try_to_hold(store, offer, start, now)

    second = await try_to_hold(store, offer, start + shift, now)

    assert isinstance(second, SlotTaken)


@pytest.mark.parametrize(("gap", "is_taken"), [(14, True), (15, False)])
async def test_the_buffers_of_neighbours_add_up(
    store: Store, now: datetime, gap: int, is_taken: bool
) -> None:
    rules = replace(build.RULES, before=10 * MINUTE, after=5 * MINUTE)
    async with store.transaction() as tx:
        offer = await build.offer(tx, now, rules=rules)
    first = await try_to_hold(store, offer, now + DAY, now)
    assert isinstance(first, Booking)

    second = await try_to_hold(store, offer, first.during.end + gap * MINUTE, now)

    assert isinstance(second, SlotTaken) is is_taken


async def test_a_refused_hold_leaves_the_transaction_usable(store: Store, now: datetime) -> None:
    async with store.transaction() as tx:
        offer = await build.offer(tx, now)
        first, second = await build.person(tx, now), await build.person(tx, now)
        await build.hold(tx, offer, first, now + DAY, now)

        with pytest.raises(SlotTaken):
            await build.hold(tx, offer, second, now + DAY, now)

        assert await build.hold(tx, offer, second, now + DAY + HOUR, now)


async def test_a_hold_that_ran_out_is_no_obstacle(store: Store, now: datetime) -> None:
    async with store.transaction() as tx:
        offer = await build.offer(tx, now)
    lost = await try_to_hold(store, offer, now + DAY, now)
    assert isinstance(lost, Booking)

    taken = await try_to_hold(store, offer, now + DAY + 10 * MINUTE, now + 5 * MINUTE)

    assert isinstance(taken, Booking)
    async with store.transaction() as tx:
        before = await tx.bookings.get(lost.id)
        events = await tx.bookings.events(lost.id)
    assert (before.status, before.hold_until, before.version) == (Status.EXPIRED, None, 2)
    assert [(each.after, each.actor.role) for each in events] == [
        (Status.HELD, Role.CUSTOMER),
        (Status.EXPIRED, Role.SYSTEM),
    ]


async def test_a_hold_that_has_a_second_left_is_one(store: Store, now: datetime) -> None:
    async with store.transaction() as tx:
        offer = await build.offer(tx, now)
    await try_to_hold(store, offer, now + DAY, now)

    late = await try_to_hold(store, offer, now + DAY, now + 5 * MINUTE - timedelta(seconds=1))

    assert isinstance(late, SlotTaken)


async def test_of_two_hundred_who_want_one_time_one_gets_it(
    store: Store, database_url: str, now: datetime
) -> None:
    stores = [store, Store(database_url), Store(database_url)]
    async with store.transaction() as tx:
        offer = await build.offer(tx, now)

    def wish(number: int) -> datetime:
        return now + DAY + number % 3 * 10 * MINUTE  # different starts that overlap

    results = await asyncio.gather(
        *(try_to_hold(stores[each % 3], offer, wish(each), now) for each in range(200))
    )

    assert sum(isinstance(each, Booking) for each in results) == 1
    await asyncio.gather(*(each.close() for each in stores[1:]))


async def test_of_many_who_want_a_time_whose_hold_ran_out_one_gets_it(
    store: Store, now: datetime
) -> None:
    async with store.transaction() as tx:
        offer = await build.offer(tx, now)
    await try_to_hold(store, offer, now + DAY, now)

    results = await asyncio.gather(
        *(try_to_hold(store, offer, now + DAY, now + HOUR) for _ in range(40))
    )

    assert sum(isinstance(each, Booking) for each in results) == 1


async def test_somebody_elses_reference_is_drawn_anew(store: Store, now: datetime) -> None:
    draws = iter(["AAAA", "AAAA", "CCCC"])
    async with store.transaction() as tx:
        offer = await build.offer(tx, now)

        async def hold(start: datetime) -> Booking:
            customer = await build.person(tx, now)
            during = Span.lasting(start, 30 * MINUTE)
            return await tx.bookings.hold(
                offer.provider,
                offer.service,
                customer.id,
                during,
                now + HOUR,
                now,
                draw=lambda: next(draws),
            )

        held = [await hold(now + DAY), await hold(now + DAY + HOUR)]

    assert [each.reference[-4:] for each in held] == ["AAAA", "CCCC"]


async def test_a_time_given_up_is_free_again(store: Store, now: datetime) -> None:
    async with store.transaction() as tx:
        offer = await build.offer(tx, now)
        booked = await build.booking(tx, offer, await build.person(tx, now), now + DAY, now)
        cancelled, change = moved(booked, Status.CANCELLED, by=ADMIN, at=now, reason="ill")
        await tx.bookings.save(cancelled, change)

    again = await try_to_hold(store, offer, now + DAY, now)

    assert isinstance(again, Booking)
    async with store.transaction() as tx:
        assert await tx.bookings.get(booked.id) == cancelled
        assert (await tx.bookings.events(booked.id))[-1] == change


async def test_a_change_of_what_somebody_else_has_changed_is_a_clash(
    store: Store, now: datetime
) -> None:
    async with store.transaction() as tx:
        offer = await build.offer(tx, now)
        booked = await build.booking(tx, offer, await build.person(tx, now), now + DAY, now)
        await tx.bookings.save(*moved(booked, Status.CANCELLED, by=ADMIN, at=now))

        with pytest.raises(Clash):
            await tx.bookings.save(*moved(booked, Status.CANCELLED, by=ADMIN, at=now))


async def test_what_is_locked_waits_for_whoever_locked_it(
    store: Store, database_url: str, now: datetime
) -> None:
    order: list[str] = []
    async with store.transaction() as tx:
        offer = await build.offer(tx, now)
        booked = await build.booking(tx, offer, await build.person(tx, now), now + DAY, now)

    async def cancel() -> None:
        async with store.transaction() as tx:
            seen = await tx.bookings.lock(booked.id)
            order.append(seen.status)

    async with store.transaction() as tx:
        await tx.bookings.lock(booked.id)
        waiting = asyncio.create_task(cancel())
        await until_somebody_is_blocked(database_url)
        order.append("saved")
        await tx.bookings.save(*moved(booked, Status.CANCELLED, by=ADMIN, at=now))
    await waiting

    assert order == ["saved", Status.CANCELLED]


async def test_what_is_not_there_is_not_found(store: Store) -> None:
    async with store.transaction() as tx:
        with pytest.raises(NotFound):
            await tx.bookings.get(1)


async def test_a_customers_bookings_are_ahead_or_over(store: Store, now: datetime) -> None:
    async with store.transaction() as tx:
        offer = await build.offer(tx, now)
        customer = await build.person(tx, now)

        async def book(start: datetime, status: Status = Status.CONFIRMED) -> int:
            return (await build.booking(tx, offer, customer, start, now, status)).id

        over = await book(now - HOUR)
        under_way = await book(now - 10 * MINUTE)
        later = await book(now + 2 * DAY)
        asked = await book(now + DAY, Status.PENDING)
        request = await tx.bookings.lock(await book(now + 3 * DAY, Status.PENDING))
        await tx.bookings.save(*moved(request, Status.EXPIRED, by=SYSTEM, at=now))
        held = await build.hold(tx, offer, customer, now + 4 * DAY, now)
        await tx.bookings.save(*moved(held, Status.EXPIRED, by=SYSTEM, at=now))
        await build.hold(tx, offer, customer, now + 5 * DAY, now)

        ahead = await tx.bookings.upcoming(customer.id, now, 10, 0)
        past = await tx.bookings.past(customer.id, now, 10, 0)
        counts = (
            await tx.bookings.count_upcoming(customer.id, now),
            await tx.bookings.count_past(customer.id, now),
        )
        page = await tx.bookings.upcoming(customer.id, now, 1, 1)
        soonest = await tx.bookings.next_for(customer.id, now)

    assert [each.id for each in ahead] == [under_way, asked, later]
    assert [each.id for each in past] == [request.id, over]
    assert counts == (3, 2)
    assert [each.id for each in page] == [asked]
    assert soonest
    assert soonest.id == under_way


async def test_a_provider_sees_who_comes_and_who_asks(store: Store, now: datetime) -> None:
    async with store.transaction() as tx:
        offer = await build.offer(tx, now)
        budi, siti = await build.person(tx, now, "Budi"), await build.person(tx, now, "Siti")
        late = await build.booking(tx, offer, budi, now + 3 * HOUR, now)
        asked = await build.booking(tx, offer, siti, now + HOUR, now, Status.PENDING)
        await build.hold(tx, offer, budi, now + 2 * HOUR, now)
        await build.booking(tx, offer, siti, now + 2 * DAY, now)

        ids = [offer.provider.id]
        day = await tx.bookings.of_provider(ids, now, now + DAY)
        waiting = await tx.bookings.waiting(ids, now)

    assert day == [(asked, siti), (late, budi)]
    assert waiting == [(asked, siti)]


async def test_a_person_may_stand_on_both_sides(store: Store, now: datetime) -> None:
    async with store.transaction() as tx:
        offer = await build.offer(tx, now)
        ayu, siti = await build.person(tx, now, "Ayu"), await build.person(tx, now, "Siti")
        await tx.providers.claim(offer.provider.id, ayu.id)
        own = await build.booking(tx, offer, ayu, now + HOUR, now)
        hers = await build.booking(tx, offer, siti, now + 2 * HOUR, now)
        await build.booking(tx, offer, siti, now + 3 * HOUR, now, Status.PENDING)

        of_ayu = await tx.bookings.ahead_of(ayu.id, now)
        of_siti = await tx.bookings.ahead_of(siti.id, now)

    assert of_ayu == [(own, Side.CUSTOMER), (own, Side.PROVIDER), (hers, Side.PROVIDER)]
    assert of_siti == [(hers, Side.CUSTOMER)]


async def test_bookings_ahead_are_found_before_anybody_has_claimed_the_provider(
    store: Store, now: datetime
) -> None:
    async with store.transaction() as tx:
        offer = await build.offer(tx, now)
        siti = await build.person(tx, now)
        booked = await build.booking(tx, offer, siti, now + HOUR, now)

        assert await tx.bookings.ahead_of(siti.id, now) == [(booked, Side.CUSTOMER)]


async def test_what_has_run_out_is_found_once(store: Store, now: datetime) -> None:
    async with store.transaction() as tx:
        offer = await build.offer(tx, now)
        customer = await build.person(tx, now)
        request = await build.booking(tx, offer, customer, now + HOUR, now, Status.PENDING)
        held = await build.hold(tx, offer, customer, now + DAY, now)
        first = await tx.bookings.next_lapse()

    async with store.transaction() as tx, store.transaction() as other:
        at = now + 5 * MINUTE
        holds = await tx.bookings.lapsed_holds(at, 10)
        left = await other.bookings.lapsed_holds(at, 10)
        early = await tx.bookings.lapsed_requests(at, 10)
        requests = await tx.bookings.lapsed_requests(now + HOUR, 10)

    assert first == now + 5 * MINUTE
    assert (holds, left) == ([held], [])
    assert (early, requests) == ([], [request])


async def test_only_kept_bookings_between_the_two_are_history(store: Store, now: datetime) -> None:
    async with store.transaction() as tx:
        offer, other = await build.offer(tx, now), await build.offer(tx, now)
        siti = await build.person(tx, now)
        await build.booking(tx, offer, siti, now + HOUR, now)
        await build.booking(tx, other, siti, now + 2 * HOUR, now)
        gone = await build.booking(tx, offer, siti, now + 3 * HOUR, now)
        await tx.bookings.save(*moved(gone, Status.CANCELLED, by=ADMIN, at=now))
        booking = await build.booking(tx, offer, siti, now + DAY, now)

        assert (await tx.card_facts.of(booking.id)).before == 1


async def test_a_side_that_will_come_stays_said_so(store: Store, now: datetime) -> None:
    async with store.transaction() as tx:
        offer = await build.offer(tx, now)
        booked = await build.booking(tx, offer, await build.person(tx, now), now + DAY, now)
        for role in (Role.CUSTOMER, Role.PROVIDER, Role.CUSTOMER):
            await tx.bookings.come(booked, role, now)

        assert (await tx.bookings.get(booked.id)).coming == {Role.CUSTOMER, Role.PROVIDER}


async def test_a_note_is_kept(store: Store, now: datetime) -> None:
    async with store.transaction() as tx:
        offer = await build.offer(tx, now)
        customer = await build.person(tx, now)
        held = await build.hold(tx, offer, customer, now + DAY, now)
        await tx.bookings.set_note(held.id, "no scissors")

        assert [each.note for each in await tx.bookings.held_by(customer.id)] == ["no scissors"]
