"""How the bot's messages get into a chat: to whom, with what, under which limits."""

from __future__ import annotations

from bot.sandbox.acts import without_reply
from bot.sandbox.chats import Chat
from bot.sandbox.errors import bad_request, forbidden
from bot.sandbox.formatting import CAPTION_LIMIT, formatted
from bot.sandbox.keyboards import Markup, markup
from bot.sandbox.objects import Json
from bot.sandbox.params import Params
from bot.sandbox.world import World


def chat_of(world: World, params: Params, field: str = "chat_id") -> Chat:
    """The chat a call names, whether or not the bot may write there."""
    given = params.text(field)
    if not given:
        raise bad_request(f"{field} is empty")
    try:
        return world.chats[int(given)]
    except (KeyError, ValueError) as error:
        raise bad_request("chat not found") from error


def open_chat(world: World, params: Params) -> Chat:
    """The chat a call names, or raise why the bot may not write there."""
    chat = chat_of(world, params)
    if params.text("business_connection_id"):
        raise bad_request("business connection not found")
    if params.integer("message_thread_id"):
        raise bad_request("message thread not found")
    if chat.person.blocked:
        raise forbidden("bot was blocked by the user")
    if not chat.person.started:
        raise forbidden("bot can't initiate conversation with a user")
    return chat


def send(world: World, params: Params, content: Json) -> Json:
    """Post a new message as the parameters of any send method say."""
    return post(world, open_chat(world, params), params, content, markup(params))


def post(world: World, chat: Chat, params: Params, content: Json, wanted: Markup) -> Json:
    reply = _reply(chat, params)
    world.flood.admit(chat.id)
    message: Json = {
        "message_id": chat.next_id(),
        "from": world.bot,
        "chat": chat.person.chat,
        "date": world.now(),
        **reply,
        **content,
        **_options(params),
    }
    if wanted.inline:
        message["reply_markup"] = wanted.inline
    _apply(chat, wanted, message["message_id"])
    chat.unread += 1
    chat.add(message)
    world.seen("message", chat, message=message, silent=params.flag("disable_notification"))
    return message


def caption(world: World, params: Params) -> Json:
    """The caption fields of a file, where one is given."""
    words = formatted(params, "caption", "caption_entities", world.user)
    if len(words.text) > CAPTION_LIMIT:
        raise bad_request("message caption is too long")
    if not words.text:
        return {}
    found: Json = {"caption": words.text}
    if words.entities:
        found["caption_entities"] = words.entities
    if params.flag("show_caption_above_media"):
        found["show_caption_above_media"] = True
    return found


def _apply(chat: Chat, wanted: Markup, message_id: int) -> None:
    if wanted.blocks_edits:
        chat.uneditable.add(message_id)
        chat.reply_keyboard = wanted.reply


def _options(params: Params) -> Json:
    options: Json = {}
    if params.flag("protect_content"):
        options["has_protected_content"] = True
    if params.text("message_effect_id"):
        options["effect_id"] = params.text("message_effect_id")
    return options


def _reply(chat: Chat, params: Params) -> Json:
    """The message replied to; old clients name it by reply_to_message_id."""
    wanted = params.mapping("reply_parameters", "ReplyParameters")
    message_id = wanted.get("message_id") or params.integer("reply_to_message_id")
    if not message_id:
        return {}
    replied = chat.messages.get(message_id)
    if replied:
        return {"reply_to_message": without_reply(replied)}
    lenient = params.flag("allow_sending_without_reply")
    if not lenient and not wanted.get("allow_sending_without_reply"):
        raise bad_request("message to be replied not found")
    return {}
