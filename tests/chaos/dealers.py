"""A process that looks after the waitlist over and over; run as a program by a test.

It reads Dealers as JSON from the first line of its input, says that it is ready, waits for the
second line, and writes how often it lost against another one and began anew.
"""

import asyncio
import sys
from dataclasses import dataclass
from datetime import datetime

import orjson

from bot import log
from bot.jobs.waitlist import Looker
from storage.store import Clash, Store


@dataclass(frozen=True, slots=True)
class Dealers:
    """So many look at once, each so many times."""

    database_url: str
    now: datetime
    at_once: int
    looks: int


async def _looks(store: Store, given: Dealers) -> int:
    looker, clashes, looks = Looker(store, lambda: given.now), 0, 0
    while looks < given.looks:
        looker.look_again()
        try:
            await looker.look()
            looks += 1
        except Clash:
            clashes += 1
    return clashes


async def _run() -> None:
    read = orjson.loads(sys.stdin.readline())
    given = Dealers(**read | {"now": datetime.fromisoformat(read["now"])})
    store = Store(given.database_url)
    await store.ready()

    sys.stdout.write("ready\n")
    sys.stdout.flush()
    sys.stdin.readline()
    clashes = await asyncio.gather(*(_looks(store, given) for _ in range(given.at_once)))

    sys.stdout.write(str(sum(clashes)))
    await store.close()


if __name__ == "__main__":
    log.set_up("WARNING", "console")  # not to our output
    asyncio.run(_run())
