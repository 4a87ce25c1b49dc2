"""What the page is told while it is open."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import suppress

import orjson

_CLOSED = ""


class Events:
    """Sends each event to every listener; costs nothing while nobody listens."""

    def __init__(self) -> None:
        self._listeners: set[asyncio.Queue[str]] = set()
        self._news = asyncio.Event()

    def __bool__(self) -> bool:
        return bool(self._listeners)

    def publish(self, kind: str, **fields: object) -> None:
        if not self._listeners:
            return
        event = orjson.dumps({"type": kind, **fields}).decode()
        for listener in self._listeners:
            listener.put_nowait(event)
        self._news.set()

    async def news(self, patience: float) -> None:
        """Return when something was published since the last call, or after `patience` seconds."""
        with suppress(TimeoutError):
            async with asyncio.timeout(patience):
                await self._news.wait()
        self._news.clear()

    def listen(self) -> asyncio.Queue[str]:
        """A queue of events from now on; read it with `follow`."""
        listener: asyncio.Queue[str] = asyncio.Queue()
        self._listeners.add(listener)
        return listener

    async def follow(self, listener: asyncio.Queue[str]) -> AsyncIterator[str]:
        """The events of a listener until the sandbox stops."""
        try:
            while (event := await listener.get()) != _CLOSED:
                yield event
        finally:
            self._listeners.discard(listener)

    def dismiss(self, listener: asyncio.Queue[str]) -> None:
        """End one listener's events."""
        listener.put_nowait(_CLOSED)

    def close(self) -> None:
        for listener in self._listeners:
            self.dismiss(listener)
