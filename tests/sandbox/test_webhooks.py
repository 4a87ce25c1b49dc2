"""Updates at a webhook: order, retries, secrets, replicas."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass, field
from typing import Any

import pytest
import telegram
from aiohttp import web
from telegram.error import BadRequest, Conflict

from bot.sandbox import Sandbox, ScriptedPerson
from tests.sandbox.cast import ANN, BEN, MakeSandbox, Raw, client, waiting_poll

Answering = Callable[[dict[str, Any]], Awaitable[web.Response]]


async def _accept(_update: dict[str, Any]) -> web.Response:
    return web.Response()


@dataclass(slots=True)
class Receiver:
    """The web server of a bot, which keeps what it gets."""

    url: str = ""
    answer: Answering = _accept
    updates: list[dict[str, Any]] = field(default_factory=list)
    secrets: list[str | None] = field(default_factory=list)
    arrived: asyncio.Event = field(default_factory=asyncio.Event)

    async def handle(self, request: web.Request) -> web.Response:
        update = await request.json()
        self.secrets.append(request.headers.get("X-Telegram-Bot-Api-Secret-Token"))
        self.updates.append(update)
        self.arrived.set()
        return await self.answer(update)

    @property
    def texts(self) -> list[str]:
        return [update["message"]["text"] for update in self.updates]

    async def has(self, count: int) -> None:
        async with asyncio.timeout(5):
            while len(self.updates) < count:
                self.arrived.clear()
                await self.arrived.wait()


MakeReceiver = Callable[[], Awaitable[Receiver]]


@pytest.fixture
async def make_receiver() -> AsyncIterator[MakeReceiver]:
    runners: list[web.AppRunner] = []

    async def make() -> Receiver:
        receiver, app = Receiver(), web.Application()
        app.router.add_post("/hook", receiver.handle)
        runner = web.AppRunner(app)
        await runner.setup()
        runners.append(runner)
        await web.TCPSite(runner, "127.0.0.1", 0).start()
        receiver.url = f"http://127.0.0.1:{runner.addresses[0][1]}/hook"
        return receiver

    yield make
    for runner in runners:
        await runner.cleanup()


@pytest.fixture
async def receiver(make_receiver: MakeReceiver) -> Receiver:
    return await make_receiver()


async def test_updates_come_with_the_secret_and_what_waited_comes_first(
    bot: telegram.Bot, ann: ScriptedPerson, receiver: Receiver
) -> None:
    await ann.sends("before")
    await bot.set_webhook(receiver.url, secret_token="s3cret")
    await ann.sends("after")
    await receiver.has(2)

    assert receiver.texts == ["before", "after"]
    assert receiver.secrets == ["s3cret", "s3cret"]
    assert (await bot.get_webhook_info()).pending_update_count == 0


async def test_one_chat_waits_for_its_turn_and_others_do_not(
    sandbox: Sandbox, bot: telegram.Bot, receiver: Receiver
) -> None:
    release = asyncio.Event()
    ann, ben = sandbox.person(ANN.id), sandbox.person(BEN.id)

    async def slow_for_ann(update: dict[str, Any]) -> web.Response:
        if update.get("message", {}).get("text") == "1":
            await release.wait()
        return web.Response()

    receiver.answer = slow_for_ann
    await bot.set_webhook(receiver.url, allowed_updates=["message", "callback_query"])
    await ann.sends("1")
    await ann.sends("2")
    await ben.sends("other")
    await receiver.has(2)
    before = receiver.texts[:]
    release.set()
    await receiver.has(3)

    assert sorted(before) == ["1", "other"]
    assert receiver.texts[2] == "2"


async def test_a_tap_does_not_wait_for_a_text(
    bot: telegram.Bot, ann: ScriptedPerson, receiver: Receiver
) -> None:
    release = asyncio.Event()

    async def slow_for_texts(update: dict[str, Any]) -> web.Response:
        if "message" in update:
            await release.wait()
        return web.Response()

    receiver.answer = slow_for_texts
    await bot.set_webhook(receiver.url)
    await ann.sends("1")
    tapping = asyncio.create_task(ann.taps_data("x", 99))
    await receiver.has(2)
    await bot.answer_callback_query(receiver.updates[1]["callback_query"]["id"])

    assert await tapping
    release.set()


async def test_a_failed_delivery_is_repeated_until_it_works(
    make_sandbox: MakeSandbox, receiver: Receiver
) -> None:
    sandbox = await make_sandbox(delivery_pace=0.001)
    failures = iter([500, 502, 429])

    async def fail_three_times(_update: dict[str, Any]) -> web.Response:
        return web.Response(status=next(failures, 200))

    receiver.answer = fail_three_times
    async with client(sandbox) as bot:
        await bot.set_webhook(receiver.url)
        await sandbox.person(ANN.id).sends("1")
        await sandbox.person(ANN.id).sends("2")
        await receiver.has(5)
        info = await bot.get_webhook_info()

    assert receiver.texts == ["1", "1", "1", "1", "2"]
    assert info.last_error_message == "Wrong response from the webhook: 429 Too Many Requests"


async def test_a_tap_that_is_too_old_is_given_up(
    make_sandbox: MakeSandbox, receiver: Receiver
) -> None:
    sandbox = await make_sandbox(delivery_pace=0.01, callback_lifetime=0.2)

    async def fail(_update: dict[str, Any]) -> web.Response:
        return web.Response(status=500)

    receiver.answer = fail
    async with client(sandbox) as bot:
        await bot.set_webhook(receiver.url)
        with pytest.raises(AssertionError, match="was not answered"):
            await sandbox.person(ANN.id).taps_data("x", 1, timeout=0.5)
        info = await bot.get_webhook_info()

    assert len(receiver.updates) > 1
    assert info.pending_update_count == 0


async def test_the_response_may_carry_a_call(
    bot: telegram.Bot, ann: ScriptedPerson, receiver: Receiver
) -> None:
    async def answer(update: dict[str, Any]) -> web.Response:
        query = update["callback_query"]["id"]
        return web.json_response(
            {"method": "answerCallbackQuery", "callback_query_id": query, "text": "Hi"}
        )

    receiver.answer = answer
    await bot.set_webhook(receiver.url)

    assert (await ann.taps_data("x", 1)).text == "Hi"


async def test_replicas_take_turns(
    sandbox: Sandbox, bot: telegram.Bot, ann: ScriptedPerson, make_receiver: MakeReceiver
) -> None:
    one, two = await make_receiver(), await make_receiver()
    await bot.set_webhook(one.url)
    sandbox.deliver_to = [one.url, two.url]
    for text in "1234":
        await ann.sends(text)
    await one.has(2)
    await two.has(2)

    assert sorted(one.texts + two.texts) == ["1", "2", "3", "4"]


async def test_every_update_can_come_to_two_replicas_at_once(
    sandbox: Sandbox, bot: telegram.Bot, ann: ScriptedPerson, make_receiver: MakeReceiver
) -> None:
    one, two = await make_receiver(), await make_receiver()
    await bot.set_webhook(one.url)
    sandbox.deliver_to = [one.url, two.url]
    sandbox.deliver_twice = True
    await ann.sends("1")
    await one.has(1)
    await two.has(1)

    assert one.updates == two.updates


async def test_a_poll_and_a_webhook_exclude_each_other(
    bot: telegram.Bot, ann: ScriptedPerson, receiver: Receiver
) -> None:
    await bot.set_webhook(receiver.url)
    with pytest.raises(Conflict, match="can't use getUpdates method while webhook is active"):
        await bot.get_updates()
    await bot.delete_webhook()
    await ann.sends("Hello")

    assert len(await bot.get_updates()) == 1
    assert (await bot.get_webhook_info()).url == ""


async def test_a_new_webhook_ends_a_poll(
    sandbox: Sandbox, bot: telegram.Bot, receiver: Receiver
) -> None:
    polling = asyncio.create_task(bot.get_updates(timeout=5))
    await waiting_poll(sandbox)
    await bot.set_webhook(receiver.url)

    with pytest.raises(Conflict, match="terminated by setWebhook request"):
        await polling


async def test_pending_updates_can_be_dropped(
    bot: telegram.Bot, ann: ScriptedPerson, receiver: Receiver
) -> None:
    await ann.sends("old")
    await bot.set_webhook(receiver.url, drop_pending_updates=True)
    await ann.sends("new")
    await receiver.has(1)

    assert receiver.texts == ["new"]


async def test_only_https_or_this_machine_and_a_clean_secret(
    bot: telegram.Bot, raw: Raw, receiver: Receiver
) -> None:
    with pytest.raises(BadRequest, match="an https url must be provided for webhook"):
        await bot.set_webhook("http://example.org/hook")
    with pytest.raises(BadRequest, match="unallowed characters"):
        await bot.set_webhook(receiver.url, secret_token="not allowed")
    await bot.set_webhook(receiver.url, max_connections=500, allowed_updates=["message"])
    again = await raw.call("setWebhook", url=receiver.url, max_connections=500)

    info = await bot.get_webhook_info()
    assert (info.max_connections, info.allowed_updates) == (100, ("message",))
    assert again["description"] == "Webhook is already set"
