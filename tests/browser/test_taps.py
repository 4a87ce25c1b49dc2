"""Taps that come twice or too late, and what a tap does to its message."""

import pytest
from playwright.async_api import expect

from tests.browser.desk import BOOK, TO_REQUEST, TO_REVIEW, Desk
from tests.programs import Program


@pytest.fixture
def program(common_program: Program) -> Program:
    return common_program


async def test_a_double_tap_books_once(desk: Desk) -> None:
    await desk.add("Dunja")
    dunja, doctor = desk.customer, desk.provider
    await dunja.start()
    await dunja.tap(*TO_REVIEW)
    await dunja.key(BOOK).dblclick()
    about_her = doctor.saying("Dunja")
    await expect(about_her).to_contain_text("New request")
    await expect(dunja.saying("Your request is with")).to_have_count(1)

    await doctor.key("Confirm").dblclick()
    await dunja.sees("Your booking is confirmed")

    await expect(about_her).to_have_count(1)
    await expect(dunja.saying("Your booking is confirmed")).to_have_count(1)


async def test_a_button_of_long_ago_is_answered_and_changes_nothing(desk: Desk) -> None:
    await desk.add("Ilse")
    ilse, doctor = desk.customer, desk.provider
    await ilse.start()
    await ilse.tap(*TO_REQUEST)
    await doctor.sees("Ilse")
    await doctor.tap("Confirm")
    await ilse.sees("Your booking is confirmed")
    confirmed = ilse.saying("Your booking is confirmed")
    stale = confirmed.locator(".key", has_text="Cancel booking")

    card = ilse.saying("✅ Confirmed ·")
    await card.locator(".key", has_text="Cancel booking").click()
    await ilse.tap("I am ill")
    await doctor.sees("Ilse has cancelled")
    await stale.click()

    await ilse.is_alerted("That is no longer possible: ❌ Cancelled.")
    await expect(stale).to_have_count(0)
    await expect(doctor.saying("Ilse has cancelled")).to_have_count(1)


async def test_one_message_is_edited_in_place(desk: Desk) -> None:
    await desk.add("Edda")
    edda = desk.customer
    await edda.start()
    await edda.sees("Hello Edda!")
    before = await edda.messages.count()

    await edda.tap("Book an appointment", "Ratna", "GP consultation")
    await edda.sees("Choose a day")
    await edda.tap("‹ Back", "‹ Back")
    await edda.sees("Who would you like to see?")

    assert await edda.messages.count() == before
