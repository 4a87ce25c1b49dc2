"""Finding a button under a message or below the chat."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.sandbox.chats import Chat
from bot.sandbox.errors import Impossible
from bot.sandbox.objects import Json

Wanted = str | re.Pattern[str]


def matches(wanted: Wanted, text: str) -> bool:
    """A plain string is looked for anywhere in the text, a pattern is searched."""
    return wanted in text if isinstance(wanted, str) else bool(wanted.search(text))


def inline(message: Json) -> list[Json]:
    """The buttons under a message, row by row."""
    rows = message.get("reply_markup", {}).get("inline_keyboard", [])
    return [button for row in rows for button in row]


def inline_at(message: Json, row: int, column: int) -> Json:
    """The button in a place, counted from 0, or raise that there is none."""
    rows = message.get("reply_markup", {}).get("inline_keyboard", [])
    if not (0 <= row < len(rows) and 0 <= column < len(rows[row])):
        raise Impossible("there is no button in that place", status=400)
    found: Json = rows[row][column]
    return found


def find_inline(chat: Chat, wanted: Wanted, message_id: int | None) -> tuple[Json, Json] | None:
    """The newest message with such a button, and the button; equal labels win over longer ones."""
    for message in _candidates(chat, message_id):
        fitting = [b for b in inline(message) if matches(wanted, b["text"])]
        if fitting:
            return message, next((b for b in fitting if b["text"] == wanted), fitting[0])
    return None


def find_reply(chat: Chat, wanted: Wanted) -> Json | None:
    """A button in place of the letters."""
    rows = (chat.reply_keyboard or {}).get("keyboard", [])
    return next((b for row in rows for b in row if matches(wanted, b["text"])), None)


def _candidates(chat: Chat, message_id: int | None) -> Iterator[Json]:
    if message_id is None:
        return chat.of_the_bot()
    return iter([chat.messages[message_id]] if message_id in chat.messages else [])
