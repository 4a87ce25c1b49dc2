"""Two customers want one time: one gets it, the other loses nothing but the time."""

from playwright.async_api import expect

from tests.browser.conftest import Windows
from tests.browser.desk import BOOK, Desk
from tests.browser.scenarios.steps import looks_over
from tests.browser.screenshots import Album

NOTE = "Shorter at the sides, please"


async def test_who_is_too_slow_sees_other_times_and_keeps_the_note(
    desk: Desk, windows: Windows, album: Album
) -> None:
    maya, claire = desk.customer, desk.provider
    await maya.start()
    await looks_over(maya, "Fitting", "16", "10:00")
    await maya.tap("Add a note")
    await maya.sees("A note for")
    await maya.writes(NOTE)
    await maya.sees(f"📝 {NOTE}")

    await desk.move("15m")  # longer than a time is kept
    elsewhere = await windows.open()
    await elsewhere.add("Noor")
    noor = elsewhere.customer
    await noor.start()
    await looks_over(noor, "Fitting", "16", "10:00")
    await noor.tap(BOOK)
    await noor.sees("Your booking is confirmed")
    await maya.tap(BOOK)

    await maya.is_alerted("That time has just been taken.")
    await maya.sees("Somebody was a moment faster")
    await maya.sees("Your note is kept.")
    await album.take("alternatives")
    assert (await maya.keys())[:2] == ["Tue 16 Mar, 09:00", "Tue 16 Mar, 09:30"]
    await maya.tap("Tue 16 Mar, 10:30")
    await maya.sees(f"📝 {NOTE}")
    await album.take("review")
    await maya.tap(BOOK)
    await maya.sees("Your booking is confirmed")
    await expect(claire.saying("New booking")).to_have_count(2)
    await expect(claire.saying(NOTE)).to_contain_text("10:30")
    await album.take("booked")
