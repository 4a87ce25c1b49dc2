"""One process that fetches its updates: stopped or killed at work, and started again."""

import asyncio

from bot.sandbox import Sandbox
from tests.chaos.conftest import CUSTOMERS
from tests.chaos.ledger import assert_each_has_one
from tests.chaos.walking import Tally, everybody_books
from tests.programs import Place, started

FEW = CUSTOMERS[:40]


async def test_a_restart_loses_nothing(sandbox: Sandbox, place: Place, salon: None) -> None:
    tally = Tally()

    async with asyncio.TaskGroup() as group:
        async with started(place) as program:
            group.create_task(everybody_books(map(sandbox.person, FEW), tally, patience=20))
            await tally.reaches(len(FEW) // 2)
            code = await program.stop()
        async with started(place) as again:
            await tally.reaches(len(FEW))

    await assert_each_has_one(place.database_url, len(FEW))
    assert tally.unanswered == 0
    assert code == 0
    assert "[error" not in again.log()


async def test_a_crash_loses_nothing(sandbox: Sandbox, place: Place, salon: None) -> None:
    tally = Tally()

    async with asyncio.TaskGroup() as group:
        async with started(place) as program:
            group.create_task(everybody_books(map(sandbox.person, FEW), tally, patience=5))
            await tally.reaches(len(FEW) // 2)
            await program.kill()
        async with started(place) as again:
            await tally.reaches(len(FEW))

    await assert_each_has_one(place.database_url, len(FEW))
    assert "[error" not in again.log()
