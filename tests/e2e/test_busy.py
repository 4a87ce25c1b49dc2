"""Busy times from elsewhere: pasted, read, shown, told of when broken, removed."""

import asyncio
import re
from collections.abc import AsyncIterator
from datetime import timedelta

import pytest

from bot.sandbox import ScriptedPerson
from bot.views import taps
from domain.busy import EVERY, MOST_FEEDS
from domain.services import Provider
from storage.store import Tx
from tests.e2e.conftest import World
from tests.elsewhere import Elsewhere, appointment, calendar, elsewhere

DAY = timedelta(days=1)


@pytest.fixture
async def server() -> AsyncIterator[Elsewhere]:
    async with elsewhere() as served:
        yield served


async def ayus(tx: Tx) -> Provider:
    offered = await tx.providers.offered(None, 9, 0)
    return next(each for each in offered if each.name == "Ayu")


async def begin(person: ScriptedPerson) -> None:
    await person.sends("/provider")
    await person.taps("Busy times from elsewhere")
    await person.sees("Busy times from elsewhere")


async def add(world: World, url: str) -> None:
    await begin(world.ayu)
    await world.ayu.taps("Add a calendar")
    await world.ayu.sees("Which calendar?")
    await world.ayu.sends(url)


async def look(person: ScriptedPerson, words: str) -> str:
    """Look again until the calendar has been read."""
    async with asyncio.timeout(15):
        while True:
            shown = await person.sees(re.compile("for the first time|busy times? ahead"))
            if words in shown["text"]:
                return str(shown["text"])
            await person.taps("Look again")


async def test_a_pasted_calendar_takes_its_times_off_the_offer(
    world: World, server: Elsewhere
) -> None:
    tomorrow = world.clock.now().replace(hour=2, minute=0, second=0, microsecond=0) + DAY
    server.says(calendar(appointment(tomorrow), name="Praxis"))
    await add(world, f"Here it is: <{server.url()}>.")
    text = await look(world.ayu, "one busy time ahead")
    assert "Praxis" in text

    await world.maya.sends("/start")
    for words in ("Book an appointment", "Ayu", "Haircut", re.compile(r"^\D*2\b")):
        await world.maya.taps(words)

    shown = await world.maya.sees("Wednesday")
    labels = [key["text"] for row in shown["reply_markup"]["inline_keyboard"] for key in row]
    times = [label for label in labels if re.search(r"\d\d:\d\d", label)]
    assert not any("09:00" in each or "09:30" in each for each in times)
    assert any("10:00" in each for each in times)


async def test_what_is_no_address_is_asked_for_again(world: World) -> None:
    await add(world, "my calendar")

    shown = await world.ayu.sees("I see no address")
    assert "Which calendar?" in shown["text"]


async def test_a_calendar_that_is_there_already_is_not_added_again(
    world: World, server: Elsewhere
) -> None:
    server.says(calendar())
    await add(world, server.url())
    await world.ayu.sees("for the first time")

    await add(world, server.url())

    await world.ayu.sees("in your list already")


async def test_there_are_not_more_than_may_be(world: World, server: Elsewhere) -> None:
    async with world.store.transaction() as tx:
        provider = await ayus(tx)
        for number in range(MOST_FEEDS):
            await tx.busy.add(provider.id, server.url(f"/{number}"), world.clock.now() + DAY)

    await begin(world.ayu)

    shown = await world.ayu.sees("More than 10 calendars are not possible")
    assert len(shown["reply_markup"]["inline_keyboard"]) == MOST_FEEDS + 1


async def test_a_broken_calendar_is_told_and_leads_to_its_page(
    world: World, server: Elsewhere
) -> None:
    server.says(calendar(name="Praxis"))
    await add(world, server.url())
    await look(world.ayu, "no busy times ahead")
    server.says("<html>please sign in</html>")

    world.clock.advance(EVERY)

    told = await world.ayu.sees("I cannot read the calendar Praxis")
    assert "This is not a calendar" in told["text"]
    await world.ayu.taps("Show the calendar")
    shown = await world.ayu.sees("Cannot be read since")
    assert "What I read last still counts" in shown["text"]


async def test_reading_now_is_possible_once_a_minute(world: World, server: Elsewhere) -> None:
    server.says(calendar())
    await add(world, server.url())
    await look(world.ayu, "no busy times ahead")
    early = await world.ayu.taps("Read now")
    world.clock.advance(timedelta(minutes=2))
    server.says(calendar(appointment(world.clock.now() + DAY)))

    answer = await world.ayu.taps("Read now")

    assert early is not None
    assert answer is not None
    assert (early.text, answer.text) == (
        "I read it less than a minute ago. Please try again in a moment.",
        "I am reading it. Look again in a moment.",
    )


async def test_a_removed_calendar_is_gone(world: World, server: Elsewhere) -> None:
    server.says(calendar(name="Praxis"))
    await add(world, server.url())
    await look(world.ayu, "no busy times ahead")
    for words in ("Remove", "Back", "Remove", "Yes, remove it"):
        await world.ayu.taps(words)

    shown = await world.ayu.sees("Busy times from elsewhere")

    assert "Praxis" not in shown["text"]


async def test_calendars_of_somebody_else_are_not_found(world: World, server: Elsewhere) -> None:
    server.says(calendar())
    await add(world, server.url())
    await world.ayu.sees("for the first time")
    async with world.store.transaction() as tx:
        provider = await ayus(tx)
        ((feed, _),) = await tx.busy.of_provider(provider.id, world.clock.now())
    await world.maya.sends("/start")

    for button in (
        taps.BusyFeeds(provider.id),
        taps.AddBusyFeed(provider.id),
        taps.ShowBusyFeed(feed.id),
        taps.AskBusyFeed(feed.id),
        taps.AskDropBusyFeed(feed.id),
        taps.DropBusyFeed(feed.id),
        taps.ShowBusyFeed(2**63 - 1),
    ):
        answer = await world.maya.taps_data(button.pack())
        assert answer.text == "I cannot find that any more.", button


async def test_a_sticker_is_no_address(world: World) -> None:
    await begin(world.ayu)
    await world.ayu.taps("Add a calendar")

    await world.ayu.sends_sticker()

    await world.ayu.sees("Please paste the address as text")
