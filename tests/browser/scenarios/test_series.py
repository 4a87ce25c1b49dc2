"""A booking that repeats: one date is taken, one of it is called off, then the rest."""

from playwright.async_api import expect

from tests.browser.desk import Desk, Phone
from tests.browser.scenarios.steps import books
from tests.browser.screenshots import Album


async def test_a_clash_is_offered_the_nearest_time_and_one_or_all_are_called_off(
    desk: Desk, album: Album
) -> None:
    maya, claire = desk.customer, desk.provider
    await somebody_else_books(desk)
    await maya.start()
    await books(maya, "Fitting", "16", "10:00")
    await maya.sees("Your booking is confirmed")

    await maya.tap("Repeat…", "Every week")
    await maya.sees("How many sessions in all?")
    await maya.tap("4")
    await maya.sees("Tue 30 Mar, 10:00 is taken.")
    assert (await maya.keys())[:4] == [
        "✅ Tue 23 Mar, 10:00",
        "🔀 Tue 30 Mar, 09:30",
        "✅ Tue 6 Apr, 10:00",
        "✅ Book 3 more",
    ]
    await album.take("plan")
    await maya.tap("Book 3 more")
    await maya.sees("3 more are booked")
    await claire.sees("2 of 4, Every week")
    for told in ("Tuesday 23 March 2027, 10:00", "Tue 30 Mar, 09:30", "Tue 6 Apr, 10:00"):
        await expect(claire.saying("2 of 4")).to_contain_text(f"{told} (Paris time)")
    await album.take("booked")

    await maya.tap("All my bookings")
    await maya.sees("Your bookings")
    assert len(await booked(maya)) == 4
    await maya.tap("Tue 6 Apr")
    await maya.sees("4 of 4, Every week")
    await maya.tap("Cancel booking", "My plans changed")
    await claire.sees("Maya Lind has cancelled")
    await lists(maya)
    assert await booked(maya) == ["16 Mar, 10:00", "23 Mar, 10:00", "30 Mar, 09:30"]

    await maya.tap("Tue 23 Mar")
    await maya.sees("2 of 4, Every week")
    await maya.tap("Cancel booking")
    await maya.sees("Cancel this booking?")
    await album.take("calling-off")
    await maya.tap("This one and the next")
    cancelled = claire.saying("Maya Lind has cancelled")
    await expect(cancelled).to_have_count(2)  # the one before, and one for all that follow
    for day in ("❌ Tue 23 Mar, 10:00", "❌ Tue 30 Mar, 09:30"):
        await expect(cancelled.last).to_contain_text(day)
    await lists(maya)
    assert await booked(maya) == ["16 Mar, 10:00"]
    await album.take("called-off")


async def somebody_else_books(desk: Desk) -> None:
    """Noor has the time that is wanted on the 30th."""
    await desk.add("Noor")
    noor = desk.customer
    await noor.start()
    await books(noor, "Fitting", "30", "10:00")
    await noor.sees("Your booking is confirmed")
    await desk.pick(noor, "Maya")


async def lists(maya: Phone) -> None:
    await maya.writes("/mybookings")
    await maya.sees("Your bookings")


async def booked(maya: Phone) -> list[str]:
    """The days and times on the list that is shown."""
    return [
        each.removeprefix("✅ Tue ").removesuffix(" · Fitting")
        for each in await maya.keys()
        if each.endswith("Fitting")
    ]
