"""Being told, by whichever process it happens in, that a notification becomes due sooner."""

import asyncio
from contextlib import suppress
from datetime import timedelta
from types import TracebackType
from typing import Any, Self

from storage.engine import DRIVER_ERRORS, connected

CHANNEL = "randevu_due"
_PAUSE = 1.0  # seconds between attempts to listen again


class Wakes:
    """Listens on a connection of its own, and goes back to it when it breaks.

    After a break it wakes once, since news may have been missed.
    """

    def __init__(self, url: str) -> None:
        self._url = url
        self._news = asyncio.Event()
        self._listening: asyncio.Task[None] | None = None

    async def wait(self, most: timedelta) -> bool:
        """Return when there is news, at the latest after `most`; whether there was any."""
        with suppress(TimeoutError):
            async with asyncio.timeout(most.total_seconds()):
                await self._news.wait()
        told = self._news.is_set()
        self._news.clear()
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
            await connection.add_listener(CHANNEL, self._told)
            self._news.set()
            await broken.wait()
        finally:
            connection.terminate()

    def _told(self, *_: Any) -> None:  # noqa: ANN401  # the driver's arguments; the news is that it calls
        self._news.set()
