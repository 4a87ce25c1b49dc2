"""Customers who walk through whole conversations, all at the same time and as fast as they can.

All that they know of the bot is what its keys say: they tap the first kind of key that leads on.
"""

import asyncio
import random
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Protocol

import orjson

from bot.views import taps
from bot.views.buttons import VERSION
from bot.views.screens import Style
from tests.benchmarks.wire import Line

Json = Mapping[str, Any]

# From the start page on; a time that somebody else was faster to take is picked once more.
BOOKING = (
    taps.Book,
    taps.PickProvider,
    taps.PickService,
    taps.TurnMonth,
    taps.PickDay,
    taps.PickTime,
    taps.Confirm,
)
ANY_STEP = "echo"  # so begins what the keys of a bot say that all lead on
LENGTH = 1 + len(BOOKING)  # updates of a conversation, /start included
_PATIENCE = 5.0  # seconds for a screen to change
_TRIES = 6
_DATE = 1_767_225_600  # of all messages of customers


@dataclass(frozen=True, slots=True)
class Walk:
    """What is to be walked, a conversation by each customer, to the webhook on this port."""

    port: int
    path: str
    secret: str
    customers: int
    steps: int = len(BOOKING)  # how far, from the start page on
    latency: float = 0.0  # seconds that each call of the Bot API takes
    seed: int = 0  # who picks which day and time


class Chats(Protocol):
    """Where the bot's messages are."""

    def screen(self, chat_id: int) -> Json:
        """The last message of this chat."""

    async def changed(self, chat_id: int, since: int) -> None:
        """Return when it is not the version `since` any more."""

    def version(self, chat_id: int) -> int:
        """How often anything was shown in this chat."""


class Clerk:
    """Writes updates, numbered as they come."""

    def __init__(self, chats: Chats) -> None:
        self._chats = chats
        self._last = int(time.time() * 1000)  # no two runs on one database share a number

    def next(self) -> int:
        self._last += 1
        return self._last

    def text(self, person: int, text: str) -> Json:
        command = {"type": "bot_command", "offset": 0, "length": len(text)}
        message = {
            "message_id": self.next(),
            "from": user(person),
            "chat": chat(person),
            "date": _DATE,
            "text": text,
            "entities": [command],
        }
        return {"update_id": self.next(), "message": message}

    def tap(self, person: int, data: str) -> Json:
        """A tap brings along the whole message with its keyboard, as it does in Telegram."""
        query = {
            "id": str(self.next()),
            "from": user(person),
            "message": self._chats.screen(person),
            "chat_instance": "1",
            "data": data,
        }
        return {"update_id": self.next(), "callback_query": query}


def user(person: int) -> Json:
    name = {"first_name": f"Customer {person}", "username": f"customer{person}"}
    return {"id": person, "is_bot": False, **name, "language_code": "en"}


def chat(person: int) -> Json:
    return {"id": person, "type": "private", "first_name": f"Customer {person}"}


@dataclass(frozen=True, slots=True)
class Walked:
    """Updates sent, those of them whose answer never came, seconds until all were done."""

    updates: int
    lost: int
    seconds: float


async def everybody_walks(walk: Walk, chats: Chats) -> Walked:
    """All at once, until everybody has seen the last screen."""
    clerk = Clerk(chats)
    people = [
        _Customer(1001 + number, walk, chats, clerk, await Line.to(walk.port))
        for number in range(walk.customers)
    ]
    begun = time.perf_counter()
    async with asyncio.TaskGroup() as group:
        for person in people:
            group.create_task(person.walk())
    seconds = time.perf_counter() - begun
    sent, lost = sum(each.sent for each in people), sum(each.lost for each in people)
    return Walked(sent, lost, seconds)


class _Customer:
    def __init__(self, person: int, walk: Walk, chats: Chats, clerk: Clerk, line: Line) -> None:
        self._id, self._walk, self._chats = person, walk, chats
        self._clerk, self._line = clerk, line
        self._dice = random.Random(person * 1000 + walk.seed)  # noqa: S311  # the same ones every time
        self._header = f"x-telegram-bot-api-secret-token: {walk.secret}\r\n"
        self.sent = self.lost = 0

    async def walk(self) -> None:
        await self._bring(lambda: self._clerk.text(self._id, "/start"))
        for step in range(self._walk.steps):
            while not (data := self._leading_on(step)):
                await self._tap(self._leading_on(step - 1))
            await self._tap(data)
        self._line.close()

    async def _tap(self, data: str) -> None:
        await self._bring(lambda: self._clerk.tap(self._id, data))

    async def _bring(self, update: Callable[[], Json]) -> None:
        """Send it until the screen changes: a bot may lose its answer, as a person would notice."""
        before = self._chats.version(self._id)
        for _ in range(_TRIES):
            await self._line.post(self._walk.path, orjson.dumps(update()), self._header)
            self.sent += 1
            try:
                async with asyncio.timeout(_PATIENCE):
                    return await self._chats.changed(self._id, before)
            except TimeoutError:
                self.lost += 1
        raise TimeoutError(f"customer {self._id} saw nothing after {_TRIES} tries")

    def _leading_on(self, step: int) -> str:
        """The callback data of one of the keys that do this step; empty if there are none."""
        screen = self._chats.screen(self._id)
        rows = screen["reply_markup"]["inline_keyboard"]
        found = list(_keys_of(step, (key for row in rows for key in row)))
        return self._dice.choice(found) if found else ""


def _keys_of(step: int, keys: Iterable[Json]) -> Iterator[str]:
    kind = BOOKING[step]
    for key in keys:
        data: str = key["callback_data"]
        is_closed = kind is taps.PickDay and key.get("style") != Style.SUCCESS
        if data.startswith(ANY_STEP) or (data.startswith(VERSION + kind.tag) and not is_closed):
            yield data
