"""Time off and special dates; what lies in the way is kept, moved or cancelled, as is said."""

import re
from datetime import date, timedelta

from bot.views import taps
from bot.views.taps import Plan
from tests.e2e.conftest import World
from tests.e2e.steps import books, reviews

TUESDAY = date(2026, 12, 1)  # the day of the tests, 15:00 in Jakarta


async def opens(world: World) -> None:
    await world.ayu.sends("/provider")
    await world.ayu.taps("Time off")
    await world.ayu.sees("Time off · Ayu")


async def soonest(world: World) -> str:
    """What a customer is offered first."""
    await world.maya.sends("/start")
    for words in ("Book an appointment", "Ayu", "Haircut"):
        await world.maya.taps(words)
    page = await world.maya.sees("Choose a day")
    rows = page["reply_markup"]["inline_keyboard"]
    return str(rows[0][0]["text"])


async def ayu_id(world: World) -> int:
    async with world.store.transaction() as tx:
        ayu = await tx.people.by_telegram(world.ayu.id)
        assert ayu is not None
        return (await tx.providers.of_person(ayu.id))[0].id


async def test_two_taps_close_tomorrow_and_two_open_it_again(world: World) -> None:
    assert "Tue 1 Dec, 15:30" in await soonest(world)

    await world.ayu.sends("/provider")
    await world.ayu.taps("Time off")
    answer = await world.ayu.taps("All of today")

    assert answer is not None
    assert answer.text == "Closed: Tue 1 Dec."
    assert "Wed 2 Dec" in await soonest(world)
    await world.ayu.taps("🏖 Tue 1 Dec")
    await world.ayu.taps("Open again")
    await world.ayu.sees("Nothing is planned")
    assert "Tue 1 Dec, 15:30" in await soonest(world)


async def test_a_stretch_of_days_is_closed(world: World) -> None:
    await opens(world)
    for words in ("Other dates", "1", "Off until another day", "3"):
        await world.ayu.taps(re.compile(f"{words}( –)?…?$"))

    await world.ayu.sees("Tap an entry")
    assert "Fri 4 Dec" in await soonest(world)


async def test_some_hours_of_a_day_are_closed(world: World) -> None:
    await opens(world)
    for words in ("Other dates…", "1", "Some hours off…", "15:00", "16:00"):
        await world.ayu.taps(re.compile(f"^{words}$|{re.escape(words)}$"))

    await world.ayu.sees("Tap an entry")
    assert "Tue 1 Dec, 16:00" in await soonest(world)


async def test_a_day_gets_hours_of_its_own_and_the_usual_ones_again(world: World) -> None:
    await opens(world)
    for words in ("Other dates…", "1", "✏️ Other hours…", "20:00", "21:00"):
        await world.ayu.taps(re.compile(f"{re.escape(words)}$"))
    assert "Tue 1 Dec, 20:00" in await soonest(world)

    await world.ayu.taps("🕘 Tue 1 Dec, special hours")
    page = await world.ayu.sees("Open: 20:00–21:00")
    assert "Nothing is booked." in page["text"]
    await world.ayu.taps("As usual again")

    await world.ayu.sees("Nothing is planned")
    assert "Tue 1 Dec, 15:30" in await soonest(world)


async def test_more_hours_are_added_to_a_day(world: World) -> None:
    await opens(world)
    for words in ("Other dates…", "1", "➕ More hours…", "22:00", "23:00"):
        await world.ayu.taps(re.compile(f"{re.escape(words)}$"))

    await world.ayu.taps("🕘 Tue 1 Dec, special hours")

    await world.ayu.sees(re.compile("Open: .*22:00–23:00"))


async def test_bookings_in_the_way_are_listed_and_stay_unless_said_otherwise(world: World) -> None:
    await books(world.maya)
    await world.ayu.sees("New booking")
    await opens(world)

    await world.ayu.taps("All of today")

    await world.ayu.sees("One booking lies in this time: Tue 1 Dec")
    await world.ayu.taps("Close this time")
    await world.ayu.sees("Tap an entry")
    await world.maya.sends("/mybookings")
    await world.maya.sees("15:30")


async def test_a_customer_is_asked_to_move_and_takes_another_time(world: World) -> None:
    await books(world.maya)
    await world.maya.sees("Your booking is confirmed")
    await opens(world)
    for words in ("All of today", "✅ Tue 1 Dec, 15:30 · Maya", "Close this time"):
        await world.ayu.taps(words)

    asked = await world.maya.sees("Ayu asks you to choose another time")
    assert "Your booking stays until you choose" in asked["text"]
    await world.maya.taps("Wed 2 Dec, 09:00")

    await world.maya.sees("✅ Confirmed")
    await world.maya.sends("/mybookings")
    page = await world.maya.sees("Your bookings")
    labels = [key["text"] for row in page["reply_markup"]["inline_keyboard"] for key in row]
    assert any("Wed 2 Dec, 09:00" in label for label in labels)
    assert not any("Tue 1 Dec" in label for label in labels)
    await world.ayu.sees("New booking")


async def test_a_time_that_is_taken_meanwhile_is_replaced_by_others(world: World) -> None:
    await books(world.maya)
    await opens(world)
    for words in ("All of today", "🔁 All", "Close this time"):
        await world.ayu.taps(words)
    await world.maya.sees("Ayu asks you to choose another time")
    await books(world.sam)
    await world.sam.sees("Your booking is confirmed")

    answer = await world.maya.taps("Wed 2 Dec, 09:00")

    assert answer is not None
    assert answer.show_alert
    await world.maya.taps("Wed 2 Dec, 09:30")
    await world.maya.sees("✅ Confirmed")


async def test_all_are_cancelled_with_an_apology(world: World) -> None:
    await books(world.maya)
    await books(world.sam, "Colouring")
    await world.ayu.sees("New request")
    await opens(world)
    await world.ayu.taps("All of today")
    await world.ayu.sees("2 bookings lie in this time")

    await world.ayu.taps("❌ All")
    await world.ayu.taps("Close this time")

    cancelled = await world.maya.sees("Ayu had to cancel your booking")
    assert "I am sorry, I am away at that time." in cancelled["text"]
    declined = await world.sam.sees("Ayu cannot take your request")
    assert "I am sorry, I am away at that time." in declined["text"]


async def test_a_booking_that_comes_meanwhile_is_shown_before_anything_is_done(
    world: World,
) -> None:
    await books(world.maya)
    await opens(world)
    await world.ayu.taps("All of today")
    await world.ayu.taps("❌ All")
    await books(world.sam)
    await world.sam.sees("Your booking is confirmed")

    answer = await world.ayu.taps("Close this time")

    assert answer is not None
    assert answer.text == "Another booking came meanwhile. Please look again."
    await world.ayu.sees("2 bookings lie in this time")


async def test_a_walk_in_cannot_be_asked_to_move(world: World) -> None:
    await world.ayu.sends("/provider")
    await world.ayu.taps("Book for someone")
    await world.ayu.sends("Sari")
    for words in ("Haircut", "⚡", "✅ Book"):
        await world.ayu.taps(words)
    await opens(world)
    await world.ayu.taps("All of today")

    await world.ayu.taps("🔁 All")
    await world.ayu.taps("✅ Tue 1 Dec, 15:30 · Sari")

    await world.ayu.taps("❌ Tue 1 Dec, 15:30 · Sari")
    await world.ayu.taps("✅ Tue 1 Dec, 15:30 · Sari")


async def test_a_time_off_has_a_reason_that_is_tapped_or_written(world: World) -> None:
    await opens(world)
    await world.ayu.taps("All of today")
    await world.ayu.taps("🏖 Tue 1 Dec")
    await world.ayu.taps("Family")
    await world.ayu.sees("For: Family")

    await world.ayu.sends("My sister <marries>")

    await world.ayu.sees("For: My sister <marries>")
    await world.ayu.sends("x" * 101)
    await world.ayu.sees("101")
    await world.ayu.taps("‹ Time off")
    await world.ayu.taps("🏖 Tue 1 Dec · My sister <marries>")
    await world.ayu.taps("No reason")
    await world.ayu.taps("‹ Time off")
    page = await world.ayu.sees("Tap an entry")
    labels = [key["text"] for row in page["reply_markup"]["inline_keyboard"] for key in row]
    assert "🏖 Tue 1 Dec" in labels


async def test_nobody_moves_a_booking_unasked(world: World) -> None:
    await books(world.maya)
    await world.maya.sees("Your booking is confirmed")
    async with world.store.transaction() as tx:
        maya = await tx.people.by_telegram(world.maya.id)
        assert maya is not None
        (booking,) = await tx.bookings.upcoming(maya.id, world.clock.now(), 5, 0)

    forged = taps.MoveTo(booking.id, booking.start + timedelta(days=1))
    await world.maya.taps_data(forged.pack())

    card = await world.maya.sees("Tuesday 1 December 2026, 15:30")
    assert "Confirmed" in card["text"]


async def test_forged_and_foreign_plans_change_nothing(world: World) -> None:
    ayu = await ayu_id(world)
    far = date(2099, 1, 1)
    await opens(world)
    for forged in (
        taps.OffPlan(ayu, Plan.OFF, TUESDAY, TUESDAY - timedelta(days=9), 0, 1440),
        taps.OffPlan(ayu, Plan.OFF, far, far, 0, 1440),
        taps.OffPlan(ayu, Plan.SPECIAL, TUESDAY, TUESDAY, 5000, 10),
        taps.OffPlan(ayu, Plan.OFF, date(2026, 11, 1), date(2026, 11, 2), 0, 1440),
        taps.OpenAgain(ayu, 999),
        taps.OffSettle(ayu),
    ):
        answer = await world.ayu.taps_data(forged.pack())
        assert answer is not None
        assert answer.show_alert
    await world.maya.sends("/start")
    await world.maya.sees("Hello Maya")
    await world.maya.taps_data(taps.OffPlan(ayu, Plan.OFF, TUESDAY, TUESDAY, 0, 1440).pack())

    assert "Tue 1 Dec, 15:30" in await soonest(world)


async def test_who_held_a_time_that_was_closed_meanwhile_is_told_so(world: World) -> None:
    await reviews(world.maya)
    await opens(world)
    await world.ayu.taps("All of today")
    await world.ayu.finds("🏖 Tue 1 Dec")

    answer = await world.maya.taps("✅ Book")

    assert answer is not None
    assert answer.text == "This time is not offered any more."
    await world.maya.sees("These times nearby are free:")
    await world.maya.taps("Wed 2 Dec, 09:00")
    await world.maya.taps("✅ Book")
    await world.maya.sees("Your booking is confirmed")
