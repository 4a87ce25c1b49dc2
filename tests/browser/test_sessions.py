"""The session in a browser: nobody comes to a call; a call is completed and written up."""

from tests.browser.desk import BOOK, SOON, Desk

TO_A_CALL = ("Book an appointment", "Hannah", "First talk", SOON, BOOK)


async def is_booked(desk: Desk) -> None:
    """A first talk of Maya with Hannah, whose turn has come."""
    maya, hannah = desk.customer, desk.provider
    await desk.pick(hannah, "Hannah")
    await maya.start()
    await maya.tap(*TO_A_CALL)
    await maya.sees("Your booking is confirmed")
    ready = "First talk begins in"
    await desk.moves_until(maya.saying(ready).last, hannah.saying(ready).last, most=9)


async def test_a_call_that_both_miss_is_booked_again(desk: Desk) -> None:
    maya, hannah = desk.customer, desk.provider
    await is_booked(desk)

    for _ in range(2):
        await desk.move("15m")

    await maya.sees("Neither you nor Hannah Whitcombe came")
    await hannah.sees("Neither you nor Maya Lind came")
    await maya.tap("Book another time", SOON, BOOK)
    await maya.sees("Booked:")


async def test_a_call_is_completed_with_notes(desk: Desk) -> None:
    maya, hannah = desk.customer, desk.provider
    await is_booked(desk)
    await maya.tap("I am here")
    await maya.sees("You have been here since")
    await hannah.tap("I am here")
    await hannah.sees("Maya Lind has been here since")
    await desk.move("15m")
    await desk.move("15m")
    await hannah.sees("How did it go: First talk?")

    await hannah.tap("Completed", "Recommendations")
    await hannah.sees("What do you advise?")
    await hannah.writes("Ten minutes of reading aloud a day")
    await hannah.tap("Private notes")
    await hannah.writes("Shy, be patient")
    await hannah.tap("Send to the customer")

    await maya.sees("Notes from Hannah Whitcombe")
    await maya.sees("Ten minutes of reading aloud a day")
    assert not any("Shy" in each for each in await maya.texts())
