"""A pocket Telegram: one server that is the Bot API to a bot and a chat page to people."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Iterable
from pathlib import Path

from aiohttp import web

from bot.sandbox.api import BotApi
from bot.sandbox.clocks import Clock, RealClock
from bot.sandbox.events import Events
from bot.sandbox.faults import Faults
from bot.sandbox.files import Files
from bot.sandbox.limits import FloodControl, Limits
from bot.sandbox.objects import Json
from bot.sandbox.page_api import PageApi
from bot.sandbox.people import ScriptedPerson
from bot.sandbox.persons import Persona
from bot.sandbox.queries import Queries
from bot.sandbox.saving import Memory
from bot.sandbox.traffic import Traffic
from bot.sandbox.webhooks import Deliveries
from bot.sandbox.world import World

_LARGEST_REQUEST = 64 * 1024 * 1024
_SHUTDOWN_SECONDS = 1.0


class Sandbox:
    """Not started until `start`. `faults` and `deliveries` are there for tests to play with.

    `callback_lifetime` is in seconds of real time; `delivery_pace` scales the pauses between
    attempts to reach a webhook, so that tests need not wait for minutes.
    """

    def __init__(
        self,
        token: str,
        people: Iterable[Persona] = (),
        *,
        clock: Clock | None = None,
        state_file: Path | None = None,
        limits: Limits | None = None,
        callback_lifetime: float = 150.0,
        delivery_pace: float = 1.0,
        traffic: bool = True,
        name: str = "Randevu",
        username: str = "randevu_sandbox_bot",
    ) -> None:
        self.token = token
        self.faults = Faults()
        self._memory = Memory(state_file)
        events = Events()
        self.world = World(
            bot=_bot(token, name, username),
            clock=clock or RealClock(),
            queries=Queries(callback_lifetime),
            files=Files(self._memory.files),
            flood=FloodControl(limits or Limits()),
            events=events,
            changed=self._memory.changed,
        )
        self._memory.open(self.world)
        for persona in people:
            self.world.add(persona)
        self._traffic = Traffic(events, on=traffic)
        self.deliveries = Deliveries(
            self.world.updates, self._traffic, self._reply, pace=delivery_pace
        )
        self._api = BotApi(self.world, self.deliveries, self.faults, self._traffic, token)
        self._page = PageApi(self.world, self._traffic)
        self._runner: web.AppRunner | None = None
        self._ticking: asyncio.Task[None] | None = None
        self._url = ""

    @property
    def url(self) -> str:
        """Where it listens; client libraries want `url + "/bot"`."""
        return self._url

    async def start(self, host: str = "127.0.0.1", port: int = 0) -> None:
        """Listen there and nowhere else; port 0 is any free one. OSError when it is taken."""
        app = web.Application(client_max_size=_LARGEST_REQUEST)
        self._api.add_routes(app)
        self._page.add_routes(app)
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=_SHUTDOWN_SECONDS)
        await self._runner.setup()
        try:
            await web.TCPSite(self._runner, host, port).start()
        except OSError:
            await self._runner.cleanup()
            raise
        self._url = _url(self._runner, host)
        self._ticking = asyncio.create_task(self._page.tick())

    async def stop(self) -> None:
        """Let go of everybody who waits, stop listening, and save."""
        if self._ticking:
            self._ticking.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await self._ticking
        await self.deliveries.stop()
        self.world.updates.interrupt()
        self.world.events.close()
        if self._runner:
            await self._runner.cleanup()
        await self._memory.close()

    @property
    def deliver_to(self) -> list[str]:
        """Addresses that take turns in place of the webhook's, like replicas behind it."""
        return self.deliveries.deliver_to

    @deliver_to.setter
    def deliver_to(self, urls: list[str]) -> None:
        self.deliveries.deliver_to = urls

    @property
    def deliver_twice(self) -> bool:
        """Whether every update is sent two times at once."""
        return self.deliveries.twice

    @deliver_twice.setter
    def deliver_twice(self, twice: bool) -> None:
        self.deliveries.twice = twice

    def add(self, persona: Persona) -> ScriptedPerson:
        """Let somebody in."""
        chat = self.world.add(persona)
        self.world.tell_person(chat)
        return ScriptedPerson(self.world, chat)

    def person(self, person_id: int) -> ScriptedPerson:
        return ScriptedPerson(self.world, self.world.chat(person_id))

    def traffic(self) -> list[Json]:
        """The last calls and updates, oldest first."""
        return self._traffic.entries()

    def calls(self, method: str) -> list[Json]:
        """The last calls of one method."""
        entries = self.traffic()
        return [e for e in entries if e["kind"] == "call" and e["method"].lower() == method.lower()]

    def content(self, file_id: str) -> bytes:
        """The bytes of a file that somebody sent."""
        files = self.world.files
        return files.content(files.known(file_id))

    async def _reply(self, method: str, values: Json) -> None:
        await self._api.call(method, values)


def _bot(token: str, name: str, username: str) -> Json:
    number = token.partition(":")[0]
    if not number.isdigit():
        raise ValueError("a token begins with the id of the bot, as in 42:secret")
    return {"id": int(number), "is_bot": True, "first_name": name, "username": username}


def _url(runner: web.AppRunner, host: str) -> str:
    port = runner.addresses[0][1]
    return f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"
