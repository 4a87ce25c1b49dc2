"""A day before, both sides are reminded."""

from datetime import datetime, timedelta

from playwright.async_api import expect

from tests.browser.desk import Desk
from tests.browser.scenarios.conftest import BEGIN
from tests.browser.scenarios.steps import books
from tests.browser.screenshots import Album

REMINDER = "Reminder: Fitting in 1 day"
DAY = timedelta(days=1)


async def test_both_are_reminded_a_day_before(desk: Desk, album: Album) -> None:
    maya, claire = desk.customer, desk.provider
    await maya.start()
    await books(maya, "Fitting", "17", "10:00")
    await maya.sees("Your booking is confirmed")

    await desk.move("1d")
    await maya.writes("/mybookings")
    await maya.sees("Your bookings")
    assert not [each for each in await maya.texts() if "Reminder:" in each]
    await desk.moves_until(maya.saying(REMINDER).last, claire.saying(REMINDER).last, most=1)

    begins = BEGIN + 2 * DAY + timedelta(hours=2)  # 10:00 in Paris
    assert begins - DAY <= datetime.fromisoformat(await desk.clock()) < begins - 0.99 * DAY
    for phone in (maya, claire):
        await expect(phone.saying(REMINDER)).to_have_count(1)
        await expect(phone.saying(REMINDER)).to_contain_text("17 March 2027, 10:00 (Paris time)")
    await album.take("reminded")
    await maya.tap("I'll be there")
    await claire.tap("Details")
    await claire.sees("Maya Lind will be there")
    await album.take("coming")
