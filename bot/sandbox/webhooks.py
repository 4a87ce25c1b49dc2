"""Delivery of updates to the bot's web server, the way Telegram's server does it.

Updates wait in queues, one in flight per queue, and the next goes out only after a 2xx. A failed
delivery is repeated at once and then after 1, 2, 4 ... seconds until the update expires.
"""

from __future__ import annotations

import asyncio
import time
from collections import deque
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field

import aiohttp
import orjson

from bot.sandbox.objects import Json, without_nothing
from bot.sandbox.traffic import Traffic
from bot.sandbox.updates import Pending, Updates

_TIMEOUT = aiohttp.ClientTimeout(total=60)
_LONGEST_PAUSE = 60.0
_LONGEST_RETRY_AFTER = 3600.0
_SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105 - the name of a header


@dataclass(frozen=True, slots=True)
class Webhook:
    url: str = ""
    secret: str = ""
    max_connections: int = 40


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came back: any 2xx is a delivery. `body` is what the bot wrote into the response."""

    status: int
    body: bytes = b""
    retry_after: float = 0.0
    error: str = ""

    @property
    def delivered(self) -> bool:
        return 200 <= self.status < 300


@dataclass(slots=True)
class Deliveries:
    """`call` runs a method that the bot put into its response. `pace` shortens pauses in tests.

    `deliver_to` replaces the webhook's address by several, used in turn, as if they were replicas
    behind it; `twice` sends every update two times at once.
    """

    updates: Updates
    traffic: Traffic
    call: Callable[[str, Json], Awaitable[object]]
    pace: float = 1.0
    deliver_to: list[str] = field(default_factory=list)
    twice: bool = False
    webhook: Webhook = field(default_factory=Webhook)
    _queues: dict[int, deque[Pending]] = field(default_factory=dict)
    _workers: set[asyncio.Task[None]] = field(default_factory=set)
    _session: aiohttp.ClientSession | None = None
    _slots: asyncio.Semaphore | None = None
    _turn: int = 0
    _last_error: tuple[int, str] | None = None

    async def start(self, webhook: Webhook) -> None:
        """Deliver there from now on, beginning with what is waiting."""
        await self.stop()
        self.webhook = webhook
        self._session = aiohttp.ClientSession(
            timeout=_TIMEOUT, connector=aiohttp.TCPConnector(limit=0)
        )
        self._slots = asyncio.Semaphore(webhook.max_connections)
        self.updates.deliver = self._enqueue
        for pending in self.updates.pending():
            self._enqueue(pending)

    async def stop(self) -> None:
        """Deliver nothing more; what was not delivered stays pending."""
        self.webhook = Webhook()
        self.updates.deliver = None
        workers, self._workers, self._queues = self._workers, set(), {}
        for worker in workers:
            worker.cancel()
        await asyncio.gather(*workers, return_exceptions=True)
        if self._session:
            await self._session.close()
            self._session = None

    def info(self) -> Json:
        """The WebhookInfo of the moment."""
        date, message = self._last_error or (None, None)
        return without_nothing(
            url=self.webhook.url,
            has_custom_certificate=False,
            pending_update_count=len(self.updates.pending()),
            last_error_date=date if self.webhook.url else None,
            last_error_message=message if self.webhook.url else None,
            max_connections=self.webhook.max_connections if self.webhook.url else None,
            allowed_updates=sorted(self.updates.allowed) or None,
        )

    def _enqueue(self, pending: Pending) -> None:
        queue = self._queues.get(pending.queue)
        if queue is not None:
            queue.append(pending)
            return
        self._queues[pending.queue] = deque([pending])
        worker = asyncio.create_task(self._drain(pending.queue))
        self._workers.add(worker)
        worker.add_done_callback(self._workers.discard)

    async def _drain(self, queue_id: int) -> None:
        queue = self._queues[queue_id]
        while queue:
            await self._deliver(queue[0])
            queue.popleft()
        del self._queues[queue_id]

    async def _deliver(self, pending: Pending) -> None:
        """Try until it is delivered or has expired."""
        failures = 0
        while not pending.expired:
            outcome = await self._attempt(pending.update)
            if outcome.delivered:
                break
            self._last_error = (int(time.time()), outcome.error)
            await asyncio.sleep(self._pause(failures, outcome))
            failures += 1
        self.updates.confirm(pending)

    def _pause(self, failures: int, outcome: Outcome) -> float:
        if outcome.retry_after:
            return min(outcome.retry_after, _LONGEST_RETRY_AFTER) * self.pace
        growing = 0.0 if failures == 0 else min(2.0 ** (failures - 1), _LONGEST_PAUSE)
        return growing * self.pace

    async def _attempt(self, update: Json) -> Outcome:
        body = orjson.dumps(update)
        copies = 2 if self.twice else 1
        began = time.perf_counter()
        outcomes = await asyncio.gather(*(self._post(body) for _ in range(copies)))
        outcome = next((o for o in outcomes if o.delivered), outcomes[0])
        replies = [reply for reply in map(_reply, outcomes) if reply]
        if self.traffic.on:
            took = (time.perf_counter() - began) * 1000
            reply = replies[0] if replies else None
            self.traffic.update(update, reply, status=outcome.status, ms=took)
        for reply in replies:
            await self.call(str(reply["method"]), reply)
        return outcome

    async def _post(self, body: bytes) -> Outcome:
        assert self._session  # noqa: S101 - workers live only between start and stop
        assert self._slots  # noqa: S101
        headers = {"Content-Type": "application/json"}
        if self.webhook.secret:
            headers[_SECRET_HEADER] = self.webhook.secret
        async with self._slots:
            try:
                async with self._session.post(
                    self._next_url(), data=body, headers=headers
                ) as response:
                    return _outcome(response, await response.read())
            except (aiohttp.ClientError, TimeoutError, OSError) as error:
                return Outcome(status=0, error=str(error) or type(error).__name__)

    def _next_url(self) -> str:
        if not self.deliver_to:
            return self.webhook.url
        self._turn += 1
        return self.deliver_to[self._turn % len(self.deliver_to)]


def _outcome(response: aiohttp.ClientResponse, body: bytes) -> Outcome:
    wait = response.headers.get("Retry-After", "")
    return Outcome(
        status=response.status,
        body=body,
        retry_after=float(wait) if wait.isdigit() else 0.0,
        error=f"Wrong response from the webhook: {response.status} {response.reason}",
    )


def _reply(outcome: Outcome) -> Json | None:
    """The method call in a response, where there is one."""
    if not outcome.delivered or not outcome.body.startswith(b"{"):
        return None
    try:
        reply = orjson.loads(outcome.body)
    except orjson.JSONDecodeError:
        return None
    return reply if isinstance(reply, dict) and "method" in reply else None
