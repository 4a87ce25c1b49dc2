"""The way of one update: once, in order, in one transaction, and its Telegram calls after that.

Both edges, webhook and polling, hand in what they get at `Dispatch.receive`. python-telegram-bot's
whole dispatch runs inside `do_process_update`, between loading the person's conversation under its
row lock and the commit; so any replica goes on where another one stopped.
"""

import asyncio
import random
from collections.abc import Awaitable, Callable
from datetime import datetime
from typing import Any

import structlog
from telegram import Update
from telegram.ext import Application, BaseUpdateProcessor

from bot.telegram import placing, talks
from bot.telegram.envelopes import Envelope, Json, Kind, envelope, lane_of, slim, unreadable
from bot.telegram.lanes import Lanes
from bot.telegram.outcomes import Outcome
from bot.telegram.scope import Scope, current, entered
from bot.telegram.sender import Sender, Unreachable
from bot.telegram.sparing import Sparing
from bot.telegram.spots import Spot
from bot.telegram.trouble import Trouble
from bot.telegram.voice import Voice
from bot.views.buttons import Button, Stale, unpack
from bot.views.screens import Toast
from bot.views.words import Words
from storage.store import Clash, StorageAway, Store, Tx

CONCURRENCY = 64  # updates inside a transaction at once
_TRIES = 4  # of an update whose transaction clashes with others
_PAUSE = 0.05  # seconds at most before the second try; longer before each further one

App = Application[Any, Any, Any, Any, Any, Any]
_log = structlog.get_logger()


class Dispatch(BaseUpdateProcessor):
    """Sits between the edges and python-telegram-bot's Application, whose update processor it is.

    `clock` tells the present instant, aware and in UTC; `web_address` is where our web app can be
    reached from outside, empty if it cannot.
    """

    def __init__(
        self,
        store: Store,
        sender: Sender,
        voice: Voice,
        clock: Callable[[], datetime],
        concurrency: int = CONCURRENCY,
        web_address: str = "",
    ) -> None:
        super().__init__(concurrency)
        self._store = store
        self._sender = sender
        self._voice = voice
        self._clock = clock
        self._web_address = web_address
        self._trouble = Trouble(store, sender, voice, clock)
        self._lanes = Lanes()
        self._greeted_groups = Sparing()
        self._application: App | None = None
        self._under_way = 0
        self._idle = asyncio.Event()
        self._idle.set()

    def serve(self, application: App) -> None:
        """Say whose handlers work on the updates; once, before the first one."""
        application.add_error_handler(_keep_failure)
        self._application = application

    @property
    def application(self) -> App:
        if self._application is None:
            raise ValueError("no application to serve")
        return self._application

    async def initialize(self) -> None:
        """Nothing to do: what is needed is handed in."""

    async def shutdown(self) -> None:
        """Nothing to do: whoever opened the store closes it."""

    async def receive(self, update: Json) -> Outcome:
        """Work one update off, its Telegram calls included; raises nothing but cancellation.

        It may be confirmed to Telegram when the outcome is settled, and must come again otherwise.
        """
        if not isinstance(update.get("update_id"), int):
            _log.warning("what came is no update")
            return Outcome.DONE
        self._under_way += 1
        self._idle.clear()
        try:
            async with self._lanes.of(lane_of(update)):
                outcome = await self._settle(update)
            _log.debug("update", update_id=update["update_id"], outcome=outcome.name)
            return outcome
        finally:
            self._under_way -= 1
            if not self._under_way:
                self._idle.set()

    async def drain(self, timeout: float) -> bool:  # noqa: ASYNC109  # that it took too long is an answer
        """Wait until nothing is under way, so many seconds at most; whether it came to that."""
        try:
            async with asyncio.timeout(timeout):
                await self._idle.wait()
        except TimeoutError:
            return False
        return True

    async def do_process_update(self, _update: object, coroutine: Awaitable[Any]) -> None:
        """One transaction around python-telegram-bot's dispatch; called by `receive` alone."""
        scope = current.get()
        letter = scope.letter
        async with self._store.transaction() as tx:
            if letter.is_talk:
                await self._talk(tx, scope, coroutine)
            elif not await tx.updates.admit_bare(letter.update_id, self._clock()):
                scope.duplicate = True
            else:
                await self._note_membership(tx, letter)

    async def _settle(self, payload: Json) -> Outcome:
        try:
            update, letter = self._read(payload)
        except Exception as error:  # noqa: BLE001  # forged, or from a later Bot API than we know
            return await self._trouble.failed(unreadable(payload), error)
        try:
            return await self._process_patiently(update, letter)
        except StorageAway:
            return await self._trouble.away(letter)
        except Exception as error:  # noqa: BLE001  # the edge of the program: logged and counted there
            return await self._trouble.failed(letter, error)

    def _read(self, payload: Json) -> tuple[Update, Envelope]:
        update = Update.de_json(dict(slim(payload)), self.application.bot)
        return update, envelope(update)

    async def _process_patiently(self, update: Update, letter: Envelope) -> Outcome:
        for attempt in range(1, _TRIES):
            try:
                return await self._process(update, letter)
            except Clash:  # with another transaction: everything is undone; not to meet it again
                await asyncio.sleep(random.uniform(0, attempt * _PAUSE))  # noqa: S311  # no secret
        return await self._process(update, letter)

    async def _process(self, update: Update, letter: Envelope) -> Outcome:
        scope = Scope(letter, self._voice.explain, button=_button(update))
        handling = self.application.process_update(update)
        try:
            with entered(scope):
                await self.process_update(update, handling)
        finally:
            handling.close()  # duplicates and such never await it
        if scope.duplicate:
            return Outcome.DUPLICATE
        await self._follow_up(scope)
        return Outcome.DONE

    async def _talk(self, tx: Tx, scope: Scope, coroutine: Awaitable[Any]) -> None:
        link = self.application.bot.link
        talk = await talks.load(tx, scope.letter, self._clock(), self._web_address, link)
        if talk is None:
            scope.duplicate = True
            return
        scope.turn, scope.screen_id = talk.turn, talk.screen_id

        await coroutine

        if scope.failed is not None:
            raise scope.failed
        scope.spot = await placing.placed(scope)
        await talks.store(tx, talk)

    async def _note_membership(self, tx: Tx, letter: Envelope) -> None:
        if letter.kind not in {Kind.LEFT, Kind.CAME_BACK} or letter.sender is None:
            return
        person = await tx.people.by_telegram(letter.sender.telegram_id)
        if person is None:
            return
        if letter.kind is Kind.LEFT:
            await tx.people.unreachable(person.id, self._clock())
        else:
            await tx.people.reachable(person.id)

    async def _follow_up(self, scope: Scope) -> None:
        """What is done after the commit; the update counts as done whatever becomes of it."""
        try:
            if scope.spot is not None:
                await self._show(scope, scope.spot)
            elif scope.letter.kind is Kind.GROUP:
                await self._greet_group(scope.letter)
        except StorageAway:
            _log.warning("after an update: the database is out of reach")
        except Exception:  # noqa: BLE001  # the edge of the program, and too late to undo anything
            _log.exception("after an update", update_id=scope.letter.update_id)

    async def _show(self, scope: Scope, spot: Spot) -> None:
        person = scope.turn.person
        try:
            shown = await self._sender.show(scope.answer or Toast(), spot.source, spot.screen_id)
            old = await self._keep_shown(scope, spot, shown)
            if old is not None:
                await self._sender.remove(spot.source.chat_id, old)
        except Unreachable:
            async with self._store.transaction() as tx:
                await tx.people.unreachable(person.id, self._clock())

    async def _keep_shown(self, scope: Scope, spot: Spot, shown: int | None) -> int | None:
        """Remember what the screen is now; a message that another one has taken over from."""
        is_new = shown is not None and shown != scope.screen_id
        if spot.opened is None and not is_new:
            return None
        async with self._store.transaction() as tx:
            if shown is not None and is_new:
                await tx.conversations.showing(spot.source.chat_id, scope.turn.person.id, shown)
            return await placing.settle(tx, spot, shown, self._clock())

    async def _greet_group(self, letter: Envelope) -> None:
        source, sender = letter.talk
        if self._greeted_groups.may(source.chat_id, self._clock()):
            link = self.application.bot.link
            screen = self._voice.group(link, Words(sender.language))
            await self._sender.deliver(source.chat_id, screen)


def _button(update: Update) -> Button | None:
    query = update.callback_query
    if query is None or not query.data:
        return None
    try:
        return unpack(query.data)
    except Stale:
        return None


async def _keep_failure(_update: object, context: Any) -> None:  # noqa: ANN401  # the context is not used
    scope = current.get(None)
    if scope is None:  # a job's failure
        _log.error("a job failed", exc_info=context.error)
    else:
        scope.failed = context.error
