"""A booking that repeats: one date is taken, one of it is called off, then the rest."""

from playwright.async_api import expect

from tests.browser.desk import Desk
from tests.browser.scenarios.steps import books
from tests.browser.screenshots import Album


async def test_a_clash_is_offered_the_nearest_time_and_one_or_all_are_called_off(
    desk: Desk, album: Album
) -> None:
    maya, claire = desk.customer, desk.provider
    await desk.add("Noor")
    noor = desk.customer
    await noor.start()
    await books(noor, "Fitting", "30", "10:00")
    await noor.sees("Your booking is confirmed")
    await desk.pick(maya, "Maya")
    await maya.start()
    await books(maya, "Fitting", "16", "10:00")
    await maya.sees("Your booking is confirmed")

    await maya.tap("Details", "Repeat…", "Every week")
    await maya.sees("How many sessions in all?")
    await album.take("count")
    await maya.tap("4")
    await maya.sees("Every week")
    await album.take("plan")
    print(await maya.keys())
    await maya.tap("Book 3 more")
    await maya.sees("3 more are booked")
    await album.take("booked")
    await maya.tap("All my bookings")
    await album.take("list")
    print(await maya.keys())
