"""At phone width: one phone at a time, and marks on those that are out of sight."""

from playwright.async_api import expect

from tests.browser.conftest import Windows
from tests.browser.desk import TO_REQUEST

NARROW = {"width": 390, "height": 844}


async def test_one_phone_at_a_time_where_there_is_room_for_one(windows: Windows) -> None:
    desk = await windows.open(viewport=NARROW, has_touch=True, is_mobile=True)
    maya, doctor = desk.customer, desk.provider
    await expect(maya.whole).to_be_visible()
    await expect(doctor.whole).to_be_hidden()

    await maya.start()
    await maya.tap(*TO_REQUEST)
    assert maya.taps <= 5
    await maya.sees("Your request is with")
    await expect(desk.tab("provider").locator(".badge")).to_have_text("1")
    await desk.fits()

    await desk.tab("provider").click()
    await expect(maya.whole).to_be_hidden()
    box = doctor.whole.get_by_test_id("composer-input")
    assert await box.evaluate("node => node.clientHeight >= node.scrollHeight")
    await doctor.tap("Confirm")
    await expect(desk.tab("provider").locator(".badge")).to_have_count(0)
    await expect(desk.tab("customer").locator(".badge")).to_have_text("1")
    await desk.fits()

    await desk.tab("customer").click()
    await maya.sees("Your booking is confirmed")
    await expect(desk.tab("customer").locator(".badge")).to_have_count(0)
