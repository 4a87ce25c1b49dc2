"""The main job in a browser, by taps only: book, confirm, be reminded, cancel."""

import re

from playwright.async_api import expect

from tests.browser.desk import Desk

SOON = re.compile("^⚡")
BOOK = re.compile("^(✅ Book|📨 Request)")
REMINDER = "Reminder:"


async def test_book_confirm_remind_cancel(desk: Desk) -> None:
    maya, doctor = desk.customer, desk.provider

    await maya.start()
    await maya.sees("Hello Maya!")
    await maya.tap("Book an appointment", "Ratna", "GP consultation", SOON, BOOK)
    assert maya.taps == 5
    await maya.sees("Requested:")
    await maya.sees("Your request is with")

    await doctor.sees("New request")
    await doctor.last_is("Maya")
    await doctor.tap("Confirm")
    await maya.sees("Your booking is confirmed")

    reminders = (maya.messages.filter(has_text=REMINDER), doctor.messages.filter(has_text=REMINDER))
    await desk.moves_until(*(each.last for each in reminders))

    await maya.tap("Cancel booking", "My plans changed")
    await maya.sees("Cancelled.")
    await doctor.sees("Maya Lind has cancelled")
    await doctor.sees("My plans changed")


async def test_one_message_is_edited_in_place(desk: Desk) -> None:
    maya = desk.customer
    await maya.start()
    await maya.sees("Hello Maya!")
    before = await maya.messages.count()

    await maya.tap("Book an appointment", "Ratna", "GP consultation")
    await maya.sees("Choose a day")
    await maya.tap("‹ Back", "‹ Back")
    await maya.sees("Who would you like to see?")

    assert await maya.messages.count() == before


async def test_a_double_tap_books_once(desk: Desk) -> None:
    maya = desk.customer
    await maya.start()
    await maya.tap("Book an appointment", "Ratna", "GP consultation", SOON)
    await maya.key(BOOK).dblclick()

    await maya.sees("Your request is with")
    await desk.provider.sees("New request")
    await expect(desk.provider.messages.filter(has_text="New request")).to_have_count(1)
    await expect(maya.messages.filter(has_text="Your request is with")).to_have_count(1)


async def test_a_button_of_long_ago_leads_to_the_present(desk: Desk) -> None:
    maya = desk.customer
    await maya.start()
    await maya.tap("Book an appointment", "Ratna", "GP consultation", SOON, BOOK)
    await desk.provider.tap("Confirm")
    await maya.sees("Your booking is confirmed")
    await expect(desk.provider.messages.filter(has_text="Confirmed")).to_be_visible()

    await maya.whole.locator(".key", has_text="Cancel booking").first.click()
    await maya.tap("I am ill")
    await maya.sees("Cancelled.")
    for stale in await maya.whole.locator(".key", has_text="Cancel booking").all():
        await stale.click()
    await expect(desk.provider.messages.filter(has_text="Maya Lind has cancelled")).to_have_count(1)


async def test_a_taken_time_is_offered_to_nobody_else(desk: Desk) -> None:
    maya = desk.customer
    await maya.start()
    await maya.tap("Book an appointment", "Ratna", "GP consultation", SOON)
    held = (await maya.key(BOOK).inner_text()).removeprefix("📨 Request ")
    await maya.tap(BOOK)
    await maya.sees("Your request is with")

    await desk.add("Omar")
    await maya.start()
    await maya.sees("Hello Omar!")
    await maya.tap("Book an appointment", "Ratna", "GP consultation")
    await maya.sees("Choose a day")
    soonest = [each for each in await maya.keys() if each.startswith("⚡")]
    assert soonest
    assert all(held not in each for each in soonest)
