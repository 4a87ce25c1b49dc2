"""The web app with what the tests put behind it."""

from collections.abc import AsyncIterator, Awaitable, Callable, Sequence

import aiohttp
import pytest
from starlette.routing import Route

from bot.web.server import Server
from tests.programs import free_port

Serve = Callable[[Sequence[Route]], Awaitable[str]]


@pytest.fixture
async def serve() -> AsyncIterator[Serve]:
    """Serves routes and gives their address."""
    servers: list[Server] = []

    async def start(routes: Sequence[Route]) -> str:
        port = free_port()
        servers.append(Server(routes, "127.0.0.1", port))
        await servers[-1].start()
        return f"http://127.0.0.1:{port}"

    yield start
    for each in servers:
        await each.stop()


@pytest.fixture
async def client() -> AsyncIterator[aiohttp.ClientSession]:
    async with aiohttp.ClientSession() as session:
        yield session
