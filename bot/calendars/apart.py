"""Reading a calendar in a process of its own, which is ended if it takes too long.

A few lines of a calendar can stand for millions of events. A thread could not be stopped while it
works them out, and all others would wait for it.
"""

import asyncio
import os
import resource
import sys
from zoneinfo import ZoneInfo

import orjson

from bot.calendars.reading import read
from domain.busy import Reading, Trouble, Unreadable
from domain.spans import Span, from_epoch, to_epoch

_MODULE = "bot.calendars.apart"
_MEMORY = 1 << 29  # bytes
_CPU = 60  # seconds, in case nobody is left to end it
_NICE = 10  # everything else comes first
_TURNS = asyncio.Semaphore(2)  # so many are read at the same time


async def read_apart(text: bytes, zone: ZoneInfo, within: Span, seconds: float = 30.0) -> Reading:
    """As `reading.read`; raises Unreadable also for what takes longer than so many seconds."""
    async with _TURNS:
        return await _read_apart(text, zone, within, seconds)


async def _read_apart(text: bytes, zone: ZoneInfo, within: Span, seconds: float) -> Reading:
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        _MODULE,
        zone.key,
        str(to_epoch(within.start)),
        str(to_epoch(within.end)),
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.DEVNULL,  # it would tell what is in somebody's calendar
        env={"PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
    )
    try:
        async with asyncio.timeout(seconds):
            out, _ = await process.communicate(text)
    except TimeoutError as error:
        raise Unreadable(Trouble.HUGE) from error
    finally:
        if process.returncode is None:
            process.kill()
            await process.wait()
    if process.returncode != 0:
        raise Unreadable(Trouble.STRANGE)
    found = orjson.loads(out)
    if "trouble" in found:
        raise Unreadable(Trouble(found["trouble"]))
    return Reading(found["name"], tuple((start, end) for start, end in found["busy"]))


def main(zone: str, start: str, end: str) -> None:
    """Read what comes in, and write what was found."""
    os.nice(_NICE)
    resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (_CPU, _CPU))
    within = Span(from_epoch(int(start)), from_epoch(int(end)))
    try:
        found = read(sys.stdin.buffer.read(), ZoneInfo(zone), within)
        answer: dict[str, object] = {"name": found.name, "busy": found.busy}
    except Unreadable as error:
        answer = {"trouble": error.trouble}
    sys.stdout.buffer.write(orjson.dumps(answer))


if __name__ == "__main__":
    main(*sys.argv[1:])
