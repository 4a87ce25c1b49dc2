"""Messages that are changed, removed, pinned or reacted to after they were sent."""

from __future__ import annotations

from collections.abc import Callable

from bot.sandbox import files
from bot.sandbox.chats import Chat
from bot.sandbox.errors import ApiError, bad_request
from bot.sandbox.formatting import CAPTION_LIMIT, TEXT_LIMIT, formatted
from bot.sandbox.keyboards import inline_markup
from bot.sandbox.methods.posting import caption, chat_of, open_chat
from bot.sandbox.methods.sending import text_content, words_of
from bot.sandbox.objects import Json
from bot.sandbox.params import Params
from bot.sandbox.world import World

_DELETABLE_SECONDS = 48 * 3600
_TEXT_FIELDS = ("text", "entities", "link_preview_options", "reply_markup")
_CAPTION_FIELDS = ("caption", "caption_entities", "show_caption_above_media", "reply_markup")
_MEDIA_FIELDS = (*_TEXT_FIELDS, *_CAPTION_FIELDS, *files.KINDS)
_CAPTIONED = ("photo", "document", "voice", "audio", "video", "animation")
_EDITABLE: tuple[files.Kind, ...] = ("photo", "document", "audio", "video", "animation")
_EMOJI = (
    "❤ 👍 👎 🔥 🥰 👏 😁 🤔 🤯 😱 🤬 😢 🎉 🤩 🤮 💩 🙏 👌 🕊 🤡 "
    "🥱 🥴 😍 🐳 ❤‍🔥 🌚 🌭 💯 🤣 ⚡ 🍌 🏆 💔 🤨 😐 🍓 🍾 💋 🖕 😈 "
    "😴 😭 🤓 👻 👨‍💻 👀 🎃 🙈 😇 😨 🤝 ✍ 🤗 🫡 🎅 🎄 ☃ 💅 🤪 🗿 "
    "🆒 💘 🙉 🦄 😘 💊 🙊 😎 👾 🤷‍♂ 🤷 🤷‍♀ 😡 "
)
_REACTIONS = frozenset(_EMOJI.split())


def edit_text(world: World, params: Params) -> Json:
    """Without reply_markup the keyboard goes, as in Telegram."""
    chat, message = _editable(world, params)
    words = words_of(world, params)
    if "text" not in message:
        raise bad_request("there is no text in the message to edit")
    if len(words.text) > TEXT_LIMIT:
        raise bad_request("MESSAGE_TOO_LONG")
    content = text_content(words, params) | _keyboard(params)
    return _edit(world, chat, message, _TEXT_FIELDS, content)


def edit_caption(world: World, params: Params) -> Json:
    chat, message = _editable(world, params)
    if not any(kind in message for kind in _CAPTIONED):
        raise bad_request("there is no caption in the message to edit")
    words = formatted(params, "caption", "caption_entities", world.user)
    if len(words.text) > CAPTION_LIMIT:
        raise bad_request("MEDIA_CAPTION_TOO_LONG")
    content = _keyboard(params)
    if words.text:
        content["caption"] = words.text
    if words.entities:
        content["caption_entities"] = words.entities
    if words.text and params.flag("show_caption_above_media"):
        content["show_caption_above_media"] = True
    return _edit(world, chat, message, _CAPTION_FIELDS, content)


def edit_media(world: World, params: Params) -> Json:
    """Another file in place of the present one or of a text."""
    chat, message = _editable(world, params)
    given = params.mapping("media", "InputMedia")
    kind = next((each for each in _EDITABLE if each == given.get("type")), None)
    if kind is None:
        raise bad_request("can't parse InputMedia: type must be one of " + ", ".join(_EDITABLE))
    media = Params(given | {kind: given.get("media")}, params.uploads)
    content = caption(world, media) | _keyboard(params)
    content |= files.in_message(world.files.sent(media, kind), media)
    return _edit(world, chat, message, _MEDIA_FIELDS, content)


def edit_reply_markup(world: World, params: Params) -> Json:
    chat, message = _editable(world, params)
    return _edit(world, chat, message, ("reply_markup",), _keyboard(params))


def delete_message(world: World, params: Params) -> bool:
    chat = chat_of(world, params)
    message = _named(chat, params, "delete")
    if not _is_young(world, message):
        raise bad_request("message can't be deleted for everyone")
    _delete(world, chat, message["message_id"])
    return True


def delete_messages(world: World, params: Params) -> bool:
    """Those that are gone or too old are skipped."""
    chat = chat_of(world, params)
    ids = params.nested("message_ids", "message identifiers")
    if not isinstance(ids, list) or not ids or not all(isinstance(i, int) for i in ids):
        raise bad_request("message identifiers are not specified")
    if len(ids) > 100:
        raise bad_request("too many message identifiers specified")
    for message_id in ids:
        message = chat.messages.get(message_id)
        if message and _is_young(world, message):
            _delete(world, chat, message_id)
    return True


def pin(world: World, params: Params) -> bool:
    chat = open_chat(world, params)
    message_id = _named(chat, params, "pin")["message_id"]
    chat.pinned = [pinned for pinned in chat.pinned if pinned != message_id] + [message_id]
    world.changed()
    return True


def unpin(world: World, params: Params) -> bool:
    """Without a message_id the one pinned last goes."""
    chat = open_chat(world, params)
    message_id = params.integer("message_id") or (chat.pinned[-1] if chat.pinned else 0)
    if message_id not in chat.pinned:
        raise bad_request("message to unpin not found")
    chat.pinned.remove(message_id)
    world.changed()
    return True


def react(world: World, params: Params) -> bool:
    chat = open_chat(world, params)
    message_id = _named(chat, params, "react")["message_id"]
    reactions = params.nested("reaction", "reaction types") or []
    if not isinstance(reactions, list) or len(reactions) > 1:
        raise bad_request("REACTIONS_TOO_MANY")
    if not all(_is_known(reaction) for reaction in reactions):
        raise bad_request("REACTION_INVALID")
    chat.reactions[message_id] = reactions
    world.changed()
    return True


def _is_known(reaction: object) -> bool:
    if not isinstance(reaction, dict) or reaction.get("type") != "emoji":
        return False
    return str(reaction.get("emoji", "")).replace("\ufe0f", "") in _REACTIONS


def _editable(world: World, params: Params) -> tuple[Chat, Json]:
    """The message a call wants to edit, or raise why it cannot be."""
    if params.text("inline_message_id"):
        raise bad_request("MESSAGE_ID_INVALID")
    if not params.integer("message_id"):
        raise bad_request("message identifier is not specified")
    chat = open_chat(world, params)
    message = _named(chat, params, "edit")
    if message["from"]["id"] != world.bot["id"] or message["message_id"] in chat.uneditable:
        raise bad_request("message can't be edited")
    if "forward_origin" in message:
        raise bad_request("message can't be edited")
    return chat, message


def _named(chat: Chat, params: Params, verb: str) -> Json:
    message_id = params.integer("message_id")
    if not message_id:
        raise bad_request("message identifier is not specified")
    message = chat.messages.get(message_id)
    if message is None:
        raise bad_request(f"message to {verb} not found")
    return message


def _keyboard(params: Params) -> Json:
    keyboard = inline_markup(params)
    return {"reply_markup": keyboard} if keyboard else {}


def _edit(world: World, chat: Chat, message: Json, fields: tuple[str, ...], content: Json) -> Json:
    """Replace these fields by the content, or raise that this changes nothing."""
    if all(message.get(name) == content.get(name) for name in fields):
        raise _not_modified()
    kept = {name: value for name, value in message.items() if name not in fields}
    edited = kept | {"edit_date": world.now()} | content
    chat.replace(edited)
    world.seen("edited", chat, message=edited)
    return edited


def _not_modified() -> ApiError:
    return bad_request(
        "message is not modified: specified new message content and reply markup are exactly "
        "the same as a current content and reply markup of the message"
    )


def _is_young(world: World, message: Json) -> bool:
    return bool(world.now() - message["date"] < _DELETABLE_SECONDS)


def _delete(world: World, chat: Chat, message_id: int) -> None:
    chat.remove(message_id)
    world.seen("deleted", chat, message_id=message_id)


TABLE: dict[str, Callable[[World, Params], object]] = {
    "editMessageText": edit_text,
    "editMessageCaption": edit_caption,
    "editMessageMedia": edit_media,
    "editMessageReplyMarkup": edit_reply_markup,
    "deleteMessage": delete_message,
    "deleteMessages": delete_messages,
    "pinChatMessage": pin,
    "unpinChatMessage": unpin,
    "setMessageReaction": react,
}
