"""Being told, by whichever process it happens in, that there is something to do."""

import asyncio
from contextlib import suppress
from datetime import timedelta
from enum import StrEnum
from types import TracebackType
from typing import Any, Self

from storage.engine import DRIVER_ERRORS, connected

_PAUSE = 1.0  # seconds between attempts to listen again


class News(StrEnum):
    """What there is news of; the values are channels of the database."""

    DUE = "randevu_due"  # a notification becomes due sooner
    FREED = "randevu_freed"  # a time may have become free that somebody waits for
    ROOM = "randevu_room"  # something was said in a session room


class Wakes:
    """Listens on a connection of its own, and goes back to it when it breaks.

    After a break it wakes once, since news of any kind may have been missed.
    """

    def __init__(self, url: str) -> None:
        self._url = url
        self._awake = asyncio.Event()
        self._news: set[News] = set()
        self._listening: asyncio.Task[None] | None = None

    async def wait(self, most: timedelta) -> frozenset[News]:
        """Return when there is news, at the latest after `most`; of what there was any."""
        with suppress(TimeoutError):
            async with asyncio.timeout(most.total_seconds()):
                await self._awake.wait()
        told = frozenset(self._news)
        self._news.clear()
        self._awake.clear()
        return told

    async def __aenter__(self) -> Self:
        self._listening = asyncio.create_task(self._listen_for_ever())
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._listening is not None:
            self._listening.cancel()
            with suppress(asyncio.CancelledError):
                await self._listening

    async def _listen_for_ever(self) -> None:
        while True:
            with suppress(OSError, *DRIVER_ERRORS):
                await self._listen()
            await asyncio.sleep(_PAUSE)

    async def _listen(self) -> None:
        """Listen until the connection breaks."""
        connection = await connected(self._url)
        broken = asyncio.Event()
        try:
            connection.add_termination_listener(lambda _: broken.set())
            for each in News:
                await connection.add_listener(each.value, self._told)
            self._know(*News)
            await broken.wait()
        finally:
            connection.terminate()

    def _told(self, _connection: Any, _pid: int, channel: str, _payload: Any) -> None:  # noqa: ANN401  # the driver's
        self._know(News(channel))

    def _know(self, *news: News) -> None:
        self._news.update(news)
        self._awake.set()
