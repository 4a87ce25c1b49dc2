"""Updates a second: customers walk through whole bookings, and each bot is as fast as it can be.

Bots, database server and the Telegram around them are processes of their own; the bots take turns,
round by round, so that all of them meet the same noise.
"""

import asyncio
import sys
from asyncio.subprocess import Process
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import asdict, dataclass, replace
from statistics import median

import orjson

from bot.web import webhook
from tests.benchmarks import place
from tests.benchmarks.subjects import CONCURRENCY, SECRET
from tests.benchmarks.tables import say, table, target, title
from tests.benchmarks.walking import LENGTH, Walk
from tests.benchmarks.wire import Line
from tests.programs import free_port

_PROVIDERS = 6
_ROUNDS = 5
_LATENCIES = (0.0, 0.03)  # seconds that Telegram takes; the second is about what it is like
_HEADS = (
    "",
    "updates/s",
    "min-max",
    "to stock",
    "CPU ms/update",
    "calls/update",
    "peer's load",
)
_WHAT = {
    "ours": "our bot as it ships: aiohttp, orjson, plain dictionaries, slim updates, uvloop",
    "stock": "our bot, Telegram reached as python-telegram-bot does by itself: HTTPXRequest, the"
    " methods of Bot, whole updates, asyncio's loop",
    "httpx": "our bot, nothing but the HTTP client exchanged: HTTPXRequest with its forms and json",
    "echo": "a bare echo bot: stock Application, answers and edits; no database",
}


@dataclass(frozen=True, slots=True)
class Subject:
    name: str
    port: int

    async def cpu(self) -> float:
        line = await Line.to(self.port)
        try:
            return float(await line.post("/cpu", b""))
        finally:
            line.close()


@dataclass(frozen=True, slots=True)
class Lap:
    """One walk with one bot: a second, and milliseconds of the bot's processor time.

    `lost` updates were never answered, and had to be sent again after five seconds.
    """

    rate: float
    cpu: float
    updates: int
    lost: int
    calls: float
    peer_load: float


async def run(server_url: str) -> None:
    title(f"updates: {CONCURRENCY} customers at once, each booking by /start and {LENGTH - 1} taps")
    for name, what in _WHAT.items():
        say(f"  {name:6} {what}")
    async with AsyncExitStack() as stack:
        peer_port = free_port()
        await stack.enter_async_context(_started("peer", str(peer_port)))
        subjects = []
        for name in _WHAT:
            url = await place.town(server_url, f"updates_{name}", _PROVIDERS)
            subject = Subject(name, free_port())
            peer_url = f"http://127.0.0.1:{peer_port}"
            starting = _started("subjects", name, str(subject.port), peer_url, url)
            await stack.enter_async_context(starting)
            subjects.append(subject)
        for port in (peer_port, *(subject.port for subject in subjects)):
            await _listens(port)
        for latency in _LATENCIES:
            _report(latency, await _laps(subjects, peer_port, latency))


async def _laps(subjects: list[Subject], peer_port: int, latency: float) -> dict[str, list[Lap]]:
    laps: dict[str, list[Lap]] = {subject.name: [] for subject in subjects}
    for number in range(_ROUNDS + 1):
        for subject in subjects:
            lap = await _lap(subject, peer_port, latency, number)
            if number:  # the first round only warms up
                laps[subject.name].append(lap)
    return laps


async def _lap(subject: Subject, peer_port: int, latency: float, seed: int) -> Lap:
    walk = Walk(subject.port, webhook.PATH, SECRET, CONCURRENCY, latency=latency, seed=seed)
    peer = await Line.to(peer_port)
    # Connections are closed that were idle while the others had their turn: first anew a few steps.
    await peer.post("/walk", orjson.dumps(asdict(replace(walk, steps=2))))
    before = await subject.cpu()
    walked = orjson.loads(await peer.post("/walk", orjson.dumps(asdict(walk))))
    cpu = await subject.cpu() - before
    peer.close()
    updates, seconds = walked["updates"], walked["seconds"]
    return Lap(
        updates / seconds,
        cpu / updates * 1000,
        updates,
        walked["lost"],
        walked["calls"] / updates,
        walked["cpu"] / seconds,
    )


def _report(latency: float, laps: dict[str, list[Lap]]) -> None:
    say(f"\n  Bot API answering in {latency * 1000:.0f} ms; medians of {_ROUNDS} rounds:")
    table(_HEADS, [_row(name, found, laps["stock"]) for name, found in laps.items()])
    for name in ("stock", "httpx"):
        ratio = _ratio(laps["ours"], laps[name])
        target(f"ours to {name} {ratio:.2f}, at least 2.5", ratio >= 2.5)
    for name, found in laps.items():
        if lost := sum(lap.lost for lap in found):
            say(f"  {name} left {lost} of {sum(lap.updates for lap in found)} updates unanswered")
    say(f"  ours to echo {_ratio(laps['ours'], laps['echo']):.2f}")


def _row(name: str, laps: list[Lap], baseline: list[Lap]) -> tuple[str, ...]:
    rates = [lap.rate for lap in laps]
    return (
        name,
        f"{median(rates):.0f}",
        f"{min(rates):.0f}-{max(rates):.0f}",
        f"{_ratio(laps, baseline):.2f}",
        f"{median(lap.cpu for lap in laps):.2f}",
        f"{median(lap.calls for lap in laps):.2f}",
        f"{median(lap.peer_load for lap in laps):.0%}",
    )


def _ratio(one: list[Lap], other: list[Lap]) -> float:
    """The median of the rounds' ratios: the two of a round ran one right after the other."""
    return median(mine.rate / yours.rate for mine, yours in zip(one, other, strict=True))


@asynccontextmanager
async def _started(module: str, *arguments: str) -> AsyncIterator[Process]:
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", f"{__package__}.{module}", *arguments
    )
    try:
        yield process
    finally:
        if process.returncode is None:
            process.terminate()
        await process.wait()


async def _listens(port: int) -> None:
    """Return when somebody listens there; raises TimeoutError."""
    async with asyncio.timeout(30):
        while True:
            try:
                (await Line.to(port)).close()
            except ConnectionError:
                await asyncio.sleep(0.05)
            else:
                return
