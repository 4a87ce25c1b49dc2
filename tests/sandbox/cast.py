"""The people of these tests, and two ways for a bot to call the sandbox."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any

import aiohttp
import telegram
from telegram.request import HTTPXRequest

from bot.sandbox import Persona, Sandbox

TOKEN = "42:secret"
ANN = Persona(1001, "Ann", "Lee", "ann", language_code="de-at", phone="+4915123456", started=True)
BEN = Persona(1002, "Ben")

MakeSandbox = Callable[..., Awaitable[Sandbox]]


@dataclass(frozen=True, slots=True)
class Raw:
    """Calls as plain HTTP, for what no client library would send."""

    session: aiohttp.ClientSession
    url: str

    async def call(self, method: str, **parameters: object) -> dict[str, Any]:
        async with self.session.post(f"{self.url}/bot{TOKEN}/{method}", json=parameters) as answer:
            body: dict[str, Any] = await answer.json()
        if not body["ok"]:
            assert body["error_code"] == answer.status
        return body

    async def refusal(self, method: str, **parameters: object) -> str:
        """The description of the error that a call must meet."""
        body = await self.call(method, **parameters)
        assert not body["ok"], body
        return str(body["description"])

    async def result(self, method: str, **parameters: object) -> Any:  # noqa: ANN401 - whatever the method gives
        body = await self.call(method, **parameters)
        assert body["ok"], body
        return body["result"]


def client(sandbox: Sandbox) -> telegram.Bot:
    return telegram.Bot(
        sandbox.token,
        base_url=f"{sandbox.url}/bot",
        base_file_url=f"{sandbox.url}/file/bot",
        request=HTTPXRequest(read_timeout=5, connection_pool_size=32),
        get_updates_request=HTTPXRequest(read_timeout=5),
    )


async def waiting_poll(sandbox: Sandbox) -> None:
    """Until a getUpdates has arrived and waits."""
    async with asyncio.timeout(5):
        while sandbox.world.updates._poll is None:  # noqa: ASYNC110 - nothing tells of it
            await asyncio.sleep(0)
