"""The session takes place, or nobody comes; what is said of it afterwards."""

import re

from playwright.async_api import expect

from tests.browser.desk import BOOK, SOON, Desk, Phone
from tests.browser.scenarios.steps import books
from tests.browser.screenshots import Album

PRIVATE = "Talks a lot"
NOTES = {
    "Topics": "Sleep and work",
    "Assessment": "Much better than in winter",
    "Action items": "A walk before breakfast",
    "Recommendations": "No screens after nine",
    "Next date": "In two weeks",
    "Materials": "https://example.org/sleep",
}


async def test_a_session_is_booked_held_and_completed(desk: Desk, album: Album) -> None:
    maya, claire = desk.customer, desk.provider
    await maya.start()
    await books(maya, "Fitting", "15", "10:00")
    await maya.sees("Your booking is confirmed")
    await claire.sees("New booking")
    await begins(desk, "Fitting")
    await album.take("ready")

    for _ in range(3):
        await desk.move("15m")
    await claire.sees("How did it go: Fitting?")
    await album.take("asked")
    await claire.tap("Completed")

    await claire.sees("Ended at 10:30 (Paris time)")
    await maya.writes("/mybookings")
    await maya.tap("Past (1)", "Fitting")
    await maya.sees("✔️ Completed")
    await album.take("completed")
    assert "✕ Cancel booking" not in await maya.keys()


async def test_what_was_said_is_for_whom_it_is_meant_and_three_reviews_make_a_rating(
    desk: Desk, album: Album
) -> None:
    maya, claire = desk.customer, desk.provider
    await maya.start()
    for time in ("10:00", "10:30", "11:00"):
        await books(maya, "Fitting", "15", time)
        await maya.sees(f"15 March 2027, {time}")
        await maya.tap("Start page")
    for step in ("1h", "1h", "1h", "15m", "15m", "15m"):
        await desk.move(step)
    await expect(claire.saying("How did it go: Fitting?")).to_have_count(3)

    await completes_with_notes(claire)
    await album.take("written")
    assert not any("Sleep" in each for each in await maya.texts())
    await claire.tap("Send to the customer")
    await maya.sees("Notes from Claire Fontaine")
    for words in NOTES.values():
        await expect(maya.saying("Notes from").last).to_contain_text(words)
    await album.take("notes")

    await desk.move("15m")
    await rates(maya, 5)
    await claire.tap("Completed")
    await desk.move("15m")
    await rates(maya, 4)
    await maya.tap("Add a few words")
    await maya.writes("Kind and quick")
    await claire.sees("★★★★☆ from Maya Lind: “Kind and quick”")
    await album.take("rated")
    assert "★" not in await profile(maya), "two reviews are no rating yet"
    await claire.tap("Completed")
    await desk.move("15m")
    await rates(maya, 3)
    assert "★ 4.0 (3)" in await profile(maya)
    await album.take("profile")
    assert not any(PRIVATE in each for each in await maya.texts())


async def test_a_call_that_both_miss_is_booked_again(desk: Desk, album: Album) -> None:
    maya, claire = desk.customer, desk.provider
    await maya.start()
    await books(maya, "Coaching", "15", "10:00")
    await maya.sees("Your booking is confirmed")
    await begins(desk, "Coaching")

    for _ in range(2):
        await desk.move("15m")

    await maya.sees("Neither you nor Claire Fontaine came")
    await claire.sees("Neither you nor Maya Lind came")
    await album.take("missed")
    await maya.tap("Book another time", SOON, BOOK)
    await maya.sees("Monday 15 March 2027, 14:00")
    await expect(claire.saying("New booking").last).to_contain_text("14:00 (Paris time)")
    await album.take("booked-again")


async def begins(desk: Desk, title: str) -> None:
    """It is five minutes to ten in Paris, and both sides are told."""
    for step in ("1h", "15m", "15m", "15m"):
        await desk.move(step)
    told = [phone.saying(f"{title} begins in").last for phone in (desk.customer, desk.provider)]
    await desk.moves_until(*told)


async def completes_with_notes(claire: Phone) -> None:
    await claire.tap("Completed")
    for heading, words in {"Private notes": PRIVATE, **NOTES}.items():
        await claire.tap(heading)
        await claire.sees("Please write it as a message")
        await claire.writes(words)
        await expect(claire.key(re.compile(f"✅.*{heading}"))).to_be_visible()


async def rates(maya: Phone, stars: int) -> None:
    """The session that was completed last, when she is asked."""
    question = maya.saying("How was it with Claire Fontaine?").last
    await expect(question).to_be_visible()
    await question.locator(".key", has_text=f"{stars} ★").click()
    await maya.sees(f"Your review: {'★' * stars}{'☆' * (5 - stars)}")


async def profile(maya: Phone) -> str:
    """What is said of Claire where one chooses whom to see."""
    await maya.writes("/book")
    await expect(maya.last).to_contain_text("Who would you like to see?")
    return await maya.last.inner_text()
