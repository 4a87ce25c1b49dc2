"""Flood control: how many new messages Telegram accepts."""

from __future__ import annotations

import math
import time
from dataclasses import dataclass, field

from bot.sandbox.errors import too_many_requests


@dataclass(frozen=True, slots=True)
class Rate:
    """So many a second in the long run, and so many at once."""

    per_second: float
    burst: int


@dataclass(frozen=True, slots=True)
class Limits:
    """None turns a limit off. Telegram's own overall limit is about Rate(30, 30)."""

    per_chat: Rate | None = Rate(1.0, 30)
    overall: Rate | None = None


@dataclass(slots=True)
class _Bucket:
    rate: Rate
    level: float
    at: float

    def refill(self, now: float) -> None:
        self.level = min(self.rate.burst, self.level + (now - self.at) * self.rate.per_second)
        self.at = now

    def wait(self) -> float:
        """Seconds until there is room for one."""
        return max(0.0, (1 - self.level) / self.rate.per_second)


@dataclass(slots=True)
class FloodControl:
    limits: Limits
    _chats: dict[int, _Bucket] = field(default_factory=dict)
    _all: _Bucket | None = None

    def admit(self, chat_id: int) -> None:
        """Count one new message, or raise 429 with the seconds to wait."""
        buckets = self._buckets(chat_id, time.monotonic())
        wait = max((bucket.wait() for bucket in buckets), default=0.0)
        if wait > 0:
            raise too_many_requests(math.ceil(wait))
        for bucket in buckets:
            bucket.level -= 1

    def _buckets(self, chat_id: int, now: float) -> list[_Bucket]:
        found = []
        if self.limits.per_chat:
            fresh = _Bucket(self.limits.per_chat, self.limits.per_chat.burst, now)
            found.append(self._chats.setdefault(chat_id, fresh))
        if self.limits.overall:
            self._all = self._all or _Bucket(self.limits.overall, self.limits.overall.burst, now)
            found.append(self._all)
        for bucket in found:
            bucket.refill(now)
        return found
