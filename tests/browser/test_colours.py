"""Light and dark: the colours differ, and everything can be read in both."""

import pytest
from playwright.async_api import Locator, expect

from tests.browser.conftest import Windows
from tests.browser.contrast import contrast
from tests.browser.desk import TO_REQUEST, Desk
from tests.programs import Program

ENOUGH = 4.5  # WCAG 2.2, success criterion 1.4.3


@pytest.fixture
def program(common_program: Program) -> Program:
    return common_program


@pytest.mark.parametrize("scheme", ["light", "dark"])
async def test_everything_can_be_read(windows: Windows, scheme: str) -> None:
    desk = await windows.open(color_scheme=scheme)
    name = f"Reader in the {scheme}"
    await desk.add(name)
    reader, doctor = desk.customer, desk.provider
    await reader.start()
    await expect(reader.key("Book an appointment")).to_be_visible()
    on_the_way = [await contrast(reader.key("Book an appointment"))]
    await reader.tap(*TO_REQUEST)
    await reader.sees("Your request is with")
    await doctor.sees(name)

    texts = (
        reader.last.locator(".text"),
        reader.last.locator(".meta .at"),
        reader.said.first,
        reader.whole.locator(".message.out .meta .at").first,
        reader.key("Cancel booking"),
        doctor.key("Confirm"),
        doctor.key("Decline"),
        reader.whole.locator(".day-name .pill").first,
        reader.whole.locator(".subtitle"),
        reader.whole.get_by_test_id("menu-button"),
        reader.whole.locator(".picker-role"),
        desk.page.locator("#clock-zone"),
        desk.page.get_by_test_id("clock-1h"),
        desk.page.get_by_test_id("clock-next"),
    )
    seen = on_the_way + [await contrast(each) for each in texts]
    assert min(seen) >= ENOUGH, list(zip(seen[1:], texts, strict=True))


async def test_the_page_follows_the_system(windows: Windows) -> None:
    light = await _colours(await windows.open(color_scheme="light"))
    dark = await _colours(await windows.open(color_scheme="dark"))

    assert not set(light) & set(dark)


async def test_the_switch_changes_the_colours_and_is_remembered(desk: Desk) -> None:
    switch = desk.page.get_by_test_id("theme-toggle")
    light = await _colours(desk)
    await switch.click()
    await expect(switch).to_have_attribute("aria-label", "Colours: light")
    assert await _colours(desk) == light

    await switch.click()
    await expect(switch).to_have_attribute("aria-label", "Colours: dark")
    dark = await _colours(desk)
    assert not set(light) & set(dark)

    await desk.page.reload()
    await expect(switch).to_have_attribute("aria-label", "Colours: dark")
    assert await _colours(desk) == dark


async def _colours(desk: Desk) -> list[str]:
    places = (desk.page.locator("body"), desk.customer.whole.locator(".screen"))
    return [await _background(each) for each in places]


async def _background(place: Locator) -> str:
    found: str = await place.evaluate("node => getComputedStyle(node).backgroundColor")
    return found
