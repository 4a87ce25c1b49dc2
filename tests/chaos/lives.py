"""The ticker's work, done by processes that die at the worst moments; run as a program by a test.

It reads its Lives as JSON from its input and lives them one after another, each in a process of its
own with its own faked clock. It writes how each one ended: 0, or minus the signal that killed it.
"""

import asyncio
import os
import signal
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

import orjson

from bot import log
from bot.jobs import render
from bot.jobs.cards import CardUpdater
from bot.jobs.clock import Ticker
from bot.jobs.deliver import Deliverer, Post
from bot.jobs.pace import Pace
from bot.pictures.easel import Easel
from bot.telegram.calls import Calls
from bot.telegram.delivery import Delivery
from bot.telegram.gallery import Gallery
from bot.telegram.sender import Sender
from bot.telegram.transport import Transport
from bot.views.screens import Screen
from storage.store import Store

_LONGEST = 10.0  # seconds that a life may take


class Death(StrEnum):
    """When a process is killed: between claim and send, or between send and mark."""

    BEFORE = "before"
    AFTER = "after"


@dataclass(frozen=True, slots=True)
class Life:
    """A process that works off what is due at `now`; killed over the message to `chat`, or not."""

    now: datetime
    death: Death | None = None
    chat: int = 0


@dataclass(frozen=True, slots=True)
class Lives:
    database_url: str
    calls_url: str
    lives: Sequence[Life]


class Doomed:
    """Sends one message at most, the fatal one; whatever else was claimed is still unsent."""

    def __init__(self, post: Post, life: Life) -> None:
        self._post = post
        self._life = life

    async def __call__(self, chat_id: int, screen: Screen, *, silent: bool = False) -> Delivery:
        if chat_id != self._life.chat:
            await asyncio.Event().wait()  # for ever
        if self._life.death is Death.AFTER:
            await self._post(chat_id, screen, silent=silent)
        os.kill(os.getpid(), signal.SIGKILL)
        raise AssertionError("nobody survives this")


async def _live(database_url: str, calls_url: str, life: Life) -> None:
    store = Store(database_url, pool_size=5)
    async with asyncio.timeout(_LONGEST), Transport() as transport:
        sender = Sender(Calls(calls_url, transport), Gallery(Easel().paint))
        post: Post = sender.deliver
        if life.death is not None:
            post = Doomed(post, life)
        pace = Pace(pause=_at_once)
        deliverer = Deliverer(store, post, render.render, lambda: life.now, pace)
        cards = CardUpdater(store, sender.amend, render.card, lambda: life.now, pace)
        await Ticker(store, deliverer, cards, lambda: life.now).work_off()
    await store.close()


async def _at_once(_seconds: float) -> None:
    return None


def _outlive(database_url: str, calls_url: str, life: Life) -> int:
    """Live it in a child process; how that ended."""
    child = os.fork()
    if not child:
        asyncio.run(_live(database_url, calls_url, life))
        os._exit(0)
    _, status = os.waitpid(child, 0)
    return os.waitstatus_to_exitcode(status)


def _life(given: dict[str, str]) -> Life:
    death = Death(given["death"]) if given["death"] else None
    return Life(datetime.fromisoformat(given["now"]), death, int(given["chat"]))


if __name__ == "__main__":
    log.set_up("WARNING", "console")  # not to our output
    given = orjson.loads(sys.stdin.read())
    urls = given["database_url"], given["calls_url"]
    ends = [_outlive(*urls, _life(each)) for each in given["lives"]]
    sys.stdout.write(orjson.dumps(ends).decode())
