"""Two hundred people in four processes want one time at the same instant: one gets it."""

import asyncio
import sys
from asyncio.subprocess import PIPE, Process
from collections.abc import Sequence
from dataclasses import asdict, replace
from datetime import datetime, timedelta

import orjson
import pytest

from storage.store import Store
from tests import build
from tests.chaos.ledger import assert_each_has_one
from tests.chaos.rush import Fate, Rush

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


async def all_at_once(rushes: Sequence[Rush]) -> list[Fate]:
    """Run each in a process of its own; they begin when all are ready."""
    processes = await asyncio.gather(*map(_ready, rushes))
    written = await asyncio.gather(*(process.communicate(b"go\n") for process in processes))
    assert [process.returncode for process in processes] == [0] * len(rushes)
    return [Fate(**fate) for output, _ in written for fate in orjson.loads(output)]


async def _ready(rush: Rush) -> Process:
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "tests.chaos.rush"), stdin=PIPE, stdout=PIPE
    )
    assert process.stdin
    assert process.stdout
    process.stdin.write(orjson.dumps(asdict(rush)) + b"\n")
    assert await process.stdout.readline() == b"ready\n"
    return process
