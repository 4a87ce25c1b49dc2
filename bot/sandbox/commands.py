"""Command lists by scope and language, and which of them a person sees."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from bot.sandbox.errors import bad_request
from bot.sandbox.objects import Json
from bot.sandbox.params import Params
from bot.sandbox.persons import Person

MOST_COMMANDS = 100
_NAME = re.compile(r"[a-z0-9_]+")
_LANGUAGE = re.compile(r"[a-z]{2}")
_PLAIN_SCOPES = frozenset(
    ["default", "all_private_chats", "all_group_chats", "all_chat_administrators"]
)
_CHAT_SCOPES = frozenset(["chat", "chat_administrators", "chat_member"])

Key = tuple[str, str]  # scope, language


@dataclass(slots=True)
class Commands:
    lists: dict[Key, list[Json]] = field(default_factory=dict)

    def set(self, key: Key, commands: object) -> None:
        """Replace a list; an empty one is the same as none."""
        checked = _checked(commands)
        if checked:
            self.lists[key] = checked
        else:
            self.delete(key)

    def get(self, key: Key) -> list[Json]:
        return self.lists.get(key, [])

    def delete(self, key: Key) -> None:
        self.lists.pop(key, None)

    def seen_by(self, person: Person) -> list[Json]:
        """The list of the narrowest scope, in the person's language before the one for all."""
        for scope in (f"chat:{person.id}", "all_private_chats", "default"):
            for language in (person.language, ""):
                if (scope, language) in self.lists:
                    return self.lists[scope, language]
        return []


def key_of(params: Params) -> Key:
    """The scope and the language a call is about. "chat" scopes carry their chat: "chat:1001"."""
    return _scope(params.nested("scope", "BotCommandScope")), language_of(params)


def language_of(params: Params) -> str:
    language = params.text("language_code")
    if language and not _LANGUAGE.fullmatch(language):
        raise bad_request("invalid language code specified")
    return language


def scope_chat(key: Key) -> int | None:
    """The chat a scope names, if it names one."""
    kind, _, chat = key[0].partition(":")
    return int(chat) if kind == "chat" else None


def _scope(scope: object) -> str:
    if not scope:
        return "default"
    kind = scope.get("type") if isinstance(scope, dict) else None
    if not isinstance(scope, dict) or kind not in _PLAIN_SCOPES | _CHAT_SCOPES:
        raise bad_request("can't parse BotCommandScope: unsupported type specified")
    if kind in _PLAIN_SCOPES:
        return str(kind)
    if not str(scope.get("chat_id", "")).lstrip("-").isdigit():
        raise bad_request("chat not found")
    if kind != "chat":
        raise bad_request(f"can't use specified scope in private chats: {kind}")
    return f"chat:{scope['chat_id']}"


def _checked(commands: object) -> list[Json]:
    if not isinstance(commands, list):
        raise bad_request("can't parse commands: expected an Array of BotCommand")
    if len(commands) > MOST_COMMANDS:
        raise bad_request("BOT_COMMANDS_TOO_MUCH")
    return [_checked_command(command) for command in commands]


def _checked_command(command: object) -> Json:
    if not isinstance(command, dict):
        raise bad_request("can't parse BotCommand: expected an Object")
    name = str(command.get("command") or "").removeprefix("/")
    description = str(command.get("description") or "").strip()
    if not name:
        raise bad_request("command name must be non-empty")
    if len(name) > 32:
        raise bad_request("command name length must not exceed 32")
    if not _NAME.fullmatch(name):
        raise bad_request("BOT_COMMAND_INVALID")
    if not description:
        raise bad_request("command description must be non-empty")
    if len(description) > 256:
        raise bad_request("command description length must not exceed 256")
    return {"command": name, "description": description}
