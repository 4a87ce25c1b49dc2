"""What tests share: one real PostgreSQL a run, a fresh migrated database a test."""

import os
import shutil
import tempfile
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path
from time import time
from uuid import uuid4

import pytest

from storage.embedded import Embedded
from storage.engine import connected
from storage.locks import FileLock
from storage.migrations import migrate
from storage.store import Store
from storage.vault import Vault, new_key
from tests.folders import new_folder

_FAST = {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off"}
_PREFIX = "randevu-tests-"
_TEMPLATE = "template_randevu"
_HOUR = 3600


@pytest.fixture(scope="session")
def now() -> datetime:
    """A Tuesday morning, on which nothing in particular happens."""
    return datetime(2026, 12, 1, 8, tzinfo=UTC)


@pytest.fixture
def tmp_path() -> Iterator[Path]:
    with new_folder() as folder:
        yield folder


@pytest.fixture(scope="session")
def server_url() -> Iterator[str]:
    """The address of the server that all workers of this run share."""
    _sweep()
    folder = _folder()
    server = Embedded(folder, _FAST)
    server.start()
    yield server.url
    if server.stop():
        shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(scope="session")
async def template_url(server_url: str) -> str:
    """The address of a migrated database to be copied; made by the worker that comes first."""
    made = _folder() / "template.made"
    with FileLock(_folder() / "template.lock").alone():
        if not made.exists():
            await _ask(server_url, f"CREATE DATABASE {_TEMPLATE}")
            await migrate(url_of(server_url, _TEMPLATE))
            made.touch()
    return url_of(server_url, _TEMPLATE)


@pytest.fixture
async def database_url(server_url: str, template_url: str) -> AsyncIterator[str]:
    """The address of a migrated database that nobody else uses."""
    async with _database(server_url, _TEMPLATE) as url:
        yield url


@pytest.fixture
async def empty_url(server_url: str) -> AsyncIterator[str]:
    """The address of a database without any tables."""
    async with _database(server_url, "template1") as url:
        yield url


@pytest.fixture
async def store(database_url: str) -> AsyncIterator[Store]:
    store = Store(database_url, vault=Vault([new_key()]))
    yield store
    await store.close()


def url_of(server_url: str, name: str) -> str:
    """The address of another database of the same server."""
    return server_url.replace("/postgres?", f"/{name}?")


_run = os.environ.get("PYTEST_XDIST_TESTRUNUID") or uuid4().hex


@asynccontextmanager
async def _database(server_url: str, template: str) -> AsyncIterator[str]:
    name = f"test_{uuid4().hex}"
    await _ask(server_url, f"CREATE DATABASE {name} TEMPLATE {template}")
    yield url_of(server_url, name)
    await _ask(server_url, f"DROP DATABASE {name} WITH (FORCE)")


def _folder() -> Path:
    """One a run, whichever worker asks."""
    return Path(tempfile.gettempdir()) / f"{_PREFIX}{_run}"


async def _ask(url: str, statement: str) -> None:
    connection = await connected(url)
    try:
        await connection.execute(statement)
    finally:
        await connection.close()


def _sweep() -> None:
    """Stop and remove what runs that were killed have left behind."""
    for folder in Path(tempfile.gettempdir()).glob(f"{_PREFIX}*"):
        with suppress(OSError):  # another worker has just removed it
            if folder.stat().st_mtime < time() - _HOUR and Embedded(folder).stop():
                shutil.rmtree(folder, ignore_errors=True)
