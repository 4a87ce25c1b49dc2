"""Finding a time that suits: parts of the day, this week, another month, whoever is free."""

import re
from dataclasses import replace
from datetime import timedelta
from typing import Any

from bot.sandbox import ScriptedPerson
from domain.services import Titles
from tests import build
from tests.e2e.conftest import BUDI, World
from tests.e2e.steps import BOOK, labels, reviews


async def at_whoever_is_free(person: ScriptedPerson) -> None:
    await person.sends("/start")
    for words in ("Book an appointment", "Ayu", "Haircut", "What suits me", "With any of the 2"):
        await person.taps(words)
    await person.sees("with whoever is free")


async def week_of_the_choir(person: ScriptedPerson) -> dict[str, Any]:
    await person.sends("/start")
    for words in ("Book an appointment", "Cantor", "Choir", "This week"):
        await person.taps(words)
    return await person.sees("This week")


async def at_days(world: World, service: str = "Haircut") -> None:
    await world.maya.sends("/start")
    for words in ("Book an appointment", "Ayu", service):
        await world.maya.taps(words)
    await world.maya.sees("Choose a day")


async def test_only_mornings_are_shown_to_who_wants_mornings(world: World) -> None:
    await at_days(world)
    await world.maya.taps("What suits me")
    await world.maya.taps("Morning")

    month = await world.maya.sees("Choose a day")
    soonest = [label for label in labels(month) if label.startswith("⚡")]
    assert soonest == ["⚡ Wed 2 Dec, 09:00", "⚡ Wed 2 Dec, 09:30", "⚡ Wed 2 Dec, 10:00"]
    await world.maya.taps(re.compile("^2$"))
    times = await world.maya.sees("times are free")
    assert "14:00" not in labels(times)
    await world.maya.taps("All")
    assert "13:00" in labels(await world.maya.sees("times are free"))


async def test_this_week_is_a_list(world: World) -> None:
    await at_days(world)

    await world.maya.taps("This week")

    week = await world.maya.sees("This week")
    assert "Tue 1 Dec, 15:30" in labels(week)
    await world.maya.taps("Tue 1 Dec, 15:30")
    await world.maya.sees("Please check")
    await world.maya.taps("Back")
    await world.maya.sees("times are free")


async def test_a_month_further_away_is_two_taps_away(world: World) -> None:
    await at_days(world)

    await world.maya.taps("December 2026")
    months = await world.maya.sees("Which month?")
    assert [each for each in labels(months) if "2026" in each or "2027" in each]
    await world.maya.taps("Back")
    await world.maya.sees("Choose a day")
    await world.maya.taps("December 2026")
    await world.maya.taps("January 2027")

    await world.maya.sees("January 2027: ")


async def test_the_next_day_with_free_times_is_a_tap_away(world: World) -> None:
    await at_days(world)
    await world.maya.taps(re.compile("^2$"))
    await world.maya.sees("Wednesday 2 December 2026")

    await world.maya.taps("Thu 3 Dec ›")

    await world.maya.sees("Thursday 3 December 2026")


async def test_whoever_is_free_is_chosen_fairly(world: World) -> None:
    """Ayu has a booking on the day, Budi has none: it is his turn."""
    await reviews(world.maya)
    await world.maya.taps(BOOK)
    await world.maya.sees("Your booking is confirmed")
    await at_whoever_is_free(world.sam)

    await world.sam.taps("⚡")

    await world.sam.sees("Haircut with Budi")
    await world.sam.taps(BOOK)
    await world.sandbox.person(BUDI).sees("New booking")


async def test_of_two_at_once_the_second_one_gets_who_is_still_free(world: World) -> None:
    for person in (world.maya, world.sam):
        await at_whoever_is_free(person)
    await world.maya.taps("⚡ Tue 1 Dec, 15:30")
    await world.maya.sees("Haircut with Ayu")

    await world.sam.taps("⚡ Tue 1 Dec, 15:30")

    await world.sam.sees("Haircut with Budi")


async def test_seats_count_down_and_a_full_session_is_not_offered(world: World) -> None:
    rules = replace(build.RULES, duration=timedelta(hours=1), capacity=2)
    async with world.store.transaction() as tx:
        now = world.clock.now()
        choir = build.service_entry("choir", title=Titles({"en": "Choir"}), rules=rules)
        entry = build.organization_entry(
            "choirs",
            services=(choir,),
            providers=(build.provider_entry("cantor", name="Cantor", services=("choir",)),),
        )
        await tx.catalogue.apply([entry], now)
    await world.maya.sends("/start")
    for words in ("Book an appointment", "Cantor", "Choir", "⚡", BOOK):
        await world.maya.taps(words)
    await world.maya.sees("Your booking is confirmed")

    week = await week_of_the_choir(world.ayu)
    assert labels(week)[0] == "Tue 1 Dec, 15:30 · 1 seat"
    assert labels(week)[1] == "Wed 2 Dec, 09:00 · 2 seats"
    await world.ayu.taps("Tue 1 Dec, 15:30 · 1 seat")
    await world.ayu.taps(BOOK)
    await world.ayu.sees("Your booking is confirmed")

    week = await week_of_the_choir(world.sam)
    assert labels(week)[0] == "Wed 2 Dec, 09:00 · 2 seats"
