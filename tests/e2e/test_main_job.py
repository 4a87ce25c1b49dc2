"""Book, confirm, remind, cancel: the main job, by taps alone."""

from datetime import date, timedelta

from bot.views import taps
from tests.e2e.conftest import HOUR, World
from tests.e2e.steps import books


async def test_the_soonest_time_is_booked_in_five_taps(world: World) -> None:
    await books(world.maya)

    confirmed = await world.maya.sees("Your booking is confirmed")
    assert "Tuesday 1 December 2026, 15:30 (Jakarta time)" in confirmed["text"]
    assert "+62 21 000 0001" in confirmed["text"]
    told = await world.ayu.sees("New booking")
    assert "Maya" in told["text"]


async def test_a_request_is_confirmed_with_one_tap(world: World) -> None:
    await books(world.maya, "Colouring")
    await world.maya.sees("Your request is with Ayu")
    request = await world.ayu.sees("New request")
    assert "First booking with you" in request["text"]

    answer = await world.ayu.taps("Confirm")

    assert answer is not None
    assert answer.text == "Confirmed. Maya is being told."
    await world.ayu.sees("✅ Confirmed")
    await world.maya.sees("Your booking is confirmed")


async def test_a_request_is_declined_with_a_reason(world: World) -> None:
    await books(world.maya, "Colouring")
    await world.ayu.taps("Decline")
    await world.ayu.taps("I am away that day")

    declined = await world.maya.sees("Ayu cannot take your request")
    assert "Reason: I am away that day" in declined["text"]
    await world.maya.taps("Book another time")
    await world.maya.sees("Choose a day")


async def test_a_request_is_declined_in_own_words(world: World) -> None:
    await books(world.maya, "Colouring")
    await world.ayu.taps("Decline")
    await world.ayu.taps("In my own words")
    await world.ayu.sends("My <scissors> broke")

    declined = await world.maya.sees("Ayu cannot take your request")
    assert "Reason: My <scissors> broke" in declined["text"]


async def test_both_are_reminded_and_the_customer_cancels(world: World) -> None:
    await books(world.maya)
    await world.maya.sees("Your booking is confirmed")

    world.clock.advance(timedelta(minutes=15, seconds=10))

    reminder = await world.maya.sees("Reminder")
    assert "Haircut in 15 minutes" in reminder["text"]
    await world.ayu.sees("Reminder")
    await world.maya.taps("Cancel booking", message=reminder)
    await world.maya.taps("My plans changed")
    await world.maya.sees("Cancelled. Ayu has been told.")
    told = await world.ayu.sees("Maya has cancelled")
    assert "Reason: My plans changed" in told["text"]


async def test_saying_that_one_comes_is_seen_by_the_provider(world: World) -> None:
    await books(world.maya)
    await world.maya.sees("Your booking is confirmed")
    world.clock.advance(timedelta(minutes=16))
    reminder = await world.maya.sees("Reminder")

    answer = await world.maya.taps("I'll be there", message=reminder)

    assert answer is not None
    assert answer.text is not None
    assert "Good to know" in answer.text
    await world.ayu.sends("/today")
    await world.ayu.taps("Maya")
    await world.ayu.sees("Maya will be there")


async def test_once_it_is_cancelled_nobody_is_said_to_be_coming(world: World) -> None:
    await books(world.maya)
    await world.maya.sees("Your booking is confirmed")
    world.clock.advance(timedelta(minutes=16))
    reminder = await world.maya.sees("Reminder")
    await world.maya.taps("I'll be there", message=reminder)

    await world.maya.taps("Cancel booking")
    await world.maya.taps("My plans changed")

    cancelled = await world.maya.sees("Cancelled. Ayu has been told.")
    assert "will be there" not in cancelled["text"]
    told = await world.ayu.sees("Maya has cancelled")
    assert "will be there" not in told["text"]


async def test_an_unanswered_request_ends_with_an_apology(world: World) -> None:
    await books(world.maya, "Colouring")
    await world.ayu.sees("New request")

    world.clock.advance(12 * HOUR)

    await world.maya.sees("Ayu has not answered in time")
    await world.ayu.sees("A request has lapsed")


async def test_the_provider_sees_today_and_the_week(world: World) -> None:
    await books(world.maya)
    await world.maya.sees("Your booking is confirmed")

    await world.ayu.sends("/today")
    today = await world.ayu.sees("Today, Tuesday 1 December 2026")
    assert "15:30 Haircut · Maya" in today["text"]
    await world.ayu.sends("/week")
    week = await world.ayu.sees("Tue 1 Dec – Mon 7 Dec")
    assert "15:30 Haircut · Maya" in week["text"]


async def test_the_provider_cancels_and_the_customer_is_told(world: World) -> None:
    await books(world.maya)
    booked = await world.ayu.sees("New booking")
    await world.ayu.taps("Cancel booking", message=booked)
    await world.ayu.taps("I am ill")

    told = await world.maya.sees("Ayu had to cancel")
    assert "Reason: I am ill" in told["text"]


async def test_an_arabic_customer_and_an_english_provider_each_read_their_language(
    world: World,
) -> None:
    await world.layla.sends("/start")
    await world.layla.taps("حجز موعد")
    await world.layla.taps("Ayu")
    await world.layla.taps("Haircut")
    await world.layla.taps("⚡")
    await world.layla.taps("احجز")

    await world.layla.sees("حجزك مؤكد")
    booked = await world.ayu.sees("New booking")
    await world.layla.taps("إلغاء الحجز")
    await world.layla.taps("تغيّرت خططي")
    told = await world.ayu.sees("has cancelled", after=booked)
    assert "Reason: My plans changed" in told["text"]


async def test_a_day_before_all_calendars_is_brought_near(world: World) -> None:
    await world.ayu.sends("/week")
    await world.ayu.sees("Nothing is booked")

    for first in (date.min, date.max):
        await world.ayu.taps_data(taps.Week(first).pack())
        await world.ayu.taps_data(taps.Blank(0).pack())

    assert "went wrong" not in world.ayu.screen()
