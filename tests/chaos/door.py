"""The load balancer in front of two replicas, made to be as unkind as the real ones may be."""

from collections import Counter
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import aiohttp
from aiohttp import web

_HEADERS = ("Content-Type", "X-Telegram-Bot-Api-Secret-Token")


class Door:
    """Takes each person's updates to the replicas in turn, whatever the others do.

    Both copies of an update go to one replica for people with even ids, and to both at once for
    those with odd ones. `visits` are the replicas that a person's updates went to first, in order.
    """

    def __init__(self) -> None:
        self.replicas: list[str] = []
        self.visits: dict[int, list[str]] = {}
        self._turns: dict[int, int] = {}
        self._copies: Counter[int] = Counter()

    @asynccontextmanager
    async def open(self) -> AsyncIterator[str]:
        """Its address, which replicas have updates brought to."""
        app = web.Application()
        app.router.add_post("/telegram", self._take)
        runner = web.AppRunner(app, access_log=None, shutdown_timeout=1)
        await runner.setup()
        async with aiohttp.ClientSession(connector=aiohttp.TCPConnector(limit=0)) as self._session:
            await web.TCPSite(runner, "127.0.0.1", 0).start()
            yield f"http://127.0.0.1:{runner.addresses[0][1]}"
            await runner.cleanup()

    async def _take(self, request: web.Request) -> web.Response:
        replica = self._choose(await request.json())
        headers = {name: request.headers[name] for name in _HEADERS}
        try:
            async with self._session.post(
                f"{replica}/telegram", data=await request.read(), headers=headers
            ) as response:
                return web.Response(status=response.status, body=await response.read())
        except (aiohttp.ClientError, OSError):
            self._leave_out(replica)
            return web.Response(status=502)

    def _choose(self, update: dict[str, Any]) -> str:
        update_id, person_id = update["update_id"], _person_of(update)
        visits = self.visits.setdefault(person_id, [])
        turn = self._turns.setdefault(update_id, len(visits))
        copy = self._copies[update_id]
        self._copies[update_id] += 1
        replica = self.replicas[(turn + copy * (person_id % 2)) % len(self.replicas)]
        if not copy:
            visits.append(replica)
        return replica

    def _leave_out(self, replica: str) -> None:
        """A replica that does not answer gets nothing more."""
        if replica in self.replicas:
            self.replicas.remove(replica)


def _person_of(update: dict[str, Any]) -> int:
    content = next(value for name, value in update.items() if name != "update_id")
    return int(content["from"]["id"])
