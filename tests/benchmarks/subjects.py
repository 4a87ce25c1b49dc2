"""The bots under test, each in a process of its own behind the product's web server.

    python -m tests.benchmarks.subjects NAME PORT PEER_URL DATABASE_URL

Only what updates need is at work: no jobs, so no notices are sent meanwhile.
"""

import asyncio
import signal
import sys
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Coroutine, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any

import uvloop
from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import Route
from telegram.ext import ApplicationBuilder, ExtBot

from bot import log
from bot.app import VOICE
from bot.clock import SystemClock
from bot.pictures.easel import Easel
from bot.telegram.application import assemble
from bot.telegram.calls import Calls
from bot.telegram.dispatch import App, Dispatch
from bot.telegram.gallery import Gallery
from bot.telegram.outcomes import Outcome
from bot.telegram.routes import routes
from bot.telegram.sender import Sender
from bot.web import webhook
from bot.web.server import Server
from storage.store import Store
from tests.benchmarks import echo, place
from tests.benchmarks.stock import HttpxCalls, MethodCalls, WholeUpdates

TOKEN = "42:benchmark"
SECRET = "benchmark"
CONCURRENCY = 32

Receive = Callable[[Mapping[str, Any]], Awaitable[Outcome]]
Running = AsyncIterator[Receive]
_now = SystemClock().now


@asynccontextmanager
async def _ours(peer_url: str, database_url: str) -> Running:
    async with place.opened(database_url) as store:
        telegram = assemble(
            TOKEN, store, VOICE, routes(), _now, api_url=peer_url, concurrency=CONCURRENCY
        )
        async with telegram.application:
            yield telegram.dispatch.receive


@asynccontextmanager
async def _httpx(peer_url: str, database_url: str) -> Running:
    bot = _stock_bot(peer_url)
    async with place.opened(database_url) as store:
        dispatch, application = _assembled(bot, HttpxCalls(bot), Dispatch, store)
        async with application:
            yield dispatch.receive


@asynccontextmanager
async def _stock(peer_url: str, database_url: str) -> Running:
    bot = _stock_bot(peer_url)
    async with place.opened(database_url) as store:
        dispatch, application = _assembled(bot, MethodCalls(bot), WholeUpdates, store)
        async with application:
            yield dispatch.receive


@asynccontextmanager
async def _echo(peer_url: str, _database_url: str) -> Running:
    application = echo.application(TOKEN, peer_url, CONCURRENCY)
    async with application:
        await application.start()
        yield echo.receiver(application)
        await application.stop()


def _stock_bot(peer_url: str) -> ExtBot[None]:
    return ExtBot(TOKEN, base_url=f"{peer_url}/bot")  # which takes HTTPXRequest by itself


def _assembled(
    bot: ExtBot[None], calls: Calls, kind: type[Dispatch], store: Store
) -> tuple[Dispatch, App]:
    """What `assemble` does, with other calls."""
    dispatch = kind(store, Sender(calls, Gallery(Easel().paint)), VOICE, _now, CONCURRENCY)
    application = ApplicationBuilder().bot(bot).updater(None).concurrent_updates(dispatch).build()
    application.add_handlers(routes())
    dispatch.serve(application)
    return dispatch, application


@dataclass(frozen=True, slots=True)
class _Subject:
    what: Callable[[str, str], Any]
    run: Callable[[Coroutine[Any, Any, None]], None]


_SUBJECTS = {
    "ours": _Subject(_ours, uvloop.run),
    "httpx": _Subject(_httpx, uvloop.run),
    "stock": _Subject(_stock, asyncio.run),
    "echo": _Subject(_echo, asyncio.run),
}


async def main(subject: _Subject, port: int, peer_url: str, database_url: str) -> None:
    """Serve until SIGTERM."""
    told = asyncio.Event()
    asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, told.set)
    async with subject.what(peer_url, database_url) as receive:
        updates = webhook.route(receive, SECRET, lambda: None)
        server = Server([updates, Route("/cpu", _cpu, methods=["POST"])], "127.0.0.1", port)
        await server.start()
        await told.wait()
        await server.stop()


async def _cpu(_request: Request) -> JSONResponse:
    """Seconds of processor time that this process has used until now."""
    return JSONResponse(time.process_time())


if __name__ == "__main__":
    log.set_up("INFO", "console")
    name, port, *urls = sys.argv[1:]
    _SUBJECTS[name].run(main(_SUBJECTS[name], int(port), *urls))
