"""How many taps from the start page what people do most often takes."""

import re

from bot.sandbox import ScriptedPerson
from tests.e2e.afterwards import meets
from tests.e2e.conftest import World
from tests.e2e.steps import BOOK, books_tomorrow


async def taps(person: ScriptedPerson, what: str, *keys: str | re.Pattern[str]) -> int:
    """From the start page, one key after the other; how many that were."""
    await person.sends("/start")
    await person.sees("Hello Maya")
    for each in keys:
        await person.taps(each)
    print(f"{what}: {len(keys)} taps")  # noqa: T201  # the number is what is asked for
    return len(keys)


async def test_booking_again_takes_three(world: World) -> None:
    await meets(world, world.maya)

    taken = await taps(world.maya, "book again", "Again: Haircut · Ayu", "Tue 8 Dec, 15:30", BOOK)

    assert taken <= 3
    await world.maya.sees(re.compile("is confirmed.*Tuesday 8 December 2026, 15:30", re.DOTALL))


async def test_moving_to_the_soonest_time_takes_four(world: World) -> None:
    await books_tomorrow(world.maya)

    keys = ("Haircut: Wed 2 Dec, 09:00", "Move", "⚡", "✅ Move to Tue 1 Dec, 15:30")
    taken = await taps(world.maya, "move to the soonest time", *keys)

    assert taken <= 4
    await world.maya.sees("🗓 Tuesday 1 December 2026, 15:30")
    await world.ayu.sees("Maya has moved their booking")


async def test_cancelling_takes_three(world: World) -> None:
    await books_tomorrow(world.maya)

    keys = ("Haircut: Wed 2 Dec, 09:00", "Cancel booking", "My plans changed")
    taken = await taps(world.maya, "cancel", *keys)

    assert taken <= 3
    await world.maya.sees("Cancelled. Ayu has been told.")
    await world.ayu.sees("Maya has cancelled")


async def test_what_is_no_longer_offered_is_not_offered_again(world: World) -> None:
    booking = await meets(world, world.maya)
    async with world.store.transaction() as tx:
        await tx.providers.pause(booking.provider_id, paused=True)

    await world.maya.sends("/start")

    page = await world.maya.sees("Hello Maya")
    assert "Again" not in str(world.maya.buttons(page))
