"""Long polling that confirms nothing it has not finished.

python-telegram-bot's own loop confirms a batch when it asks for the next one, worked off or not;
a crash in between loses it. Here the offset moves on only past updates that are settled, so after
a crash they come again, and those that were committed are known as duplicates.
"""

import asyncio
import random
from collections.abc import Awaitable, Callable, Iterable, Sequence

import structlog
from telegram.error import NetworkError

from bot.telegram.calls import ApiError, Calls
from bot.telegram.envelopes import ALLOWED_UPDATES, Json, lane_of
from bot.telegram.outcomes import Outcome

WAIT = 50  # seconds that Telegram keeps a request open while there is nothing new
BATCH = 100
_MOST_PAUSE = 30.0  # seconds
_log = structlog.get_logger()

Receive = Callable[[Json], Awaitable[Outcome]]


class PollingStopped(Exception):  # noqa: N818  # its text says what whoever runs the bot must do
    """Polling cannot go on, and trying again would not help."""


_FATAL = {
    401: "Telegram does not know this bot token (401): check BOT_TOKEN.",
    404: "Telegram does not know this bot token (404): check BOT_TOKEN.",
    409: "Another program is polling with this bot token (409): stop it, or use another token.",
}


class Pause:
    """Back-off: doubles from 1 to 30 seconds, give or take a half, until something works again."""

    def __init__(self) -> None:
        self._next = 1.0

    def reset(self) -> None:
        self._next = 1.0

    def next(self) -> float:
        """Seconds to wait before the next try."""
        length = self._next * random.uniform(0.5, 1.5)  # noqa: S311  # only spreads the load
        self._next = min(self._next * 2, _MOST_PAUSE)
        return min(length, _MOST_PAUSE)


class Polling:
    """`calls` should have connections of its own, since one of them is always waiting."""

    def __init__(self, calls: Calls, receive: Receive) -> None:
        self._calls = calls
        self._receive = receive
        self._offset = 0
        self._pause = Pause()
        self._stopping = asyncio.Event()
        self._in_outage = False

    async def run(self) -> None:
        """Work until `stop`; raises PollingStopped with a sentence for whoever runs the bot.

        A webhook that is still set is taken off; updates that wait there are kept.
        """
        await self._until_it_works("deleteWebhook", {"drop_pending_updates": False})
        while not self._stopping.is_set():
            updates = await self._until_it_works("getUpdates", self._wish())
            if updates and not await self._work_off(updates):
                await self._rest()

    def stop(self) -> None:
        """Ask for no more updates; `run` returns when those under way are finished."""
        self._stopping.set()

    def _wish(self) -> dict[str, object]:
        return {
            "offset": self._offset,
            "limit": BATCH,
            "timeout": WAIT,
            "allowed_updates": ALLOWED_UPDATES,
        }

    async def _work_off(self, updates: Sequence[Json]) -> bool:
        """Move the offset past the settled ones; whether that is all of them."""
        settled: set[int] = set()
        await asyncio.gather(*(self._work_off_lane(lane, settled) for lane in _lanes(updates)))
        for update in updates:
            if update["update_id"] not in settled:
                return False
            self._offset = update["update_id"] + 1
        self._pause.reset()
        return True

    async def _work_off_lane(self, lane: Iterable[Json], settled: set[int]) -> None:
        for update in lane:
            outcome = await self._receive(update)
            if not outcome.is_settled:
                return  # what the same person did later has to wait
            settled.add(update["update_id"])

    async def _until_it_works(self, method: str, fields: dict[str, object]) -> list[Json]:
        """The result, or nothing when it is time to stop."""
        while not self._stopping.is_set():
            try:
                result = await self._unless_stopped(method, fields)
            except (ApiError, NetworkError) as error:
                await self._outage(error)
                continue
            self._recovered()
            return result if isinstance(result, list) else []
        return []

    async def _unless_stopped(self, method: str, fields: dict[str, object]) -> object:
        call = asyncio.ensure_future(self._calls(method, fields, read_timeout=WAIT + 10))
        stopping = asyncio.ensure_future(self._stopping.wait())
        try:
            await asyncio.wait((call, stopping), return_when=asyncio.FIRST_COMPLETED)
            return await call if call.done() else None
        finally:
            call.cancel()  # nothing is lost: what it would have brought is not confirmed
            stopping.cancel()

    async def _outage(self, error: ApiError | NetworkError) -> None:
        if isinstance(error, ApiError) and error.code in _FATAL:
            raise PollingStopped(_FATAL[error.code]) from error
        if not self._in_outage:
            _log.warning("cannot get updates, trying again", error=str(error))
        self._in_outage = True
        await self._rest()

    def _recovered(self) -> None:
        if self._in_outage:
            _log.info("getting updates again")
            self._in_outage = False
            self._pause.reset()

    async def _rest(self) -> None:
        try:
            async with asyncio.timeout(self._pause.next()):
                await self._stopping.wait()
        except TimeoutError:
            return


def _lanes(updates: Iterable[Json]) -> Iterable[list[Json]]:
    lanes: dict[int, list[Json]] = {}
    for update in updates:
        lanes.setdefault(lane_of(update), []).append(update)
    return lanes.values()
