"""Waiting at the start for what others have to bring up first."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import TypeVar

import structlog

PATIENCE = 60.0  # seconds
_PAUSE = 2.0
_log = structlog.get_logger()
_Found = TypeVar("_Found")


class StartupError(Exception):
    """We cannot start; the text is one sentence that says why."""


async def patiently(
    attempt: Callable[[], Awaitable[_Found]],
    away: type[Exception],
    what: str,
    hint: str,
) -> _Found:
    """What the attempt gives, repeated while it raises `away`.

    Says in the log that `what` does not answer; raises StartupError with the hint after a minute.
    """
    loop = asyncio.get_running_loop()
    until = loop.time() + PATIENCE
    while True:
        try:
            return await attempt()
        except away as error:
            if loop.time() + _PAUSE > until:
                sentence = f"{what} did not answer for {PATIENCE:.0f} s; {hint}."
                raise StartupError(sentence) from error
            _log.warning(f"{what} does not answer yet", error=str(error))
            await asyncio.sleep(_PAUSE)
