"""The last calls and updates, for the page and for tests."""

from __future__ import annotations

from collections import deque
from datetime import UTC, datetime

import orjson

from bot.sandbox.events import Events
from bot.sandbox.objects import Json

KEPT = 500
_PROSE = frozenset({"text", "caption"})


class Traffic:
    def __init__(self, events: Events, *, on: bool) -> None:
        self._events = events
        self._entries: deque[Json] = deque(maxlen=KEPT)
        self._count = 0
        self.on = on

    def call(self, request: Json, reply: Json, *, method: str, status: int, ms: float) -> None:
        entry = {"kind": "call", "method": method, "status": status, "ms": round(ms, 2)}
        self._note(entry | {"request": request, "response": reply, "chat": _chat_of(request)})

    def update(self, update: Json, reply: Json | None, *, status: int, ms: float) -> None:
        entry = {"kind": "update", "method": "update", "status": status, "ms": round(ms, 2)}
        self._note(entry | {"request": update, "response": reply, "chat": chat_of_update(update)})

    def entries(self) -> list[Json]:
        """Oldest first."""
        return [_readable(entry) for entry in self._entries]

    def _note(self, entry: Json) -> None:
        self._count += 1
        entry |= {"id": self._count, "at": datetime.now(UTC)}
        self._entries.append(entry)
        if self._events:
            self._events.publish("traffic", entry=_readable(entry))


def chat_of_update(update: Json) -> int | None:
    for name in ("message", "edited_message", "my_chat_member"):
        if name in update:
            return int(update[name]["chat"]["id"])
    return int(update["callback_query"]["from"]["id"]) if "callback_query" in update else None


def _chat_of(request: Json) -> int | None:
    try:
        return int(request["chat_id"])
    except (KeyError, TypeError, ValueError):
        return None


def _readable(entry: Json) -> Json:
    """Nested JSON as objects rather than as text in text."""
    request = {
        name: value if name in _PROSE else _parsed(value)
        for name, value in entry["request"].items()
    }
    return entry | {"request": request}


def _parsed(value: object) -> object:
    if not isinstance(value, str) or value[:1] not in {"{", "["}:
        return value
    try:
        return orjson.loads(value)
    except orjson.JSONDecodeError:
        return value
