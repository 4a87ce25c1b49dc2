"""An admin closes the whole organization on public holidays."""

from bot.views import taps
from tests.e2e.conftest import World
from tests.e2e.steps import BOOK


async def opens(world: World) -> None:
    await world.sam.sends("/start")
    await world.sam.taps("Holidays")
    await world.sam.sees("No day is closed for everybody yet")


async def test_a_holiday_is_closed_and_opened_again(world: World) -> None:
    await opens(world)
    await world.sam.taps("🎌 Indonesia")
    await world.sam.sees("Tap the days on which you are closed")
    await world.sam.taps("☐ Fri 25 Dec · Christmas Day")
    await world.sam.taps("‹ Holidays")
    page = await world.sam.sees("Nobody can be booked on these days")
    labels = [key["text"] for row in page["reply_markup"]["inline_keyboard"] for key in row]
    assert labels[0] == "✅ Fri 25 Dec · Christmas Day"

    await world.maya.sends("/start")
    for words in ("Book an appointment", "Ayu", "Haircut", "25 –"):
        answer = await world.maya.taps(words)
    assert answer is not None
    assert answer.text == "Ayu is closed on Fri 25 Dec."

    await world.sam.taps("✅ Fri 25 Dec · Christmas Day")
    await world.sam.sees("No day is closed for everybody yet")


async def test_all_holidays_of_another_country_are_chosen_at_once(world: World) -> None:
    await opens(world)
    await world.sam.taps("Another country…")
    for words in ("›", "‹", "Albania", "✅ All"):
        await world.sam.taps(words)
    await world.sam.taps("‹ Holidays")

    page = await world.sam.sees("Nobody can be booked on these days")

    assert len(page["reply_markup"]["inline_keyboard"]) > 10


async def test_bookings_on_a_holiday_are_told_of_and_stay(world: World) -> None:
    await world.maya.sends("/start")
    for words in ("Book an appointment", "Ayu", "Haircut", "25", "09:00", BOOK):
        await world.maya.taps(words)
    await world.maya.sees("Your booking is confirmed")
    await opens(world)
    await world.sam.taps("🎌 Indonesia")

    answer = await world.sam.taps("☐ Fri 25 Dec · Christmas Day")

    assert answer is not None
    assert answer.text == "One booking lies there and stays. Its provider can move or cancel it."
    await world.maya.sends("/mybookings")
    await world.maya.sees("Fri 25 Dec")


async def test_nobody_else_closes_an_organization(world: World) -> None:
    await world.maya.sends("/start")
    await world.maya.sees("Hello Maya")

    for forged in (
        taps.Holidays(1),
        taps.AllHolidays(1, 8 * 26 + 3),
        taps.HolidaysOf(1, 9999, 0),
        taps.Organizations(),
    ):
        answer = await world.maya.taps_data(forged.pack())
        assert answer is not None
        assert answer.show_alert
