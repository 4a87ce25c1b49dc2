"""Processes are killed while they remind people: nobody is forgotten, and few are told twice."""

import asyncio
import signal
import sys
from asyncio.subprocess import PIPE
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from datetime import datetime, timedelta

import orjson

from bot.jobs.deliver import LEASE
from bot.sandbox import Persona, Sandbox
from bot.usecases import booking
from domain.notices import ANSWER_LOST
from domain.people import Sender
from storage.store import Store
from tests import build
from tests.chaos.lives import Death, Life, Lives
from tests.programs import TOKEN

KILLS = 50
DAYS, A_DAY = 5, 12  # days with appointments, and how many they have
UNLUCKY = (
    10  # of each day's customers: one process dies just before writing to them, one just after
)
DAY = timedelta(days=1)
CHATS = range(1, DAYS * A_DAY + 1)


async def test_whoever_is_killed_before_sending_has_sent_nothing(
    database_url: str, store: Store, sandbox: Sandbox, now: datetime
) -> None:
    """Fifty processes die over the same reminder, which is no reason to give up on it."""
    await book(store, sandbox, CHATS[:A_DAY], now + 4 * DAY, now)
    deaths = [(Death.BEFORE, CHATS[0])] * KILLS

    ends = await lived(
        sandbox, database_url, [Life(now + ANSWER_LOST), *day(now + 3 * DAY, deaths)]
    )

    assert Counter(ends) == {0: 2, -signal.SIGKILL: KILLS}
    assert reminders(sandbox, CHATS[:A_DAY]) == dict.fromkeys(CHATS[:A_DAY], 1)


async def test_only_whoever_is_killed_between_sending_and_marking_makes_somebody_read_it_twice(
    database_url: str, store: Store, sandbox: Sandbox, now: datetime
) -> None:
    lives = [Life(now + ANSWER_LOST)]
    unlucky = set[int]()
    for number in range(DAYS):
        chats = CHATS[number * A_DAY : (number + 1) * A_DAY]
        await book(store, sandbox, chats, now + (4 + number) * DAY, now)
        unlucky |= set(chats[:UNLUCKY])
        deaths = [(death, chat) for chat in chats[:UNLUCKY] for death in Death]
        lives += day(now + (3 + number) * DAY, deaths)

    ends = await lived(sandbox, database_url, lives)

    read = reminders(sandbox, CHATS)
    twice = sum(times - 1 for times in read.values())
    sys.stdout.write(
        f"\n{len(read)} reminders; killed {KILLS} times before sending and {KILLS} times after:"
        f" {list(read.values()).count(0)} lost, {twice} sent twice\n"
    )
    assert Counter(ends) == {0: 1 + DAYS, -signal.SIGKILL: 2 * KILLS}
    assert read == {chat: 2 if chat in unlucky else 1 for chat in CHATS}


def day(at: datetime, deaths: Iterable[tuple[Death, int]]) -> list[Life]:
    """Lives that begin when the lease of the one before has run out, the last one a long one."""
    ends = [*deaths, (None, 0)]
    pause = LEASE + timedelta(seconds=1)
    return [Life(at + pause * number, *end) for number, end in enumerate(ends)]


async def book(
    store: Store, sandbox: Sandbox, chats: Iterable[int], on: datetime, now: datetime
) -> None:
    """Each of them has an appointment in the morning of that day."""
    async with store.transaction() as tx:
        offer = await build.offer(tx, now)
    opening = on.astimezone(offer.provider.zone).replace(hour=9, minute=0)
    for number, chat in enumerate(chats):
        sandbox.add(Persona(chat, "Maya", started=True))
        start = opening + timedelta(minutes=30) * number
        async with store.transaction() as tx:
            arrival = await tx.updates.admit(chat, Sender(chat, "Maya"), chat, now)
            assert arrival
            held = await booking.hold(
                tx, arrival.person, offer.provider.id, offer.service.id, start, now
            )
            await booking.confirm(tx, arrival.person, held.id, "", now)


async def lived(sandbox: Sandbox, database_url: str, lives: Sequence[Life]) -> Sequence[int]:
    """How each of them ended, in order."""
    program = Lives(database_url, f"{sandbox.url}/bot{TOKEN}", lives)
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "tests.chaos.lives"), stdin=PIPE, stdout=PIPE
    )
    output, _ = await process.communicate(orjson.dumps(asdict(program)))
    ends: list[int] = orjson.loads(output)
    return ends


def reminders(sandbox: Sandbox, chats: Iterable[int]) -> dict[int, int]:
    """How many each of them has got."""
    return {
        chat: sum("Reminder" in message["text"] for message in sandbox.person(chat).messages)
        for chat in chats
    }
