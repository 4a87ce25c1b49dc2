"""What `randevu run` is made of, and the order in which it stops."""

import asyncio
import signal
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from typing import Any

import structlog
from starlette.routing import Route

from bot import keys
from bot.calendars.fetching import Fetcher
from bot.clock import MovableClock
from bot.config import Settings
from bot.jobs import render
from bot.jobs.busy import Refresher
from bot.jobs.cards import CardUpdater
from bot.jobs.clock import Ticker
from bot.jobs.deliver import Deliverer
from bot.jobs.pace import Pace
from bot.jobs.relay import Relayer
from bot.places import Place, sandbox_place, telegram_place
from bot.startup import opened_store, usable
from bot.telegram.application import Telegram, assemble
from bot.telegram.handlers import current
from bot.telegram.hook import set_webhook
from bot.telegram.introducing import introduce, introduce_to_providers
from bot.telegram.opening import opened
from bot.telegram.routes import routes
from bot.telegram.voice import Voice
from bot.usecases import founding
from bot.views import trouble
from bot.views.introduction import introductions
from bot.web import feeds, health, webhook
from bot.web.server import Server
from storage.locks import RunLock
from storage.store import Store

DRAIN = 25.0  # seconds for what is under way when we are told to stop
VOICE = Voice(current.explain, trouble.apology, trouble.away, trouble.alert, trouble.group_hint)
_log = structlog.get_logger()


async def run(settings: Settings, *, sandbox: bool) -> None:
    """Work until SIGTERM or SIGINT; raises sentences for whoever started us."""
    stopping = _told_to_stop()
    async with AsyncExitStack() as stack:
        starting = asyncio.create_task(_started(stack, settings, sandbox=sandbox))
        await _first(stopping, starting)
        if not starting.done():  # it may be waiting for the database
            starting.cancel()
            await asyncio.wait([starting])
            return
        receiving = starting.result()
        await _first(stopping, receiving)
        if receiving.done():
            receiving.result()
        _log.info("stopping")


async def _started(
    stack: AsyncExitStack, settings: Settings, *, sandbox: bool
) -> asyncio.Future[None]:
    """Everything, in order; the future is that of `bot`."""
    stack.enter_context(RunLock(usable(settings.data_dir)))
    store = await stack.enter_async_context(opened_store(settings))
    if resealed := await keys.reseal(store):
        _log.info("sensitive answers were sealed with the newest key", answers=resealed)
    opening = sandbox_place(settings, store) if sandbox else telegram_place(settings)
    place = await stack.enter_async_context(opening)
    claim = await found(store, place)
    return await stack.enter_async_context(bot(settings, store, place, claim))


@asynccontextmanager
async def bot(
    settings: Settings, store: Store, place: Place, claim: str | None = None
) -> AsyncIterator[asyncio.Future[None]]:
    """The bot at work; the future fails when it cannot go on. Leaving stops it in good order."""
    telegram = assemble(
        place.token,
        store,
        VOICE,
        routes(),
        place.clock.now,
        api_url=place.api_url,
        web_address=_web_address(settings, place),
    )
    pace, sender = Pace(), telegram.sender
    deliverer = Deliverer(
        store, sender.deliver, render.render, place.clock.now, pace, take_back=sender.take_back
    )
    cards = CardUpdater(store, sender.amend, render.card, place.clock.now, pace)
    ticker = Ticker(store, deliverer, cards, place.clock.now)
    refresher = Refresher(store, Fetcher(private=settings.private_calendars), place.clock.now)
    ticker.on_wake.append(refresher.wake)
    relayer = Relayer(store, sender, place.clock.now)
    ticker.on_talk.append(relayer.wake)
    ticker.on_wake.append(relayer.wake)
    if isinstance(place.clock, MovableClock):
        place.clock.on_move.append(ticker.wake)
    readiness = health.Readiness(store.ready, telegram.application.bot.get_me, health.Contact())
    web = Server(
        _web(settings, store, place, telegram, readiness), settings.http_host, settings.http_port
    )

    async with AsyncExitStack() as stack:
        stack.push_async_callback(telegram.easel.close)
        await stack.enter_async_context(opened(telegram.application))
        await introduce(telegram.application.bot, introductions())
        await telegram.application.start()
        stack.push_async_callback(telegram.application.stop)
        stack.push_async_callback(refresher.stop)
        stack.push_async_callback(relayer.stop)
        relayer.start()
        await stack.enter_async_context(_ticking(ticker, store, telegram))
        stack.push_async_callback(telegram.dispatch.drain, DRAIN)
        receiving = await stack.enter_async_context(_receiving(settings, place, telegram))
        await stack.enter_async_context(_introducing(telegram, store))
        await web.start()
        stack.push_async_callback(web.stop)
        place.announce(settings, telegram.application.bot.username, claim)
        try:
            yield receiving
        finally:
            readiness.closing = True


async def found(store: Store, place: Place) -> str | None:
    """The first catalogue and the owners; what claims the place if there are none."""
    async with store.transaction() as tx:
        await founding.seed(tx, place.entries, place.clock.now())
        await founding.appoint(tx, place.owners)
        return await founding.claim_payload(tx)


def _web_address(settings: Settings, place: Place) -> str:
    """Where people's calendars find us: in the sandbox, they are on this machine."""
    if settings.public_url is None and place.is_sandbox:
        return f"http://{settings.http_host}:{settings.http_port}"
    return settings.public_url or ""


def _web(
    settings: Settings, store: Store, place: Place, telegram: Telegram, readiness: health.Readiness
) -> list[Route]:
    found = [*health.routes(readiness), feeds.route(store, place.clock.now)]
    if not place.polls(settings):
        found.append(
            webhook.route(telegram.dispatch.receive, settings.secret, readiness.contact.made)
        )
    return found


@asynccontextmanager
async def _introducing(telegram: Telegram, store: Store) -> AsyncIterator[None]:
    """In the background, since there may be many providers and nothing waits for it."""
    async with store.transaction() as tx:
        known = await tx.people.providers()
    providers = {each.telegram_id: each.language for each in known if each.telegram_id is not None}
    greeting = introduce_to_providers(telegram.application.bot, introductions(), providers)
    task = asyncio.create_task(greeting)
    try:
        yield
    finally:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)


@asynccontextmanager
async def _ticking(ticker: Ticker, store: Store, telegram: Telegram) -> AsyncIterator[None]:
    if telegram.application.job_queue is None:
        raise ValueError("the application has no job queue")
    listening = asyncio.create_task(ticker.listen(store.wakes()))
    ticker.start(telegram.application.job_queue.run_repeating)
    try:
        yield
    finally:
        await ticker.stop()
        listening.cancel()
        await asyncio.gather(listening, return_exceptions=True)


@asynccontextmanager
async def _receiving(
    settings: Settings, place: Place, telegram: Telegram
) -> AsyncIterator[asyncio.Future[None]]:
    """Updates come: they are fetched, or brought to the webhook. The future fails with polling."""
    if not place.polls(settings):
        url = f"{settings.public_url}{webhook.PATH}"
        await set_webhook(telegram.application.bot, url, settings.secret)
        yield asyncio.get_running_loop().create_future()
        return
    polling = asyncio.ensure_future(telegram.polling.run())
    try:
        yield polling
    finally:
        telegram.polling.stop()
        await asyncio.wait([polling], timeout=DRAIN)
        polling.cancel()
        await asyncio.gather(polling, return_exceptions=True)


async def _first(*futures: asyncio.Future[Any]) -> None:
    await asyncio.wait(futures, return_when=asyncio.FIRST_COMPLETED)


def _told_to_stop() -> asyncio.Future[None]:
    loop = asyncio.get_running_loop()
    told = loop.create_future()

    def stop() -> None:
        if not told.done():
            told.set_result(None)

    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, stop)
    return told
