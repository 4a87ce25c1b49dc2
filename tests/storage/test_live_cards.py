"""Live cards as they are kept: one for each booking and person, claimed by one at a time."""

import asyncio
from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncEngine

from domain.bookings import Actor, Booking, Role, Status, moved
from domain.moves import rescheduled
from domain.notices import Side
from domain.people import Person
from domain.spans import Span
from storage.engine import engine_of
from storage.live_cards import ClaimedCard, Standing
from storage.store import Store
from tests import build

HOUR, DAY = timedelta(hours=1), timedelta(days=1)
LEASE = timedelta(seconds=60)
CHAT, MESSAGE = 501, 7


async def booked(store: Store, now: datetime) -> tuple[Booking, Person]:
    async with store.transaction() as tx:
        siti = await build.person(tx, now)
        return await build.booking(tx, await build.offer(tx, now), siti, now + DAY, now), siti


async def opened(
    store: Store, booking: Booking, person: Person, now: datetime, message_id: int = MESSAGE
) -> None:
    """Its customer looks at the card in a message; it is due again in an hour."""
    async with store.transaction() as tx:
        card = await tx.cards.open(booking.id, person.id, Side.CUSTOMER, CHAT, now, LEASE)
        await tx.cards.settle(card, message_id, now + HOUR)


async def claimed(store: Store, now: datetime) -> list[ClaimedCard]:
    async with store.transaction() as tx:
        return await tx.cards.claim(now, LEASE, 20)


async def settled(store: Store, now: datetime) -> None:
    """All cards have been edited as they are due; in an hour they are due again."""
    for card in await claimed(store, now):
        async with store.transaction() as tx:
            await tx.cards.settle(card, MESSAGE, now + HOUR)


async def cancelled(store: Store, booking: Booking, person: Person, now: datetime) -> None:
    by = Actor(Role.CUSTOMER, person.id)
    async with store.transaction() as tx:
        await tx.bookings.save(*moved(booking, Status.CANCELLED, by=by, at=now))


async def come_in_vain(store: Store, booking: Booking, now: datetime) -> None:
    async with store.transaction() as tx:
        await tx.bookings.come(booking, Role.CUSTOMER, now)
        raise ZeroDivisionError


async def test_a_change_of_the_booking_makes_its_cards_due_at_once(
    store: Store, now: datetime
) -> None:
    booking, siti = await booked(store, now)
    await opened(store, booking, siti, now)
    assert await claimed(store, now) == []

    await cancelled(store, booking, siti, now)

    (card,) = await claimed(store, now)
    assert (card.booking_id, card.message_id) == (booking.id, MESSAGE)


async def test_a_change_that_is_undone_makes_nothing_due(store: Store, now: datetime) -> None:
    booking, siti = await booked(store, now)
    await opened(store, booking, siti, now)

    with pytest.raises(ZeroDivisionError):
        await come_in_vain(store, booking, now)

    assert await claimed(store, now) == []


async def test_of_two_who_claim_a_card_at_once_one_gets_it(store: Store, now: datetime) -> None:
    booking, siti = await booked(store, now)
    await opened(store, booking, siti, now)
    await cancelled(store, booking, siti, now)

    both = await asyncio.gather(claimed(store, now), claimed(store, now))

    assert sorted(map(len, both)) == [0, 1]


async def test_what_changes_while_a_card_is_edited_makes_it_due_again(
    store: Store, now: datetime
) -> None:
    booking, siti = await booked(store, now)
    await opened(store, booking, siti, now)
    (card,) = await claimed(store, now + HOUR)
    await cancelled(store, booking, siti, now)

    async with store.transaction() as tx:
        await tx.cards.settle(card, MESSAGE, now + 2 * HOUR)

    assert len(await claimed(store, now + HOUR)) == 1


async def test_whose_lease_ran_out_changes_nothing_any_more(store: Store, now: datetime) -> None:
    booking, siti = await booked(store, now)
    await opened(store, booking, siti, now)
    (dead,) = await claimed(store, now + HOUR)
    (card,) = await claimed(store, now + HOUR + LEASE)

    async with store.transaction() as tx:
        await tx.cards.drop(dead)
        await tx.cards.settle(card, MESSAGE, now + 2 * HOUR)
        assert await tx.cards.next_due() == now + 2 * HOUR


async def test_a_card_that_is_away_is_not_edited_until_it_is_back(
    store: Store, now: datetime
) -> None:
    booking, siti = await booked(store, now)
    await opened(store, booking, siti, now)
    async with store.transaction() as tx:
        await tx.cards.leave(booking.id, siti.id)
        around = await tx.cards.around(CHAT, siti.id, ())
        assert await tx.cards.next_due() is None
    assert around == [Standing(booking.id, MESSAGE, away=True)]
    assert await claimed(store, now + DAY) == []

    async with store.transaction() as tx:
        await tx.cards.come_back(booking.id, siti.id)

    assert len(await claimed(store, now)) == 1


async def test_a_card_opened_while_it_is_edited_is_edited_once_more(
    store: Store, now: datetime
) -> None:
    booking, siti = await booked(store, now)
    await opened(store, booking, siti, now)
    (theirs,) = await claimed(store, now + HOUR)

    await opened(store, booking, siti, now + HOUR, message_id=8)

    async with store.transaction() as tx:
        await tx.cards.settle(theirs, MESSAGE, now + DAY)
    (card,) = await claimed(store, now + HOUR)
    assert card.message_id == 8


async def test_the_database_refuses_two_cards_in_one_message(store: Store, now: datetime) -> None:
    booking, siti = await booked(store, now)
    other, budi = await booked(store, now)
    await opened(store, booking, siti, now)

    with pytest.raises(IntegrityError):
        await opened(store, other, budi, now)


async def test_the_provider_s_card_of_a_group_follows_everybody_s_bookings(
    store: Store, now: datetime
) -> None:
    rules = replace(build.RULES, capacity=3)
    async with store.transaction() as tx:
        offer = await build.offer(tx, now, rules=rules)
        siti, budi, keeper = [await build.person(tx, now) for _ in range(3)]
        first = await build.booking(tx, offer, siti, now + DAY, now)
        card = await tx.cards.open(first.id, keeper.id, Side.PROVIDER, CHAT, now, LEASE)
        await tx.cards.settle(card, MESSAGE, now + HOUR)
    await opened(store, first, siti, now, message_id=8)

    async with store.transaction() as tx:
        await build.booking(tx, offer, budi, now + DAY, now)

    assert [each.side for each in await claimed(store, now)] == [Side.PROVIDER]


async def test_who_moves_away_from_a_group_changes_the_provider_s_cards_of_the_others(
    store: Store, now: datetime
) -> None:
    rules = replace(build.RULES, capacity=3)
    async with store.transaction() as tx:
        offer = await build.offer(tx, now, rules=rules)
        siti, budi, keeper = [await build.person(tx, now) for _ in range(3)]
        stays = await build.booking(tx, offer, siti, now + DAY, now)
        goes = await build.booking(tx, offer, budi, now + DAY, now)
        card = await tx.cards.open(stays.id, keeper.id, Side.PROVIDER, CHAT, now, LEASE)
        await tx.cards.settle(card, MESSAGE, now + HOUR)

        held = await tx.bookings.hold(
            offer.provider,
            offer.service,
            budi.id,
            Span.lasting(now + DAY + HOUR, goes.during.length),
            now + HOUR,
            now,
            moves_id=goes.id,
            draw=build.draw,
        )
    await settled(store, now)

    by = Actor(Role.CUSTOMER, budi.id)
    async with store.transaction() as tx:
        await tx.bookings.move(*rescheduled(goes, held.during, by=by, at=now), held)

    assert [each.booking_id for each in await claimed(store, now)] == [stays.id]


async def test_a_new_address_of_a_provider_makes_their_customers_cards_due(
    store: Store, now: datetime
) -> None:
    async with store.transaction() as tx:
        await tx.catalogue.apply([build.organization_entry()], now)
        (ayu,) = await tx.providers.offered(None, 9, 0)
        offer = build.Offer(ayu, (await tx.providers.services(ayu.id))[0])
        siti = await build.person(tx, now)
        booking = await build.booking(tx, offer, siti, now + DAY, now)
    await opened(store, booking, siti, now)

    async with store.transaction() as tx:
        moved_house = build.provider_entry(address="Jl. Melati 2")
        await tx.catalogue.apply([build.organization_entry(providers=(moved_house,))], now)

    assert [each.booking_id for each in await claimed(store, now)] == [booking.id]


async def test_the_database_refuses_two_cards_of_one_booking_for_one_person(
    store: Store, database_url: str, now: datetime
) -> None:
    booking, siti = await booked(store, now)
    await opened(store, booking, siti, now)
    engine = engine_of(database_url, 1)

    with pytest.raises(IntegrityError, match="pk_live_cards"):
        await run(engine, "INSERT INTO live_cards SELECT * FROM live_cards")
    await engine.dispose()


async def test_what_is_due_is_found_by_an_index_however_many_cards_there_are(
    store: Store, database_url: str, now: datetime
) -> None:
    await booked(store, now)
    engine = engine_of(database_url, 1)
    soonest = "SELECT min(due_at) FROM live_cards WHERE lease_until IS NULL AND NOT away"

    plan = await run(engine, "SET LOCAL enable_seqscan = off", f"EXPLAIN {soonest}")

    assert "ix_live_cards_due_at" in plan
    await engine.dispose()


async def run(engine: AsyncEngine, *statements: str) -> str:
    """What the last one of the statements gives, as text."""
    async with engine.begin() as connection:
        for each in statements:
            found = await connection.execute(text(each))
        return "\n".join(found.scalars())
