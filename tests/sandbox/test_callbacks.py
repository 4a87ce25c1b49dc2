"""Taps, their updates and their answers."""

import asyncio
import re

import pytest
import telegram
from telegram.error import BadRequest

from bot.sandbox import Answer, Sandbox, ScriptedPerson
from tests.sandbox.cast import ANN, MakeSandbox, Raw, client

KEYS = telegram.InlineKeyboardMarkup(
    [
        [
            telegram.InlineKeyboardButton("Book now", callback_data="book"),
            telegram.InlineKeyboardButton("Site", url="https://a.org"),
        ]
    ]
)
TOO_OLD = "Query is too old and response timeout expired or query id is invalid"


async def next_query(bot: telegram.Bot) -> telegram.CallbackQuery:
    (update,) = await bot.get_updates(timeout=5, allowed_updates=["callback_query"])
    assert update.callback_query
    await bot.get_updates(offset=update.update_id + 1)
    return update.callback_query


async def test_a_tap_reaches_the_bot_and_its_answer_the_person(
    bot: telegram.Bot, ann: ScriptedPerson
) -> None:
    sent = await bot.send_message(ANN.id, "Ready?", reply_markup=KEYS)

    tapping = asyncio.create_task(ann.taps("Book"))
    query = await next_query(bot)
    await query.answer("Just taken", show_alert=True)

    assert (query.data, query.from_user.id) == ("book", ANN.id)
    assert isinstance(query.message, telegram.Message)
    assert query.message.message_id == sent.message_id
    assert query.message.reply_markup == KEYS
    assert await tapping == Answer("Just taken", show_alert=True)


async def test_a_query_is_answered_once(bot: telegram.Bot, ann: ScriptedPerson) -> None:
    await bot.send_message(ANN.id, "Ready?", reply_markup=KEYS)
    tapping = asyncio.create_task(ann.taps(re.compile("^Book")))
    query = await next_query(bot)
    await query.answer()

    with pytest.raises(BadRequest, match=TOO_OLD):
        await query.answer()

    assert await tapping == Answer()


async def test_an_old_query_cannot_be_answered_nor_is_it_delivered(
    make_sandbox: MakeSandbox,
) -> None:
    sandbox = await make_sandbox(callback_lifetime=0.05)
    ann = sandbox.person(ANN.id)
    async with client(sandbox) as bot:
        await bot.send_message(ANN.id, "Ready?", reply_markup=KEYS)
        with pytest.raises(AssertionError, match="was not answered"):
            await ann.taps("Book", timeout=0.2)

        assert await bot.get_updates() == ()
        with pytest.raises(BadRequest, match=TOO_OLD):
            await bot.answer_callback_query("1")


async def test_answers_have_limits(raw: Raw, ann: ScriptedPerson) -> None:
    tapping = asyncio.create_task(ann.taps_data("x", 7))
    (update,) = await raw.result("getUpdates", timeout=5)
    query = {"callback_query_id": update["callback_query"]["id"]}

    long = await raw.refusal("answerCallbackQuery", **query, text="x" * 201)
    foreign = await raw.refusal("answerCallbackQuery", **query, url="https://a.org")
    await raw.result("answerCallbackQuery", **query, text="x" * 200)

    assert long == "Bad Request: MESSAGE_TOO_LONG"
    assert foreign == "Bad Request: URL_INVALID"
    assert (await tapping).text == "x" * 200


async def test_a_tap_under_a_message_that_is_gone_is_inaccessible(
    bot: telegram.Bot, ann: ScriptedPerson
) -> None:
    sent = await bot.send_message(ANN.id, "Ready?", reply_markup=KEYS)
    shown = ann.last
    await bot.delete_message(ANN.id, sent.message_id)

    tapping = asyncio.create_task(ann.taps_data("forged", shown))
    query = await next_query(bot)
    await query.answer()
    await tapping

    assert query.message
    assert not query.message.is_accessible
    assert query.message.message_id == sent.message_id


async def test_a_link_is_opened_without_the_bot(bot: telegram.Bot, ann: ScriptedPerson) -> None:
    await bot.send_message(ANN.id, "Ready?", reply_markup=KEYS)

    assert await ann.taps("Site") == Answer(url="https://a.org")


async def test_people_wait_for_what_they_want_to_see(
    bot: telegram.Bot, ann: ScriptedPerson
) -> None:
    sent = await bot.send_message(ANN.id, "Loading")
    seeing = asyncio.create_task(ann.sees("Tuesday"))
    await asyncio.sleep(0)
    await bot.edit_message_text("Tuesday, 09:30", ANN.id, sent.message_id)

    assert (await seeing)["message_id"] == sent.message_id


async def test_what_is_not_seen_is_told_with_the_chat(sandbox: Sandbox, bot: telegram.Bot) -> None:
    await bot.send_message(ANN.id, "Ready?", reply_markup=KEYS)

    with pytest.raises(AssertionError) as failure:
        await sandbox.person(ANN.id).sees("Booked", timeout=0.01)

    assert str(failure.value) == (
        "Ann did not see a message 'Booked' in 0.01 s\n#1 bot: Ready?\n    [Book now] [Site]"
    )


async def test_a_missing_button_is_told_with_the_chat(ann: ScriptedPerson) -> None:
    with pytest.raises(AssertionError, match=r"Ann did not see a button 'Pay'"):
        await ann.taps("Pay", timeout=0.01)


async def test_the_chat_instance_stays_the_same(raw: Raw, ann: ScriptedPerson) -> None:
    tapping = [asyncio.create_task(ann.taps_data(data, 7)) for data in ("a", "b")]
    await asyncio.sleep(0)
    updates = await raw.result("getUpdates", timeout=5)
    for update in updates:
        await raw.result("answerCallbackQuery", callback_query_id=update["callback_query"]["id"])
    await asyncio.gather(*tapping)

    assert len({update["callback_query"]["chat_instance"] for update in updates}) == 1
