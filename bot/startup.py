"""Before anybody can talk to us: a folder to write to, a database that has our shape."""

import asyncio
import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from bot import keys
from bot.config import Settings, SettingsError
from bot.patience import StartupError, patiently
from storage.embedded import Embedded
from storage.migrations import migrate
from storage.store import StorageAway, StorageRefused, Store


def usable(folder: Path) -> Path:
    """The data folder, made if it is missing; raises SettingsError if we cannot write there."""
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    except OSError as error:
        raise SettingsError(f"DATA_DIR {folder} cannot be made: {error.strerror}.") from error
    if not os.access(folder, os.W_OK | os.X_OK):
        raise SettingsError(f"DATA_DIR {folder} cannot be written to.")
    return folder


@asynccontextmanager
async def database(settings: Settings) -> AsyncIterator[str]:
    """The address of a migrated database; the embedded one is started and stopped around it."""
    if settings.database_url is not None:
        url = settings.database_url.get_secret_value()
        await _migrate_patiently(url)
        yield url
        return
    server = Embedded(usable(settings.data_dir))
    await asyncio.to_thread(server.start)
    try:
        await _migrate_patiently(server.url)
        yield server.url
    finally:
        await asyncio.to_thread(server.stop)


@asynccontextmanager
async def opened_store(settings: Settings) -> AsyncIterator[Store]:
    usable(settings.data_dir)
    async with database(settings) as url:
        store = Store(url, vault=keys.vault(settings))
        try:
            yield store
        finally:
            await store.close()


async def _migrate_patiently(url: str) -> None:
    async def attempt() -> None:
        try:
            await migrate(url)
        except StorageRefused as error:
            sentence = f"The database does not let us work ({error}); check DATABASE_URL."
            raise StartupError(sentence) from error

    await patiently(attempt, StorageAway, "The database", "check DATABASE_URL")
