"""The real program in processes of its own, to be started, stopped and killed."""

import asyncio
import os
import signal
import socket
import sys
from asyncio.subprocess import Process
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from pathlib import Path

import aiohttp

TOKEN = "42:sandbox"
_PATIENCE = 30.0  # seconds
_LOOK = 0.05  # seconds between two looks


@dataclass(frozen=True, slots=True)
class Place:
    """Where a program lives: a folder of its own, a port, a database and a Telegram.

    Updates are brought to `public_url`; without one it fetches them. Without `api_url` it opens
    the sandbox on `sandbox_port`.
    """

    folder: Path
    port: int
    database_url: str
    api_url: str = ""
    public_url: str = ""
    catalogue: str = ""
    sandbox_port: int = 0

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @property
    def environment(self) -> dict[str, str]:
        chosen = {
            "BOT_TOKEN": TOKEN if self.api_url else "",
            "BOT_API_URL": self.api_url,
            "DATABASE_URL": self.database_url,
            "DATA_DIR": str(self.folder),
            "HTTP_PORT": str(self.port),
            "PUBLIC_URL": self.public_url,
            "CATALOGUE": self.catalogue,
            "SANDBOX_PORT": str(self.sandbox_port) if self.sandbox_port else "",
        }
        return os.environ | chosen


@dataclass(frozen=True, slots=True)
class Program:
    """A running `randevu run`."""

    place: Place
    process: Process

    async def ready(self) -> None:
        """Return when it is of use; raises AssertionError with its log if it does not come up."""
        async with asyncio.timeout(_PATIENCE), aiohttp.ClientSession() as session:
            while not await self._is_ready(session):
                assert self.process.returncode is None, self.log()
                await asyncio.sleep(_LOOK)

    async def kill(self) -> None:
        """End it with SIGKILL: it is given no chance to do anything more."""
        self.process.kill()
        await self.process.wait()

    async def stop(self) -> int:
        """End it with SIGTERM, as a supervisor does; its exit code."""
        self.process.send_signal(signal.SIGTERM)
        return await self.left()

    async def left(self) -> int:
        """Its exit code, once it has left by itself."""
        async with asyncio.timeout(_PATIENCE):
            return await self.process.wait()

    async def says(self, words: str) -> None:
        """Return when its log has these words; raises AssertionError if they do not come."""
        for _ in range(int(_PATIENCE / _LOOK)):
            if words in self.log():
                return
            await asyncio.sleep(_LOOK)
        raise AssertionError(f"never said {words!r}:\n{self.log()}")

    def log(self) -> str:
        return _log_of(self.place).read_text("utf-8")

    async def _is_ready(self, session: aiohttp.ClientSession) -> bool:
        try:
            async with session.get(f"{self.place.url}/readyz") as response:
                return response.status == 200
        except aiohttp.ClientConnectionError:
            return False


@asynccontextmanager
async def started(place: Place, *words: str, **settings: str) -> AsyncIterator[Program]:
    """A program that has just been started; killed at the end if it is still there.

    It is `randevu run` unless other words are given; settings count more than the place's.
    """
    place.folder.mkdir(parents=True, exist_ok=True)
    with _log_of(place).open("ab") as log:
        process = await asyncio.create_subprocess_exec(
            *(sys.executable, "-m", "bot", *(words or ("run",))),
            cwd=place.folder,  # where there is no .env
            env=place.environment | settings,
            stdout=log,
            stderr=log,
        )
    program = Program(place, process)
    try:
        yield program
    finally:
        if process.returncode is None:
            await program.kill()


def beside(place: Place, name: str) -> Place:
    """The place of another replica on the same database."""
    return replace(place, folder=place.folder.parent / name, port=free_port())


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _log_of(place: Place) -> Path:
    return place.folder / "log"
