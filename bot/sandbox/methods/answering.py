"""Answers to taps, and questions about the bot, chats and files."""

from __future__ import annotations

from collections.abc import Callable

from bot.sandbox.errors import bad_request
from bot.sandbox.methods.posting import chat_of
from bot.sandbox.objects import Json
from bot.sandbox.params import Params
from bot.sandbox.queries import Answer
from bot.sandbox.world import World

_LONGEST_ANSWER = 200


def answer_callback_query(world: World, params: Params) -> bool:
    text, url = params.text("text"), params.text("url")
    if len(text) > _LONGEST_ANSWER:
        raise bad_request("MESSAGE_TOO_LONG")
    if url and not url.startswith(_links_of(world)):
        raise bad_request("URL_INVALID")
    answer = Answer(text or None, params.flag("show_alert"), url or None)
    query = world.queries.answered(params.text("callback_query_id"), answer)
    world.events.publish(
        "answer",
        chat=query.chat_id,
        callback_query_id=query.id,
        text=answer.text,
        show_alert=answer.show_alert,
        url=answer.url,
    )
    return True


def get_me(world: World, _params: Params) -> Json:
    return world.bot | {
        "can_join_groups": True,
        "can_read_all_group_messages": False,
        "supports_guest_queries": False,
        "supports_inline_queries": False,
        "can_connect_to_business": False,
        "has_main_web_app": False,
        "has_topics_enabled": False,
        "allows_users_to_create_topics": False,
        "can_manage_bots": False,
        "supports_join_request_queries": False,
    }


def get_chat(world: World, params: Params) -> Json:
    chat = chat_of(world, params)
    full = chat.person.chat | {
        "accent_color_id": chat.id % 7,
        "max_reaction_count": 11,
        "accepted_gift_types": {
            "unlimited_gifts": True,
            "limited_gifts": True,
            "unique_gifts": True,
            "premium_subscription": True,
            "gifts_from_channels": True,
        },
    }
    if chat.person.persona.username:
        full["active_usernames"] = [chat.person.persona.username]
    if chat.pinned:
        full["pinned_message"] = chat.messages[chat.pinned[-1]]
    return full


def get_file(world: World, params: Params) -> Json:
    if not params.text("file_id"):
        raise bad_request("file_id not specified")
    return world.files.downloadable(params.text("file_id"))


def agree(_world: World, _params: Params) -> bool:
    """logOut and close: there is no other server to go to."""
    return True


def _links_of(world: World) -> tuple[str, ...]:
    """Only the bot's own deep links may be opened by an answer."""
    name = world.bot["username"]
    return f"https://t.me/{name}?start=", f"http://t.me/{name}?start=", f"t.me/{name}?start="


TABLE: dict[str, Callable[[World, Params], object]] = {
    "answerCallbackQuery": answer_callback_query,
    "getMe": get_me,
    "getChat": get_chat,
    "getFile": get_file,
    "logOut": agree,
    "close": agree,
}
