"""Processes of ours that begin at the same instant, when all of them are ready."""

import asyncio
import sys
from asyncio.subprocess import PIPE, Process
from collections.abc import Sequence
from dataclasses import asdict
from datetime import datetime

import orjson

from tests.chaos.dealers import Dealers
from tests.chaos.rush import Fate, Rush


async def all_at_once(rushes: Sequence[Rush]) -> list[Fate]:
    """Run each in a process of its own; what became of everybody."""
    written = await _run("tests.chaos.rush", rushes)
    return [Fate(**fate) for output in written for fate in orjson.loads(output)]


async def two_deal(
    database_url: str, now: datetime, at_once: int = 2, looks: int = 10
) -> Sequence[int]:
    """Two processes look after the waitlist; how often each lost against the other."""
    given = Dealers(database_url, now, at_once, looks)
    return [int(output) for output in await _run("tests.chaos.dealers", [given, given])]


async def _run(module: str, given: Sequence[Rush | Dealers]) -> list[bytes]:
    processes = await asyncio.gather(*(_ready(module, each) for each in given))
    written = await asyncio.gather(*(process.communicate(b"go\n") for process in processes))
    assert [process.returncode for process in processes] == [0] * len(given)
    return [output for output, _ in written]


async def _ready(module: str, given: Rush | Dealers) -> Process:
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", module), stdin=PIPE, stdout=PIPE
    )
    assert process.stdin
    assert process.stdout
    process.stdin.write(orjson.dumps(asdict(given)) + b"\n")
    assert await process.stdout.readline() == b"ready\n"
    return process
