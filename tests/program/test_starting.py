"""Starts that go wrong: one sentence and an exit code, never a traceback."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from bot.sandbox import Sandbox
from tests.programs import Place, Program, free_port, started


@pytest.fixture
def place(tmp_path: Path, database_url: str) -> Place:
    """A sandbox of its own."""
    return Place(tmp_path / "home", free_port(), database_url, sandbox_port=free_port())


async def left_with(program: Program) -> tuple[int, str]:
    code = await program.left()
    log = program.log()
    assert "Traceback" not in log
    return code, log


async def test_a_taken_web_port(place: Place) -> None:
    async with _listening(place.port), started(place) as program:
        code, log = await left_with(program)

    assert (code, f"Cannot listen on 127.0.0.1:{place.port}: is the port taken?" in log) == (
        2,
        True,
    )


async def test_a_taken_sandbox_port(place: Place) -> None:
    async with _listening(place.sandbox_port), started(place) as program:
        code, log = await left_with(program)

    sentence = f"Port {place.sandbox_port} is taken: set SANDBOX_PORT to a free one."
    assert (code, sentence in log) == (2, True)


async def test_a_folder_that_cannot_be_made(place: Place, tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.touch()
    async with started(place, DATA_DIR=str(file / "data")) as program:
        code, log = await left_with(program)

    assert (code, f"DATA_DIR {file / 'data'} cannot be made" in log) == (2, True)


async def test_a_catalogue_that_is_not_there(place: Place) -> None:
    async with started(replace(place, catalogue="nowhere.yaml")) as program:
        code, log = await left_with(program)

    assert (code, "nowhere.yaml: cannot be read" in log) == (2, True)


async def test_a_token_that_telegram_does_not_know(place: Place) -> None:
    sandbox = Sandbox("42:another-token", [])
    await sandbox.start()
    async with started(replace(place, api_url=sandbox.url)) as program:
        code, log = await left_with(program)
    await sandbox.stop()

    assert (code, "Telegram does not know this bot token: check BOT_TOKEN." in log) == (2, True)
    assert "42:" not in log


async def test_a_database_that_does_not_exist(place: Place) -> None:
    missing = place.database_url.replace("/test_", "/missing_")
    assert missing != place.database_url
    async with started(replace(place, database_url=missing)) as program:
        code, log = await left_with(program)

    assert (code, "The database does not let us work" in log) == (1, True)


@pytest.mark.parametrize("what", ["database", "telegram"])
async def test_whoever_waits_for_another_one_still_listens_to_us(place: Place, what: str) -> None:
    nobody = f"127.0.0.1:{free_port()}"
    away = {
        "database": replace(place, database_url=f"postgresql://u@{nobody}/db"),
        "telegram": replace(place, api_url=f"http://{nobody}"),
    }[what]
    async with started(away) as program:
        await program.says("does not answer yet")
        code = await program.stop()

    assert code == 0
    assert "Traceback" not in program.log()
    assert "Unclosed" not in program.log()


async def test_what_comes_late_is_waited_for(place: Place) -> None:
    port = free_port()
    sandbox = Sandbox("42:sandbox", [])
    async with started(replace(place, api_url=f"http://127.0.0.1:{port}")) as program:
        await program.says("Telegram does not answer yet")
        await sandbox.start("127.0.0.1", port)
        await program.ready()
        assert await program.stop() == 0
    await sandbox.stop()


@asynccontextmanager
async def _listening(port: int) -> AsyncIterator[None]:
    async def hear(_reader: asyncio.StreamReader, _writer: asyncio.StreamWriter) -> None:
        raise AssertionError("nobody should call")

    async with await asyncio.start_server(hear, "127.0.0.1", port):
        yield
