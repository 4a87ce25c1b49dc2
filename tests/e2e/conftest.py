"""The whole bot in this process, with the sandbox around it and a clock that the tests move."""

import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from bot.app import bot, found
from bot.clock import MovableClock
from bot.config import Settings
from bot.places import Place
from bot.pocket import TOKEN, PocketClock
from bot.sandbox import Limits, Persona, Sandbox, ScriptedPerson
from domain.catalogues import OrganizationEntry
from domain.services import Titles
from storage.store import Store
from tests import build

MAYA, LAYLA, AYU, BUDI, SAM = 1001, 1002, 2001, 2002, 3001
PEOPLE = [
    Persona(MAYA, "Maya"),
    Persona(LAYLA, "ليلى", language_code="ar"),
    Persona(AYU, "Ayu", role="provider", started=True),
    Persona(BUDI, "Budi", role="provider", started=True),
    Persona(SAM, "Sam", role="admin", started=True),
]
HOUR = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class World:
    """Maya and Layla are customers; Ayu cuts hair at once and confirms colourings by hand."""

    sandbox: Sandbox
    clock: MovableClock
    store: Store

    @property
    def maya(self) -> ScriptedPerson:
        return self.sandbox.person(MAYA)

    @property
    def layla(self) -> ScriptedPerson:
        return self.sandbox.person(LAYLA)

    @property
    def ayu(self) -> ScriptedPerson:
        return self.sandbox.person(AYU)

    @property
    def sam(self) -> ScriptedPerson:
        return self.sandbox.person(SAM)


@pytest.fixture
async def pocket(now: datetime) -> AsyncIterator[tuple[Sandbox, MovableClock]]:
    """The pocket Telegram, at eight in the morning of UTC."""
    clock = MovableClock()
    clock.advance(now - clock.now())
    # Nobody types as fast as a test, which would wait for Telegram's patience most of its time.
    limits = Limits(per_chat=None)
    sandbox = Sandbox(TOKEN, PEOPLE, limits=limits, clock=PocketClock(clock, _nothing))
    await sandbox.start()
    yield sandbox, clock
    await sandbox.stop()


@pytest.fixture
async def world(
    pocket: tuple[Sandbox, MovableClock], store: Store, tmp_path: Path
) -> AsyncIterator[World]:
    async with running(pocket, store, tmp_path) as world:
        yield world


@asynccontextmanager
async def running(
    pocket: tuple[Sandbox, MovableClock], store: Store, data_dir: Path
) -> AsyncIterator[World]:
    """The bot at work for as long as this lasts."""
    sandbox, clock = pocket
    settings = Settings(data_dir=data_dir, http_port=_free_port(), private_calendars=True)
    place = Place(TOKEN, sandbox.url, clock, (_salon(),), (SAM,), _say_nothing, is_sandbox=True)
    await found(store, place)
    async with bot(settings, store, place):
        yield World(sandbox, clock, store)


def _salon() -> OrganizationEntry:
    cut = build.service_entry()
    colour = build.service_entry("colour", title=Titles({"en": "Colouring"}), approval=True)
    services = (cut.slug, colour.slug)
    ayu = build.provider_entry(telegram_id=AYU, services=services, phone="+62 21 000 0001")
    budi = build.provider_entry("budi", name="Budi", telegram_id=BUDI, services=services)
    return build.organization_entry(services=(cut, colour), providers=(ayu, budi))


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


async def _nothing() -> None:
    return None


def _say_nothing(_settings: Settings, _username: str, _claim: str | None) -> None:
    return None
