"""The real program with its sandbox page, and a Chromium to look at it."""

import os
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.async_api import Browser, ConsoleMessage, Dialog, Page, expect

from tests.browser import chromium
from tests.browser.desk import Desk
from tests.folders import new_folder
from tests.programs import Place, Program, free_port, started

WIDE = {"width": 1440, "height": 900}
PATIENCE = 10_000  # milliseconds
expect.set_options(timeout=PATIENCE)


@pytest.fixture(scope="session")
async def browser() -> AsyncIterator[Browser]:
    executable = chromium.path()
    if executable is None:
        if os.environ.get("REQUIRE_BROWSER"):
            pytest.fail("there is no Chromium; name one with CHROMIUM=/path/to/chromium")
        pytest.skip("there is no Chromium")
    async with chromium.launched(executable) as browser:
        yield browser


@pytest.fixture
async def program(tmp_path: Path, database_url: str) -> AsyncIterator[Program]:
    """The program with the demo catalogue, as `make run` starts it; nobody else uses it."""
    place = Place(tmp_path / "home", free_port(), database_url, sandbox_port=free_port())
    async with started(place) as program:
        await program.ready()
        yield program


@pytest.fixture(scope="session")
async def common_program() -> AsyncIterator[Program]:
    """One for all tests that bring a person of their own; its database comes with it."""
    with new_folder() as folder:
        place = Place(folder / "home", free_port(), "", sandbox_port=free_port())
        async with started(place) as program:
            await program.ready()
            yield program
            await program.stop()  # and its database with it


@dataclass(slots=True)
class Windows:
    """Opens windows on the page; whatever goes wrong in their scripts is kept."""

    browser: Browser
    url: str
    closing: AsyncExitStack
    errors: list[str] = field(default_factory=list)

    async def open(self, **options: object) -> Desk:
        """A window with nothing remembered from before; options are those of a context."""
        wanted = {"viewport": WIDE, "color_scheme": "light", **options}
        context = await self.browser.new_context(**wanted)  # type: ignore[arg-type]  # as given
        self.closing.push_async_callback(context.close)
        context.set_default_timeout(PATIENCE)
        page = await context.new_page()
        self._listen(page)
        desk = Desk(page)
        await desk.open(self.url)
        return desk

    def _listen(self, page: Page) -> None:
        def said(message: ConsoleMessage) -> None:
            if message.type == "error":
                self.errors.append(message.text)

        async def asked(dialog: Dialog) -> None:
            self.errors.append(f"a script asked: {dialog.message}")
            await dialog.dismiss()

        page.on("console", said)
        page.on("dialog", asked)
        page.on("pageerror", lambda error: self.errors.append(str(error)))


@pytest.fixture
async def windows(browser: Browser, program: Program) -> AsyncIterator[Windows]:
    async with AsyncExitStack() as closing:
        url = f"http://127.0.0.1:{program.place.sandbox_port}/"
        windows = Windows(browser, url, closing)
        yield windows
        assert windows.errors == []


@pytest.fixture
async def desk(windows: Windows) -> Desk:
    """The page in a wide, light window."""
    return await windows.open()
