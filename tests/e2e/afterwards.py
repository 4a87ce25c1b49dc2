"""What is true in many tests of what follows a session: it was booked, met and completed."""

from datetime import datetime, timedelta

from bot.sandbox import ScriptedPerson
from bot.usecases import announcing
from domain.bookings import Actor, Booking, Role, Status, moved
from storage.store import Tx
from tests.e2e.conftest import AYU, World
from tests.e2e.steps import books

HOUR = timedelta(hours=1)
DAY = timedelta(days=1)


async def complete(world: World) -> Booking:
    """What is booked with Ayu is over, two hours from now or later, and done; the last of it."""
    now = world.clock.now()
    async with world.store.transaction() as tx:
        keeper = await tx.people.by_telegram(AYU)
        assert keeper is not None
        (ayu,) = await tx.providers.of_person(keeper.id)
        found = [each for each, _ in await tx.bookings.of_provider([ayu.id], now, now + 7 * DAY)]
    world.clock.advance(max(2 * HOUR, found[-1].during.end - now))
    async with world.store.transaction() as tx:
        return [await _completed(tx, each, keeper.id, world.clock.now()) for each in found][-1]


async def _completed(tx: Tx, booking: Booking, keeper_id: int, now: datetime) -> Booking:
    by = Actor(Role.PROVIDER, keeper_id)
    after, change = moved(booking, Status.COMPLETED, by=by, at=now)
    await tx.bookings.save(after, change)
    await announcing.completed(tx, after, now)
    return after


async def meets(world: World, person: ScriptedPerson) -> Booking:
    """Booked, met and completed."""
    await books(person)
    await person.sees("Your booking is confirmed")
    await world.ayu.sees("New booking")
    return await complete(world)


async def opens_card(world: World) -> None:
    """Ayu looks at what was booked by Maya today."""
    await world.ayu.sends("/today")
    await world.ayu.taps("Maya")
    await world.ayu.sees("Completed")
