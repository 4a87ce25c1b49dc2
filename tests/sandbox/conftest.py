"""A sandbox with two people and the real client library pointed at it."""

from collections.abc import AsyncIterator
from typing import Any

import aiohttp
import pytest
import telegram

from bot.sandbox import Limits, Sandbox, ScriptedPerson
from tests.sandbox.cast import ANN, BEN, TOKEN, MakeSandbox, Raw, client


@pytest.fixture(autouse=True)
def waits_as_timedelta(monkeypatch: pytest.MonkeyPatch) -> None:
    """The client library warns about numbers, and warnings are errors."""
    monkeypatch.setenv("PTB_TIMEDELTA", "1")


@pytest.fixture
async def make_sandbox() -> AsyncIterator[MakeSandbox]:
    """Starts sandboxes, with any settings, and stops them after the test."""
    running: list[Sandbox] = []

    async def make(**settings: Any) -> Sandbox:  # noqa: ANN401 - any setting
        defaults: dict[str, Any] = {
            "token": TOKEN,
            "people": [ANN, BEN],
            "limits": Limits(None, None),
        }
        sandbox = Sandbox(**(defaults | settings))
        await sandbox.start()
        running.append(sandbox)
        return sandbox

    yield make
    for sandbox in running:
        await sandbox.stop()


@pytest.fixture
async def sandbox(make_sandbox: MakeSandbox) -> Sandbox:
    return await make_sandbox()


@pytest.fixture
def ann(sandbox: Sandbox) -> ScriptedPerson:
    return sandbox.person(ANN.id)


@pytest.fixture
async def bot(sandbox: Sandbox) -> AsyncIterator[telegram.Bot]:
    async with client(sandbox) as bot:
        yield bot


@pytest.fixture
async def raw(sandbox: Sandbox) -> AsyncIterator[Raw]:
    async with aiohttp.ClientSession() as session:
        yield Raw(session, sandbox.url)
