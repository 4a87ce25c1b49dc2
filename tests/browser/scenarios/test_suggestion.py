"""A provider who cannot make it suggests another time, which takes the customer one tap."""

from playwright.async_api import expect

from tests.browser.desk import Desk
from tests.browser.scenarios.steps import books
from tests.browser.screenshots import Album


async def test_what_is_suggested_is_taken_with_one_tap(desk: Desk, album: Album) -> None:
    maya, claire = desk.customer, desk.provider
    await maya.start()
    await books(maya, "Portrait", "17", "10:00")
    await maya.sees("Your request is with")
    await claire.sees("New request")

    await claire.tap("Decline", "Suggest another time")
    await claire.sees("Which times suit you instead?")
    await album.take("suggesting")
    await claire.tap("Wed 17 Mar, 11:00")
    await expect(claire.key("• Wed 17 Mar, 11:00")).to_be_visible()
    await claire.tap("Decline and suggest it")
    await maya.sees("Claire Fontaine suggests instead (Paris time)")
    await album.take("suggested")
    tapped = maya.taps
    await maya.tap("✅ Wed 17 Mar, 11:00")

    await maya.sees("🗓 Wednesday 17 March 2027, 11:00 (Paris time)")
    assert maya.taps == tapped + 1
    await expect(maya.saying("✅ Confirmed").last).to_contain_text("11:00")
    await claire.sees("New booking")
    await expect(claire.saying("New booking")).to_contain_text("11:00")
    await album.take("taken")
