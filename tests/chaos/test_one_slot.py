"""Two hundred people in four processes want one time at the same instant: one gets it."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from storage.store import Store
from tests import build
from tests.chaos.ledger import assert_each_has_one
from tests.chaos.rush import Rush
from tests.chaos.together import all_at_once

PROCESSES, EACH = 4, 50
QUARTER = timedelta(minutes=15)


@pytest.mark.parametrize(
    ("duration", "starts"),
    [(QUARTER, 1), (2 * QUARTER, 2), (4 * QUARTER, 4)],
    ids=["the same start", "two that overlap", "four that overlap"],
)
async def test_of_all_who_want_it_at_once_one_gets_it(
    store: Store, database_url: str, now: datetime, duration: timedelta, starts: int
) -> None:
    opening = datetime.combine(now.date(), datetime.min.time(), build.JAKARTA).replace(hour=12)
    opening += timedelta(days=3)
    wanted = [opening + QUARTER * number for number in range(starts)]
    rules = replace(build.RULES, duration=duration, interval=QUARTER)
    async with store.transaction() as tx:
        offer = await build.offer(tx, now, rules=rules)
        people = [await build.person(tx, now) for _ in range(PROCESSES * EACH)]
    ids = [person.id for person in people]
    rush = Rush(database_url, offer.provider.id, offer.service.id, ids, wanted, now)
    shares = [replace(rush, customers=ids[at::PROCESSES]) for at in range(PROCESSES)]

    fates = await all_at_once(shares)

    losers = [fate for fate in fates if fate.booking_id is None]
    assert len(fates) == PROCESSES * EACH
    assert len(losers) == len(fates) - 1
    assert [fate for fate in losers if not fate.offered] == []
    assert [fate for fate in losers if not fate.could_have] == []
    await assert_each_has_one(database_url, customers=1)
