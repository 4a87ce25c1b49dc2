"""The page itself: phone width, colours, languages, people, traffic, and what survives a reload."""

import re

import pytest
from playwright.async_api import Locator, expect

from tests.browser.conftest import Windows
from tests.browser.contrast import contrast
from tests.browser.desk import Desk
from tests.browser.test_main_job import BOOK, SOON
from tests.programs import Program, started

NARROW = {"width": 390, "height": 844}
ENOUGH = 4.5  # WCAG 2.2, success criterion 1.4.3


async def test_one_phone_at_a_time_where_there_is_room_for_one(windows: Windows) -> None:
    desk = await windows.open(viewport=NARROW, has_touch=True, is_mobile=True)
    await expect(desk.customer.whole).to_be_visible()
    await expect(desk.provider.whole).to_be_hidden()

    await desk.customer.start()
    await desk.customer.tap("Book an appointment", "Ratna", "GP consultation", SOON, BOOK)
    await desk.customer.sees("Your request is with")
    await expect(desk.page.get_by_test_id("tab-provider").locator(".badge")).to_have_text("1")
    await _fits(desk)

    await desk.show("provider")
    await expect(desk.customer.whole).to_be_hidden()
    box = desk.provider.whole.get_by_test_id("composer-input")
    assert await box.evaluate("node => node.clientHeight >= node.scrollHeight")
    await desk.provider.tap("Confirm")
    await expect(desk.page.get_by_test_id("tab-provider").locator(".badge")).to_have_count(0)
    await _fits(desk)

    await desk.show("customer")
    await desk.customer.sees("Your booking is confirmed")


@pytest.mark.parametrize("scheme", ["light", "dark"])
async def test_everything_can_be_read_in_light_and_dark(windows: Windows, scheme: str) -> None:
    desk = await windows.open(color_scheme=scheme)
    maya = desk.customer
    await maya.start()
    await maya.tap("Book an appointment", "Ratna", "GP consultation", SOON, BOOK)
    await maya.sees("Your request is with")

    for each in (
        maya.last.locator(".text"),
        maya.last.locator(".meta .at"),
        maya.whole.locator(".message.out .text").first,
        maya.whole.locator(".message.out .meta .at").first,
        maya.key("Cancel booking"),
        maya.whole.locator(".day-name .pill").first,
        maya.whole.locator(".subtitle"),
        desk.page.locator("#clock-zone"),
        desk.page.get_by_test_id("clock-1h"),
    ):
        assert await contrast(each) >= ENOUGH, await each.inner_text()


async def test_the_switch_changes_the_colours_and_is_remembered(desk: Desk) -> None:
    switch = desk.page.get_by_test_id("theme-toggle")
    light = await _background(desk.page.locator(".screen").first)
    await switch.click()
    await switch.click()
    await expect(switch).to_have_attribute("aria-label", "Colours: dark")
    assert await _background(desk.page.locator(".screen").first) != light

    await desk.page.reload()
    await expect(switch).to_have_attribute("aria-label", "Colours: dark")


async def test_arabic_runs_from_right_to_left(desk: Desk) -> None:
    await desk.pick(desk.customer, "ليلى")
    layla = desk.customer
    await layla.start()
    await layla.sees("ليلى")
    await layla.tap("📅", "Ratna", re.compile("IDR|طبيب"))
    await expect(layla.last.locator(".keys-7").first).to_be_visible()

    text = layla.last.locator(".text")
    await expect(text).to_contain_text(re.compile("[\u0600-\u06ff]{3}"))
    assert await text.evaluate("node => getComputedStyle(node).direction") == "rtl"


async def test_the_language_is_changed_by_taps(desk: Desk) -> None:
    maya = desk.customer
    await maya.start()
    await maya.tap("Settings", "Language", "العربية")
    await maya.sees("الإعدادات")
    await maya.writes("/start")
    await expect(maya.last).to_contain_text("Maya")
    await expect(maya.last.locator(".key", has_text="حجز").first).to_be_visible()


async def test_somebody_new_comes_in(desk: Desk) -> None:
    await desk.add("Zoë")
    await expect(desk.customer.whole.get_by_test_id("picker-customer")).to_contain_text("Zoë")
    await desk.customer.start()
    await desk.customer.sees("Hello Zoë!")


async def test_the_drawer_shows_what_is_said_to_telegram(desk: Desk) -> None:
    await desk.page.get_by_test_id("traffic").click()
    await desk.customer.start()
    await desk.customer.tap("Book an appointment")
    rows = desk.page.locator("#traffic-list .entry")
    for said in ("sendMessage", "editMessageText", "answerCallbackQuery", "callback_query"):
        await expect(rows.filter(has_text=said).first).to_be_visible()

    call = rows.filter(has_text="editMessageText").first
    await call.locator("summary").click()
    await expect(call.locator("pre").first).to_contain_text('"chat_id"')

    await desk.page.locator("#traffic-filter").fill("answercallback")
    await expect(rows.filter(has_text="sendMessage").first).to_be_hidden()


async def test_a_reload_changes_nothing(desk: Desk) -> None:
    await desk.customer.start()
    await desk.customer.sees("Hello Maya!")
    await desk.page.get_by_test_id("clock-1d").click()
    await expect(desk.page.locator("#clock-moved")).to_be_visible()
    before = await desk.clock()

    await desk.page.reload()
    await desk.customer.sees("Hello Maya!")
    await expect(desk.page.locator("#clock-moved")).to_be_visible()
    assert await desk.clock() >= before


async def test_a_restart_changes_nothing(desk: Desk, program: Program) -> None:
    await desk.customer.start()
    await desk.customer.tap("Book an appointment")
    await desk.customer.sees("Who would you like to see?")
    await desk.page.get_by_test_id("clock-1h").click()
    await expect(desk.page.locator("#clock-moved")).to_be_visible()
    before = await desk.clock()

    # The page would say in the console that the line broke; a new one comes when it is back.
    await desk.page.goto("about:blank")
    await program.stop()
    async with started(program.place) as again:
        await again.ready()
        await desk.open(f"http://127.0.0.1:{program.place.sandbox_port}/")
        await desk.customer.sees("Who would you like to see?")
        assert await desk.clock() >= before
        await desk.customer.tap("Ratna")
        await desk.customer.sees("Which service?")
        await desk.page.close()


async def test_signs_of_html_are_signs(desk: Desk) -> None:
    name = "<b>Zed</b> & <i>"
    await desk.add(name)
    zed = desk.customer
    await zed.start()
    await zed.sees(name)
    await zed.tap("Book an appointment", "Ratna", "GP consultation", SOON, "Add a note")
    await zed.sees("A note for")
    await zed.writes("<script>alert(1)</script> ملاحظة & more")
    await zed.sees("<script>alert(1)</script> ملاحظة & more")
    await zed.tap(BOOK)
    await zed.sees("Your request is with")
    await desk.provider.sees(name)
    await desk.provider.sees("<script>alert(1)</script> ملاحظة & more")
    await _fits(desk)


async def test_the_keyboard_is_enough(desk: Desk) -> None:
    maya = desk.customer
    await maya.whole.get_by_test_id("start-button").focus()
    await desk.page.keyboard.press("Enter")
    await maya.sees("Hello Maya!")
    for words in ("Book an appointment", "Ratna"):
        key = maya.key(words)
        await expect(key).to_be_visible()
        await key.focus()
        await desk.page.keyboard.press("Tab")
        await desk.page.keyboard.press("Shift+Tab")
        await expect(key).to_be_focused()
        assert await key.evaluate("node => getComputedStyle(node).outlineStyle") != "none"
        await desk.page.keyboard.press("Enter")
    await maya.sees("Which service?")


async def test_every_button_has_a_name(desk: Desk) -> None:
    await desk.customer.start()
    await desk.customer.sees("Hello Maya!")
    for button in await desk.page.locator("button:visible").all():
        name = await button.evaluate(
            "node => node.getAttribute('aria-label') || node.textContent.trim() || node.title"
        )
        assert name, await button.evaluate("node => node.outerHTML")


async def _fits(desk: Desk) -> None:
    """Nothing sticks out to the side."""
    excess = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
    assert await desk.page.evaluate(excess) <= 0


async def _background(place: Locator) -> str:
    found: str = await place.evaluate("node => getComputedStyle(node).backgroundColor")
    return found
