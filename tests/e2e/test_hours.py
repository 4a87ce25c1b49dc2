"""A provider's weekly hours, changed by taps and in words."""

from datetime import date, timedelta

from bot.views import taps
from bot.views.taps import Edit
from domain.hours import Closure
from tests.e2e.conftest import World
from tests.e2e.steps import books


async def opens(world: World) -> None:
    await world.ayu.sends("/provider")
    await world.ayu.taps("Hours")
    await world.ayu.sees("Times of Jakarta")


async def provider_id(world: World) -> int:
    async with world.store.transaction() as tx:
        ayu = await tx.people.by_telegram(world.ayu.id)
        assert ayu is not None
        return (await tx.providers.of_person(ayu.id))[0].id


async def test_weekday_hours_with_a_lunch_break_take_eight_taps(world: World) -> None:
    await world.ayu.sends("/provider")
    for words in ("Hours", "Every day", "Closed", "Save", "Workspace"):
        await world.ayu.taps(words)

    eight = ("Hours", "Mon–Fri", "09:00", "17:00", "Add a break", "12:00", "13:00", "Save")
    for words in eight:
        await world.ayu.taps(words)

    page = await world.ayu.sees("Mon–Fri: 09:00–12:00, 13:00–17:00")
    assert "Sat, Sun: closed" in page["text"]
    assert "Not saved" not in page["text"]


async def test_customers_are_offered_the_new_hours(world: World) -> None:
    await opens(world)
    await world.ayu.sends("every day 20-21")
    await world.ayu.sees("I understood it like this")
    await world.ayu.taps("Save")

    await world.maya.sends("/start")
    for words in ("Book an appointment", "Ayu", "Haircut"):
        await world.maya.taps(words)

    await world.maya.sees("Choose a day")
    await world.maya.taps("⚡ Tue 1 Dec, 20:00")
    await world.maya.sees("Please check")


async def test_what_was_written_is_echoed_before_it_is_saved(world: World) -> None:
    await opens(world)

    await world.ayu.sends("Mon-Fri 9-17, Sat 10:00-14:00, Sunday closed")

    page = await world.ayu.sees("I understood it like this")
    assert "Mon–Fri: 09:00–17:00\nSat: 10:00–14:00\nSun: closed" in page["text"]
    assert "Not saved yet" in page["text"]
    await world.ayu.taps("Discard")
    again = await world.ayu.sees("Tap days to change them")
    assert "Sun: closed" not in again["text"]


async def test_what_is_not_understood_is_named_and_nothing_is_lost(world: World) -> None:
    await opens(world)
    await world.ayu.sends("Sat closed")
    await world.ayu.sees("Sat: closed")

    await world.ayu.sends("Mon half past nine")

    page = await world.ayu.sees("I do not understand “half")
    assert "Sat: closed" in page["text"]
    assert "Not saved yet" in page["text"]


async def test_hours_are_copied_to_other_days(world: World) -> None:
    await opens(world)
    for words in ("Mon", "New hours", "07:00", "11:00", "Copy to other days"):
        await world.ayu.taps(words)
    await world.ayu.sees("Mon: 07:00–11:00")

    for words in ("Wed", "Fri", "Go on", "Hours"):
        await world.ayu.taps(words)

    page = await world.ayu.sees("Not saved yet")
    assert page["text"].count("07:00–11:00") == 3


async def test_quarters_and_the_next_day_can_be_chosen(world: World) -> None:
    await opens(world)
    for words in ("Sat", "New hours", ":30", "21:30", ":15", "02:15 +1"):
        await world.ayu.taps(words)

    await world.ayu.sees("Sat: 21:30–02:15")


async def test_bookings_outside_the_new_hours_are_listed_first(world: World) -> None:
    await books(world.maya)
    await world.ayu.sees("New booking")
    await opens(world)
    await world.ayu.sends("daily 20-21")
    await world.ayu.taps("Save")

    page = await world.ayu.sees("One booking would be outside your hours")
    assert "Tue 1 Dec, 15:30 Haircut · Maya" in page["text"]
    await world.ayu.taps("Save, keep what is booked")

    await world.ayu.sees("Mon–Sun: 20:00–21:00")
    await world.maya.sends("/mybookings")
    await world.maya.sees("15:30")


async def test_next_week_is_shown_with_its_exceptions_and_made_like_this_one(world: World) -> None:
    monday = date(2026, 12, 7)
    ayu = await provider_id(world)
    async with world.store.transaction() as tx:
        closure = Closure(monday, monday)
        await tx.hours.add_closure(ayu, closure, world.clock.now())
    await opens(world)
    await world.ayu.sends("daily 10-12")
    await world.ayu.taps("Save")
    await world.ayu.taps("Next week")

    page = await world.ayu.sees("Next week as it can be booked")
    assert "Mon 7 Dec: closed" in page["text"]
    assert "Sun 13 Dec: 10:00–12:00" in page["text"]
    await world.ayu.taps("As this week")
    await world.ayu.sees("Mon 7 Dec: closed")


async def test_another_s_hours_and_forged_ones_are_out_of_reach(world: World) -> None:
    ayu = await provider_id(world)
    await world.maya.sends("/start")
    await world.maya.sees("Hello Maya")
    await world.maya.taps_data(taps.Hours(ayu).pack())
    page = await world.maya.sees("Hello Maya")
    assert "Hours" not in page["text"]

    await opens(world)
    for forged in (
        taps.HoursSet(ayu, Edit.SET, 200, 0, 60),
        taps.HoursSet(ayu, Edit.SET, 1, 9000, 60),
        taps.HoursDays(ayu, Edit.COPY, 1, 9),
        taps.HoursTo(ayu, Edit.SET, 1, 5000, 0),
        taps.HoursDay(ayu, 0),
    ):
        await world.ayu.taps_data(forged.pack())
        await world.ayu.sees("Times of Jakarta")


async def test_a_step_aside_forgets_a_hold_but_saved_hours_stay(world: World) -> None:
    await opens(world)
    await world.ayu.sends("Sun closed")
    await world.ayu.sees("Sun: closed")
    world.clock.advance(timedelta(minutes=5))

    await world.ayu.sends("/today")
    await opens(world)

    await world.ayu.sees("Tap days to change them")
