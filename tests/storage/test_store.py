"""Transactions, attempts within them, and what happens while the database is away."""

import asyncio
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy.exc import IntegrityError

from domain.notices import Kind, Notice, Side
from domain.people import Person
from domain.refusals import SlotTaken
from storage.embedded import Embedded
from storage.migrations import migrate
from storage.store import Clash, StorageAway, Store, Tx
from tests import build

DAY = timedelta(days=1)


async def test_what_is_written_is_there_after_the_commit(store: Store, now: datetime) -> None:
    async with store.transaction() as tx:
        siti = await build.person(tx, now)

    async with store.transaction() as tx:
        assert await tx.people.get(siti.id) == siti


async def test_an_exception_undoes_the_transaction(store: Store, now: datetime) -> None:
    met: list[Person] = []

    async def meet_and_fail() -> None:
        async with store.transaction() as tx:
            met.append(await build.person(tx, now))
            raise SlotTaken

    with pytest.raises(SlotTaken):
        await meet_and_fail()

    async with store.transaction() as tx:
        assert await tx.people.by_telegram(build.account(met[0])) is None


async def refused_attempt(tx: Tx, now: datetime) -> Person:
    """Somebody who was met in an attempt that was undone."""
    met: list[Person] = []

    async def meet_and_fail() -> None:
        async with tx.attempt():
            met.append(await build.person(tx, now))
            raise SlotTaken

    with pytest.raises(SlotTaken):
        await meet_and_fail()
    return met[0]


async def test_an_attempt_that_fails_undoes_its_own_writes_alone(
    store: Store, now: datetime
) -> None:
    async with store.transaction() as tx:
        before = await build.person(tx, now)
        within = await refused_attempt(tx, now)
        after = await build.person(tx, now)

    async with store.transaction() as tx:
        found = [
            await tx.people.by_telegram(build.account(each)) for each in (before, within, after)
        ]
    assert found == [before, None, after]


async def test_an_attempt_within_an_attempt_is_undone_with_it(store: Store, now: datetime) -> None:
    met: list[Person] = []

    async def succeed_within_failing(tx: Tx) -> None:
        async with tx.attempt():
            async with tx.attempt():
                met.append(await build.person(tx, now))
            raise SlotTaken

    async with store.transaction() as tx:
        with pytest.raises(SlotTaken):
            await succeed_within_failing(tx)

        assert await tx.people.by_telegram(build.account(met[0])) is None


async def test_an_attempt_keeps_what_was_written_around_the_one_that_failed(
    store: Store, now: datetime
) -> None:
    async with store.transaction() as tx, tx.attempt():
        outer = await build.person(tx, now)
        inner = await refused_attempt(tx, now)
        last = await build.person(tx, now)

    async with store.transaction() as tx:
        found = [await tx.people.by_telegram(build.account(each)) for each in (outer, inner, last)]
    assert found == [outer, None, last]


async def test_after_an_error_of_the_database_within_an_attempt_the_transaction_goes_on(
    store: Store, now: datetime
) -> None:
    async def claim_nobody(tx: Tx) -> None:
        async with tx.attempt():
            await tx.people.make_owner(0)

    async with store.transaction() as tx:
        with pytest.raises(IntegrityError):
            await claim_nobody(tx)

        assert await build.person(tx, now)


async def test_a_deadlock_is_a_clash_for_one_and_nothing_to_the_other(
    store: Store, now: datetime
) -> None:
    async with store.transaction() as tx:
        siti, budi = await build.person(tx, now), await build.person(tx, now)
    both_hold_one = asyncio.Barrier(2)

    async def greet(first: int, second: int) -> None:
        async with store.transaction() as tx:
            await tx.people.set_language(first, "id")
            await both_hold_one.wait()
            await tx.people.set_language(second, "id")

    results = await asyncio.gather(
        greet(siti.id, budi.id), greet(budi.id, siti.id), return_exceptions=True
    )

    assert sorted(type(each).__name__ for each in results) == [Clash.__name__, "NoneType"]


async def test_a_migrated_database_is_ready(store: Store) -> None:
    assert await store.ready()


async def test_a_database_without_tables_is_not_ready(empty_url: str) -> None:
    store = Store(empty_url)

    assert not await store.ready()
    await store.close()


async def test_an_address_of_something_else_is_refused() -> None:
    with pytest.raises(ValueError, match="postgresql://"):
        Store("mysql://localhost/randevu")


async def test_a_database_that_does_not_exist_is_away(server_url: str) -> None:
    store = Store(server_url.replace("/postgres?", "/missing?"))

    with pytest.raises(StorageAway):
        await store.transaction().__aenter__()
    assert not await store.ready()
    await store.close()


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Embedded]:
    """A server that only this test uses, and so may restart."""
    server = Embedded(tmp_path, {"fsync": "off"})
    server.start()
    yield server
    server.stop()


async def test_a_database_that_restarts_is_away_and_comes_back(
    server: Embedded, now: datetime
) -> None:
    await migrate(server.url)
    store = Store(server.url)
    async with store.transaction() as tx:
        siti = await build.person(tx, now)

    async def lose_it() -> None:
        async with store.transaction() as tx:
            await tx.people.get(siti.id)
            server.stop()
            await tx.people.get(siti.id)

    async def miss_it() -> None:
        async with store.transaction() as tx:
            await tx.people.get(siti.id)

    for work in (lose_it, miss_it):
        with pytest.raises(StorageAway):
            await work()
    was_ready = await store.ready()
    server.start()

    assert not was_ready
    assert await store.ready()
    async with store.transaction() as tx:
        assert await tx.people.get(siti.id) == siti
    await store.close()


async def test_a_restart_between_transactions_goes_unnoticed(
    server: Embedded, now: datetime
) -> None:
    await migrate(server.url)
    store = Store(server.url)
    async with store.transaction() as tx, store.transaction() as other:
        siti = await build.person(tx, now)
        await build.person(other, now)

    await asyncio.to_thread(server.stop)
    await asyncio.to_thread(server.start)

    async with store.transaction() as tx, store.transaction() as other:
        assert await tx.people.get(siti.id) == siti
        assert await other.people.get(siti.id) == siti
    await store.close()


async def test_a_commit_that_does_not_arrive_is_away(server: Embedded, now: datetime) -> None:
    await migrate(server.url)
    store = Store(server.url)

    async def commit_to_nobody() -> None:
        async with store.transaction() as tx:
            await build.person(tx, now)
            server.stop()

    with pytest.raises(StorageAway):
        await commit_to_nobody()
    await store.close()


async def test_listeners_are_woken_and_survive_a_restart(server: Embedded, now: datetime) -> None:
    await migrate(server.url)
    store = Store(server.url)
    long = timedelta(seconds=20)
    async with store.wakes() as wakes:
        assert await wakes.wait(long)  # it listens
        assert not await wakes.wait(timedelta(0))

        await _make_something_due(store, now)
        assert await wakes.wait(long)

        server.stop()
        server.start()
        assert await wakes.wait(long)  # it listens again
        await _make_something_due(store, now - DAY)
        assert await wakes.wait(long)
    await store.close()


async def _make_something_due(store: Store, at: datetime) -> None:
    async with store.transaction() as tx:
        offer = await build.offer(tx, at)
        siti = await build.person(tx, at)
        booked = await build.booking(tx, offer, siti, at + DAY, at)
        await tx.notices.add(
            [Notice(Kind.CONFIRMED, Side.CUSTOMER, siti.id, booked.id, booked.version, at)]
        )
