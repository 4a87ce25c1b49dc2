"""The sandbox page as a person uses it: phones with keys to tap, a clock bar, a drawer."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from playwright.async_api import Locator, Page, expect

Words = str | re.Pattern[str]


@dataclass(slots=True)
class Phone:
    """One of the phones; `taps` counts what was tapped in its chat."""

    page: Page
    role: str
    taps: int = 0

    @property
    def whole(self) -> Locator:
        return self.page.locator(f'[data-phone="{self.role}"]')

    @property
    def messages(self) -> Locator:
        return self.whole.locator(".message")

    @property
    def last(self) -> Locator:
        return self.messages.last

    def key(self, words: Words) -> Locator:
        """The newest key with these words on it."""
        return self.whole.locator(".key", has_text=words).last

    async def start(self) -> None:
        await self.whole.get_by_test_id("start-button").click()

    async def tap(self, *words: Words) -> None:
        """Tap keys one after the other, each as soon as it is there."""
        for each in words:
            await self.key(each).click()
            self.taps += 1

    async def sees(self, words: Words) -> None:
        """A message with these words comes into sight."""
        await expect(self.messages.filter(has_text=words).last).to_be_visible()

    async def last_is(self, words: Words) -> None:
        """The newest message says so."""
        await expect(self.last).to_contain_text(words)

    async def never_saw(self, words: Words) -> None:
        await expect(self.messages.filter(has_text=words)).to_have_count(0)

    async def is_told(self, words: Words) -> None:
        """A word on top of the chat, which goes away by itself."""
        await expect(self.whole.locator(".notice", has_text=words).last).to_be_visible()

    async def writes(self, text: str) -> None:
        box = self.whole.get_by_test_id("composer-input")
        await box.fill(text)
        await box.press("Enter")

    async def keys(self) -> list[str]:
        """What the keys of the newest message that has some say."""
        keyed = self.whole.locator(".message.keyed").last
        return await keyed.locator(".key").all_inner_texts()


@dataclass(slots=True)
class Desk:
    """The page in one browser window."""

    page: Page
    customer: Phone = field(init=False)
    provider: Phone = field(init=False)
    admin: Phone = field(init=False)

    def __post_init__(self) -> None:
        self.customer, self.provider, self.admin = (
            Phone(self.page, role) for role in ("customer", "provider", "admin")
        )

    async def open(self, url: str) -> None:
        await self.page.goto(url)
        await expect(self.page.locator(".phone .title").first).not_to_be_empty()

    async def clock(self) -> str:
        """The instant that the clock bar shows."""
        time = self.page.locator("#clock-time")
        await expect(time).to_have_attribute("datetime", re.compile("T"))
        return await time.get_attribute("datetime") or ""

    async def next_event(self) -> None:
        """Move the clock to whatever comes next."""
        await self.page.get_by_test_id("clock-next").click()
        await expect(self.page.locator("#clock")).to_have_attribute("aria-busy", "false")

    async def moves_until(self, *seen: Locator, most: int = 6) -> None:
        """Go from event to event until all of these are in sight."""
        for _ in range(most):
            await self.next_event()
            if await _all_come(seen):
                return
        raise AssertionError(f"not seen after {most} events: {seen}")

    async def show(self, role: str) -> None:
        """On a narrow page: look at another phone."""
        await self.page.get_by_test_id(f"tab-{role}").click()

    async def pick(self, phone: Phone, name: str) -> None:
        """Let somebody else hold a phone."""
        await phone.whole.get_by_test_id(f"picker-{phone.role}").click()
        await phone.whole.locator(".menu-item", has_text=name).click()

    async def add(self, first_name: str, language: str = "en") -> None:
        await self.page.get_by_test_id("add-person").click()
        form = self.page.locator("#person-form")
        await form.locator("[name=first_name]").fill(first_name)
        await form.locator("[name=language_code]").select_option(language)
        await form.get_by_role("button", name="Add").click()
        await expect(form).to_be_hidden()


async def _all_come(seen: Sequence[Locator]) -> bool:
    try:
        for each in seen:
            await expect(each).to_be_visible(timeout=2500)
    except AssertionError:
        return False
    return True
