"""Fifty people in four processes want the eight seats of one group session: eight get one.

The others wait. Seats that are given back are offered to the first of them, by two processes.
"""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from bot.usecases import keeping
from domain.notices import Side
from domain.waitlist import Entry, State
from storage.store import Store
from tests import build
from tests.chaos.ledger import assert_each_has_one, overlaps
from tests.chaos.rush import Fate, Rush
from tests.chaos.together import all_at_once, two_deal

PROCESSES, PEOPLE, SEATS = 4, 50, 8
DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Scene:
    """A group session, and everybody who wants it."""

    service_id: int
    rush: Rush


async def scene(store: Store, database_url: str, now: datetime) -> Scene:
    start = datetime.combine(now.date(), datetime.min.time(), build.JAKARTA).replace(hour=12)
    async with store.transaction() as tx:
        offer = await build.offer(tx, now, rules=replace(build.RULES, capacity=SEATS))
        people = [await build.person(tx, now) for _ in range(PEOPLE)]
    ids = [person.id for person in people]
    provider_id, service_id = offer.provider.id, offer.service.id
    rush = Rush(database_url, provider_id, service_id, ids, [start + 3 * DAY], now)
    return Scene(service_id, rush)


async def everybody_wants_it(here: Scene) -> list[Fate]:
    ids = here.rush.customers
    return await all_at_once(
        [replace(here.rush, customers=ids[at::PROCESSES]) for at in range(PROCESSES)]
    )


async def line(store: Store, service_id: int) -> list[Entry]:
    async with store.transaction() as tx:
        return await tx.waitlist.line(service_id)


async def cancel(store: Store, fate: Fate, now: datetime) -> None:
    async with store.transaction() as tx:
        person = await tx.people.get(fate.customer)
        await keeping.cancel(tx, person, fate.booking_id or 0, Side.CUSTOMER, "", now)


def with_offers(entries: Sequence[Entry]) -> list[int]:
    return [entry.id for entry in entries if entry.state is State.OFFERED]


async def test_as_many_get_a_seat_as_there_are_and_the_others_wait(
    store: Store, database_url: str, now: datetime
) -> None:
    here = await scene(store, database_url, now)

    fates = await everybody_wants_it(here)

    losers = [fate for fate in fates if fate.booking_id is None]
    assert len(fates) == PEOPLE
    assert len(losers) == PEOPLE - SEATS
    assert [fate for fate in losers if not fate.offered or not fate.could_have] == []
    await assert_each_has_one(database_url, customers=SEATS)
    assert [fate for fate in losers if not fate.waits] == []
    waiting = await line(store, here.service_id)
    assert {entry.customer_id for entry in waiting} == {fate.customer for fate in losers}
    await two_deal(database_url, now)
    assert with_offers(await line(store, here.service_id)) == []


async def test_seats_given_back_are_offered_once_each_to_the_first_in_line(
    store: Store, database_url: str, now: datetime
) -> None:
    here = await scene(store, database_url, now)
    fates = await everybody_wants_it(here)
    winners = [fate for fate in fates if fate.booking_id is not None]
    before = await line(store, here.service_id)

    async with asyncio.TaskGroup() as group:
        group.create_task(two_deal(database_url, now))
        for winner in winners:
            group.create_task(cancel(store, winner, now))
    await two_deal(database_url, now, looks=1)

    after = await line(store, here.service_id)
    assert with_offers(after) == [entry.id for entry in before[:SEATS]]
    assert await overlaps(database_url) == 0
    async with store.transaction() as tx:
        told = [
            len(await tx.notices.ledger(await tx.waitlist.booking_of(entry_id)))
            for entry_id in with_offers(after)
        ]
    assert told == [1] * SEATS
