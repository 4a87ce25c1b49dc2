"""Updates by long polling."""

import asyncio

import pytest
import telegram
from telegram.error import Conflict

from bot.sandbox import Impossible, Sandbox, ScriptedPerson
from bot.sandbox.updates import Updates
from tests.sandbox.cast import BEN, MakeSandbox, Raw, client, waiting_poll


async def test_updates_come_until_they_are_confirmed(
    bot: telegram.Bot, ann: ScriptedPerson
) -> None:
    for text in ("1", "2", "3"):
        await ann.sends(text)

    first = await bot.get_updates(limit=2)
    again = await bot.get_updates()
    rest = await bot.get_updates(offset=first[-1].update_id + 1)

    assert [update.message and update.message.text for update in first] == ["1", "2"]
    assert len(again) == 3
    assert [update.message and update.message.text for update in rest] == ["3"]


async def test_a_negative_offset_keeps_only_the_newest(raw: Raw, ann: ScriptedPerson) -> None:
    for text in ("1", "2", "3"):
        await ann.sends(text)

    newest = await raw.result("getUpdates", offset=-1)

    assert [update["message"]["text"] for update in newest] == ["3"]
    assert await raw.result("getUpdates") == newest


async def test_a_poll_waits_for_the_first_update(
    sandbox: Sandbox, bot: telegram.Bot, ann: ScriptedPerson
) -> None:
    polling = asyncio.create_task(bot.get_updates(timeout=5))
    await waiting_poll(sandbox)
    await ann.sends("Hello")

    (update,) = await polling

    assert update.message
    assert update.message.text == "Hello"


async def test_of_two_polls_the_first_is_ended(
    sandbox: Sandbox, bot: telegram.Bot, ann: ScriptedPerson
) -> None:
    first = asyncio.create_task(bot.get_updates(timeout=5))
    await waiting_poll(sandbox)
    second = asyncio.create_task(bot.get_updates(timeout=5))

    with pytest.raises(Conflict, match="terminated by other getUpdates request"):
        await first
    await ann.sends("Hello")
    assert len(await second) == 1


async def test_only_wanted_kinds_come_and_the_choice_lasts(raw: Raw, ann: ScriptedPerson) -> None:
    await raw.result("getUpdates", allowed_updates=["edited_message"])
    message = await ann.sends("Helo")
    await ann.edits(message["message_id"], "Hello")

    (update,) = await raw.result("getUpdates")

    assert update["edited_message"]["text"] == "Hello"
    assert update["edited_message"]["edit_date"]


async def test_the_first_message_starts_the_bot(sandbox: Sandbox, bot: telegram.Bot) -> None:
    await sandbox.person(BEN.id).sends("/start p_7")

    member, message = await bot.get_updates()

    assert member.my_chat_member
    assert member.my_chat_member.new_chat_member.status == "member"
    assert message.message
    assert list(message.message.parse_entities(["bot_command"]).values()) == ["/start"]


async def test_blocking_and_unblocking_are_told(bot: telegram.Bot, ann: ScriptedPerson) -> None:
    await ann.blocks()
    await ann.blocks()
    await ann.unblocks()

    changes = [update.my_chat_member for update in await bot.get_updates()]

    assert [change.new_chat_member.status for change in changes if change] == ["kicked", "member"]


async def test_who_blocks_cannot_write(ann: ScriptedPerson) -> None:
    await ann.blocks()

    with pytest.raises(Impossible):
        await ann.sends("Hello")


async def test_ids_grow_from_one_sandbox_to_the_next() -> None:
    first = Updates()
    first.add("message", {}, queue=1)
    await asyncio.sleep(0.005)
    second = Updates()
    second.add("message", {}, queue=1)

    assert second.last_id > first.last_id


async def test_a_sandbox_that_stops_lets_go_of_everybody(
    make_sandbox: MakeSandbox, raw: Raw
) -> None:
    stopping = await make_sandbox()
    async with raw.session.ws_connect(f"{stopping.url}/sandbox/events") as page:
        await page.receive()
        async with client(stopping) as bot:
            polling = asyncio.create_task(bot.get_updates(timeout=50))
            await waiting_poll(stopping)
            async with asyncio.timeout(3):
                await stopping.stop()
                assert await polling == ()
                while not page.closed:
                    await page.receive()
