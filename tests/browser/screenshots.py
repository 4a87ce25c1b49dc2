"""Pictures of the sandbox, to be looked at: `python -m tests.browser.screenshots [FOLDER]`.

`docs/sandbox.png`, the one in the README, is its `wide-light-desk.png`.
"""

import asyncio
import re
import shutil
import sys
import tempfile
from pathlib import Path

from playwright.async_api import Browser, expect

from tests.browser import chromium
from tests.browser.desk import BOOK, SOON, Desk
from tests.programs import Place, free_port, started

_SIZES = {"wide": (1440, 900), "phone": (390, 844)}
_FREE_DAY = re.compile(r"^\d+$")


class Album:
    """Pictures of one size and colour, in the order in which they are taken.

    Without a folder there are none.
    """

    def __init__(self, desk: Desk, folder: Path | None, name: str) -> None:
        self.desk = desk
        self._folder = folder
        self._name = name

    async def take(self, what: str) -> None:
        if self._folder is None:
            return
        await self.desk.page.mouse.move(0, 0)  # nothing looks pointed at
        await self.desk.page.wait_for_timeout(600)  # movements come to rest
        await self.desk.page.screenshot(path=self._folder / f"{self._name}-{what}.png")


async def main(folder: Path) -> None:
    executable = chromium.path()
    if executable is None:
        raise SystemExit("There is no Chromium; name one with CHROMIUM=/path/to/chromium.")
    async with chromium.launched(executable) as browser:
        for size in _SIZES:
            for scheme in ("light", "dark"):
                await _walk(browser, folder, size, scheme)


async def _walk(browser: Browser, folder: Path, size: str, scheme: str) -> None:
    home = Path(tempfile.mkdtemp(prefix="randevu-pictures-"))
    place = Place(home, free_port(), "", sandbox_port=free_port())
    width, height = _SIZES[size]
    async with started(place) as program:
        await program.ready()
        context = await browser.new_context(
            viewport={"width": width, "height": height},
            color_scheme="dark" if scheme == "dark" else "light",
            locale="en-GB",
            timezone_id="Asia/Jakarta",  # where the doctor of the story is
        )
        desk = Desk(await context.new_page())
        await desk.open(f"http://127.0.0.1:{place.sandbox_port}/")
        await _story(Album(desk, folder, f"{size}-{scheme}"), is_narrow=size == "phone")
        await context.close()
        await program.stop()
    shutil.rmtree(home, ignore_errors=True)


async def _story(album: Album, *, is_narrow: bool) -> None:
    await _choose(album)
    await _be_confirmed(album, is_narrow=is_narrow)
    await _look_around(album)


async def _choose(album: Album) -> None:
    """From an empty page to the review."""
    maya = album.desk.customer
    await album.take("empty")
    await album.desk.page.locator("#hint-close").click()
    await maya.start()
    await maya.sees("Hello Maya!")
    await album.take("greeting")
    for words, seen, name in (
        ("Book an appointment", "Who would you like to see?", "providers"),
        ("Ratna", "Which service?", "services"),
        ("GP consultation", "Choose a day", "month"),
    ):
        await maya.tap(words)
        await maya.sees(seen)
        await album.take(name)
    await maya.whole.locator(".key", has_text=_FREE_DAY).nth(3).click()
    await maya.sees("times are free")
    await album.take("times")
    await maya.tap("‹ Back", SOON)
    await maya.sees("Please check")
    await album.take("review")


async def _be_confirmed(album: Album, *, is_narrow: bool) -> None:
    """The request, the answer and the reminder."""
    desk = album.desk
    await desk.customer.tap(BOOK)
    await desk.customer.sees("Your request is with")
    if is_narrow:
        await desk.tab("provider").click()
    await desk.provider.sees("New request")
    await album.take("requested")
    await desk.provider.tap("Confirm")
    if is_narrow:
        await desk.tab("customer").click()
    else:
        await desk.admin.writes("/start")
    await desk.customer.sees("Your booking is confirmed")
    await album.take("confirmed")
    await desk.moves_until(desk.customer.messages.filter(has_text="Reminder:").last)
    await expect(desk.page.locator(".notice")).to_have_count(0)  # those of before are gone
    await album.take("reminded")
    if not is_narrow:
        await _have_another(desk)
        await album.take("desk")


async def _have_another(desk: Desk) -> None:
    """A second customer's request, seen beside the first one's reminder."""
    await desk.pick(desk.customer, "ليلى")
    await desk.customer.start()
    await desk.customer.tap("حجز موعد", "Ratna", "طبيب", "⚡", "📨")
    await desk.provider.sees("ليلى")
    await desk.pick(desk.customer, "Maya Lind")


async def _look_around(album: Album) -> None:
    """What else there is: lists, settings, another language, the traffic."""
    maya = album.desk.customer
    await maya.writes("/mybookings")
    await maya.sees("Your bookings")
    await album.take("bookings")
    await maya.writes("/settings")
    await maya.sees("Settings")
    await album.take("settings")
    await maya.tap("Language", "العربية")
    await expect(maya.key("التذكيرات")).to_be_visible()
    await maya.writes("/book")
    await maya.tap("Ratna", re.compile("IDR|طبيب"))
    await expect(maya.last.locator(".keys-7").first).to_be_visible()
    await album.take("arabic")
    await album.desk.page.get_by_test_id("traffic").click()
    await album.take("traffic")


if __name__ == "__main__":
    wanted = Path(sys.argv[1] if len(sys.argv) > 1 else "screenshots")
    wanted.mkdir(parents=True, exist_ok=True)
    asyncio.run(main(wanted))
