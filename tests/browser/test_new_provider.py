"""A new provider sets everything up by taps, and customers see exactly that."""

import re
from datetime import date, datetime, timedelta

from playwright.async_api import expect

from tests.browser.conftest import Windows
from tests.browser.desk import BOOK, Desk, Phone

MOST_TAPS = 25
# An hour long, every quarter of an hour, from 9 to 12 and from 13 to 17.
STARTS = [*range(9 * 60, 11 * 60 + 1, 15), *range(13 * 60, 16 * 60 + 1, 15)]


async def test_a_new_provider_is_open_after_less_than_25_taps(windows: Windows) -> None:
    desk = await windows.open()
    provider = desk.provider
    await desk.pick(provider, "Nadia")
    off = await next_wednesday(desk)

    link = await sets_up(provider, off)

    assert provider.taps < MOST_TAPS
    typed = await provider.said.all_inner_texts()
    assert typed == ["/provider", "Piano for beginners"], "the first one was tapped"
    await customers_see_exactly_that(desk.customer, link, off)


async def sets_up(provider: Phone, off: date) -> str:
    """Hours with a lunch break, a day off, a first service; the link to it all."""
    await provider.command("/provider")
    await provider.sees("You have no hours yet")
    await provider.tap("Hours", "Mon–Fri", "09:00")
    await provider.sees("From 09:00. Until when?")
    await provider.tap("17:00", "Add a break", "12:00")
    await provider.sees("Break from 12:00. Until when?")
    await provider.tap("13:00", "Save")
    await provider.sees("Mon–Fri: 09:00–12:00, 13:00–17:00")
    await provider.tap("‹ Workspace", "Time off", "Other dates")
    await provider.sees("Which day?")
    if f"{off.day}" not in await provider.keys():
        await provider.tap("›")
    await provider.tap(re.compile(f"^{off.day}$"), "🏖 Day off")
    await provider.sees("Tap an entry to change it")
    await provider.tap("‹ Workspace", "Add your first service")
    await provider.writes("Piano for beginners")
    await provider.tap(re.compile("^1h$"))
    await provider.sees("What does it cost?")
    await provider.tap(re.compile("30$"))
    await provider.tap("🔗 Share")
    await provider.sees("Whoever opens this link can book right away")
    return await provider.last.inner_text()


async def customers_see_exactly_that(customer: Phone, link: str, off: date) -> None:
    payload = re.search(r"start=(\w+)", link)
    assert payload is not None, link
    await customer.start()
    await customer.sees("Hello")
    await customer.writes(f"/start {payload[1]}")
    monday = off - timedelta(days=2)
    await turn_to(customer, monday)
    await customer.tap(re.compile(rf"^{monday.day}\b"))
    await customer.sees(f"{monday:%A}")
    times = await starts(customer)
    await customer.tap("›")
    await expect(customer.key("Page 2 of 2")).to_be_visible()
    times += await starts(customer)
    assert times == [f"{start // 60:02}:{start % 60:02}" for start in STARTS]

    await customer.tap("‹ Back")
    await turn_to(customer, off)
    await customer.tap(re.compile(rf"^{off.day} –$"))
    await expect(customer.whole).to_contain_text("is closed on")
    await turn_to(customer, monday)
    await customer.tap(re.compile(rf"^{monday.day}\b"), "09:00", BOOK)
    await customer.sees("Your booking is confirmed")


async def starts(customer: Phone) -> list[str]:
    """The times on the page that is shown."""
    return [label for label in await customer.keys() if re.fullmatch(r"\d\d:\d\d", label)]


async def turn_to(customer: Phone, day: date) -> None:
    """To its month, if it is not this one."""
    await customer.sees("Choose a day")
    if f"{day:%B %Y}" not in await customer.keys():
        await customer.tap("›")
        await expect(customer.key(f"{day:%B %Y}")).to_be_visible()


async def next_wednesday(desk: Desk) -> date:
    """Of next week, in the provider's zone, which is London's."""
    today = datetime.fromisoformat(await desk.clock()).date()
    return today + timedelta(days=7 - today.weekday() + 2)
