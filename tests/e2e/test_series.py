"""Bookings that repeat: seen date by date, booked all or none, called off from here on."""

import re
from datetime import timedelta

from bot.usecases import booking as bookings
from bot.views import taps
from domain.series import Every
from tests.e2e.conftest import World
from tests.e2e.steps import books, reviews

WEEK = timedelta(days=7)


async def repeats(world: World, count: int) -> None:
    """Up to the dates of so many sessions, every week."""
    await books(world.maya)
    await world.maya.sees("Your booking is confirmed")
    for words in ("Repeat…", "Every week", re.compile(f"^{count}$")):
        await world.maya.taps(words)
    await world.maya.sees("Every week")


async def take(world: World, weeks: int) -> None:
    """Somebody else books the same time some weeks later."""
    async with world.store.transaction() as tx:
        maya = await tx.people.by_telegram(world.maya.id)
        sam = await tx.people.by_telegram(world.sam.id)
        assert maya is not None
        assert sam is not None
        now = world.clock.now()
        (first,) = await tx.bookings.upcoming(maya.id, now, 1, 0)
        start = first.start + weeks * WEEK
        held = await bookings.hold(tx, sam, first.provider_id, first.service_id, start, now)
        await bookings.check_out(tx, sam, held, "", now)


async def keys_of(world: World) -> list[str]:
    page = await world.maya.sees("Every week")
    return [key["text"] for row in page["reply_markup"]["inline_keyboard"] for key in row]


async def test_a_booking_is_repeated_every_week(world: World) -> None:
    await repeats(world, 3)
    assert (await keys_of(world))[:3] == [
        "✅ Tue 8 Dec, 15:30",
        "✅ Tue 15 Dec, 15:30",
        "✅ Book 2 more",
    ]

    await world.maya.taps("Book 2 more")

    made = await world.maya.sees("2 more are booked")
    assert "Tue 15 Dec, 15:30" in made["text"]
    told = await world.ayu.sees(re.compile("New booking.*8 December", re.DOTALL))
    assert "2 of 3, Every week" in told["text"]
    assert "✅ Tue 15 Dec, 15:30 (Jakarta time)" in told["text"]  # it is told of only once
    await world.maya.sends("/mybookings")
    await world.maya.taps("Tue 15 Dec, 15:30")
    card = await world.maya.sees("3 of 3, Every week")
    assert "Repeat…" not in str(card["reply_markup"])


async def test_a_date_that_is_taken_comes_with_the_nearest_free_time(world: World) -> None:
    await books(world.maya)
    await world.maya.sees("Your booking is confirmed")
    await world.sam.sends("/start")
    await world.sam.sees("Hello Sam")
    await take(world, 1)
    for words in ("Repeat…", "Every week", "3"):
        await world.maya.taps(words)

    assert (await keys_of(world))[:2] == ["🔀 Tue 8 Dec, 15:00", "✅ Tue 15 Dec, 15:30"]

    await world.maya.taps("🔀 Tue 8 Dec, 15:00")
    assert (await keys_of(world))[0] == "☐ Tue 8 Dec, 15:30"
    await world.maya.taps("Book one more")
    await world.maya.sees("One more is booked")


async def test_nothing_is_booked_if_a_time_is_taken_meanwhile(world: World) -> None:
    await world.sam.sends("/start")
    await world.sam.sees("Hello Sam")
    await repeats(world, 4)
    await take(world, 2)

    answer = await world.maya.taps("Book 3 more")

    assert answer is not None
    assert answer.text == "Something has changed meanwhile. Please look again."
    assert (await keys_of(world))[1].startswith("🔀 Tue 15 Dec")
    await world.maya.sends("/mybookings")
    page = await world.maya.sees("Your bookings")
    assert "15 Dec" not in str(page["reply_markup"])


async def test_this_one_and_all_that_follow_are_called_off(world: World) -> None:
    await repeats(world, 4)
    await world.maya.taps("Book 3 more")
    await world.maya.sees("3 more are booked")
    await world.maya.sends("/mybookings")
    await world.maya.taps("Tue 15 Dec, 15:30")
    await world.maya.taps("Cancel booking")

    answer = await world.maya.taps("This one and the next")

    assert answer is not None
    assert answer.text == "2 bookings are cancelled."
    await world.maya.sends("/mybookings")
    page = await world.maya.sees("Your bookings")
    assert "8 Dec" in str(page["reply_markup"])
    assert "15 Dec" not in str(page["reply_markup"])
    assert "22 Dec" not in str(page["reply_markup"])


async def asks_for(world: World, count: int) -> None:
    """Colourings, which Ayu confirms, every week."""
    await books(world.maya, "Colouring")
    await world.maya.sees("Your request is with Ayu")
    await world.ayu.sees("New request")
    for words in ("Repeat…", "Every week", re.compile(f"^{count}$")):
        await world.maya.taps(words)
    await world.maya.sees("All dates go out as one")
    await world.maya.taps(f"Request {count - 1} more")
    await world.maya.sees(f"{count - 1} more are requested")


async def test_a_series_that_needs_approval_is_confirmed_with_one_tap(world: World) -> None:
    await asks_for(world, 3)

    request = await world.ayu.sees("New request for 3 sessions")
    assert "⏳ Tue 15 Dec, 15:30" in request["text"]
    answer = await world.ayu.taps("Confirm all 3", message=request)

    assert answer is not None
    assert answer.text == "3 sessions are confirmed. Maya is being told."
    told = await world.maya.sees("3 bookings of your series are confirmed")
    assert "✅ Tue 15 Dec, 15:30" in told["text"]
    await world.maya.sends("/mybookings")
    page = await world.maya.sees("Your bookings")
    assert page["text"].count("✅") == 3


async def test_a_series_is_one_request_in_the_list(world: World) -> None:
    await asks_for(world, 4)
    await world.ayu.sends("/today")
    await world.ayu.sees("One request waits for your answer")
    await world.ayu.taps("Requests (1)")
    await world.ayu.taps("Maya")
    await world.ayu.taps("One by one")
    await world.ayu.sees("Maya waits for your answer about 4 sessions")
    await world.ayu.taps("⏳ Tue 8 Dec, 15:30")
    await world.ayu.sees("Tuesday 8 December")
    await world.ayu.taps("✅ Confirm")

    await world.maya.sees(re.compile("Your booking is confirmed.*8 December", re.DOTALL))
    await world.ayu.taps("Confirm all 3")
    await world.ayu.sees("Confirmed")


async def test_a_series_is_declined_in_ones_own_words(world: World) -> None:
    await asks_for(world, 3)
    await world.ayu.taps("Decline all 3")
    await world.ayu.sees("Decline all 3 sessions?")
    await world.ayu.taps("In my own words")
    await world.ayu.sends_location(1, 1)
    await world.ayu.sees("or go back")
    await world.ayu.sends("I am at sea until spring")

    told = await world.maya.sees("Ayu cannot take your request")
    assert "at sea until spring" in told["text"]
    assert told["text"].count("❌ Tue") == 3


async def test_what_was_answered_meanwhile_is_said(world: World) -> None:
    await asks_for(world, 3)
    request = await world.ayu.sees("New request for 3 sessions")
    await world.ayu.taps("Confirm all 3", message=request)
    await world.ayu.sees("Confirmed")
    async with world.store.transaction() as tx:
        maya = await tx.people.by_telegram(world.maya.id)
        assert maya is not None
        (first,) = await tx.bookings.upcoming(maya.id, world.clock.now(), 1, 0)

    for late in (
        taps.AcceptAll(first.id),
        taps.AskDeclineAll(first.id),
        taps.DeclineAllFor(first.id, taps.DeclineReason.NONE),
        taps.DeclineAllInWords(first.id),
        taps.RequestedDates(first.id),
    ):
        answer = await world.ayu.taps_data(late.pack())
        assert answer.show_alert
        strange = await world.sam.taps_data(late.pack())
        assert strange.show_alert


async def test_what_is_another_s_is_not_repeated(world: World) -> None:
    await books(world.maya, "Colouring")
    await world.maya.sees("Your request is with Ayu")
    async with world.store.transaction() as tx:
        maya = await tx.people.by_telegram(world.maya.id)
        assert maya is not None
        (asked,) = await tx.bookings.upcoming(maya.id, world.clock.now(), 1, 0)

    for forged in (
        taps.Repeat(asked.id),
        taps.RepeatPlan(asked.id, Every.WEEK, 5, 0),
        taps.RepeatBook(asked.id, Every.WEEK, 5, 0, 0),
    ):
        answer = await world.ayu.taps_data(forged.pack())
        assert answer.show_alert


async def test_what_was_attached_to_the_first_comes_with_each(world: World) -> None:
    await reviews(world.maya)
    await world.maya.taps("Add a topic")
    await world.maya.sends("Wedding")
    await world.maya.taps("Add a note")
    await world.maya.sends("Short, please")
    await world.maya.taps("✅ Book")
    await world.maya.sees("Your booking is confirmed")
    for words in ("Repeat…", "Every week", "2", "Book one more"):
        await world.maya.taps(words)
    await world.maya.sees("One more is booked")
    await world.maya.sends("/mybookings")
    await world.maya.taps("Tue 8 Dec, 15:30")

    card = await world.maya.sees("2 of 2, Every week")
    assert "🏷 Wedding" in card["text"]
    assert "📝 Short, please" in card["text"]
