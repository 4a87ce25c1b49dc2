"""The time the sandbox lives in: the product's own clock, or the real one."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Protocol

from bot.sandbox.errors import Impossible


class Clock(Protocol):
    """A clock that can be moved ahead, so that next week's reminder can be seen today."""

    def now(self) -> datetime:
        """The present, aware and in UTC."""
        ...

    async def advance(self, by: timedelta) -> None: ...

    async def reset(self) -> None:
        """Back to real time."""
        ...

    async def next_event(self) -> datetime | None:
        """When the product next has something to do."""
        ...


class RealClock:
    def now(self) -> datetime:
        return datetime.now(UTC)

    async def advance(self, by: timedelta) -> None:
        raise Impossible(f"this clock is the real one and cannot be moved by {by}")

    async def reset(self) -> None:
        raise Impossible("this clock is the real one and cannot be moved")

    async def next_event(self) -> datetime | None:
        return None
