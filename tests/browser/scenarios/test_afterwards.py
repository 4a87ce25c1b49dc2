"""The session takes place, or nobody comes; what is said of it afterwards."""

from playwright.async_api import expect

from tests.browser.desk import BOOK, Desk
from tests.browser.scenarios.steps import books
from tests.browser.screenshots import Album

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
    await album.take("booked")
    ready = "Fitting begins in"
    await desk.moves_until(maya.saying(ready).last, claire.saying(ready).last, most=9)
    await album.take("ready")
    await desk.move("15m")
    await desk.move("15m")
    await desk.move("15m")
    await claire.sees("How did it go: Fitting?")
    await album.take("asked")
    await claire.tap("Completed")
    await claire.sees("Ended at 10:30 (Paris time)")
    await album.take("completed")
    await claire.tap("Private notes")
    await claire.writes("Talks a lot")
    for heading, words in NOTES.items():
        await claire.tap(heading)
        await claire.sees("Please write it as a message")
        if heading == "Topics":
            await album.take("writing")
        await claire.writes(words)
        await claire.sees(words)
    await album.take("written")
    await claire.tap("Send to the customer")
    await maya.sees("Notes from Claire Fontaine")
    await album.take("notes")
    await desk.moves_until(maya.saying("How was it with").last, most=3)
    await album.take("rate")
    await maya.tap("5 ★")
    await maya.sees("Your review:")
    await maya.tap("Add a few words")
    await maya.writes("Kind and quick")
    await maya.sees("Kind and quick")
    await album.take("rated")
    await claire.sees("from Maya Lind")
    await album.take("told")
    print(await maya.texts())


async def test_a_call_that_both_miss_is_booked_again(desk: Desk, album: Album) -> None:
    maya, claire = desk.customer, desk.provider
    await maya.start()
    await books(maya, "Coaching", "15", "10:00")
    ready = "Coaching begins in"
    await desk.moves_until(maya.saying(ready).last, claire.saying(ready).last, most=9)
    await album.take("ready")
    for _ in range(2):
        await desk.move("15m")

    await maya.sees("Neither you nor Claire Fontaine came")
    await claire.sees("Neither you nor Maya Lind came")
    await album.take("missed")
    await maya.tap("Book another time")
    await maya.sees("Choose a day")
    await album.take("another")
