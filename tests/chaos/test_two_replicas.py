"""Two processes, one database, one webhook: a hundred people book, whatever happens to one.

Each update comes twice, every button is tapped twice, and a person's taps go to the two in turn.
"""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from itertools import pairwise

from bot.sandbox import Sandbox
from tests.chaos.conftest import CUSTOMERS
from tests.chaos.door import Door
from tests.chaos.ledger import assert_each_has_one
from tests.chaos.walking import AT_ONCE, BOOKED, Tally, everybody_books
from tests.programs import Place, Program, beside, started

HALF = len(CUSTOMERS) // 2


async def test_everybody_books_once_and_every_tap_is_answered(
    sandbox: Sandbox, place: Place, salon: None
) -> None:
    tally = Tally()

    async with two_replicas(sandbox, place) as (door, one, other):
        await everybody_books(map(sandbox.person, CUSTOMERS), tally, patience=10)
        codes = await asyncio.gather(one.stop(), other.stop())

    await assert_each_has_one(place.database_url, len(CUSTOMERS))
    assert tally.overtaken, "nobody competed"
    assert tally.unanswered == 0
    assert all(before != after for seen in door.visits.values() for before, after in pairwise(seen))
    assert [said(sandbox, number) for number in CUSTOMERS] == [["card"]] * 100
    assert set(codes) == {0}
    assert "[error" not in one.log() + other.log()


async def test_everybody_books_once_although_one_process_is_killed(
    sandbox: Sandbox, place: Place, salon: None
) -> None:
    tally = Tally()

    async with two_replicas(sandbox, place) as (_, one, other), asyncio.TaskGroup() as group:
        group.create_task(everybody_books(map(sandbox.person, CUSTOMERS), tally, patience=5))
        await tally.reaches(HALF)
        await one.kill()

    await assert_each_has_one(place.database_url, len(CUSTOMERS))
    # What the dead one had committed but not shown; these people have tapped again.
    assert tally.unanswered <= 2 * AT_ONCE
    assert "[error" not in other.log()


async def test_a_process_that_is_told_to_stop_leaves_nobody_waiting(
    sandbox: Sandbox, place: Place, salon: None
) -> None:
    tally = Tally()

    async with two_replicas(sandbox, place) as (_, one, other), asyncio.TaskGroup() as group:
        group.create_task(everybody_books(map(sandbox.person, CUSTOMERS), tally, patience=10))
        await tally.reaches(HALF)
        code = await one.stop()

    await assert_each_has_one(place.database_url, len(CUSTOMERS))
    assert tally.unanswered == 0
    assert code == 0
    assert "[error" not in one.log() + other.log()


@asynccontextmanager
async def two_replicas(
    sandbox: Sandbox, place: Place
) -> AsyncIterator[tuple[Door, Program, Program]]:
    sandbox.deliver_twice = True
    door = Door()
    async with door.open() as url:
        place = replace(place, public_url=url)
        async with started(place) as one, started(beside(place, "second")) as other:
            await asyncio.gather(one.ready(), other.ready())
            door.replicas = [one.place.url, other.place.url]
            yield door, one, other


def said(sandbox: Sandbox, number: int) -> list[str]:
    """What the bot's messages to somebody say in the end; an unexpected one in full."""
    texts = [each["text"] for each in sandbox.person(number).messages if each["from"]["is_bot"]]
    return ["card" if any(part in text for part in BOOKED) else text for text in texts]
