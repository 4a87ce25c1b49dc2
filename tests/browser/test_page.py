"""The page around the phones: the raw traffic of the Bot API, the clock, a reload."""

import json

import pytest
from playwright.async_api import expect

from tests.browser.desk import Desk
from tests.programs import Program


@pytest.fixture
def program(common_program: Program) -> Program:
    return common_program


async def test_the_drawer_shows_what_is_said_to_telegram(desk: Desk) -> None:
    await desk.add("Tove")
    await desk.page.get_by_test_id("traffic").click()
    await desk.page.locator("#traffic-clear").click()
    await desk.customer.start()
    await desk.customer.tap("Book an appointment")
    await desk.customer.sees("Who would you like to see?")

    rows = desk.page.locator("#traffic-list .entry")
    for said in ("sendMessage", "editMessageText", "answerCallbackQuery", "callback_query"):
        await expect(rows.filter(has_text=said)).to_be_visible()
    call = rows.filter(has_text="editMessageText")
    await call.locator("summary").click()
    request, response = [json.loads(each) for each in await call.locator("pre").all_inner_texts()]
    assert "Who would you like to see?" in request["text"]
    assert response["ok"] is True

    await desk.page.locator("#traffic-filter").fill("answercallback")
    await expect(rows.filter(has_text="sendMessage")).to_be_hidden()
    await expect(rows.filter(has_text="answerCallbackQuery")).to_be_visible()


async def test_the_clock_can_be_moved_while_the_drawer_is_open(desk: Desk) -> None:
    await desk.page.get_by_test_id("traffic").click()

    await desk.move("15m")

    await expect(desk.moved).to_be_visible()


async def test_a_reload_changes_nothing(desk: Desk) -> None:
    await desk.add("Runa")
    await desk.customer.start()
    await desk.customer.sees("Hello Runa!")
    await desk.move("15m")
    await expect(desk.moved).to_be_visible()
    chat, moved, time = (
        await desk.customer.texts(),
        await desk.moved.inner_text(),
        await desk.clock(),
    )

    await desk.page.reload()
    await desk.pick(desk.customer, "Runa")

    await desk.customer.sees("Hello Runa!")
    assert await desk.customer.texts() == chat
    await expect(desk.moved).to_have_text(moved)
    assert await desk.clock() >= time
