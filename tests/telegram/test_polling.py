"""Long polling: what is confirmed, in which order people are served, and what ends it."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable

import pytest

from bot.sandbox import Sandbox, ScriptedPerson
from bot.telegram.calls import Calls
from bot.telegram.envelopes import ALLOWED_UPDATES, Json
from bot.telegram.outcomes import Outcome
from bot.telegram.polling import Pause, Polling, PollingStopped
from tests.telegram.conftest import BEA, TOKEN


class Desk:
    """Takes updates in as dispatch would, and ends each the way it is told."""

    def __init__(self) -> None:
        self.outcomes: dict[str, list[Outcome]] = {}  # of a text, one after the other
        self.offered: list[str] = []
        self.taken: list[str] = []
        self.news = asyncio.Event()
        self.gate = asyncio.Event()
        self.gate.set()

    async def receive(self, update: Json) -> Outcome:
        text = str(update["message"]["text"])
        self.offered.append(text)
        await self.gate.wait()
        self.taken.append(text)
        self.news.set()
        planned = self.outcomes.get(text)
        return planned.pop(0) if planned else Outcome.DONE

    async def until(self, *texts: str) -> None:
        async with asyncio.timeout(5):
            while self.taken != list(texts):
                self.news.clear()
                await self.news.wait()


@pytest.fixture
def desk() -> Desk:
    return Desk()


@pytest.fixture
def polling(calls: Calls, desk: Desk, monkeypatch: pytest.MonkeyPatch) -> Polling:
    monkeypatch.setattr(Pause, "next", lambda _pause: 0.001)
    return Polling(calls, desk.receive)


@pytest.fixture
async def loop(polling: Polling) -> AsyncIterator[asyncio.Task[None]]:
    task = asyncio.create_task(polling.run())
    yield task
    polling.stop()
    async with asyncio.timeout(5):
        await asyncio.gather(task, return_exceptions=True)


async def until(is_so: Callable[[], bool]) -> None:
    async with asyncio.timeout(5):
        while not is_so():  # noqa: ASYNC110  # the sandbox has no event for what it has confirmed
            await asyncio.sleep(0.001)


async def nothing_is_left(sandbox: Sandbox) -> None:
    await until(lambda: not sandbox.world.updates.pending())


async def test_what_is_done_is_confirmed(
    sandbox: Sandbox, ann: ScriptedPerson, desk: Desk, loop: Awaitable[None]
) -> None:
    await ann.sends("one")
    await desk.until("one")
    await ann.sends("two")
    await desk.until("one", "two")

    await nothing_is_left(sandbox)


async def test_what_is_not_done_comes_again_until_it_is(
    sandbox: Sandbox, ann: ScriptedPerson, desk: Desk, loop: Awaitable[None]
) -> None:
    desk.outcomes["one"] = [Outcome.RETRY, Outcome.AWAY]
    await ann.sends("one")

    await desk.until("one", "one", "one")
    await nothing_is_left(sandbox)


async def test_nobody_overtakes_themselves_and_nobody_waits_for_others(
    sandbox: Sandbox, ann: ScriptedPerson, desk: Desk, polling: Polling
) -> None:
    desk.outcomes["first"] = [Outcome.RETRY]
    await ann.sends("first")
    await ann.sends("second")
    await sandbox.person(BEA).sends("other")
    loop = asyncio.create_task(polling.run())

    await until(lambda: "second" in desk.taken)
    polling.stop()
    await loop

    assert desk.taken[:2] == ["first", "other"]
    assert [text for text in desk.taken if text != "other"] == ["first", "first", "second"]


async def test_an_update_that_was_under_way_when_it_died_comes_again(
    sandbox: Sandbox, ann: ScriptedPerson, desk: Desk, calls: Calls
) -> None:
    desk.gate.clear()
    await ann.sends("one")
    loop = asyncio.create_task(Polling(calls, desk.receive).run())
    await until(lambda: desk.offered == ["one"])
    loop.cancel()
    await asyncio.gather(loop, return_exceptions=True)
    desk.gate.set()

    again = Polling(calls, desk.receive)
    second = asyncio.create_task(again.run())
    await desk.until("one")
    await nothing_is_left(sandbox)
    again.stop()
    await second


async def test_stopping_finishes_what_is_under_way(
    sandbox: Sandbox, ann: ScriptedPerson, desk: Desk, polling: Polling
) -> None:
    desk.gate.clear()
    await ann.sends("one")
    loop = asyncio.create_task(polling.run())
    await until(lambda: desk.offered == ["one"])
    polling.stop()
    await asyncio.sleep(0)
    assert not loop.done()
    desk.gate.set()

    await loop

    assert desk.taken == ["one"]


async def test_only_the_kinds_that_are_used_are_asked_for(
    sandbox: Sandbox, ann: ScriptedPerson, desk: Desk, loop: Awaitable[None]
) -> None:
    await ann.sends("one")
    await desk.until("one")

    assert sandbox.world.updates.allowed == set(ALLOWED_UPDATES)


async def test_a_webhook_is_taken_off_and_what_waits_there_is_kept(
    sandbox: Sandbox, ann: ScriptedPerson, desk: Desk, polling: Polling, calls: Calls
) -> None:
    await calls("setWebhook", {"url": "http://127.0.0.1:9/telegram"})
    await ann.sends("one")
    loop = asyncio.create_task(polling.run())

    await desk.until("one")
    polling.stop()
    await loop


async def test_a_lost_connection_is_survived(
    sandbox: Sandbox, ann: ScriptedPerson, desk: Desk, polling: Polling
) -> None:
    sandbox.faults.drop("getUpdates", times=2)
    sandbox.faults.refuse("getUpdates", 502, times=2)
    await ann.sends("one")
    loop = asyncio.create_task(polling.run())

    await desk.until("one")
    polling.stop()
    await loop


@pytest.mark.parametrize("code", [401, 409])
async def test_what_trying_again_cannot_mend_ends_it_with_a_sentence(
    sandbox: Sandbox, polling: Polling, code: int
) -> None:
    sandbox.faults.refuse("getUpdates", code)

    with pytest.raises(PollingStopped, match=str(code)):
        await polling.run()


async def test_a_wrong_token_ends_it_before_it_begins(sandbox: Sandbox, calls: Calls) -> None:
    wrong = Calls(f"{sandbox.url}/bot43:wrong", calls._transport)

    with pytest.raises(PollingStopped, match="BOT_TOKEN") as caught:
        await Polling(wrong, Desk().receive).run()

    assert TOKEN not in str(caught.value)


def test_pauses_grow_to_half_a_minute_and_begin_anew() -> None:
    pause = Pause()
    lengths = [pause.next() for _ in range(20)]
    pause.reset()

    assert lengths[0] <= 1.5
    assert all(10 <= length <= 30 for length in lengths[8:])
    assert pause.next() <= 1.5
