"""New messages: what they become, and which are refused."""

import aiohttp
import pytest
import telegram
from telegram.error import BadRequest, Forbidden

from bot.sandbox import Sandbox, ScriptedPerson
from tests.sandbox.cast import ANN, BEN, Raw

REFUSED_TEXTS = [
    ({"text": ""}, "message text is empty"),
    ({}, "message text is empty"),
    ({"text": " \n "}, "text must be non-empty"),
    ({"text": "<b></b>", "parse_mode": "HTML"}, "text must be non-empty"),
    ({"text": "x" * 4097}, "message is too long"),
    ({"text": "x", "parse_mode": "Prose"}, "unsupported parse_mode"),
    ({"text": "x", "reply_parameters": {"message_id": 99}}, "message to be replied not found"),
    ({"text": "x", "message_thread_id": 3}, "message thread not found"),
    ({"text": "x", "business_connection_id": "3"}, "business connection not found"),
    (
        {"text": "x", "entities": [{"type": "text_link", "offset": 0, "length": 1, "url": "no"}]},
        "entity URL 'no' is invalid: Wrong HTTP URL",
    ),
]


async def test_a_message_arrives_as_the_client_library_sent_it(
    bot: telegram.Bot, ann: ScriptedPerson
) -> None:
    sent = await bot.send_message(ANN.id, "Hello <b>Ann</b>", parse_mode="HTML")

    assert sent.parse_entities() == {sent.entities[0]: "Ann"}
    assert ann.last
    assert (ann.last["message_id"], ann.last["text"]) == (sent.message_id, "Hello Ann")
    assert ann.last["from"]["id"] == bot.id


@pytest.mark.parametrize(("parameters", "reason"), REFUSED_TEXTS)
async def test_a_text_is_refused_for(raw: Raw, parameters: dict[str, object], reason: str) -> None:
    refusal = await raw.refusal("sendMessage", chat_id=ANN.id, **parameters)

    assert refusal == f"Bad Request: {reason}"


async def test_the_limit_is_in_characters_after_parsing(raw: Raw) -> None:
    text = "<b>" + "🏟" * 4096 + "</b>"

    sent = await raw.result("sendMessage", chat_id=ANN.id, text=text, parse_mode="HTML")

    assert sent["entities"] == [{"type": "bold", "offset": 0, "length": 8192}]


async def test_white_space_around_a_text_goes_and_entities_move(raw: Raw) -> None:
    sent = await raw.result(
        "sendMessage", chat_id=ANN.id, text="\n  a <i>b </i> \n", parse_mode="html"
    )

    assert sent["text"] == "a b"
    assert sent["entities"] == [{"type": "italic", "offset": 2, "length": 1}]


async def test_control_characters_become_spaces_and_returns_vanish(raw: Raw) -> None:
    bold = [{"type": "bold", "offset": 3, "length": 1}]

    sent = await raw.result("sendMessage", chat_id=ANN.id, text="a\r\n\tb", entities=bold[:0])
    marked = await raw.result("sendMessage", chat_id=ANN.id, text="a\r\nb", entities=bold)

    assert sent["text"] == "a\n b"
    assert marked["entities"] == [{"type": "bold", "offset": 2, "length": 1}]


async def test_commands_links_mentions_and_numbers_are_found(raw: Raw) -> None:
    text = "/book x@y.org @someone https://a.org/b?c. #tag +49 151 2345678 a/b"

    sent = await raw.result("sendMessage", chat_id=ANN.id, text=text)

    found = {e["type"]: text[e["offset"] : e["offset"] + e["length"]] for e in sent["entities"]}
    assert found == {
        "bot_command": "/book",
        "email": "x@y.org",
        "mention": "@someone",
        "url": "https://a.org/b?c",
        "hashtag": "#tag",
        "phone_number": "+49 151 2345678",
    }


async def test_nothing_is_found_inside_code(raw: Raw) -> None:
    sent = await raw.result(
        "sendMessage", chat_id=ANN.id, text="<code>/start</code>", parse_mode="HTML"
    )

    assert [entity["type"] for entity in sent["entities"]] == ["code"]


async def test_strangers_cannot_be_written_to(bot: telegram.Bot) -> None:
    with pytest.raises(BadRequest, match="Chat not found"):
        await bot.send_message(5, "Hello")
    with pytest.raises(BadRequest, match="Chat not found"):
        await bot.send_message("@nobody", "Hello")
    with pytest.raises(Forbidden, match="bot can't initiate conversation with a user"):
        await bot.send_message(BEN.id, "Hello")


async def test_who_blocks_the_bot_gets_nothing(bot: telegram.Bot, ann: ScriptedPerson) -> None:
    sent = await bot.send_message(ANN.id, "Hello")
    await ann.blocks()

    with pytest.raises(Forbidden, match="Forbidden: bot was blocked by the user"):
        await bot.send_message(ANN.id, "Hello?")
    with pytest.raises(Forbidden):
        await bot.edit_message_text("Hello!", ANN.id, sent.message_id)
    await ann.unblocks()
    assert await bot.send_message(ANN.id, "Welcome back")


async def test_a_reply_shows_what_it_answers(bot: telegram.Bot, ann: ScriptedPerson) -> None:
    question = await ann.sends("Are you open?")

    reply = await bot.send_message(ANN.id, "Yes", reply_to_message_id=question["message_id"])
    lone = await bot.send_message(
        ANN.id,
        "?",
        reply_parameters=telegram.ReplyParameters(77, allow_sending_without_reply=True),
    )

    assert reply.reply_to_message
    assert reply.reply_to_message.text == "Are you open?"
    assert lone.reply_to_message is None


async def test_copies_lose_their_origin_and_forwards_name_it(
    bot: telegram.Bot, ann: ScriptedPerson
) -> None:
    original = await ann.sends("My notes")

    copied = await bot.copy_message(ANN.id, ANN.id, original["message_id"])
    forwarded = await bot.forward_message(ANN.id, ANN.id, original["message_id"])

    assert ann.messages[-2]["message_id"] == copied.message_id
    assert "forward_origin" not in ann.messages[-2]
    assert isinstance(forwarded.forward_origin, telegram.MessageOriginUser)
    assert forwarded.forward_origin.sender_user.id == ANN.id


async def test_protected_and_missing_messages_cannot_be_passed_on(bot: telegram.Bot) -> None:
    secret = await bot.send_message(ANN.id, "x", protect_content=True)

    with pytest.raises(BadRequest, match="protected content and can't be forwarded"):
        await bot.forward_message(ANN.id, ANN.id, secret.message_id)
    with pytest.raises(BadRequest, match="Message to copy not found"):
        await bot.copy_message(ANN.id, ANN.id, 99)


async def test_places_and_contacts_are_shown(bot: telegram.Bot, ann: ScriptedPerson) -> None:
    venue = await bot.send_venue(ANN.id, 52.5, 13.4, "Salon", "Main Street 1")
    location = await bot.send_location(ANN.id, 52.5, 13.4)
    contact = await bot.send_contact(ANN.id, "+49151", "Dana")

    assert venue.venue
    assert venue.location == location.location
    assert contact.contact
    assert contact.contact.phone_number == "49151"
    assert ann.unread == 3


async def test_impossible_places_and_actions_are_refused(raw: Raw) -> None:
    place = {"chat_id": ANN.id, "latitude": 91, "longitude": 0}

    assert "wrong location" in await raw.refusal("sendLocation", **place)
    assert "longitude is empty" in await raw.refusal("sendLocation", chat_id=ANN.id, latitude=1)
    assert "wrong parameter action" in await raw.refusal(
        "sendChatAction", chat_id=ANN.id, action="dancing"
    )


@pytest.mark.parametrize("how", ["query", "form", "multipart", "json"])
async def test_parameters_are_read_in_every_form(sandbox: Sandbox, raw: Raw, how: str) -> None:
    url = f"{sandbox.url}/bot{sandbox.token}/SENDmessage"
    markup = '{"inline_keyboard":[[{"text":"Go","callback_data":"go"}]]}'
    fields = {"chat_id": str(ANN.id), "text": "Hi", "reply_markup": markup}

    if how == "query":
        request = raw.session.get(url, params=fields)
    elif how == "form":
        request = raw.session.post(url, data=fields)
    elif how == "multipart":
        form = aiohttp.FormData(fields, default_to_multipart=True)
        request = raw.session.post(url, data=form)
    else:
        request = raw.session.post(url, json=fields)
    async with request as response:
        body = await response.json()

    assert body["result"]["reply_markup"]["inline_keyboard"][0][0]["callback_data"] == "go"


async def test_wrong_doors_are_closed_as_telegram_closes_them(sandbox: Sandbox, raw: Raw) -> None:
    async def get(path: str) -> tuple[int, str]:
        async with raw.session.get(sandbox.url + path) as response:
            return response.status, (await response.json())["description"]

    assert await get(f"/bot{sandbox.token}/noSuchMethod") == (404, "Not Found")
    assert await get("/bot42:other/getMe") == (401, "Unauthorized")
    assert await get("/botnonsense/getMe") == (404, "Not Found")
    assert await get("/file/bot42:other/photos/x.jpg") == (401, "Unauthorized")
    assert await get(f"/file/bot{sandbox.token}/photos/x.jpg") == (404, "Not Found")


async def test_broken_json_is_refused(sandbox: Sandbox, raw: Raw) -> None:
    url = f"{sandbox.url}/bot{sandbox.token}/sendMessage"

    async with raw.session.post(
        url, data=b"{", headers={"Content-Type": "application/json"}
    ) as response:
        assert response.status == 400


async def test_the_bot_and_its_chats_introduce_themselves(
    bot: telegram.Bot, sandbox: Sandbox
) -> None:
    me = await bot.get_me()
    chat = await bot.get_chat(ANN.id)

    assert (me.id, me.is_bot) == (42, True)
    assert (chat.first_name, chat.username, chat.type) == ("Ann", "ann", "private")
    assert await bot.log_out()
    assert await bot.close()
