"""What people do in Telegram, and the updates it causes."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

from bot.sandbox.chats import Chat
from bot.sandbox.errors import Impossible
from bot.sandbox.files import StoredFile, in_message
from bot.sandbox.formatting import CAPTION_LIMIT, TEXT_LIMIT, Formatted, plain
from bot.sandbox.objects import Json, without_nothing
from bot.sandbox.queries import Query
from bot.sandbox.updates import callback_queue, member_queue, message_queue
from bot.sandbox.world import World

_WORDED = frozenset({"text", "photo", "document", "voice", "audio", "video", "animation"})


def write(
    world: World,
    chat: Chat,
    text: str,
    reply_to: int | None = None,
    entities: Sequence[Json] = (),
) -> Json:
    """Send a text; like all acts, it starts the bot first where that has not been done."""
    words = _within(plain(text, entities), TEXT_LIMIT)
    if not words.text:
        raise Impossible("a message needs a text", status=400)
    return _send(world, chat, {"text": words.text, **_entities("entities", words)}, reply_to)


def forward(world: World, chat: Chat, text: str, name: str) -> Json:
    """Send on what somebody has said elsewhere who does not show their account."""
    words = _within(plain(text), TEXT_LIMIT)
    origin = {"type": "hidden_user", "sender_user_name": name, "date": world.now()}
    content = {"text": words.text, **_entities("entities", words), "forward_origin": origin}
    return _send(world, chat, content)


def share_contact(world: World, chat: Chat, contact: Json | None = None) -> Json:
    """Send a contact: one's own unless another is given."""
    who = chat.person
    own = without_nothing(
        phone_number=who.phone,
        first_name=who.persona.first_name,
        last_name=who.persona.last_name,
        user_id=who.id,
    )
    return _send(world, chat, {"contact": contact or own})


def share_location(world: World, chat: Chat, latitude: float, longitude: float) -> Json:
    if not (-90 <= latitude <= 90 and -180 <= longitude <= 180):
        raise Impossible("there is no such place on earth", status=400)
    return _send(world, chat, {"location": {"latitude": latitude, "longitude": longitude}})


def send_file(
    world: World,
    chat: Chat,
    stored: StoredFile,
    caption: str = "",
    album: str = "",
    reply_to: int | None = None,
) -> Json:
    words = _within(plain(caption), CAPTION_LIMIT)
    content = in_message(stored)
    if words.text:
        content |= {"caption": words.text, **_entities("caption_entities", words)}
    if album:
        content["media_group_id"] = album
    return _send(world, chat, content, reply_to)


def edit(world: World, chat: Chat, message_id: int, text: str) -> Json:
    """Change a text of one's own, or the caption of a file."""
    message = chat.messages.get(message_id)
    if not message or message["from"]["id"] != chat.id or not _WORDED & message.keys():
        raise Impossible("only words of one's own can be edited", status=400)
    if "text" in message:
        field, entities, limit = "text", "entities", TEXT_LIMIT
    else:
        field, entities, limit = "caption", "caption_entities", CAPTION_LIMIT
    words = _within(plain(text), limit)
    kept = {name: value for name, value in message.items() if name not in {field, entities}}
    said = {field: words.text} if words.text else {}
    edited = kept | said | {"edit_date": world.now(), **_entities(entities, words)}
    chat.replace(edited)
    world.updates.add("edited_message", edited, message_queue(chat.id))
    world.seen("edited", chat, message=edited)
    return edited


def tap(world: World, chat: Chat, message_id: int, data: str) -> Query:
    """Press a button with this data. A message that is gone is tapped as an inaccessible one."""
    _check_not_blocking(chat)
    message = chat.messages.get(message_id)
    if message and not message["from"]["is_bot"]:
        raise Impossible("there are no buttons under one's own messages", status=400)
    query = world.queries.ask(chat.id)
    payload = {
        "id": query.id,
        "from": chat.person.user,
        "message": message or _inaccessible(chat, message_id),
        "chat_instance": _chat_instance(world, chat),
        "data": data,
    }
    queue = callback_queue(chat.id)
    world.updates.add("callback_query", payload, queue, world.queries.lifetime)
    chat.unread = 0
    world.changed()
    return query


def block(world: World, chat: Chat) -> None:
    if not chat.person.blocked:
        chat.person.blocked = True
        _membership(world, chat, "member", "kicked")


def unblock(world: World, chat: Chat) -> None:
    if chat.person.blocked:
        chat.person.blocked = False
        _membership(world, chat, "kicked", "member")


def _send(world: World, chat: Chat, content: Json, reply_to: int | None = None) -> Json:
    _check_not_blocking(chat)
    if not chat.person.started:
        chat.person.started = True
        _membership(world, chat, "left", "member")
    message: Json = {
        "message_id": chat.next_id(),
        "from": chat.person.user,
        "chat": chat.person.chat,
        "date": world.now(),
    }
    replied = chat.messages.get(reply_to) if reply_to else None
    if replied:
        message["reply_to_message"] = without_reply(replied)
    message |= content
    chat.unread = 0
    if chat.reply_keyboard and chat.reply_keyboard.get("force_reply"):
        chat.reply_keyboard = None
    chat.add(message)
    world.updates.add("message", message, message_queue(chat.id))
    world.seen("message", chat, message=message, silent=False)
    return message


def without_reply(message: Json) -> Json:
    """A message inside another one; Telegram nests them only once."""
    return {name: value for name, value in message.items() if name != "reply_to_message"}


def _check_not_blocking(chat: Chat) -> None:
    if chat.person.blocked:
        raise Impossible("the bot is blocked; unblock it first")


def _membership(world: World, chat: Chat, old: str, new: str) -> None:
    payload = {
        "chat": chat.person.chat,
        "from": chat.person.user,
        "date": world.now(),
        "old_chat_member": _member(world, old),
        "new_chat_member": _member(world, new),
    }
    world.updates.add("my_chat_member", payload, member_queue(chat.id))
    world.tell_person(chat)


def _member(world: World, status: str) -> Json:
    member = {"user": world.bot, "status": status}
    return member | {"until_date": 0} if status == "kicked" else member


def _inaccessible(chat: Chat, message_id: int) -> Json:
    return {"chat": chat.person.chat, "message_id": message_id, "date": 0}


def _chat_instance(world: World, chat: Chat) -> str:
    """One number for a chat with a bot, the same for ever."""
    digest = hashlib.sha256(f"{world.bot['id']}:{chat.id}".encode()).digest()
    return str(int.from_bytes(digest[:8], "big", signed=True))


def _within(words: Formatted, limit: int) -> Formatted:
    if len(words.text) > limit:
        raise Impossible(f"a text can have {limit} characters at most", status=400)
    return words


def _entities(name: str, words: Formatted) -> Json:
    return {name: words.entities} if words.entities else {}
