"""Approval became one of the policies: what was there before means the same."""

from datetime import datetime, timedelta

from sqlalchemy import text

from domain.policies import Clauses
from storage import migrations
from storage.engine import engine_of
from storage.store import Store
from tests import build

BEFORE = "20261127_materials"
HOLD = timedelta(minutes=10)


async def test_what_was_confirmed_by_hand_still_is(
    store: Store, database_url: str, now: datetime
) -> None:
    async with store.transaction() as tx:
        by_hand = await build.offer(tx, now, clauses=Clauses(hold=HOLD, approval=True))
        at_once = await build.offer(tx, now)
        customer = await build.person(tx, now)
        start = now + timedelta(days=1)
        made = [await build.booking(tx, each, customer, start, now) for each in (by_hand, at_once)]
    engine = engine_of(database_url, 1)
    async with engine.begin() as connection:
        await connection.run_sync(migrations.downgrade, BEFORE)
        found = await connection.execute(text("SELECT approval, policy FROM services ORDER BY id"))
        assert [tuple(row) for row in found] == [(True, {"hold": 10}), (False, {})]
        await connection.execute(text("UPDATE bookings SET policy = NULL"))  # older than policies

    async with engine.begin() as connection:
        await connection.run_sync(migrations.upgrade, "head")
    await engine.dispose()

    async with store.transaction() as tx:
        _, service = await tx.providers.offer(by_hand.provider.id, by_hand.service.id)
        kept = [await tx.bookings.get(each.id) for each in made]

    assert service.clauses == Clauses(hold=HOLD, approval=True)
    assert [each.policy.approval for each in kept] == [True, False]
