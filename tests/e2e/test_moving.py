"""Another time for a booking, by taps: moved by either side, asked for, suggested."""

import re
from datetime import timedelta

from bot.sandbox import ScriptedPerson
from bot.views import taps
from bot.views.taps import MoveReason
from domain.bookings import Status
from domain.notices import Side
from tests.e2e.conftest import HOUR, World
from tests.e2e.steps import booking_of, books, books_tomorrow, follows


async def begins_to_move(person: ScriptedPerson) -> None:
    """From the message that says it is booked to the choice of another time."""
    told = await person.sees(re.compile("is confirmed|New booking"))
    if "New booking" in told["text"]:
        await person.taps("Details", message=told)
    await person.taps("Move")
    await person.sees("Moving from")


async def is_confirmed(world: World) -> None:
    """A colouring tomorrow, which Ayu has agreed to."""
    await books_tomorrow(world.maya, "Colouring")
    await world.ayu.taps("Confirm", message=await world.ayu.sees("New request"))


async def test_moving_to_the_soonest_time_takes_three_taps(world: World) -> None:
    await books_tomorrow(world.maya)
    before = await booking_of(world, world.maya)
    await world.maya.sees("Your booking is confirmed")
    await world.maya.sees(before.reference)

    await world.maya.taps("Move")
    picker = await world.maya.sees("Moving from Wednesday 2 December 2026, 09:00")
    assert "Choose a day" in picker["text"]
    await world.maya.taps("⚡")
    check = await world.maya.sees("Move this booking?")
    assert "New time: Tuesday 1 December 2026, 15:30" in check["text"]
    answer = await world.maya.taps("✅ Move to Tue 1 Dec, 15:30")

    assert answer is not None
    assert answer.text == "Moved. The earlier time is free again."
    card = await world.maya.sees("🗓 Tuesday 1 December 2026, 15:30")
    assert before.reference in card["text"]
    told = await world.ayu.sees("Maya has moved their booking")
    assert "Before: Wednesday 2 December 2026, 09:00" in told["text"]
    assert "Tuesday 1 December 2026, 15:30" in told["text"]


async def test_a_reason_in_ones_own_words_reaches_the_other_side(world: World) -> None:
    await books_tomorrow(world.maya)
    await world.maya.sees("Your booking is confirmed")
    for words in ("Move", "⚡", "In my own words"):
        await world.maya.taps(words)
    await world.maya.sees("Please write the reason as a message")
    await world.maya.sends_location(1, 1)
    await world.maya.sees("or go back")
    await world.maya.sends("x" * 301)
    await world.maya.sees("up to 300 fit")

    await world.maya.sends("My train is <late>")

    await world.maya.sees("🗓 Tuesday 1 December 2026, 15:30")
    told = await world.ayu.sees("Maya has moved their booking")
    assert "Reason: My train is <late>" in told["text"]
    await world.ayu.taps("Details", message=told)
    await world.ayu.taps("Timeline")
    page = await world.ayu.sees("moved from Wed 2 Dec, 09:00 to Tue 1 Dec, 15:30")
    assert "Reason: My train is <late>" in page["text"]


async def test_a_written_reason_is_kept_if_somebody_is_faster(world: World) -> None:
    await books_tomorrow(world.maya)
    await world.maya.sees("Your booking is confirmed")
    for words in ("Move", "⚡", "In my own words"):
        await world.maya.taps(words)
    await books(world.sam)
    await world.sam.sees("Your booking is confirmed")

    await world.maya.sends("My train is late")
    await world.maya.taps("16:00")
    check = await world.maya.sees("Move this booking?")
    assert "Reason: My train is late" in check["text"]
    await world.maya.taps("✅ Move to")

    told = await world.ayu.sees("Maya has moved their booking")
    assert "Reason: My train is late" in told["text"]


async def test_who_does_not_want_to_say_why_goes_back(world: World) -> None:
    await books_tomorrow(world.maya)
    await world.maya.sees("Your booking is confirmed")
    for words in ("Move", "⚡", "In my own words", "Back"):
        await world.maya.taps(words)

    await world.maya.sees("Move this booking?")
    await world.maya.taps("My plans changed")
    told = await world.ayu.sees("Maya has moved their booking")
    assert "Reason: My plans changed" in told["text"]


async def test_a_reason_is_said_with_the_same_tap(world: World) -> None:
    await books_tomorrow(world.maya)
    await begins_to_move(world.maya)
    await world.maya.taps("3")
    await world.maya.taps("10:00")

    await world.maya.taps("My plans changed")

    await world.maya.sees("🗓 Thursday 3 December 2026, 10:00")
    told = await world.ayu.sees("Maya has moved their booking")
    assert "Reason: My plans changed" in told["text"]


async def test_the_reminder_is_of_the_new_time(world: World) -> None:
    await books_tomorrow(world.maya)
    await begins_to_move(world.maya)
    await follows(world.maya, "⚡", "✅ Move to")

    world.clock.advance(timedelta(minutes=15, seconds=10))

    reminder = await world.maya.sees("Reminder: Haircut in 15 minutes")
    assert "Tuesday 1 December 2026, 15:30" in reminder["text"]


async def test_one_can_change_ones_mind_at_every_step(world: World) -> None:
    await books_tomorrow(world.maya)
    before = await booking_of(world, world.maya)
    await begins_to_move(world.maya)
    await world.maya.taps("3")
    await world.maya.taps("10:00")

    await world.maya.taps("Back")
    await world.maya.sees("Thursday 3 December")
    await world.maya.taps("Back")
    await world.maya.sees("Choose a day")
    await world.maya.sends("next week, please")
    await world.maya.sees("Please choose with the buttons")
    await world.maya.taps("Back")
    await world.maya.sees("Wednesday 2 December 2026, 09:00")
    await follows(world.maya, "Move", "⚡", "Do not move")
    await world.maya.sees("Wednesday 2 December 2026, 09:00")

    assert await booking_of(world, world.maya) == before


async def test_what_is_near_is_not_moved_and_the_reason_is_said(world: World) -> None:
    await books(world.maya)
    await world.maya.sees("is confirmed")

    answer = await world.maya.taps("Move")

    assert answer is not None
    assert answer.show_alert
    assert answer.text is not None
    assert "could be moved until Tue 1 Dec, 13:30" in answer.text


async def test_where_approval_is_needed_the_old_time_stays_until_then(world: World) -> None:
    await is_confirmed(world)
    await begins_to_move(world.maya)
    await world.maya.taps("3")
    await world.maya.taps("10:00")
    await world.maya.sees("Ayu has to agree")
    await world.maya.taps("📨 Ask for Thu 3 Dec, 10:00")
    card = await world.maya.sees("New time asked for: Thursday 3 December 2026, 10:00")
    assert "🗓 Wednesday 2 December 2026, 09:00" in card["text"]

    asked = await world.ayu.sees("Maya asks for another time")
    assert "🗓 Wednesday 2 December 2026, 09:00" in asked["text"]
    await world.ayu.taps("Move to Thu 3 Dec, 10:00", message=asked)

    await world.ayu.sees("🗓 Thursday 3 December 2026, 10:00")
    agreed = await world.maya.sees("Ayu agrees")
    assert "Before: Wednesday 2 December 2026, 09:00" in agreed["text"]


async def test_the_provider_keeps_to_the_old_time(world: World) -> None:
    await is_confirmed(world)
    await begins_to_move(world.maya)
    await follows(world.maya, "⚡", "📨 Ask for")
    await world.ayu.sees("Maya asks for another time")
    await world.ayu.sends("/provider")
    await world.ayu.taps("Requests (1)")
    await world.ayu.taps("🔁 Tue 1 Dec, 15:30")

    await world.ayu.taps("Keep the present time")

    refused = await world.maya.sees("Ayu could not agree to the other time")
    assert "Wednesday 2 December 2026, 09:00" in refused["text"]
    assert "15:30" not in refused["text"]


async def test_what_was_asked_for_can_be_taken_back(world: World) -> None:
    await is_confirmed(world)
    await begins_to_move(world.maya)
    await follows(world.maya, "⚡", "📨 Ask for")
    asked = await world.ayu.sees("Maya asks for another time")

    await world.maya.taps("Keep the present time")

    answer = await world.ayu.taps("Move to", message=asked)
    assert answer is not None
    assert answer.text == "This other time is no longer asked for."


async def test_whom_the_provider_moves_is_told_and_answers_with_a_tap(world: World) -> None:
    await books_tomorrow(world.maya)
    await begins_to_move(world.ayu)
    await follows(world.ayu, "3", "10:00", "I am ill")

    told = await world.maya.sees("Ayu has moved your booking")
    assert "Before: Wednesday 2 December 2026, 09:00" in told["text"]
    assert "Thursday 3 December 2026, 10:00" in told["text"]
    assert "Reason: I am ill" in told["text"]
    await world.maya.taps("Fine", message=told)
    await world.maya.sees("You said that you will be there")
    await world.ayu.sends("/week")
    await world.ayu.taps("Thu 3 Dec")
    await world.ayu.taps("Maya")
    await world.ayu.sees("Maya will be there")


async def test_who_was_moved_chooses_another_time_instead(world: World) -> None:
    await books_tomorrow(world.maya)
    await begins_to_move(world.ayu)
    await follows(world.ayu, "⚡", "✅ Move to")
    told = await world.maya.sees("Ayu has moved your booking")

    await world.maya.taps("Another time", message=told)
    await follows(world.maya, "4", "10:00", "✅ Move to Fri 4 Dec, 10:00")

    await world.maya.sees("🗓 Friday 4 December 2026, 10:00")
    await world.ayu.sees("Maya has moved their booking")


async def test_a_request_is_declined_with_other_times(world: World) -> None:
    await books_tomorrow(world.maya, "Colouring")
    before = await booking_of(world, world.maya)
    await world.ayu.taps("Decline", message=await world.ayu.sees("New request"))
    await follows(
        world.ayu, "Suggest another time", "Wed 2 Dec, 09:30", "Choose another day", "4", "10:00"
    )
    await world.ayu.sees("Which times suit you instead?")
    await world.ayu.taps("Decline and suggest 2")

    hers = await world.ayu.sees("You suggested instead (Jakarta time):")
    assert "🗓 Fri 4 Dec, 10:00" in hers["text"]
    declined = await world.maya.sees("Ayu suggests instead")
    await world.maya.taps("✅ Fri 4 Dec, 10:00", message=declined)

    card = await world.maya.sees("🗓 Friday 4 December 2026, 10:00")
    assert "✅ Confirmed" in card["text"]
    assert (await booking_of(world, world.maya)).id != before.id
    await world.ayu.sees("New booking")


async def test_who_declines_in_words_hears_that_the_request_was_moved(world: World) -> None:
    await books_tomorrow(world.maya, "Colouring")
    await world.ayu.taps("Decline", message=await world.ayu.sees("New request"))
    await world.ayu.taps("In my own words")
    asked = await world.ayu.sees("Please write the reason as a message")
    assert "Wednesday 2 December 2026, 09:00" in asked["text"]
    await follows(world.maya, "Move", "⚡", "✅ Move to")
    await world.maya.sees("🗓 Tuesday 1 December 2026, 15:30")

    await world.ayu.sends("Closed on Wednesdays")

    await world.ayu.sees("This request is for another time now")
    assert (await booking_of(world, world.maya)).status is Status.PENDING
    await world.ayu.sends("No time at all")
    await world.maya.sees("Reason: No time at all")


async def test_if_what_was_suggested_is_gone_the_nearest_times_are_offered(world: World) -> None:
    await books_tomorrow(world.maya, "Colouring")
    await world.ayu.taps("Decline", message=await world.ayu.sees("New request"))
    await follows(world.ayu, "Suggest another time", "Wed 2 Dec, 09:30", "Decline and suggest it")
    declined = await world.maya.sees("Ayu suggests instead")
    await books_tomorrow(world.sam, time="09:30")
    await world.sam.sees("Your booking is confirmed")

    await world.maya.taps("✅ Wed 2 Dec, 09:30", message=declined)

    await world.maya.sees("Somebody was a moment faster")


async def test_if_the_new_time_is_gone_the_nearest_are_offered(world: World) -> None:
    await books_tomorrow(world.maya)
    await begins_to_move(world.maya)
    await world.maya.taps("⚡")
    await world.layla.sends("/start")
    for words in ("حجز موعد", "Ayu", "Haircut", "⚡", "احجز"):
        await world.layla.taps(words)
    await world.layla.sees("حجزك مؤكد")

    await world.maya.taps("✅ Move to")

    await world.maya.sees("Somebody was a moment faster")
    await world.maya.taps("Tue 1 Dec, 16:00")
    await world.maya.taps("✅ Move to Tue 1 Dec, 16:00")
    await world.maya.sees("🗓 Tuesday 1 December 2026, 16:00")


async def test_forged_and_foreign_buttons_move_nothing(world: World) -> None:
    await books_tomorrow(world.maya)
    booking = await booking_of(world, world.maya)
    soon = booking.start + HOUR
    await world.layla.sends("/start")
    for side in Side:
        for forged in (
            taps.AskMove(booking.id, side),
            taps.MoveFor(booking.id, side, soon, MoveReason.NONE),
            taps.MoveTo(booking.id, soon),
            taps.KeepTime(booking.id),
            taps.AcceptMove(booking.id),
            taps.RefuseMove(999),
            taps.AskSuggest(booking.id),
            taps.ToggleSuggestion(booking.id, soon),
            taps.SuggestOther(booking.id),
            taps.Suggest(booking.id, booking.start),
            taps.TakeSuggested(booking.id, soon),
        ):
            answer = await world.layla.taps_data(forged.pack())
            assert answer is not None
            assert answer.show_alert

    assert await booking_of(world, world.maya) == booking
