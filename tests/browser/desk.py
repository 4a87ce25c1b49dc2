"""The sandbox page as a person uses it: phones with keys to tap, a clock bar, a drawer."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from playwright.async_api import Locator, Page, expect

Words = str | re.Pattern[str]

SOON = re.compile("^⚡")
BOOK = re.compile("^(✅ Book|📨 Request)")
TO_REVIEW = ("Book an appointment", "Ratna", "GP consultation", SOON)
TO_REQUEST = (*TO_REVIEW, BOOK)


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
    def picker(self) -> Locator:
        return self.whole.get_by_test_id(f"picker-{self.role}")

    @property
    def messages(self) -> Locator:
        return self.whole.locator(".message")

    @property
    def last(self) -> Locator:
        return self.messages.last

    @property
    def said(self) -> Locator:
        """What the person wrote, or what was written for them."""
        return self.whole.locator(".message.out .text")

    def saying(self, words: Words) -> Locator:
        """The messages with these words."""
        return self.messages.filter(has_text=words)

    def key(self, words: Words) -> Locator:
        """The first key with these words on it, under the newest message that has one."""
        found = self.page.locator(".key", has_text=words)
        return self.messages.filter(has=found).last.locator(".key", has_text=words).first

    async def start(self) -> None:
        await self.whole.get_by_test_id("start-button").click()

    async def tap(self, *words: Words) -> None:
        """Tap keys one after the other, each as soon as it is there."""
        for each in words:
            await self.key(each).click()
            self.taps += 1

    async def command(self, name: str) -> None:
        """Choose a command of the menu, in two taps."""
        await self.whole.get_by_test_id("menu-button").click()
        await self.whole.get_by_role("menuitem", name=name).click()
        self.taps += 2

    async def sees(self, words: Words) -> None:
        """A message with these words comes into sight."""
        await expect(self.saying(words).last).to_be_visible()

    async def is_alerted(self, words: Words) -> None:
        """A box over the chat, which wants to be closed."""
        box = self.whole.get_by_role("alertdialog")
        await expect(box).to_contain_text(words)
        await box.get_by_role("button", name="OK").click()

    async def writes(self, text: str) -> None:
        box = self.whole.get_by_test_id("composer-input")
        await box.fill(text)
        await box.press("Enter")

    async def type(self, text: str) -> None:
        """Words in the field, which are not sent yet."""
        await self.whole.get_by_test_id("composer-input").fill(text)

    async def attach(self, what: str, name: str, mime: str, content: bytes) -> None:
        """Send a file of this kind, with what stands in the field as its caption."""
        async with self.page.expect_file_chooser() as choosing:
            await self.whole.get_by_test_id("attach-button").click()
            await self.whole.get_by_role("menuitem", name=what).click()
        file = await choosing.value
        await file.set_files({"name": name, "mimeType": mime, "buffer": content})

    async def keys(self) -> list[str]:
        """What the keys of the newest message that has some say."""
        keyed = self.whole.locator(".message.keyed").last
        return await keyed.locator(".key").all_inner_texts()

    async def texts(self) -> list[str]:
        """All that is said in the chat."""
        return await self.whole.locator(".message .text").all_inner_texts()


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

    @property
    def moved(self) -> Locator:
        """How far the clock has been moved."""
        return self.page.locator("#clock-moved")

    async def open(self, url: str) -> None:
        await self.page.goto(url)
        await expect(self.page.locator(".phone .title").first).not_to_be_empty()

    async def clock(self) -> str:
        """The instant that the clock bar shows."""
        time = self.page.locator("#clock-time")
        await expect(time).to_have_attribute("datetime", re.compile("T"))
        return await time.get_attribute("datetime") or ""

    async def move(self, key: str) -> None:
        """Press a key of the clock bar: now, 15m, 1h, 1d or next."""
        await self.page.get_by_test_id(f"clock-{key}").click()
        await expect(self.page.locator("#clock")).to_have_attribute("aria-busy", "false")

    async def moves_until(self, *seen: Locator, most: int = 6) -> None:
        """Go from event to event until all of these are in sight."""
        for _ in range(most):
            await self.move("next")
            if await _all_come(seen):
                return
        raise AssertionError(f"not seen after {most} events: {seen}")

    def tab(self, role: str) -> Locator:
        """On a narrow page: the way to another phone."""
        return self.page.get_by_test_id(f"tab-{role}")

    async def pick(self, phone: Phone, name: str) -> None:
        """Let somebody else hold a phone."""
        await phone.picker.click()
        await phone.whole.locator(".menu-item", has_text=name).click()

    async def add(self, first_name: str, language: str = "en") -> None:
        """Let somebody new come in; they hold the customer's phone."""
        await self.page.get_by_test_id("add-person").click()
        form = self.page.locator("#person-form")
        await form.locator("[name=first_name]").fill(first_name)
        await form.locator("[name=language_code]").select_option(language)
        await form.get_by_role("button", name="Add").click()
        await expect(form).to_be_hidden()
        await expect(self.customer.picker).to_contain_text(first_name)

    async def fits(self) -> None:
        """Nothing sticks out to the side: not of the page, not of a chat."""
        for each in await self.page.locator("html, .feed:visible").all():
            excess = await each.evaluate("node => node.scrollWidth - node.clientWidth")
            assert excess <= 0, await each.get_attribute("class")


async def _all_come(seen: Sequence[Locator]) -> bool:
    try:
        for each in seen:
            await expect(each).to_be_visible(timeout=2500)
    except AssertionError:
        return False
    return True
