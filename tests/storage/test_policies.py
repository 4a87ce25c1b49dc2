"""Policies as they are kept, and what bookings keep of them."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from domain.bookings import Actor, Role, Source, Status, moved
from domain.notices import Side
from domain.policies import DEFAULT, Clauses
from domain.refusals import NotFound
from domain.series import Every
from domain.spans import Span
from storage.store import Store
from tests import build

DAY = timedelta(days=1)


async def test_a_booking_keeps_what_applied_when_it_was_made(store: Store, now: datetime) -> None:
    async with store.transaction() as tx:
        offer = await build.offer(tx, now, clauses=Clauses(reschedules=0))
        await tx.policies.lay_down(offer.provider.id, Clauses(cancel_window=2 * DAY, reschedules=7))
        now_offered = build.Offer(*await tx.providers.offer(offer.provider.id, offer.service.id))
        customer = await build.person(tx, now)
        made = await build.booking(tx, now_offered, customer, now + 3 * DAY, now)
        await tx.policies.lay_down(offer.provider.id, Clauses(cancel_window=5 * DAY))

        kept = await tx.bookings.get(made.id)

    assert kept.policy == replace(DEFAULT, cancel_window=2 * DAY, reschedules=0)
    assert made.policy == kept.policy


async def test_what_an_organization_lays_down_counts_where_the_provider_says_nothing(
    store: Store, now: datetime
) -> None:
    async with store.transaction() as tx:
        provider = (await build.offer(tx, now)).provider
        house = await tx.services.house(provider.id)
        await tx.policies.lay_down_for_all(house.id, Clauses(most_active=1, reschedules=1))
        await tx.policies.lay_down(provider.id, Clauses(most_active=2))

        policy = (await tx.providers.get(provider.id)).policy
        name, above = await tx.policies.above(provider.id)

    assert policy == replace(DEFAULT, most_active=2, reschedules=1)
    assert (name, above) == (provider.organization, Clauses(most_active=1, reschedules=1))


async def test_an_import_leaves_policies_alone_of_which_it_says_nothing(
    store: Store, now: datetime
) -> None:
    silent = build.organization_entry()
    said = replace(silent, clauses=Clauses(hold=timedelta(minutes=10)))
    async with store.transaction() as tx:
        await tx.catalogue.apply([said], now)
        again = await tx.catalogue.apply([said], now)
        await tx.catalogue.apply([silent], now)

        provider = (await tx.providers.offered(None, 1, 0))[0]

    assert (again.updated, again.created) == (0, 0)
    assert provider.policy.hold == timedelta(minutes=10)


async def test_only_bookings_ahead_with_the_same_organization_are_active(
    store: Store, now: datetime
) -> None:
    async with store.transaction() as tx:
        here, elsewhere = await build.offer(tx, now), await build.offer(tx, now)
        customer = await build.person(tx, now)
        await build.booking(tx, here, customer, now + DAY, now)
        await build.booking(tx, here, customer, now + 2 * DAY, now, Status.PENDING)
        await build.booking(tx, here, customer, now - DAY, now)
        await build.booking(tx, elsewhere, customer, now + DAY, now)
        await build.hold(tx, here, customer, now + 3 * DAY, now)

        active = await tx.own.active(customer.id, here.provider.id, now)

    assert active == 2


async def test_clashing_are_the_customer_s_own_that_overlap(store: Store, now: datetime) -> None:
    start = now + DAY
    half = timedelta(minutes=30)
    async with store.transaction() as tx:
        offers = [await build.offer(tx, now) for _ in range(4)]
        customer, other = await build.person(tx, now), await build.person(tx, now)
        overlapping = await build.booking(tx, offers[0], customer, start - half / 2, now)
        await build.booking(tx, offers[1], customer, start + half, now)
        await build.booking(tx, offers[2], other, start, now)
        held = await build.hold(tx, offers[3], customer, start, now)

        found = await tx.own.clashing(customer.id, Span.lasting(start, half), but=held.id, limit=3)

    assert [each.id for each in found] == [overlapping.id]


async def test_a_reference_finds_a_booking_for_its_two_sides_alone(
    store: Store, now: datetime
) -> None:
    async with store.transaction() as tx:
        offer = await build.offer(tx, now)
        customer, keeper, other = [await build.person(tx, now) for _ in range(3)]
        await tx.providers.claim(offer.provider.id, keeper.id)
        made = await build.booking(tx, offer, customer, now + DAY, now)
        held = await build.hold(tx, offer, customer, now + 2 * DAY, now)

        as_customer = await tx.own.by_reference(made.reference, customer.id)
        as_provider = await tx.own.by_reference(made.reference, keeper.id)
        as_nobody = await tx.own.by_reference(made.reference, other.id)
        of_hold = await tx.own.by_reference(held.reference, customer.id)

    assert as_customer == (made, Side.CUSTOMER)
    assert as_provider == (made, Side.PROVIDER)
    assert as_nobody is None
    assert of_hold is None


async def test_events_say_from_where_they_came(store: Store, now: datetime) -> None:
    async with store.transaction() as tx:
        offer = await build.offer(tx, now)
        customer = await build.person(tx, now)
        held = await tx.bookings.hold(
            offer.provider,
            offer.service,
            customer.id,
            Span.lasting(now + DAY, timedelta(minutes=30)),
            now + timedelta(minutes=5),
            now,
            source=Source.LINK,
            draw=build.draw,
        )
        await tx.bookings.save(
            *moved(held, Status.EXPIRED, by=Actor(Role.SYSTEM), at=now + timedelta(minutes=6))
        )

        steps = await tx.bookings.events(held.id)

    assert [each.source for each in steps] == [Source.LINK, Source.JOB]


async def test_nobody_s_policies_are_not_found(store: Store) -> None:
    async with store.transaction() as tx:
        with pytest.raises(NotFound):
            await tx.policies.of_provider(99)
        with pytest.raises(NotFound):
            await tx.policies.above(99)


async def test_a_series_counts_as_one(store: Store, now: datetime) -> None:
    async with store.transaction() as tx:
        offer = await build.offer(tx, now)
        customer = await build.person(tx, now)
        made = [
            await build.booking(tx, offer, customer, now + day * DAY, now) for day in range(1, 4)
        ]
        await tx.series.add(Every.WEEK, [each.id for each in made[1:]], now)

        active = await tx.own.active(customer.id, offer.provider.id, now)

    assert active == 2
