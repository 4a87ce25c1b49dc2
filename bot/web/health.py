"""Whether this process lives, and whether it is of use right now."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import timedelta
from time import monotonic

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

LATELY = timedelta(minutes=3)


class Contact:
    """When Telegram was last heard of."""

    def __init__(self, clock: Callable[[], float] = monotonic) -> None:
        self._clock = clock
        self._last: float | None = None

    def made(self) -> None:
        self._last = self._clock()

    @property
    def is_recent(self) -> bool:
        return self._last is not None and self._clock() - self._last < LATELY.total_seconds()


@dataclass(slots=True)
class Readiness:
    """`database` tells whether it answers and is migrated; `ask_telegram` makes a cheap call and
    raises if that fails. `closing` is set when the process is about to stop.
    """

    database: Callable[[], Awaitable[bool]]
    ask_telegram: Callable[[], Awaitable[object]]
    contact: Contact
    closing: bool = False

    async def problems(self) -> list[str]:
        if self.closing:
            return ["stopping"]
        found = [] if await self.database() else ["database"]
        if not self.contact.is_recent and not await self._telegram_answers():
            found.append("telegram")
        return found

    async def _telegram_answers(self) -> bool:
        try:
            await self.ask_telegram()
        except Exception:  # noqa: BLE001  # whatever it is, Telegram cannot be reached
            return False
        self.contact.made()
        return True


def routes(readiness: Readiness) -> list[Route]:
    async def healthz(_request: Request) -> Response:
        return JSONResponse({"status": "ok"})

    async def readyz(_request: Request) -> Response:
        problems = await readiness.problems()
        status = "not ready" if problems else "ready"
        return JSONResponse({"status": status, "problems": problems}, 503 if problems else 200)

    return [Route("/healthz", healthz), Route("/readyz", readyz)]
