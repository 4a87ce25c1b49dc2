"""What the bot says about itself: commands, descriptions, name, menu button."""

from __future__ import annotations

from collections.abc import Callable

from bot.sandbox.commands import Key, key_of, language_of, scope_chat
from bot.sandbox.errors import bad_request
from bot.sandbox.methods.posting import chat_of
from bot.sandbox.objects import Json
from bot.sandbox.params import Params
from bot.sandbox.world import World

Call = Callable[[World, Params], object]


def set_my_commands(world: World, params: Params) -> bool:
    key = _known_key(world, params)
    world.commands.set(key, params.nested("commands", "commands"))
    _tell_all(world)
    return True


def get_my_commands(world: World, params: Params) -> list[Json]:
    return world.commands.get(_known_key(world, params))


def delete_my_commands(world: World, params: Params) -> bool:
    world.commands.delete(_known_key(world, params))
    _tell_all(world)
    return True


def set_chat_menu_button(world: World, params: Params) -> bool:
    chat_id = chat_of(world, params).id if params.text("chat_id") else 0
    world.profile.set_menu_button(chat_id, params.nested("menu_button", "MenuButton"))
    _tell_all(world)
    return True


def get_chat_menu_button(world: World, params: Params) -> Json:
    chat_id = chat_of(world, params).id if params.text("chat_id") else 0
    return world.profile.menu_button(chat_id)


def _write(field: str) -> Call:
    def write(world: World, params: Params) -> bool:
        world.profile.write(field, language_of(params), params.text(field))
        world.changed()
        return True

    return write


def _read(field: str) -> Call:
    def read(world: World, params: Params) -> Json:
        text = world.profile.read(field, language_of(params))
        if field == "name" and not text:
            text = world.bot["first_name"]
        return {field: text}

    return read


def _known_key(world: World, params: Params) -> Key:
    key = key_of(params)
    chat_id = scope_chat(key)
    if chat_id is not None and chat_id not in world.chats:
        raise bad_request("chat not found")
    return key


def _tell_all(world: World) -> None:
    for chat in world.chats.values():
        world.tell_menu(chat)


TABLE: dict[str, Call] = {
    "setMyCommands": set_my_commands,
    "getMyCommands": get_my_commands,
    "deleteMyCommands": delete_my_commands,
    "setMyDescription": _write("description"),
    "getMyDescription": _read("description"),
    "setMyShortDescription": _write("short_description"),
    "getMyShortDescription": _read("short_description"),
    "setMyName": _write("name"),
    "getMyName": _read("name"),
    "setChatMenuButton": set_chat_menu_button,
    "getChatMenuButton": get_chat_menu_button,
}
