"""Keyboards that Telegram takes and those it does not."""

import pytest
import telegram

from bot.sandbox import ScriptedPerson
from tests.sandbox.cast import ANN, Raw

Button = dict[str, object]


def keyboard(*buttons: Button) -> dict[str, object]:
    return {"inline_keyboard": [list(buttons)]}


def data(value: str) -> Button:
    return {"text": "Go", "callback_data": value}


REFUSED: list[tuple[object, str]] = [
    (keyboard(data("x" * 65)), "BUTTON_DATA_INVALID"),
    (keyboard(data("я" * 33)), "BUTTON_DATA_INVALID"),
    (
        keyboard(data("")),
        "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard",
    ),
    (
        keyboard({"text": "Go"}),
        "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard",
    ),
    (
        keyboard(data("x") | {"url": "https://a.org"}),
        "can't parse inline keyboard button: exactly one of the optional fields must be used",
    ),
    (keyboard(data("x") | {"text": ""}), "inline keyboard button text must be non-empty"),
    (
        keyboard({"callback_data": "x"}),
        "can't parse inline keyboard button: Can't find field \"text\"",
    ),
    (
        keyboard({"text": "x", "url": "ftp://a.org"}),
        "inline keyboard button URL 'ftp://a.org' is invalid: Unsupported URL protocol",
    ),
    (
        keyboard({"text": "x", "url": "nowhere"}),
        "inline keyboard button URL 'nowhere' is invalid: Wrong HTTP URL",
    ),
    (
        keyboard({"text": "x", "web_app": {"url": "http://a.b"}}),
        "inline keyboard button Web App URL 'http://a.b' is invalid: Only HTTPS links are allowed",
    ),
    (keyboard({"text": "x", "copy_text": {"text": ""}}), "BUTTON_COPY_TEXT_INVALID"),
    (keyboard({"text": "x", "copy_text": {"text": "x" * 257}}), "BUTTON_COPY_TEXT_INVALID"),
    (keyboard({"text": "x", "pay": True}), "BUTTON_TYPE_INVALID"),
    (keyboard(data("x") | {"style": "warning"}), "invalid button style specified"),
    (keyboard(*[data("x")] * 9), "reply markup is too long"),
    ({"inline_keyboard": [[data("x")]] * 101}, "reply markup is too long"),
    ({"keyboard": [[{"text": ""}]]}, "keyboard button text must be non-empty"),
    ({"keyboard": []}, "REPLY_MARKUP_INVALID"),
    (
        {"force_reply": True, "input_field_placeholder": "x" * 65},
        "reply keyboard placeholder is too long",
    ),
    (None, "object expected as reply markup"),
    ([], "object expected as reply markup"),
    ("{", "can't parse reply keyboard markup JSON object"),
]


@pytest.mark.parametrize(("markup", "reason"), REFUSED)
async def test_a_keyboard_is_refused_for(raw: Raw, markup: object, reason: str) -> None:
    if markup == []:
        markup = "[]"

    refusal = await raw.refusal("sendMessage", chat_id=ANN.id, text="x", reply_markup=markup)

    assert refusal == f"Bad Request: {reason}"


@pytest.mark.parametrize(
    "button",
    [
        data("я" * 32),
        data("x") | {"style": "primary"},
        {"text": "x", "url": "tg://user?id=7"},
        {"text": "x", "url": "a.org"},
        {"text": "x", "copy_text": {"text": "x" * 256}},
        {"text": "x", "switch_inline_query": ""},
        {"text": "x", "web_app": {"url": "https://a.org"}},
    ],
)
async def test_a_button_at_the_limit_is_taken(raw: Raw, button: Button) -> None:
    sent = await raw.result("sendMessage", chat_id=ANN.id, text="x", reply_markup=keyboard(button))

    assert sent["reply_markup"] == keyboard(button)


async def test_a_hundred_buttons_are_taken(raw: Raw) -> None:
    rows = [[data("x")] * 8] * 12 + [[data("x")] * 4]

    sent = await raw.result(
        "sendMessage", chat_id=ANN.id, text="x", reply_markup={"inline_keyboard": rows}
    )

    assert len(sent["reply_markup"]["inline_keyboard"]) == 13


async def test_a_reply_keyboard_stays_until_it_is_removed(
    bot: telegram.Bot, ann: ScriptedPerson
) -> None:
    share = telegram.KeyboardButton("Share my number", request_contact=True)

    await bot.send_message(ANN.id, "?", reply_markup=telegram.ReplyKeyboardMarkup([[share]]))
    shown = ann.reply_buttons()
    await ann.taps("Share")
    await bot.send_message(ANN.id, "Thanks", reply_markup=telegram.ReplyKeyboardRemove())

    assert shown == ["Share my number"]
    assert ann.messages[1]["contact"]["user_id"] == ANN.id
    assert ann.messages[1]["contact"]["phone_number"] == ANN.phone
    assert ann.reply_buttons() == []


async def test_a_forced_reply_is_over_once_given(bot: telegram.Bot, ann: ScriptedPerson) -> None:
    await bot.send_message(ANN.id, "Your name?", reply_markup=telegram.ForceReply())
    forced = ann._chat.reply_keyboard
    await ann.sends("Ann")

    assert forced
    assert ann._chat.reply_keyboard is None
