"""Monkeys at three phones: whatever they tap, write, send and forge, the bot stays calm.

MONKEYS in the environment says how many things they do, SEED names the first of them; both are
printed, so that what was found can be found again.
"""

import os
import random
from collections.abc import Awaitable, Callable
from dataclasses import fields
from datetime import date, datetime, timedelta
from enum import Enum
from typing import get_type_hints
from zoneinfo import ZoneInfo

from bot.sandbox import ScriptedPerson
from bot.views.buttons import VERSION, Button
from tests.e2e.conftest import World
from tests.e2e.watching import Watch
from tests.sandbox.pictures import png

ACTIONS = int(os.environ.get("MONKEYS", "1000"))
WORDS = (
    "/start", "/help", "/cancel", "/mybookings", "/settings", "/calendar", "/today", "/week",
    "/provider", "/start p_1", "/start s_1", "/start w_1", "/start nonsense", "/nothing",
    "hello", "Mon-Fri 9-17", "Sari +62 812", "25", "12.50", "Berlin", "😀", "<b>&amp;</b>",
    "BK-20261201-ABCD", "https://example.org/a.ics", "نعم", "\u202eright\u202c", "x" * 4096,
)  # fmt: skip
STEPS = (timedelta(minutes=5), timedelta(hours=1), timedelta(days=1))
PHOTO = png(40, 30)


async def test_monkeys_find_no_silence_no_dead_end_and_no_apology(world: World) -> None:
    seed = int(os.environ.get("SEED") or random.SystemRandom().randrange(10**9))
    print(f"SEED={seed} MONKEYS={ACTIONS}")  # noqa: T201  # tells how to fail again
    dice = random.Random(seed)  # noqa: S311  # the same for the same seed
    monkeys = [Monkey(world, person, dice) for person in (world.maya, world.ayu, world.sam)]
    for monkey in monkeys:
        await monkey.begins()

    for _ in range(ACTIONS):
        if dice.random() < 0.02:
            world.clock.advance(dice.choice(STEPS))
        await dice.choice(monkeys).acts()


class Monkey:
    """One of them, with the keys it sees and those it has seen."""

    def __init__(self, world: World, person: ScriptedPerson, dice: random.Random) -> None:
        self.world = world
        self.person = person
        self.dice = dice
        self.watch = Watch(world, person)
        self.seen: list[str] = []
        self.now: list[str] = []

    async def begins(self) -> None:
        await self.writes("/start")

    async def acts(self) -> None:
        act: Callable[[], Awaitable[None]] = self.dice.choices(
            (self.taps, self.taps_old, self.forges, self.writes_any, self.sends_any),
            (70, 8, 7, 10, 5),
        )[0]
        await act()

    async def taps(self) -> None:
        await self.taps_data(self.dice.choice(self.now or self.seen))

    async def taps_old(self) -> None:
        await self.taps_data(self.dice.choice(self.seen))

    async def forges(self) -> None:
        kind = self.dice.choice(list(Button.registry.values()))
        await self.taps_data(":".join([VERSION + kind.tag, *self._forged(kind)]))

    async def taps_data(self, data: str) -> None:
        await self.person.taps_data(data)
        await self._looks(data)

    async def writes_any(self) -> None:
        await self.writes(self.dice.choice(WORDS))

    async def writes(self, text: str) -> None:
        written = await self.person.sends(text)
        await self._looks(text[:40])
        assert await self._is_met(written["message_id"]), f"silence after {text[:40]!r}"

    async def sends_any(self) -> None:
        sent = await self.dice.choice(
            (
                lambda: self.person.sends_photo(PHOTO),
                lambda: self.person.sends_document(b"words", "letter.txt"),
                lambda: self.person.sends_voice(b"OggS"),
                self.person.sends_sticker,
                lambda: self.person.sends_location(1.5, 103.8),
                self.person.sends_contact,
            )
        )()
        await self._looks("something that is no text")
        assert await self._is_met(sent["message_id"]), "silence after what is no text"

    async def _looks(self, after: str) -> None:
        self.now = await self.watch.look(after)
        self.seen = (self.seen + self.now)[-400:]

    async def _is_met(self, message_id: int) -> bool:
        """Answered, or gone on to the other side of a room."""
        last = self.person.last
        if last is not None and last["message_id"] > message_id:
            return True
        async with self.world.store.transaction() as tx:
            person = await tx.people.by_telegram(self.person.id)
            return (
                person is not None and await tx.rooms.of_author(person.id, message_id) is not None
            )

    def _forged(self, kind: type[Button]) -> list[str]:
        hints = get_type_hints(kind)
        return [self._any(hints[each.name]) for each in fields(kind)]

    def _any(self, kind: type) -> str:
        if issubclass(kind, Enum):
            return str(self.dice.choice(list(kind)).value)
        if issubclass(kind, ZoneInfo):
            return "Asia/Jakarta"
        if issubclass(kind, datetime):
            return self.dice.choice(("0", "ZZZZ", "nVbq"))
        if issubclass(kind, date):
            return self.dice.choice(("1", "3asW", "ZZZ"))
        return self.dice.choice(("0", "1", "2", "5", "z", "ZZZZZ", "9" * 10))
