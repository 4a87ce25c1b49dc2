"""Sorting updates before anybody reads them."""

from typing import Any

import pytest
from telegram import Update

from bot.telegram.envelopes import Json, Kind, envelope, lane_of, slim

ANN = {"id": 7, "is_bot": False, "first_name": "Ann", "language_code": "pt-br"}
PRIVATE = {"id": 7, "type": "private", "first_name": "Ann"}
GROUP = {"id": -5, "type": "group", "title": "Friends"}
BOT = {"id": 42, "is_bot": True, "first_name": "Randevu"}


def message(text: str = "Hello", chat: Json = PRIVATE, **more: object) -> dict[str, Any]:
    return {"message_id": 3, "date": 1, "chat": chat, "from": ANN, "text": text, **more}


def membership(status: str) -> dict[str, Any]:
    member: dict[str, Any] = {"user": BOT, "status": status}
    if status == "kicked":
        member["until_date"] = 0
    old = {"user": BOT, "status": "left"}
    return {
        "chat": PRIVATE,
        "from": ANN,
        "date": 1,
        "old_chat_member": old,
        "new_chat_member": member,
    }


def tapped(shown: Json | None) -> dict[str, Any]:
    query = {"id": "9", "from": ANN, "chat_instance": "1", "data": "1~b"}
    return {**query, "message": shown} if shown else query


def read(**fields: object) -> Update:
    return Update.de_json({"update_id": 1, **fields}, None)


@pytest.mark.parametrize(
    ("fields", "kind"),
    [
        ({"message": message()}, Kind.TALK),
        ({"callback_query": tapped(message())}, Kind.TALK),
        ({"callback_query": tapped({"message_id": 3, "date": 0, "chat": PRIVATE})}, Kind.TALK),
        ({"callback_query": tapped(None)}, Kind.IGNORED),
        ({"edited_message": message()}, Kind.TALK),
        ({"edited_message": message("Hello", GROUP)}, Kind.IGNORED),
        ({"message": message(pinned_message=message())}, Kind.IGNORED),
        ({"message": message("/book@randevu_bot", GROUP)}, Kind.GROUP),
        ({"message": message("Hello all", GROUP)}, Kind.IGNORED),
        ({"my_chat_member": membership("kicked")}, Kind.LEFT),
        ({"my_chat_member": membership("member")}, Kind.CAME_BACK),
        ({"channel_post": message("News", {"id": -9, "type": "channel"})}, Kind.IGNORED),
    ],
)
def test_every_update_has_its_kind(fields: dict[str, Any], kind: Kind) -> None:
    assert envelope(read(**fields)).kind is kind


def test_a_tap_says_which_message_and_which_query() -> None:
    source, sender = envelope(read(callback_query=tapped(message()))).talk

    assert (source.chat_id, source.message_id, source.query_id) == (7, 3, "9")
    assert (sender.telegram_id, sender.first_name, sender.language) == (7, "Ann", "en")


def test_of_a_tapped_message_only_the_address_is_read() -> None:
    keyboard = {"inline_keyboard": [[{"text": "One", "callback_data": "1~b"}]]}
    slimmed = slim({"update_id": 1, "callback_query": tapped(message(reply_markup=keyboard))})

    assert slimmed["callback_query"]["message"] == {"message_id": 3, "date": 0, "chat": PRIVATE}
    assert slimmed["callback_query"]["data"] == "1~b"


def test_other_updates_stay_as_they_are() -> None:
    update = {"update_id": 1, "message": message()}

    assert slim(update) is update


def test_text_and_tap_of_one_person_share_a_lane() -> None:
    text = {"update_id": 1, "message": message()}
    tap = {"update_id": 2, "callback_query": tapped(message())}

    assert lane_of(text) == lane_of(tap) == 7


def test_updates_of_nobody_share_no_lane() -> None:
    assert lane_of({"update_id": 1}) != lane_of({"update_id": 2, "message": "nonsense"})
