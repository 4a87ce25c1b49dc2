"""Bookings in one's own calendar: the address, how to use it, a new one."""

import re

import aiohttp

from bot.sandbox import ScriptedPerson
from tests.e2e.conftest import World
from tests.e2e.steps import books


async def address(person: ScriptedPerson) -> str:
    shown = await person.sees("Your calendar")
    found = re.search(r"http\S+\.ics", shown["text"])
    assert found is not None
    return found[0]


async def status(url: str) -> int:
    async with aiohttp.ClientSession() as session, session.get(url) as response:
        return response.status


async def test_the_address_works_until_there_is_a_new_one(world: World) -> None:
    await books(world.maya)
    await world.maya.sends("/calendar")
    old = await address(world.maya)
    assert await status(old) == 200

    await world.maya.taps("New address")
    await world.maya.taps("Yes, a new address")
    new = await address(world.maya)

    assert new != old
    assert (await status(old), await status(new)) == (404, 200)


async def test_each_kind_of_calendar_is_explained(world: World) -> None:
    await world.maya.sends("/mybookings")
    await world.maya.taps("In my calendar")
    for app in ("Google", "Apple", "Outlook"):
        await world.maya.taps(f"{app}: how?")
        await world.maya.sees("Copy the address.")
        await world.maya.taps("Back")
        await world.maya.sees("Your calendar")


async def test_a_provider_has_an_address_for_their_own_bookings_too(world: World) -> None:
    await world.ayu.sends("/calendar")

    shown = await world.ayu.sees("Your calendar")
    assert shown["text"].count(".ics") == 2
    assert "Bookings with Ayu" in shown["text"]


async def test_a_feed_of_somebody_else_is_not_renewed(world: World) -> None:
    await world.ayu.sends("/calendar")
    await world.ayu.taps("New address")
    asked = await world.ayu.sees("A new address?")
    sure = next(
        key["callback_data"]
        for row in asked["reply_markup"]["inline_keyboard"]
        for key in row
        if "Yes" in key["text"]
    )
    await world.maya.sends("/start")

    answer = await world.maya.taps_data(sure)

    assert answer.text == "I cannot find that any more."
