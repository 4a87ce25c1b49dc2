"""A provider in Paris, a customer in New York: each sees their own time, and the other's."""

from playwright.async_api import expect

from tests.browser.desk import BOOK, SOON, Desk, Phone
from tests.browser.scenarios.steps import books
from tests.browser.screenshots import Album


async def lives_in_new_york(maya: Phone) -> None:
    await maya.start()
    await maya.tap("Settings", "Time zone")
    await maya.sees("Your time zone")
    await maya.writes("New York")
    await maya.tap("New York ·")
    await expect(maya.key("Time zone: New York")).to_be_visible()


async def test_each_side_reads_its_own_clock(desk: Desk, album: Album) -> None:
    maya, claire = desk.customer, desk.provider
    await lives_in_new_york(maya)

    await maya.tap("Start page")
    await maya.tap("Book an appointment", "Claire", "Coaching")
    await maya.sees("Choose a day")
    await album.take("month")
    await maya.tap("16")
    await album.take("times")
    await maya.tap("09:00")
    await maya.sees("Please check")
    await album.take("review")
    await maya.tap(BOOK)
    await maya.sees("Your booking is confirmed")
    await claire.sees("New booking")
    await album.take("booked")
    print(await maya.texts())
    print(await claire.texts())
    await maya.tap("Start page")
    await books(maya, "Coaching", "30", "09:00")
    await album.take("booked-later")
    print(await maya.texts())
    print(await claire.texts())
