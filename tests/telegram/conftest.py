"""A sandbox to speak to, and connections to it, for every test of this folder."""

from collections.abc import AsyncIterator, Iterator

import pytest
from structlog.testing import capture_logs
from structlog.typing import EventDict

from bot.sandbox import Persona, Sandbox, ScriptedPerson
from bot.telegram.calls import Calls
from bot.telegram.gallery import Gallery
from bot.telegram.sender import Sender
from bot.telegram.transport import Transport
from bot.views.sketches import Sketch
from tests.sandbox.pictures import png

TOKEN = "42:sandbox"
ANN, BEA = 7, 8


@pytest.fixture(autouse=True)
def logs() -> Iterator[list[EventDict]]:
    """What was logged, in place of printing it."""
    with capture_logs() as logs:
        yield logs


@pytest.fixture
async def sandbox() -> AsyncIterator[Sandbox]:
    people = [Persona(ANN, "Ann", started=True), Persona(BEA, "Bea", started=True)]
    sandbox = Sandbox(TOKEN, people)
    await sandbox.start()
    yield sandbox
    await sandbox.stop()


@pytest.fixture
def ann(sandbox: Sandbox) -> ScriptedPerson:
    return sandbox.person(ANN)


@pytest.fixture
async def transport() -> AsyncIterator[Transport]:
    async with Transport(connect_timeout=1, read_timeout=0.5, write_timeout=0.5) as transport:
        yield transport


@pytest.fixture
def calls(sandbox: Sandbox, transport: Transport) -> Calls:
    return Calls(f"{sandbox.url}/bot{TOKEN}", transport)


@pytest.fixture
def pauses() -> list[float]:
    """How long the sender wanted to wait, in seconds."""
    return []


@pytest.fixture
def painted() -> list[Sketch]:
    """What was drawn, one after the other."""
    return []


@pytest.fixture
def gallery(painted: list[Sketch]) -> Gallery:
    async def paint(sketch: Sketch) -> bytes:
        painted.append(sketch)
        return png(400, 500)

    return Gallery(paint)


@pytest.fixture
def sender(calls: Calls, gallery: Gallery, pauses: list[float]) -> Sender:
    async def pause(seconds: float) -> None:
        pauses.append(seconds)

    return Sender(calls, gallery, pause)
