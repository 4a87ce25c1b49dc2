"""Updates on their way to the bot, and long polling for them."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import islice

from bot.sandbox.errors import ApiError, bad_request
from bot.sandbox.objects import Json
from bot.sandbox.params import Params

MOST_AT_ONCE = 100
_KEPT_SECONDS = 24 * 3600.0
_ONLY_ON_REQUEST = frozenset({"chat_member", "message_reaction", "message_reaction_count"})


@dataclass(frozen=True, slots=True)
class Pending:
    """An update that is not confirmed yet.

    Webhooks deliver one at a time of each `queue`. `expires` is in monotonic seconds.
    """

    update: Json
    queue: int
    expires: float

    @property
    def id(self) -> int:
        return int(self.update["update_id"])

    @property
    def expired(self) -> bool:
        return time.monotonic() >= self.expires


class Updates:
    """The queue of one bot. Ids grow, also over restarts, unless they are restored."""

    def __init__(self) -> None:
        self.last_id = time.time_ns() // 1_000_000
        self.allowed: frozenset[str] = frozenset()  # empty: all but those only sent on request
        self.deliver: Callable[[Pending], None] | None = None  # set while there is a webhook
        self._pending: dict[int, Pending] = {}
        self._poll: asyncio.Future[None] | None = None

    def add(self, kind: str, payload: Json, queue: int, lifetime: float = _KEPT_SECONDS) -> None:
        if not self._wanted(kind):
            return
        self.last_id += 1
        update = {"update_id": self.last_id, kind: payload}
        self.keep(Pending(update, queue, time.monotonic() + lifetime))

    def keep(self, pending: Pending) -> None:
        self._pending[pending.id] = pending
        if self.deliver:
            self.deliver(pending)
        elif self._poll and not self._poll.done():
            self._poll.set_result(None)

    def pending(self) -> list[Pending]:
        """Oldest first."""
        for pending in [p for p in self._pending.values() if p.expired]:
            self.confirm(pending)
        return list(self._pending.values())

    def confirm(self, pending: Pending) -> None:
        self._pending.pop(pending.id, None)

    def drop_all(self) -> None:
        self._pending.clear()

    def choose(self, params: Params) -> None:
        """Take over allowed_updates; when it is not given, the former choice stays."""
        kinds = params.nested("allowed_updates", "allowed updates")
        if kinds is None:
            return
        if not isinstance(kinds, list):
            raise bad_request("can't parse allowed updates: expected an Array of String")
        self.allowed = frozenset(map(str, kinds))

    async def poll(self, offset: int, limit: int, timeout: float) -> list[Json]:  # noqa: ASYNC109 - a parameter of getUpdates, which answers with nothing when it is over
        """The next updates; wait up to `timeout` seconds for the first."""
        self._forget_before(offset)
        if not self.pending() and timeout > 0:
            await self._wait(timeout)
        size = min(max(limit, 1), MOST_AT_ONCE)
        return [pending.update for pending in islice(self.pending(), size)]

    def interrupt(self, reason: ApiError | None = None) -> None:
        """End the poll that is waiting: with an error, or with no updates."""
        if self._poll and not self._poll.done():
            if reason:
                self._poll.set_exception(reason)
            else:
                self._poll.set_result(None)

    async def _wait(self, seconds: float) -> None:
        poll = self._poll = asyncio.get_running_loop().create_future()
        try:
            async with asyncio.timeout(seconds):
                await poll
        except TimeoutError:
            return
        finally:
            if self._poll is poll:
                self._poll = None

    def _forget_before(self, offset: int) -> None:
        """Confirm what is older than the offset; a negative one keeps that many of the newest."""
        if offset < 0:
            self._forget(islice(list(self._pending), max(0, len(self._pending) + offset)))
        else:
            self._forget([update_id for update_id in self._pending if update_id < offset])

    def _forget(self, update_ids: Iterable[int]) -> None:
        for update_id in update_ids:
            del self._pending[update_id]

    def _wanted(self, kind: str) -> bool:
        return kind in self.allowed if self.allowed else kind not in _ONLY_ON_REQUEST


def message_queue(chat_id: int) -> int:
    return chat_id


def callback_queue(user_id: int) -> int:
    """One person's taps and texts wait in different queues, as in the real server."""
    return user_id + (3 << 33)


def member_queue(chat_id: int) -> int:
    return chat_id + (5 << 33)
