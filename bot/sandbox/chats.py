"""The private chat of one person with the bot."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from dataclasses import dataclass, field

from bot.sandbox.objects import Json
from bot.sandbox.persons import Person

MOST_MESSAGES = 1000


@dataclass(slots=True)
class Chat:
    person: Person
    messages: dict[int, Json] = field(default_factory=dict)  # oldest first
    last_id: int = 0
    reply_keyboard: Json | None = None
    unread: int = 0
    pinned: list[int] = field(default_factory=list)
    uneditable: set[int] = field(default_factory=set)  # sent with a keyboard that is not inline
    reactions: dict[int, list[Json]] = field(default_factory=dict)
    _waiting: list[asyncio.Future[None]] = field(default_factory=list)

    @property
    def id(self) -> int:
        return self.person.id

    def next_id(self) -> int:
        self.last_id += 1
        return self.last_id

    def add(self, message: Json) -> None:
        self.messages[message["message_id"]] = message
        if len(self.messages) > MOST_MESSAGES:
            self._forget(next(iter(self.messages)))
        self._wake()

    def replace(self, message: Json) -> None:
        self.messages[message["message_id"]] = message
        self._wake()

    def remove(self, message_id: int) -> None:
        self._forget(message_id)
        self._wake()

    def of_the_bot(self) -> Iterator[Json]:
        """The bot's messages, newest first."""
        return (m for m in reversed(self.messages.values()) if m["from"]["is_bot"])

    async def change(self) -> None:
        """Wait until a message comes, changes or goes."""
        waiter: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._waiting.append(waiter)
        await waiter

    def _forget(self, message_id: int) -> None:
        del self.messages[message_id]
        self.uneditable.discard(message_id)
        self.reactions.pop(message_id, None)
        if message_id in self.pinned:
            self.pinned.remove(message_id)

    def _wake(self) -> None:
        waiting, self._waiting = self._waiting, []
        for waiter in waiting:
            if not waiter.done():
                waiter.set_result(None)
