"""The main job in a browser, by taps only: book, confirm, be reminded, cancel."""

from playwright.async_api import expect

from tests.browser.desk import TO_REQUEST, Desk

REMINDER = "Reminder:"


async def test_book_confirm_remind_cancel(desk: Desk) -> None:
    maya, doctor = desk.customer, desk.provider

    await maya.start()
    await maya.sees("Hello Maya!")
    await maya.tap(*TO_REQUEST)
    assert maya.taps <= 5
    await maya.sees("Your request is with dr. Ratna Wulandari")

    await doctor.sees("New request")
    await expect(doctor.last).to_contain_text("Maya Lind")
    await doctor.tap("Confirm")
    assert doctor.taps == 1
    await maya.sees("Your booking is confirmed")
    await expect(doctor.key("Confirm")).to_have_count(0)

    await desk.moves_until(maya.saying(REMINDER).last, doctor.saying(REMINDER).last)
    await expect(maya.last).to_contain_text("GP consultation in")

    await maya.tap("Cancel booking", "My plans changed")
    await maya.sees("Cancelled.")
    await doctor.sees("Maya Lind has cancelled")
    await expect(doctor.last).to_contain_text("My plans changed")
    assert await maya.said.all_inner_texts() == ["/start"]
