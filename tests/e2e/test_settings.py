"""Language, time zone and reminders, by taps and in words."""

from datetime import timedelta

from tests.e2e.conftest import HOUR, World
from tests.e2e.steps import books


async def test_the_language_follows_the_telephone_and_can_be_changed(world: World) -> None:
    await world.layla.sends("/settings")
    await world.layla.sees("الإعدادات")

    await world.layla.taps("اللغة")
    answer = await world.layla.taps("English")

    assert answer is not None
    assert answer.text == "From now on in English."
    await world.layla.sees("Settings")


async def test_a_zone_is_found_by_the_name_of_a_city(world: World) -> None:
    await world.maya.sends("/settings")
    await world.maya.taps("Time zone")
    await world.maya.sends("new york")
    await world.maya.taps("New York")

    await world.maya.sees("Settings")
    assert any("Time zone: New York" in label for label in world.maya.buttons())


async def test_a_city_that_nobody_knows_is_told_and_asked_again(world: World) -> None:
    await world.maya.sends("/settings")
    await world.maya.taps("Time zone")

    await world.maya.sends("<i>Atlantis</i>")

    await world.maya.sees("I do not know a time zone or city “<i>Atlantis</i>”")
    await world.maya.taps("Asia")
    await world.maya.taps("Aden")
    await world.maya.sees("Settings")


async def test_with_a_zone_of_ones_own_both_clocks_are_shown(world: World) -> None:
    await world.maya.sends("/settings")
    await world.maya.taps("Time zone")
    await world.maya.sends("London")
    await world.maya.taps("London")
    await world.maya.sees("Settings")

    await books(world.maya)

    confirmed = await world.maya.sees("Your booking is confirmed")
    assert "Tuesday 1 December 2026, 15:30 (Jakarta time)" in confirmed["text"]
    assert "For you: Tue 1 Dec, 08:30 (London time)" in confirmed["text"]


async def test_a_lead_time_of_ones_own_counts_for_what_is_booked(world: World) -> None:
    await books(world.maya)
    await world.maya.sees("Your booking is confirmed")
    await world.maya.sends("/settings")
    await world.maya.taps("Reminders")
    await world.maya.taps("Another time")
    await world.maya.taps("Minutes")
    await world.maya.taps("20 minutes")
    await world.maya.sees("Your reminders")

    world.clock.advance(timedelta(minutes=10, seconds=10))

    await world.maya.sees("Haircut in 20 minutes")


async def test_a_reminder_can_be_switched_off(world: World) -> None:
    await books(world.maya)
    await world.maya.sees("Your booking is confirmed")
    await world.maya.sends("/settings")
    await world.maya.taps("Reminders")
    await world.maya.taps("☑ 15 minutes before")

    await world.maya.taps("☐ 15 minutes before")
    await world.maya.taps("☑ 15 minutes before")
    world.clock.advance(timedelta(minutes=16))

    await world.ayu.sees("Reminder")
    assert "Reminder:" not in world.maya.screen()


async def test_my_bookings_lists_what_is_ahead_and_what_is_over(world: World) -> None:
    await books(world.maya)
    await world.maya.sees("Your booking is confirmed")
    await world.maya.sends("/mybookings")
    await world.maya.taps("15:30 · Haircut")
    card = await world.maya.sees("✅ Confirmed · in 30 minutes")
    assert "BK-20261201-" in card["text"]

    world.clock.advance(2 * HOUR)

    await world.maya.sends("/mybookings")
    await world.maya.taps("Past (1)")
    await world.maya.sees("Past bookings")
