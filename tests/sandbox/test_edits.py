"""Edits, deletions, pins and reactions."""

from datetime import UTC, datetime, timedelta

import pytest
import telegram
from telegram.error import BadRequest

from bot.sandbox import ScriptedPerson
from tests.sandbox.cast import ANN, MakeSandbox, Raw, client
from tests.sandbox.pictures import png

KEYS = telegram.InlineKeyboardMarkup.from_button(
    telegram.InlineKeyboardButton("Go", callback_data="go")
)


async def test_an_edit_without_a_keyboard_takes_the_keyboard_away(
    bot: telegram.Bot, ann: ScriptedPerson
) -> None:
    sent = await bot.send_message(ANN.id, "Ready?", reply_markup=KEYS)

    edited = await bot.edit_message_text("Done", ANN.id, sent.message_id)

    assert isinstance(edited, telegram.Message)
    assert (edited.text, edited.reply_markup) == ("Done", None)
    assert edited.edit_date
    assert ann.buttons() == []


async def test_the_same_again_is_refused(bot: telegram.Bot) -> None:
    sent = await bot.send_message(ANN.id, "<b>Ready?</b>", parse_mode="HTML", reply_markup=KEYS)
    reason = (
        "Message is not modified: specified new message content and reply markup are exactly "
        "the same as a current content and reply markup of the message"
    )

    with pytest.raises(BadRequest) as text:
        await bot.edit_message_text(
            "<b>Ready?</b>", ANN.id, sent.message_id, parse_mode="HTML", reply_markup=KEYS
        )
    with pytest.raises(BadRequest) as keys:
        await bot.edit_message_reply_markup(ANN.id, sent.message_id, reply_markup=KEYS)

    assert (text.value.message, keys.value.message) == (reason, reason)


async def test_another_format_or_keyboard_is_a_change(bot: telegram.Bot) -> None:
    sent = await bot.send_message(ANN.id, "<b>Ready?</b>", parse_mode="HTML", reply_markup=KEYS)

    plain = await bot.edit_message_text("Ready?", ANN.id, sent.message_id, reply_markup=KEYS)
    bare = await bot.edit_message_reply_markup(ANN.id, sent.message_id)

    assert isinstance(plain, telegram.Message)
    assert plain.entities == ()
    assert isinstance(bare, telegram.Message)
    assert bare.reply_markup is None


async def test_what_cannot_be_edited(bot: telegram.Bot, raw: Raw, ann: ScriptedPerson) -> None:
    hers = await ann.sends("Hello")
    asked = await bot.send_message(ANN.id, "?", reply_markup=telegram.ForceReply())
    ours = await bot.send_message(ANN.id, "x")

    async def refusal(message_id: int, **more: object) -> str:
        return await raw.refusal(
            "editMessageText", **({"chat_id": ANN.id, "message_id": message_id, "text": "y"} | more)
        )

    assert await refusal(99) == "Bad Request: message to edit not found"
    assert await refusal(0) == "Bad Request: message identifier is not specified"
    assert await refusal(hers["message_id"]) == "Bad Request: message can't be edited"
    assert await refusal(asked.message_id) == "Bad Request: message can't be edited"
    assert await refusal(ours.message_id, text="") == "Bad Request: message text is empty"
    assert await refusal(ours.message_id, text="y" * 4097) == "Bad Request: MESSAGE_TOO_LONG"
    assert await refusal(ours.message_id, chat_id=5) == "Bad Request: chat not found"
    assert (
        await refusal(ours.message_id, reply_markup={"force_reply": True})
        == "Bad Request: inline keyboard expected"
    )
    assert (
        await raw.refusal(
            "editMessageCaption", chat_id=ANN.id, message_id=ours.message_id, caption="y"
        )
        == "Bad Request: there is no caption in the message to edit"
    )


async def test_a_photo_takes_the_place_of_a_text_or_a_photo(
    bot: telegram.Bot, ann: ScriptedPerson
) -> None:
    sent = await bot.send_message(ANN.id, "Which?", reply_markup=KEYS)
    one, two = (telegram.InputMediaPhoto(png(20, size), f"<b>{size}</b>") for size in (10, 30))

    await bot.edit_message_media(one, ANN.id, sent.message_id)
    await bot.edit_message_media(two, ANN.id, sent.message_id, reply_markup=KEYS)

    (message,) = ann.messages
    assert "text" not in message
    assert (message["photo"][-1]["height"], message["caption"]) == (30, "<b>30</b>")
    assert ann.buttons() == ["Go"]
    with pytest.raises(BadRequest, match="no text in the message"):
        await bot.edit_message_text("x", ANN.id, sent.message_id)


async def test_a_photo_that_was_sent_before_can_be_put_in_by_its_id(
    bot: telegram.Bot, ann: ScriptedPerson
) -> None:
    sent = await bot.send_photo(ANN.id, png(20, 10))
    other = await bot.send_message(ANN.id, "x")
    media = telegram.InputMediaPhoto(sent.photo[-1].file_id)

    await bot.edit_message_media(media, ANN.id, other.message_id)

    assert ann.messages[0]["photo"] == ann.messages[1]["photo"]
    with pytest.raises(BadRequest, match="not modified"):
        await bot.edit_message_media(media, ANN.id, other.message_id)


async def test_only_files_that_can_be_edited_can_be_put_in(raw: Raw, bot: telegram.Bot) -> None:
    sent = await bot.send_message(ANN.id, "x")
    which = {"chat_id": ANN.id, "message_id": sent.message_id}

    for media in ({}, {"type": "sticker", "media": "x"}):
        refusal = await raw.refusal("editMessageMedia", **which, media=media)
        assert refusal.startswith("Bad Request: can't parse InputMedia")
    missing = {"type": "photo", "media": "attach://nothing"}
    assert (
        await raw.refusal("editMessageMedia", **which, media=missing)
        == "Bad Request: there is no photo in the request"
    )


async def test_a_deleted_message_is_gone(bot: telegram.Bot, ann: ScriptedPerson) -> None:
    one = await bot.send_message(ANN.id, "1")
    two = await bot.send_message(ANN.id, "2")
    three = await bot.send_message(ANN.id, "3")

    await bot.delete_message(ANN.id, one.message_id)
    await bot.delete_messages(ANN.id, [two.message_id, 99])

    assert [message["message_id"] for message in ann.messages] == [three.message_id]
    with pytest.raises(BadRequest, match="Message to delete not found"):
        await bot.delete_message(ANN.id, one.message_id)
    with pytest.raises(BadRequest, match="Message to edit not found"):
        await bot.edit_message_text("x", ANN.id, two.message_id)


class MovedClock:
    def __init__(self) -> None:
        self.offset = timedelta()

    def now(self) -> datetime:
        return datetime.now(UTC) + self.offset

    async def advance(self, by: timedelta) -> None:
        self.offset += by

    async def reset(self) -> None:
        self.offset = timedelta()

    async def next_event(self) -> datetime | None:
        return None


async def test_after_two_days_a_message_stays_but_can_still_be_edited(
    make_sandbox: MakeSandbox,
) -> None:
    clock = MovedClock()
    sandbox = await make_sandbox(clock=clock)

    async with client(sandbox) as bot:
        sent = await bot.send_message(ANN.id, "x")
        await clock.advance(timedelta(hours=48))
        with pytest.raises(BadRequest, match="can't be deleted"):
            await bot.delete_message(ANN.id, sent.message_id)
        edited = await bot.edit_message_text("y", ANN.id, sent.message_id)

    assert isinstance(edited, telegram.Message)
    assert edited.date == sent.date


async def test_the_last_pin_is_shown_and_goes_first(bot: telegram.Bot) -> None:
    one = await bot.send_message(ANN.id, "1")
    two = await bot.send_message(ANN.id, "2")
    for message in (one, two):
        await bot.pin_chat_message(ANN.id, message.message_id)

    newest = (await bot.get_chat(ANN.id)).pinned_message
    await bot.unpin_chat_message(ANN.id)
    next_one = (await bot.get_chat(ANN.id)).pinned_message

    assert newest
    assert next_one
    assert (newest.text, next_one.text) == ("2", "1")


async def test_only_known_reactions_one_at_a_time(bot: telegram.Bot, ann: ScriptedPerson) -> None:
    message = (await ann.sends("Thanks"))["message_id"]

    assert await bot.set_message_reaction(ANN.id, message, "👍")
    assert ann._chat.reactions[message][0]["emoji"] == "👍"
    with pytest.raises(BadRequest, match="Reaction_invalid"):
        await bot.set_message_reaction(ANN.id, message, "🧿")
    with pytest.raises(BadRequest, match="Reactions_too_many"):
        await bot.set_message_reaction(ANN.id, message, ["👍", "🔥"])
