"""Without a mouse and without eyes: the keyboard is enough, and everything has a name."""

import re

import pytest
from playwright.async_api import Locator, expect

from tests.browser.desk import TO_REQUEST, Desk
from tests.programs import Program

FAR = 80  # stops of the Tab key, more than the whole page has in this story


@pytest.fixture
def program(common_program: Program) -> Program:
    return common_program


async def test_tab_and_enter_are_enough_to_book(desk: Desk) -> None:
    await desk.add("Tabea")
    tabea = desk.customer

    await _press(desk, tabea.whole.get_by_test_id("start-button"))
    await tabea.sees("Hello Tabea!")
    for words in TO_REQUEST:
        key = tabea.key(words)
        await expect(key).to_be_visible()
        await _press(desk, key)

    await tabea.sees("Your request is with")


async def test_every_button_has_a_name(desk: Desk) -> None:
    await desk.add("Nils")
    await desk.customer.start()
    await desk.customer.sees("Hello Nils!")
    await desk.page.get_by_test_id("traffic").click()
    buttons = desk.page.get_by_role("button")

    assert await buttons.count() > 20
    await expect(desk.page.get_by_role("button", name=re.compile(r"^\s*$"))).to_have_count(0)


async def _press(desk: Desk, goal: Locator) -> None:
    """Walk there with Tab, see where one is, press Enter."""
    for _ in range(FAR):
        if await goal.evaluate("node => node === document.activeElement"):
            break
        await desk.page.keyboard.press("Tab")
    await expect(goal).to_be_focused()
    style, width = await goal.evaluate(
        "node => [getComputedStyle(node).outlineStyle, getComputedStyle(node).outlineWidth]"
    )
    assert (style, width) == ("solid", "2px")
    await desk.page.keyboard.press("Enter")
