"""Trouble on demand: the next calls of a method fail the way real networks and servers fail."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum, auto

from bot.sandbox.errors import ApiError, too_many_requests

ANY = "*"
_DESCRIPTIONS = {
    403: "Forbidden: bot was blocked by the user",
    500: "Internal Server Error",
    502: "Bad Gateway",
}


class Trouble(Enum):
    REFUSED = auto()  # answered with an error
    DROPPED = auto()  # the connection breaks before anything is done
    DELIVERED_BUT_DROPPED = auto()  # it is done, and then the connection breaks
    DELAYED = auto()


@dataclass(slots=True)
class Fault:
    method: str
    trouble: Trouble
    times: int
    chat: int | None
    error: ApiError | None = None
    seconds: float = 0.0

    def concerns(self, method: str, chat: int | None) -> bool:
        return self.method in {ANY, method} and self.chat in {None, chat}


@dataclass(slots=True)
class Faults:
    """Faults are used up in the order they were planned; `method` may be ANY."""

    _planned: list[Fault] = field(default_factory=list)

    def refuse(
        self,
        method: str,
        code: int,
        *,
        times: int = 1,
        chat: int | None = None,
        retry_after: int = 1,
        description: str | None = None,
    ) -> None:
        """Answer with an error; `retry_after` (seconds) is for 429."""
        if code == 429:
            error = too_many_requests(retry_after)
        else:
            error = ApiError(code, description or _DESCRIPTIONS.get(code, "Bad Request: fault"))
        self._plan(method, Trouble.REFUSED, times, chat, error=error)

    def drop(self, method: str, *, times: int = 1, chat: int | None = None) -> None:
        """Break the connection before the call is processed."""
        self._plan(method, Trouble.DROPPED, times, chat)

    def deliver_but_drop(self, method: str, *, times: int = 1, chat: int | None = None) -> None:
        """Process the call, then break the connection: the client cannot know it worked."""
        self._plan(method, Trouble.DELIVERED_BUT_DROPPED, times, chat)

    def delay(
        self, method: str, seconds: float, *, times: int = 1, chat: int | None = None
    ) -> None:
        self._plan(method, Trouble.DELAYED, times, chat, seconds=seconds)

    def clear(self) -> None:
        self._planned.clear()

    def take(self, method: str, chat: int | None) -> Fault | None:
        """The fault this call meets, used up by it."""
        for fault in self._planned:
            if fault.concerns(method, chat):
                fault.times -= 1
                if fault.times <= 0:
                    self._planned.remove(fault)
                return fault
        return None

    def __bool__(self) -> bool:
        return bool(self._planned)

    def _plan(
        self,
        method: str,
        trouble: Trouble,
        times: int,
        chat: int | None,
        *,
        error: ApiError | None = None,
        seconds: float = 0.0,
    ) -> None:
        self._planned.append(Fault(method.lower(), trouble, times, chat, error, seconds))
