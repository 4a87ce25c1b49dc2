"""A provider in Paris, a customer in New York: each sees their own time, and the other's."""

import re

from playwright.async_api import expect

from tests.browser.desk import BOOK, Desk, Phone
from tests.browser.scenarios.steps import books, looks_over
from tests.browser.screenshots import Album


async def test_a_call_is_told_on_both_clocks_before_and_after_one_of_them_changes(
    desk: Desk, album: Album
) -> None:
    maya, claire = desk.customer, desk.provider
    await lives_in_new_york(maya)

    await looks_over(maya, "Coaching", "16", "09:00")
    await maya.sees(told("Tuesday 16 March 2027, 09:00 (New York", "Claire Fontaine", "14:00"))
    await maya.sees(re.compile(r"I keep this time for you until 03:0\d \(New York time\)"))
    await album.take("review")
    await expect(maya.key("Book Tue 16 Mar, 09:00")).to_be_visible()
    await maya.tap(BOOK)
    await maya.sees("Tuesday 16 March 2027, 09:00")
    await claire.sees("New booking")
    await claire.sees(told("Tuesday 16 March 2027, 14:00 (Paris", "Maya Lind", "09:00"))
    await album.take("five-hours")

    await maya.tap("Start page")
    await books(maya, "Coaching", "30", "09:00")
    await maya.sees("Tuesday 30 March 2027, 09:00")
    await maya.sees(told("Tuesday 30 March 2027, 09:00 (New York", "Claire Fontaine", "15:00"))
    await claire.sees(told("Tuesday 30 March 2027, 15:00 (Paris", "Maya Lind", "09:00"))
    await album.take("six-hours")


async def test_a_visit_is_told_on_the_clock_of_the_place(desk: Desk, album: Album) -> None:
    maya, claire = desk.customer, desk.provider
    await lives_in_new_york(maya)

    await books(maya, "Fitting", "16", "14:00")

    await maya.sees("Tuesday 16 March 2027, 14:00")
    await maya.sees(told("Tuesday 16 March 2027, 14:00 (Paris", "you", "09:00"))
    await claire.sees("Tuesday 16 March 2027, 14:00 (Paris time)")
    await album.take("visit")
    assert not any("New York" in each for each in await claire.texts())


async def lives_in_new_york(maya: Phone) -> None:
    await maya.start()
    await maya.tap("Settings", "Time zone")
    await maya.sees("Your time zone")
    await maya.writes("New York")
    await maya.tap("New York ·")
    await expect(maya.key("Time zone: New York")).to_be_visible()
    await maya.tap("Start page")


def told(own: str, other: str, time: str) -> re.Pattern[str]:
    """One clock, and the other one in the line below."""
    return re.compile(rf"{re.escape(own)} time\)\s*For {other}: Tue \d\d Mar, {time}")
