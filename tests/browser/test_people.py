"""Several customers: what one takes is gone for the others, and news finds its reader."""

import pytest
from playwright.async_api import expect

from tests.browser.desk import BOOK, SOON, TO_REQUEST, TO_REVIEW, Desk, Phone
from tests.programs import Program


@pytest.fixture
def program(common_program: Program) -> Program:
    return common_program


async def test_somebody_new_is_not_offered_what_is_taken(desk: Desk) -> None:
    await desk.add("Olga")
    offered = await _offered(desk.customer, "Olga")
    await desk.customer.tap(SOON, BOOK)
    await desk.customer.sees("Your request is with")

    await desk.add("Omar")
    still = await _offered(desk.customer, "Omar")

    assert len(still) == len(offered)
    assert offered[0] not in still


async def test_news_for_somebody_else_is_marked(desk: Desk) -> None:
    await desk.add("Nora")
    await desk.customer.start()
    await desk.customer.tap(*TO_REQUEST)
    await desk.customer.sees("Your request is with")
    await desk.provider.sees("Nora")
    await desk.add("Piet")

    await desk.provider.tap("Confirm")
    await expect(desk.customer.whole.get_by_text("New message for Nora")).to_be_visible()
    await desk.customer.picker.click()
    nora = desk.customer.whole.locator(".menu-item", has_text="Nora")
    await expect(nora.locator(".badge")).to_have_text("1")
    await nora.click()

    await desk.customer.sees("Your booking is confirmed")
    await desk.customer.picker.click()
    await expect(nora).to_be_visible()
    await expect(nora.locator(".badge")).to_have_count(0)


async def _offered(person: Phone, name: str) -> list[str]:
    """The soonest times that somebody who has just come in can choose from."""
    await person.start()
    await person.sees(f"Hello {name}!")
    await person.tap(*TO_REVIEW[:-1])
    await person.sees("Choose a day")
    return [each for each in await person.keys() if SOON.match(each)]
