"""The session in a browser: both come to a call, which is completed and written up."""

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
