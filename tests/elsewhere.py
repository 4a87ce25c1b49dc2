"""A web server elsewhere, with calendars that are as good or as bad as a test wants them."""

import asyncio
import gzip
from collections.abc import AsyncIterator, Awaitable, Callable, Iterable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from aiohttp import web

HOST = "127.0.0.1"
OTHER = "127.0.0.2"  # this machine as well; tests take it for somewhere outside
Answer = Callable[[web.Request], Awaitable[web.StreamResponse]]


@dataclass(slots=True)
class Elsewhere:
    """`answers` are by path; `asked` are the requests that came, with what they were for."""

    answers: dict[str, Answer] = field(default_factory=dict)
    asked: list[web.Request] = field(default_factory=list)
    was_asked: asyncio.Event = field(default_factory=asyncio.Event)
    port: int = 0

    def url(self, path: str = "/feed.ics", host: str = HOST) -> str:
        return f"http://{host}:{self.port}{path}"

    def says(
        self,
        body: bytes | str = b"",
        status: int = 200,
        path: str = "/feed.ics",
        **headers: str,
    ) -> None:
        """From now on this is what stands at the path; `etag` and the like are headers."""
        named = {name.replace("_", "-").title(): value for name, value in headers.items()}
        content = body.encode() if isinstance(body, str) else body

        async def answer(request: web.Request) -> web.Response:
            etag = named.get("Etag")
            if etag is not None and request.headers.get("If-None-Match") == etag:
                return web.Response(status=304)
            return web.Response(body=content, status=status, headers=named)

        self.answers[path] = answer

    def leads(self, to: str, path: str = "/feed.ics") -> None:
        self.says(status=302, path=path, location=to)

    def is_silent(self, path: str = "/feed.ics") -> None:
        """The connection is taken, and then nothing comes."""

        async def answer(_request: web.Request) -> web.Response:
            await asyncio.Event().wait()
            return web.Response()

        self.answers[path] = answer

    def trickles(self, path: str = "/feed.ics") -> None:
        """Something comes at once, and then no more."""

        async def answer(request: web.Request) -> web.StreamResponse:
            response = web.StreamResponse()
            await response.prepare(request)
            await response.write(b"BEGIN:VCALENDAR\r\n")
            await asyncio.Event().wait()
            return response

        self.answers[path] = answer

    def never_ends(self, path: str = "/feed.ics") -> None:
        async def answer(request: web.Request) -> web.StreamResponse:
            response = web.StreamResponse()
            await response.prepare(request)
            while True:
                await response.write(b"X-NOTHING:" + b"0" * 65_536 + b"\r\n")

        self.answers[path] = answer

    def sends_a_bomb(self, path: str = "/feed.ics") -> None:
        """A few kilobytes that unpack to fifty megabytes."""
        self.says(gzip.compress(b"\0" * 50_000_000, 9), path=path, content_encoding="gzip")

    async def answer(self, request: web.Request) -> web.StreamResponse:
        self.asked.append(request)
        self.was_asked.set()
        answer = self.answers.get(request.path)
        return web.Response(status=404) if answer is None else await answer(request)


@asynccontextmanager
async def elsewhere() -> AsyncIterator[Elsewhere]:
    """The server, on two addresses of this machine."""
    served = Elsewhere()
    app = web.Application()
    app.router.add_get("/{path:.*}", served.answer)
    runner = web.AppRunner(app, shutdown_timeout=0.1)
    await runner.setup()
    await web.TCPSite(runner, HOST, 0).start()
    served.port = runner.addresses[0][1]
    await web.TCPSite(runner, OTHER, served.port).start()
    try:
        yield served
    finally:
        await runner.cleanup()


def calendar(*events: Iterable[str], name: str = "", zones: str = "") -> str:
    """A calendar of events, each given by its lines."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Elsewhere//EN"]
    lines += [f"X-WR-CALNAME:{name}"] if name else []
    lines += zones.strip().splitlines()
    for number, event in enumerate(events):
        lines += ["BEGIN:VEVENT", f"UID:{number}@elsewhere", "DTSTAMP:20260101T000000Z"]
        lines += [*event, "END:VEVENT"]
    return "\r\n".join([*lines, "END:VCALENDAR", ""])


def appointment(start: datetime, length: timedelta = timedelta(hours=1)) -> list[str]:
    """The lines of an event at an instant."""
    return [f"DTSTART:{start:%Y%m%dT%H%M%SZ}", f"DTEND:{start + length:%Y%m%dT%H%M%SZ}"]
