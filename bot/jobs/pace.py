"""When to do something on our own account: how fast we may write, how long we wait for news."""

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import suppress
from time import monotonic

EVERY = 1 / 20  # seconds between two messages; Telegram allows about thirty a second
EVERY_IN_A_CHAT = 1.0


class Pace:
    """Times are seconds of a clock that only goes forward."""

    def __init__(
        self,
        clock: Callable[[], float] = monotonic,
        pause: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        self._clock = clock
        self._pause = pause
        self._next = self._held_until = 0.0
        self._next_in: dict[int, float] = {}

    async def turn(self, chat_id: int) -> bool:
        """Wait until this chat may get a message; whether that took any time.

        Turns are given in the order of asking.
        """
        now = self._clock()
        self._next_in = {chat: at for chat, at in self._next_in.items() if at > now}
        at = max(now, self._next, self._next_in.get(chat_id, now))
        self._next = max(now, self._next) + EVERY
        self._next_in[chat_id] = at + EVERY_IN_A_CHAT
        if at > now:
            await self._pause(at - now)
        return at > now

    @property
    def held(self) -> float:
        """Seconds for which nothing may go out."""
        return max(0.0, self._held_until - self._clock())

    def hold(self, seconds: float) -> None:
        """Telegram asks us to slow down: nothing goes out for so long."""
        self._held_until = max(self._held_until, self._clock() + seconds)
        self._next = max(self._next, self._held_until)


async def within(seconds: float, news: asyncio.Event) -> None:
    """Wait for news, and so long at most."""
    with suppress(TimeoutError):
        async with asyncio.timeout(seconds):
            await news.wait()
