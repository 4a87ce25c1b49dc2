"""New messages: texts, files, places, contacts, copies."""

from __future__ import annotations

import secrets
from collections.abc import Callable

from bot.sandbox import files
from bot.sandbox.errors import bad_request
from bot.sandbox.formatting import TEXT_LIMIT, Formatted, formatted
from bot.sandbox.keyboards import markup
from bot.sandbox.methods.posting import caption, chat_of, open_chat, post, send
from bot.sandbox.objects import Json, without_nothing
from bot.sandbox.params import Params
from bot.sandbox.world import World

_COPIED = frozenset(
    [
        "text",
        "entities",
        "link_preview_options",
        "photo",
        "document",
        "voice",
        "audio",
        "video",
        "video_note",
        "animation",
        "sticker",
        "location",
        "venue",
        "contact",
        "caption",
        "caption_entities",
        "show_caption_above_media",
        "has_media_spoiler",
    ]
)
_MOST_IN_ALBUM = 10
_CAPTIONED = frozenset({"photo", "document", "voice", "audio", "video", "animation"})
_ACTIONS = frozenset(
    [
        "typing",
        "upload_photo",
        "record_video",
        "upload_video",
        "record_voice",
        "upload_voice",
        "record_audio",
        "upload_audio",
        "upload_document",
        "choose_sticker",
        "find_location",
        "record_video_note",
        "upload_video_note",
    ]
)


def words_of(world: World, params: Params) -> Formatted:
    """The text of a message, or raise that there is none."""
    if not params.text("text"):
        raise bad_request("message text is empty")
    words = formatted(params, "text", "entities", world.user)
    if not words.text:
        raise bad_request("text must be non-empty")
    return words


def text_content(words: Formatted, params: Params) -> Json:
    content: Json = {"text": words.text}
    if words.entities:
        content["entities"] = words.entities
    preview = params.mapping("link_preview_options", "LinkPreviewOptions")
    if preview:
        content["link_preview_options"] = preview
    return content


def send_message(world: World, params: Params) -> Json:
    words = words_of(world, params)
    if len(words.text) > TEXT_LIMIT:
        raise bad_request("message is too long")
    return send(world, params, text_content(words, params))


def _send_file(kind: files.Kind) -> Callable[[World, Params], Json]:
    def send_file(world: World, params: Params) -> Json:
        content = caption(world, params) if kind in _CAPTIONED else {}
        open_chat(world, params)  # nothing is stored for somebody who cannot get it
        content |= files.in_message(world.files.sent(params, kind), params)
        if params.flag("has_spoiler"):
            content["has_media_spoiler"] = True
        return send(world, params, content)

    return send_file


def send_media_group(world: World, params: Params) -> list[Json]:
    """An album: two to ten photos and videos, or two to ten documents."""
    items = params.nested("media", "InputMedia")
    if not isinstance(items, list) or not 2 <= len(items) <= _MOST_IN_ALBUM:
        raise bad_request("wrong number of media in the album")
    kinds = {str(item.get("type")) for item in items}
    if not (kinds <= {"photo", "video"} or kinds == {"document"}):
        raise bad_request("can't use the media of the specified type in the album")
    open_chat(world, params)
    album = str(secrets.randbits(62))
    contents = [_in_album(world, params, item) for item in items]
    return [send(world, params, {"media_group_id": album, **each}) for each in contents]


def _in_album(world: World, params: Params, item: Json) -> Json:
    """The content of one message of an album."""
    kind: files.Kind = item["type"]
    one = Params({**params.values, **item, kind: item.get("media", "")}, params.uploads)
    return files.in_message(world.files.sent(one, kind), one) | caption(world, one)


def send_location(world: World, params: Params) -> Json:
    return send(world, params, {"location": _location(params)})


def send_venue(world: World, params: Params) -> Json:
    title, address = params.text("title").strip(), params.text("address").strip()
    if not title or not address:
        raise bad_request("VENUE_TITLE_EMPTY" if not title else "VENUE_ADDRESS_EMPTY")
    place = _location(params)
    venue = {"location": place, "title": title, "address": address}
    return send(world, params, {"venue": venue, "location": place})


def send_contact(world: World, params: Params) -> Json:
    phone, name = params.text("phone_number"), params.text("first_name")
    if not phone:
        raise bad_request("contact phone number must be non-empty")
    if not name:
        raise bad_request("contact first name must be non-empty")
    contact = without_nothing(
        phone_number=phone.removeprefix("+"),
        first_name=name,
        last_name=params.text("last_name") or None,
        vcard=params.text("vcard") or None,
    )
    return send(world, params, {"contact": contact})


def send_chat_action(world: World, params: Params) -> bool:
    chat = open_chat(world, params)
    action = params.text("action")
    if action not in _ACTIONS:
        raise bad_request("wrong parameter action in request")
    world.events.publish("action", chat=chat.id, action=action)
    return True


def copy_message(world: World, params: Params) -> Json:
    original = _original(world, params, "copy", "copied")
    content = {name: value for name, value in original.items() if name in _COPIED}
    if params.has("caption") and _CAPTIONED & content.keys():
        content.pop("caption", None)
        content.pop("caption_entities", None)
        content |= caption(world, params)
    message = post(world, open_chat(world, params), params, content, markup(params))
    return {"message_id": message["message_id"]}


def forward_message(world: World, params: Params) -> Json:
    original = _original(world, params, "forward", "forwarded")
    content = {name: value for name, value in original.items() if name in _COPIED}
    origin = {"type": "user", "sender_user": original["from"], "date": original["date"]}
    return send(world, params, content | {"forward_origin": original.get("forward_origin", origin)})


def _original(world: World, params: Params, verb: str, done: str) -> Json:
    source = chat_of(world, params, "from_chat_id")
    original = source.messages.get(params.integer("message_id"))
    if original is None:
        raise bad_request(f"message to {verb} not found")
    if original.get("has_protected_content"):
        raise bad_request(f"message has protected content and can't be {done}")
    return original


def _location(params: Params) -> Json:
    latitude, longitude = params.number("latitude"), params.number("longitude")
    if latitude is None or longitude is None:
        raise bad_request(f"{'latitude' if latitude is None else 'longitude'} is empty")
    if not (-90 <= latitude <= 90 and -180 <= longitude <= 180):
        raise bad_request("wrong location specified")
    return {"latitude": latitude, "longitude": longitude}


TABLE: dict[str, Callable[[World, Params], object]] = {
    "sendMessage": send_message,
    "sendPhoto": _send_file("photo"),
    "sendDocument": _send_file("document"),
    "sendMediaGroup": send_media_group,
    "sendVoice": _send_file("voice"),
    "sendAudio": _send_file("audio"),
    "sendVideo": _send_file("video"),
    "sendVideoNote": _send_file("video_note"),
    "sendAnimation": _send_file("animation"),
    "sendSticker": _send_file("sticker"),
    "sendLocation": send_location,
    "sendVenue": send_venue,
    "sendContact": send_contact,
    "sendChatAction": send_chat_action,
    "copyMessage": copy_message,
    "forwardMessage": forward_message,
}
