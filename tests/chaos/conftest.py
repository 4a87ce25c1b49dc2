"""A city of a hundred customers, a salon they compete for, and the Telegram between them."""

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.sandbox import Persona, Sandbox
from storage.store import Store
from tests import build
from tests.chaos.walking import PROVIDERS
from tests.programs import TOKEN, Place, free_port

CUSTOMERS = range(1001, 1101)


@pytest.fixture
async def sandbox() -> AsyncIterator[Sandbox]:
    people = [Persona(number, f"Customer {number}") for number in CUSTOMERS]
    sandbox = Sandbox(TOKEN, people, delivery_pace=0.1, traffic=False)
    await sandbox.start()
    yield sandbox
    await sandbox.stop()


@pytest.fixture
async def salon(store: Store) -> None:
    """Four hairdressers, each with sixteen times a day."""
    one = build.provider_entry()
    providers = tuple(replace(one, slug=name.lower(), name=name) for name in PROVIDERS)
    async with store.transaction() as tx:
        entry = build.organization_entry(providers=providers)
        await tx.catalogue.apply([entry], datetime.now(UTC))


@pytest.fixture
def place(tmp_path: Path, database_url: str, sandbox: Sandbox) -> Place:
    """Where one program can live."""
    return Place(tmp_path / "first", free_port(), database_url, sandbox.url)
