"""Fifty people in four processes want the eight seats of one group session: eight get one."""

from dataclasses import replace
from datetime import datetime, timedelta

from storage.store import Store
from tests import build
from tests.chaos.ledger import assert_each_has_one
from tests.chaos.rush import Rush
from tests.chaos.test_one_slot import all_at_once

PROCESSES, PEOPLE, SEATS = 4, 50, 8


async def test_as_many_get_a_seat_as_there_are(
    store: Store, database_url: str, now: datetime
) -> None:
    start = datetime.combine(now.date(), datetime.min.time(), build.JAKARTA).replace(hour=12)
    start += timedelta(days=3)
    async with store.transaction() as tx:
        offer = await build.offer(tx, now, rules=replace(build.RULES, capacity=SEATS))
        people = [await build.person(tx, now) for _ in range(PEOPLE)]
    ids = [person.id for person in people]
    rush = Rush(database_url, offer.provider.id, offer.service.id, ids, [start], now)
    shares = [replace(rush, customers=ids[at::PROCESSES]) for at in range(PROCESSES)]

    fates = await all_at_once(shares)

    losers = [fate for fate in fates if fate.booking_id is None]
    assert len(fates) == PEOPLE
    assert len(losers) == PEOPLE - SEATS
    assert [fate for fate in losers if not fate.offered or not fate.could_have] == []
    await assert_each_has_one(database_url, customers=SEATS)
