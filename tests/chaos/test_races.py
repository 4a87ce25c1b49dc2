"""Two people tap at the same instant, each at another process: one is first, and both are told.

RACES in the environment says how often; the two pass through two whole replicas of the program.
"""

import asyncio
import os
from collections import Counter
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import UTC, datetime

import aiohttp
import pytest
from sqlalchemy import TextClause, text

from bot.sandbox import Persona, Sandbox, ScriptedPerson
from bot.sandbox.limits import Limits
from domain.bookings import Booking, Status
from domain.people import Person
from storage.store import Store
from tests import build
from tests.chaos import truths
from tests.chaos.races import FORMER, LATTER, PAIRS, Race, Tap
from tests.chaos.stages import stages
from tests.chaos.truths import Ears
from tests.programs import TOKEN, Place, beside, started

RACES = int(os.environ.get("RACES", "44"))
ENOUGH = 25  # races of one pair, for both to be first at least once
AT_ONCE = 6
STEP = 0.002  # seconds that whoever was last of a pair begins earlier the next time
_PATIENCE = 60.0

_FORGET_DUE = text(
    "UPDATE notifications SET state = 'cancelled' WHERE state = 'pending' AND due_at <= :now"
)
_STILL_DUE = text(
    "SELECT count(*) FROM notifications WHERE state IN ('pending', 'sending') AND due_at <= now()"
)
_DEADLOCKS = text("SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()")
_LOST = text(
    "SELECT (SELECT count(*) FROM dead_letters)"
    " + (SELECT count(*) FROM notifications WHERE state IN ('failed', 'uncertain'))"
)


@pytest.fixture
async def sandbox() -> AsyncIterator[Sandbox]:
    sandbox = Sandbox(TOKEN, delivery_pace=0.1, traffic=False, limits=Limits(per_chat=None))
    await sandbox.start()
    yield sandbox
    await sandbox.stop()


async def test_whoever_is_first_everybody_is_told_what_is_true(
    store: Store, sandbox: Sandbox, place: Place
) -> None:
    races = await prepared(store)
    course = Course(store, Ears(sandbox), await everybody(sandbox, races))

    async with two_replicas(sandbox, place) as logs:
        await course.run(races)
        await everything_is_told(store)
        await assert_told(store, races, course.ears)

    print_ledger(course.ledger, deadlocks=await asked(store, _DEADLOCKS))
    assert "[error" not in "".join(logs)
    if len(races) >= ENOUGH * len(PAIRS):
        firsts = Counter(pair for pair, _ in course.ledger)
        assert [pair for pair, number in firsts.items() if number == 1] == []


class Course:
    """Where the races are run, some at a time; the ledger says who was how often first.

    Whoever was last of a pair gets a head start the next time, so that it stays open who wins.
    """

    def __init__(self, store: Store, ears: Ears, people: dict[int, ScriptedPerson]) -> None:
        self.ears = ears
        self.ledger = Counter[tuple[str, str]]()
        self._store = store
        self._people = people
        self._head_starts = Counter[str]()  # steps by which the former begins earlier
        self._places = asyncio.Semaphore(AT_ONCE)

    async def run(self, races: Sequence[Race]) -> None:
        async with asyncio.TaskGroup() as group:
            for number, race in enumerate(races):
                group.create_task(self._run(PAIRS[number % len(PAIRS)].__name__, race))

    async def _run(self, pair: str, race: Race) -> None:
        async with self._places:
            try:
                first = await self._raced(race, self._head_starts[pair] * STEP)
            except AssertionError as error:
                error.add_note(f"in a race of {pair}")
                raise
        self.ledger[pair, first] += 1
        self._head_starts[pair] += 1 if first == LATTER else -1

    async def _raced(self, race: Race, head_start: float) -> str:
        """Have both tap; who was first."""
        one = self._taps(race.one, max(0.0, -head_start))
        other = self._taps(race.other, max(0.0, head_start))
        await asyncio.gather(one, other)
        for person in race.then:
            await checks_out(self._people[person.id])

        async with self._store.transaction() as tx:
            await truths.assert_sound(tx, race.stage)
            ending = race.ended(await truths.after(tx, race.stage))
        await self._hears(race.one.person, ending.one_hears)
        await self._hears(race.other.person, ending.other_hears)
        return ending.first

    async def _taps(self, tap: Tap, after: float) -> None:
        await asyncio.sleep(after)
        await self._people[tap.person.id].taps_data(tap.button.pack(), timeout=15)

    async def _hears(self, person: Person, wanted: str) -> None:
        try:
            async with asyncio.timeout(15):
                while not any(wanted in word.text for word in self.ears.of(person)):  # noqa: ASYNC110  # of many
                    await asyncio.sleep(0.01)
        except TimeoutError:
            told = "\n".join(word.text for word in self.ears.of(person))
            raise AssertionError(f"{person.name} was never told {wanted!r}:\n{told}") from None


async def checks_out(person: ScriptedPerson) -> None:
    """Whoever holds a time books it."""
    if any("✅ Book" in label for label in person.buttons()):
        await person.taps("✅ Book")


async def prepared(store: Store) -> Sequence[Race]:
    """Everything as it is before the taps; what was to be said until then counts as said."""
    now = datetime.now(UTC)
    races = []
    for number, stage in enumerate(await stages(store, RACES, now)):
        async with store.transaction() as tx:
            races.append(await PAIRS[number % len(PAIRS)](tx, stage, now))
    async with store.transaction() as tx:
        await tx._connection.write(_FORGET_DUE, now=now)
    return races


async def everybody(sandbox: Sandbox, races: Sequence[Race]) -> dict[int, ScriptedPerson]:
    """All who take part, by their ids, each with a message of the bot to tap under."""
    people = {}
    async with aiohttp.ClientSession() as session:
        for person in (each for race in races for each in race.stage.people):
            number = build.account(person)
            people[person.id] = sandbox.add(Persona(number, person.first_name, started=True))
            message = {"chat_id": number, "text": "What would you like to do?"}
            await session.post(f"{sandbox.url}/bot{TOKEN}/sendMessage", json=message)
    return people


@asynccontextmanager
async def two_replicas(sandbox: Sandbox, place: Place) -> AsyncIterator[list[str]]:
    """Updates are brought to each in turn; their logs are there at the end."""
    logs: list[str] = []
    place = replace(place, public_url=place.url)
    async with started(place) as one, started(beside(place, "second")) as other:
        await asyncio.gather(one.ready(), other.ready())
        sandbox.deliver_to = [f"{each.place.url}/telegram" for each in (one, other)]
        yield logs
        await asyncio.gather(one.stop(), other.stop())
        logs += [one.log(), other.log()]


async def everything_is_told(store: Store) -> None:
    async with asyncio.timeout(_PATIENCE):
        while await asked(store, _STILL_DUE):  # noqa: ASYNC110  # another process is at it
            await asyncio.sleep(0.2)
    assert await asked(store, _LOST) == 0


async def asked(store: Store, query: TextClause) -> int:
    async with store.transaction() as tx:
        return int((await tx._connection.read(query)).scalar_one())


async def assert_told(store: Store, races: Sequence[Race], ears: Ears) -> None:
    """Nobody was told of an error, and what each was told last of a booking is how it stands."""
    for race in races:
        async with store.transaction() as tx:
            after = await truths.after(tx, race.stage)
        for person in race.stage.people:
            words = ears.of(person)
            assert not [word.text for word in words if truths.SORRY in word.text]
        for booking in after.values():
            before = next((each for each in race.bookings if each.id == booking.id), None)
            if booking.moves_id is None and booking.status is not Status.EXPIRED:
                assert_knows(race, booking, before, ears)


def assert_knows(race: Race, booking: Booking, before: Booking | None, ears: Ears) -> None:
    customer = next(each for each in race.stage.people if each.id == booking.customer_id)
    for person in (customer, race.stage.keeper):
        words = ears.of(person)
        knows = truths.knows(words, booking)
        if knows is None:
            assert before is not None, f"{person.name} was not told of {booking}"
            assert (before.status, before.during) == (booking.status, booking.during)
        told = "\n---\n".join(word.text for word in words)
        assert knows is not False, f"{booking}\n{person.name} was told:\n{told}"


def print_ledger(ledger: Counter[tuple[str, str]], deadlocks: int) -> None:
    lines = [f"{ledger.total()} races through two replicas, {deadlocks} deadlocks tried again"]
    for pair in (each.__name__ for each in PAIRS):
        former, latter = ledger[pair, FORMER], ledger[pair, LATTER]
        lines.append(f"  {pair.replace('_', ' ')}: {former} + {latter} times first")
    print("", *lines, sep="\n")  # noqa: T201  # who was first shows whether it was a race
