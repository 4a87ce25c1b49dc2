"""Bots that run the toy, and the hand that brings them what the sandbox has for them."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import datetime, timedelta

from bot.sandbox import Answer, Sandbox
from bot.sandbox.objects import Json
from bot.telegram.application import Telegram, assemble
from bot.telegram.outcomes import Outcome
from storage.store import Store
from tests.telegram.conftest import ANN, TOKEN
from tests.telegram.toy import NOW, VOICE, Toy


class Clock:
    def __init__(self) -> None:
        self.now = NOW

    def __call__(self) -> datetime:
        return self.now

    def goes_on(self, by: timedelta) -> None:
        self.now += by


@asynccontextmanager
async def replica(
    sandbox: Sandbox, store: Store, toy: Toy, clock: Clock | None = None
) -> AsyncIterator[Telegram]:
    telegram = assemble(TOKEN, store, VOICE, toy.routes(), clock or Clock(), api_url=sandbox.url)
    async with telegram.application:
        yield telegram


def waiting(sandbox: Sandbox) -> list[Json]:
    """The updates that nobody has taken yet; they are taken now."""
    taken = sandbox.world.updates.pending()
    for pending in taken:
        sandbox.world.updates.confirm(pending)
    return [pending.update for pending in taken]


async def settle(sandbox: Sandbox, *telegrams: Telegram) -> list[Outcome]:
    """Bring what is waiting to the replicas in turn; what became of each."""
    outcomes = []
    for at, update in enumerate(waiting(sandbox)):
        telegram = telegrams[at % len(telegrams)]
        outcomes.append(await telegram.dispatch.receive(update))
    return outcomes


async def tapped(sandbox: Sandbox, label: str) -> tuple[Json, asyncio.Task[Answer | None]]:
    """Ann taps; the update that this causes, and what she will be answered."""
    answer = asyncio.create_task(sandbox.person(ANN).taps(label))
    await asyncio.sleep(0)  # the tap happens
    [update] = waiting(sandbox)
    return update, answer


async def taps(sandbox: Sandbox, telegram: Telegram, label: str) -> Answer | None:
    """Ann taps, and the replica works it off."""
    update, answer = await tapped(sandbox, label)
    assert await telegram.dispatch.receive(update) is Outcome.DONE
    return await answer


async def writes(sandbox: Sandbox, telegram: Telegram, text: str) -> None:
    """Ann writes, and the replica works it off."""
    await sandbox.person(ANN).sends(text)
    assert await settle(sandbox, telegram) == [Outcome.DONE]
