"""Flood control, and trouble made on purpose."""

import time
from datetime import timedelta

import pytest
import telegram
from telegram.error import BadRequest, Forbidden, NetworkError, RetryAfter

from bot.sandbox import Limits, Rate, Sandbox, ScriptedPerson
from bot.sandbox.faults import ANY
from tests.sandbox.cast import ANN, BEN, MakeSandbox, client


async def test_a_chat_takes_a_burst_and_then_one_at_a_time(make_sandbox: MakeSandbox) -> None:
    sandbox = await make_sandbox(limits=Limits(per_chat=Rate(0.1, 3)))
    async with client(sandbox) as bot:
        sent = [await bot.send_message(ANN.id, str(i)) for i in range(3)]
        with pytest.raises(RetryAfter) as flood:
            await bot.send_message(ANN.id, "4")
        await bot.edit_message_text("edits are free", ANN.id, sent[0].message_id)

    assert flood.value.retry_after == timedelta(seconds=10)


async def test_all_chats_share_the_overall_limit(make_sandbox: MakeSandbox) -> None:
    sandbox = await make_sandbox(limits=Limits(per_chat=None, overall=Rate(1, 2)))
    await sandbox.person(BEN.id).sends("/start")
    async with client(sandbox) as bot:
        await bot.send_message(ANN.id, "1")
        await bot.send_message(BEN.id, "2")
        with pytest.raises(RetryAfter):
            await bot.send_message(BEN.id, "3")


async def test_a_refused_message_costs_nothing(make_sandbox: MakeSandbox) -> None:
    sandbox = await make_sandbox(limits=Limits(per_chat=Rate(0.1, 1)))
    async with client(sandbox) as bot:
        with pytest.raises(BadRequest):
            await bot.send_message(ANN.id, "<b>", parse_mode="HTML")

        assert await bot.send_message(ANN.id, "1")


async def test_calls_fail_as_often_as_planned(sandbox: Sandbox, bot: telegram.Bot) -> None:
    sandbox.faults.refuse("sendMessage", 429, retry_after=7)
    sandbox.faults.refuse("sendMessage", 500)
    sandbox.faults.refuse("sendMessage", 403, chat=ANN.id)

    with pytest.raises(RetryAfter, match="0:00:07"):
        await bot.send_message(ANN.id, "1")
    with pytest.raises(NetworkError, match="Internal Server Error"):
        await bot.send_message(ANN.id, "2")
    with pytest.raises(Forbidden, match="bot was blocked by the user"):
        await bot.send_message(ANN.id, "3")
    assert await bot.send_message(ANN.id, "4")


async def test_a_fault_of_one_chat_spares_others(sandbox: Sandbox, bot: telegram.Bot) -> None:
    sandbox.faults.refuse(ANY, 500, chat=BEN.id)

    assert await bot.send_message(ANN.id, "1")
    with pytest.raises(NetworkError):
        await bot.send_message(BEN.id, "2")


async def test_a_dropped_connection_leaves_nothing_behind(
    sandbox: Sandbox, bot: telegram.Bot, ann: ScriptedPerson
) -> None:
    sandbox.faults.drop("sendMessage")

    with pytest.raises(NetworkError):
        await bot.send_message(ANN.id, "1")
    assert ann.messages == []


async def test_what_was_delivered_may_look_like_a_failure(
    sandbox: Sandbox, bot: telegram.Bot, ann: ScriptedPerson
) -> None:
    sandbox.faults.deliver_but_drop("sendMessage")

    with pytest.raises(NetworkError):
        await bot.send_message(ANN.id, "1")
    assert [message["text"] for message in ann.messages] == ["1"]


async def test_a_delayed_call_comes_late(sandbox: Sandbox, bot: telegram.Bot) -> None:
    sandbox.faults.delay("getMe", 0.05)
    began = time.monotonic()
    await bot.get_me()

    assert time.monotonic() - began >= 0.05


async def test_faults_can_be_called_off(sandbox: Sandbox, bot: telegram.Bot) -> None:
    sandbox.faults.refuse(ANY, 500, times=100)
    sandbox.faults.clear()

    assert await bot.get_me()
