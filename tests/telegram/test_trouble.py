"""When an update cannot be worked off: who is told, and what happens to it."""

import asyncio
import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta

import pytest
from structlog.typing import EventDict

from bot.sandbox import Answer, Sandbox, ScriptedPerson
from bot.telegram.outcomes import Outcome
from bot.telegram.sparing import Sparing
from storage.engine import connected
from storage.store import Store, Tx
from tests.telegram.conftest import BEA
from tests.telegram.replicas import Clock, replica, settle, tapped, waiting, writes
from tests.telegram.toy import NOW, Toy, ToyError

NOWHERE = "postgresql://nobody@127.0.0.1:1/nothing"


class Unplugged(Store):
    """A store whose connections are cut just before each commit."""

    @asynccontextmanager
    async def transaction(self) -> AsyncIterator[Tx]:
        async with super().transaction() as tx:
            yield tx
            other = await connected(self._url)
            await other.execute(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                " WHERE datname = current_database() AND pid <> pg_backend_pid()"
            )
            await other.close()


async def make_owner(store: Store, telegram_id: int) -> None:
    async with store.transaction() as tx:
        person = await tx.people.by_telegram(telegram_id)
        assert person is not None
        await tx.people.make_owner(person.id)


async def test_after_three_tries_an_update_is_given_up_on_and_people_are_told(
    sandbox: Sandbox, ann: ScriptedPerson, store: Store, logs: list[EventDict]
) -> None:
    bea = sandbox.person(BEA)
    async with replica(sandbox, store, Toy(crashes=9)) as telegram:
        await bea.sends("/start")
        await settle(sandbox, telegram)
        await make_owner(store, BEA)
        await writes(sandbox, telegram, "/start")
        update, answer = await tapped(sandbox, "Crash")

        outcomes = [await telegram.dispatch.receive(update) for _ in range(4)]

    assert outcomes == [Outcome.RETRY, Outcome.RETRY, Outcome.DONE, Outcome.DUPLICATE]
    assert await answer == Answer()
    apology = await ann.sees("Sorry")
    [reference] = re.findall(r"Sorry, ([A-Z]{8})$", apology["text"])
    await bea.sees(f"Look for {reference}: callback_query, ToyError")
    [logged] = [each for each in logs if each.get("reference") == reference]
    assert isinstance(logged["exc_info"], ToyError)


async def test_what_was_given_up_on_is_found_under_its_reference(
    sandbox: Sandbox, ann: ScriptedPerson, store: Store, database_url: str
) -> None:
    async with replica(sandbox, store, Toy(crashes=9)) as telegram:
        await writes(sandbox, telegram, "/start")
        update, _answer = await tapped(sandbox, "Crash")
        for _ in range(3):
            await telegram.dispatch.receive(update)

    reference = (await ann.sees("Sorry"))["text"].removeprefix("Sorry, ")
    connection = await connected(database_url)
    [buried] = await connection.fetch("SELECT * FROM dead_letters")
    await connection.close()
    assert (buried["reference"], buried["update_id"]) == (reference, update["update_id"])
    assert (buried["payload_kind"], buried["error"]) == ("callback_query", "ToyError")


async def test_one_failing_update_does_not_hold_up_other_people(
    sandbox: Sandbox, ann: ScriptedPerson, store: Store
) -> None:
    async with replica(sandbox, store, Toy(crashes=9)) as telegram:
        await writes(sandbox, telegram, "/start")
        crash, _ = await tapped(sandbox, "Crash")
        await sandbox.person(BEA).sends("/start")
        [hello] = waiting(sandbox)

        outcomes = await asyncio.gather(*map(telegram.dispatch.receive, (crash, hello)))

    assert outcomes == [Outcome.RETRY, Outcome.DONE]


async def test_what_cannot_be_read_is_given_up_on_too(sandbox: Sandbox, store: Store) -> None:
    nonsense = {"update_id": 77, "message": {"message_id": "x", "chat": []}}
    async with replica(sandbox, store, Toy()) as telegram:
        outcomes = [await telegram.dispatch.receive(nonsense) for _ in range(3)]

    assert outcomes == [Outcome.RETRY, Outcome.RETRY, Outcome.DONE]


async def test_what_is_no_update_at_all_is_passed_over(sandbox: Sandbox, store: Store) -> None:
    async with replica(sandbox, store, Toy()) as telegram:
        assert await telegram.dispatch.receive({"ok": True}) is Outcome.DONE


async def test_without_the_database_people_are_told_once_and_served_later(
    sandbox: Sandbox, ann: ScriptedPerson, store: Store
) -> None:
    away, clock = Store(NOWHERE), Clock()
    await ann.sends("/start")
    [update] = waiting(sandbox)
    async with replica(sandbox, away, Toy(), clock) as telegram:
        outcomes = [await telegram.dispatch.receive(update) for _ in range(3)]
        told = len(sandbox.calls("sendMessage"))
        clock.goes_on(timedelta(minutes=1))
        await telegram.dispatch.receive(update)
        told_again = len(sandbox.calls("sendMessage"))
    await away.close()

    assert outcomes == [Outcome.AWAY] * 3
    assert (told, told_again) == (1, 2)
    await ann.sees("We are having trouble")

    async with replica(sandbox, store, Toy()) as telegram:
        assert await telegram.dispatch.receive(update) is Outcome.DONE
    await ann.sees("Welcome Ann")


async def test_nothing_is_shown_of_what_could_not_be_committed(
    sandbox: Sandbox, ann: ScriptedPerson, database_url: str
) -> None:
    unplugged = Unplugged(database_url)
    await ann.sends("/start")
    [update] = waiting(sandbox)
    async with replica(sandbox, unplugged, Toy()) as telegram:
        assert await telegram.dispatch.receive(update) is Outcome.AWAY
    await unplugged.close()

    assert [call["request"]["text"] for call in sandbox.calls("sendMessage")] == [
        "We are having trouble"
    ]


def test_what_is_said_sparingly_is_said_to_each_chat_once_in_a_while() -> None:
    sparing = Sparing(timedelta(minutes=1))

    assert sparing.may(1, NOW)
    assert not sparing.may(1, NOW)
    assert sparing.may(2, NOW)
    assert not sparing.may(1, NOW + timedelta(seconds=59))
    assert sparing.may(1, NOW + timedelta(seconds=60))


@pytest.mark.parametrize(
    ("outcome", "settled"),
    [
        (Outcome.DONE, True),
        (Outcome.DUPLICATE, True),
        (Outcome.RETRY, False),
        (Outcome.AWAY, False),
    ],
)
def test_only_what_is_settled_may_be_confirmed(outcome: Outcome, settled: bool) -> None:
    assert outcome.is_settled is settled
