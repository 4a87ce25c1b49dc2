"""A process in which many people want the same time at once; run as a program by a test.

It reads a Rush as JSON from the first line of its input, says that it is ready, waits for the
second line, and writes what became of each person.
"""

import asyncio
import sys
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import datetime

import orjson

from bot.usecases import availability, booking, waiting
from bot.usecases.seeking import Sought, seek
from domain.dayparts import part_of
from domain.people import Person
from domain.refusals import NoSeats, SlotTaken
from domain.spans import to_epoch
from domain.waitlist import State
from storage.store import Clash, Store, Tx

_CONNECTIONS = 12


@dataclass(frozen=True, slots=True)
class Rush:
    """Who wants what: each of the customers wants one of the starts, in turn."""

    database_url: str
    provider_id: int
    service_id: int
    customers: Sequence[int]
    starts: Sequence[datetime]
    now: datetime


@dataclass(frozen=True, slots=True)
class Fate:
    """`booking_id` is the winners'. Losers were offered so many times, and could have the one they
    tried. Those who found a group session full wait for a seat.
    """

    customer: int
    start: datetime
    booking_id: int | None = None
    offered: int = 0
    could_have: bool = False
    waits: bool = False


async def _want(store: Store, rush: Rush, at: int) -> Fate:
    customer, start = rush.customers[at], rush.starts[at % len(rush.starts)]
    async with store.transaction() as tx:
        person = await tx.people.get(customer)
        try:
            async with tx.attempt():
                held = await booking.hold(
                    tx, person, rush.provider_id, rush.service_id, start, rush.now
                )
        except (SlotTaken, NoSeats):
            return await _look_nearby(tx, rush, person, start, at)
    async with store.transaction() as tx:
        booked = await booking.confirm(tx, person, held.id, "", rush.now)
    return Fate(customer, start, booked.id)


async def _look_nearby(tx: Tx, rush: Rush, person: Person, wanted: datetime, at: int) -> Fate:
    """See what is offered instead, and whether one of it is really to be had."""
    sought = await seek(tx, person, rush.provider_id, rush.service_id)
    waits = sought.service.rules.capacity > 1 and await _wait(tx, rush, person, sought, wanted)
    starts = await availability.alternatives(tx, sought, wanted, rush.now)
    if not starts:
        return Fate(person.id, wanted, waits=waits)
    tried = starts[at % len(starts)]
    try:
        async with tx.attempt():
            await booking.hold_sought(tx, person, sought, tried, rush.now)
    except (SlotTaken, NoSeats):
        return Fate(person.id, wanted, None, len(starts), waits=waits)
    await booking.release(tx, person, rush.now)  # so that the next one finds it free, too
    return Fate(person.id, wanted, None, len(starts), could_have=True, waits=waits)


async def _wait(tx: Tx, rush: Rush, person: Person, sought: Sought, wanted: datetime) -> bool:
    """Join the waitlist from the refusal, as its key does."""
    on = wanted.astimezone(sought.zone).date()
    part = part_of(to_epoch(wanted), sought.zone)
    done = await waiting.join(tx, person, sought, on, on, part, rush.now)
    return done.waiting.entry.state is State.WAITING


async def _patiently(store: Store, rush: Rush, at: int) -> Fate:
    """Once more after a clash, as the dispatch does."""
    try:
        return await _want(store, rush, at)
    except Clash:
        return await _want(store, rush, at)


async def _run() -> None:
    given = orjson.loads(sys.stdin.readline())
    starts = [datetime.fromisoformat(start) for start in given.pop("starts")]
    rush = Rush(**given | {"starts": starts, "now": datetime.fromisoformat(given["now"])})
    store = Store(rush.database_url, _CONNECTIONS)
    await asyncio.gather(*(store.ready() for _ in range(_CONNECTIONS)))

    sys.stdout.write("ready\n")
    sys.stdout.flush()
    sys.stdin.readline()
    wishes = (_patiently(store, rush, at) for at in range(len(rush.customers)))
    fates = await asyncio.gather(*wishes)

    sys.stdout.write(orjson.dumps([asdict(fate) for fate in fates]).decode())
    await store.close()


if __name__ == "__main__":
    asyncio.run(_run())
