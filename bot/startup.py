"""Before anybody can talk to us: a database that answers and has our shape."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import structlog

from bot.config import Settings
from storage.embedded import Embedded
from storage.migrations import migrate
from storage.store import StorageAway, Store

PATIENCE = 60.0  # seconds
_PAUSE = 2.0
_log = structlog.get_logger()


class StartupError(Exception):
    """We cannot start; the text is one sentence that says why."""


@asynccontextmanager
async def database(settings: Settings) -> AsyncIterator[str]:
    """The address of a migrated database; the embedded one is started and stopped around it."""
    if settings.database_url is not None:
        url = settings.database_url.get_secret_value()
        await _migrate_patiently(url)
        yield url
        return
    server = Embedded(settings.data_dir)
    await asyncio.to_thread(server.start)
    try:
        await _migrate_patiently(server.url)
        yield server.url
    finally:
        await asyncio.to_thread(server.stop)


@asynccontextmanager
async def opened_store(settings: Settings) -> AsyncIterator[Store]:
    async with database(settings) as url:
        store = Store(url)
        try:
            yield store
        finally:
            await store.close()


async def _migrate_patiently(url: str) -> None:
    loop = asyncio.get_running_loop()
    until = loop.time() + PATIENCE
    while True:
        try:
            return await migrate(url)
        except StorageAway as error:
            if loop.time() + _PAUSE > until:
                sentence = f"The database did not answer for {PATIENCE:.0f} s; check DATABASE_URL."
                raise StartupError(sentence) from error
            _log.warning("waiting for the database", error=str(error))
            await asyncio.sleep(_PAUSE)
