"""Sessions with a room, for the tests that talk in one."""

import asyncio
from datetime import timedelta

from bot.sandbox import ScriptedPerson
from bot.sandbox.objects import Json
from bot.views import taps
from domain.notices import Side
from domain.services import Format, Titles
from tests import build
from tests.e2e.conftest import AYU, BUDI, World
from tests.e2e.steps import books

MINUTE = timedelta(minutes=1)
INSIDE = "You are in the room with"


async def offers_a_talk(world: World, seats: int = 1, format: Format = Format.VIDEO) -> None:  # noqa: A002  # as it is called
    """Ayu and Budi offer a talk, to one customer or to several at once."""
    rules = build.rules(capacity=seats)
    async with world.store.transaction() as tx:
        talk = build.service_entry(title=Titles({"en": "Talk"}), format=format, rules=rules)
        ayu = build.provider_entry(telegram_id=AYU)
        budi = build.provider_entry("budi", name="Budi", telegram_id=BUDI)
        entry = build.organization_entry(services=(talk,), providers=(ayu, budi))
        await tx.catalogue.apply([entry], world.clock.now())


async def is_booked(world: World, seats: int = 1, format: Format = Format.VIDEO) -> None:  # noqa: A002  # as it is called
    """A talk of Maya with Ayu in half an hour, at half past eight; its room opens in 15 minutes."""
    await offers_a_talk(world, seats, format)
    await books(world.maya, "Talk")
    await world.maya.sees("Your booking is confirmed")


async def room_opens(world: World) -> None:
    world.clock.advance(16 * MINUTE)


async def comes_in(person: ScriptedPerson, side: Side, booking_id: int = 1) -> Json:
    """Into the room, from wherever they are; its banner."""
    before = person.messages[-1] if person.messages else None
    await person.taps_data(taps.OpenRoom(booking_id, side).pack())
    return await person.sees(INSIDE, after=before)


async def both_are_in(world: World) -> None:
    await is_booked(world)
    await room_opens(world)
    await comes_in(world.maya, Side.CUSTOMER)
    await comes_in(world.ayu, Side.PROVIDER)


async def all_arrived(world: World) -> None:
    """Wait until nothing that was said is on its way: so long a reply takes to be written."""
    async with asyncio.timeout(5):
        while True:
            async with world.store.transaction() as tx:
                if await tx.room_posts.next_due() is None:
                    return


def labels(message: Json) -> list[str]:
    rows = message.get("reply_markup", {}).get("inline_keyboard", [])
    return [key["text"] for row in rows for key in row]
