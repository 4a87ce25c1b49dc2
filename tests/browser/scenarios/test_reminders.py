"""A day before, both sides are reminded."""

from playwright.async_api import expect

from tests.browser.desk import Desk
from tests.browser.scenarios.steps import books
from tests.browser.screenshots import Album

REMINDER = "Reminder: Fitting in 1 day"


async def test_both_are_reminded_a_day_before(desk: Desk, album: Album) -> None:
    maya, claire = desk.customer, desk.provider
    await maya.start()
    await books(maya, "Fitting", "17", "10:00")
    await maya.sees("Your booking is confirmed")

    await desk.move("1d")
    await expect(maya.saying("Reminder:")).to_have_count(0)
    await desk.moves_until(maya.saying("Reminder:").last, claire.saying("Reminder:").last, most=1)

    await maya.sees(REMINDER)
    await claire.sees(REMINDER)
    await album.take("reminded")
    print(await maya.texts())
    print(await claire.texts())
