"""What customers wait for while they look for a time, with years of bookings in the database.

The bot runs in this process, behind its own transport; the Telegram it calls notes when it is
called. Times are from handing in the tap to the first call, and to the call that shows the screen.
"""

import asyncio
import re
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from functools import partial
from statistics import median
from typing import Any

from sqlalchemy import ARRAY, BigInteger, bindparam, text

from bot.app import VOICE
from bot.telegram.application import assemble
from bot.telegram.dispatch import Dispatch
from bot.telegram.routes import routes
from bot.usecases import availability
from bot.views import taps
from bot.views.buttons import VERSION
from domain.slots import free
from storage.engine import engine_of
from storage.schedules import AROUND
from storage.store import Store
from tests.benchmarks import history, place, slots
from tests.benchmarks.peer import Messages, Peer
from tests.benchmarks.tables import say, table, target, title
from tests.benchmarks.walking import Clerk
from tests.benchmarks.wire import Head

_PROVIDERS, _EACH = 200, 500
_LOOKS = 150  # month screens that are timed
_AT_ONCE = 50  # providers whose first free times are looked for together
_GROWTH = (1_000, 10_000, 100_000, 1_000_000)
_SHOWS = frozenset({"sendMessage", "editMessageText"})
_FRAGMENT = re.compile(r"(Index (?:Only )?Scan|Bitmap Index Scan|Seq Scan)[^\n]*?on (\w+)")


async def run(server_url: str) -> None:
    now = datetime.now(UTC).replace(minute=0, second=0, microsecond=0)
    title(f"months: {_PROVIDERS} providers with {_EACH} sessions each, most of them long over")
    url = await place.town(server_url, "months", _PROVIDERS)
    async with place.opened(url) as store:
        ids = [offer.provider.id for offer in await place.offers(store, _PROVIDERS)]
        # Every five hours: 400 behind us, 100 in the three weeks ahead.
        await history.fill(url, ids, _EACH, now - timedelta(hours=5 * 400), 5 * 3600)
        await _screens(store)
        await _first_free(store, ids, now)
        await _plan(url, ids[0], now)
    await _outside(server_url, now)
    _inside()


async def _screens(store: Store) -> None:
    async with _bot(store) as (peer, receive):
        looker = _Looker(peer, receive)
        for number in range(_LOOKS + 10):
            await looker.looks(number, counts=number >= 10)
    rows = [
        ("first call", f"{median(looker.first):.1f}", f"{_worst(looker.first):.1f}"),
        ("the month is shown", f"{median(looker.shown):.1f}", f"{_worst(looker.shown):.1f}"),
    ]
    table(("from the tap to", "median ms", "95 of 100 under"), rows)
    took = median(looker.shown)
    target(f"month screen {took:.1f} ms at the median, under 25 ms", took < 25)


async def _first_free(store: Store, ids: list[int], now: datetime) -> None:
    async def once() -> None:
        async with store.transaction() as tx:
            services = await tx.providers.services_of(ids[:_AT_ONCE])
            found = await availability.first_free(tx, services, 1, now)
        if len(found) < _AT_ONCE:
            raise RuntimeError("some providers have nothing free")

    took = await _timed(once, 60)
    target(f"first free of {_AT_ONCE} providers {took:.1f} ms, under 60 ms", took < 60)


async def _plan(url: str, provider_id: int, now: datetime) -> None:
    """Print by what the tables are reached in the query that brings a month."""
    today = datetime(now.year, now.month, now.day, tzinfo=UTC)
    explained = text(f"EXPLAIN (ANALYZE, COSTS OFF) {AROUND.text}").bindparams(
        bindparam("provider_ids", type_=ARRAY(BigInteger)),
        bindparam("for_customer", type_=BigInteger),
    )
    values = {
        "provider_ids": [provider_id],
        "first_reached": today.date() - timedelta(days=20),
        "last_reached": today.date() + timedelta(days=50),
        "start": today - timedelta(days=2),
        "end": today + timedelta(days=34),
        "now": now,
        "for_customer": None,
    }
    engine = engine_of(url, 1)
    async with engine.connect() as connection:
        lines = (await connection.execute(explained, values)).scalars().all()
    await engine.dispose()
    say("\n  how the query of a month reaches its tables:")
    for line in lines:
        if "Scan" in line or "Execution Time" in line:
            say(f"    {line.strip()}")
    scanned = {name for kind, name in _FRAGMENT.findall("\n".join(lines)) if kind == "Seq Scan"}
    scanned &= {"sessions", "bookings"}
    target("sessions and bookings by their indexes", not scanned)


async def _outside(server_url: str, now: datetime) -> None:
    """One provider's month while ever more sessions lie before it, half of them its own."""
    say("\n  a month of one provider, 100 sessions in it, more and more outside:")
    url = await place.town(server_url, "outside", 2)
    rows = []
    async with place.opened(url) as store:
        ids = [offer.provider.id for offer in await place.offers(store, 2)]
        await history.fill(url, ids, 100, now, 5 * 3600)
        stored = 0
        for count in _GROWTH:
            first = now - timedelta(days=365) - timedelta(minutes=30) * (count // 2)
            await history.fill(url, ids, (count - stored) // 2, first, 1800)
            stored = count
            took = await _timed(lambda: _around(store, ids[0], now.date(), now), 100)
            rows.append((f"{count:,}", f"{took:.2f}"))
    table(("sessions outside", "median ms"), rows)
    ratio = float(rows[-1][1]) / float(rows[0][1])
    target(f"a million to a thousand outside {ratio:.2f}, under 1.5", ratio < 1.5)


def _inside() -> None:
    """The engine alone, while ever more sessions lie in the 90 days that are listed."""
    say("\n  listing 90 days in the engine, more and more sessions in them:")
    service = slots.offered(slots.RULES)
    rows = []
    for count in _GROWTH:
        diary = slots.diary_over(90, count, None)
        last = slots.FIRST + timedelta(days=89)
        took = slots.timed(
            partial(free, diary, service, slots.FIRST, last, slots.NOW),
            repetitions=max(5, 200_000 // count),
        )
        rows.append((f"{count:,}", f"{took:.2f}", f"{took * 1e6 / count:.0f}"))
    table(("sessions inside", "median ms", "ns a session"), rows)


async def _around(store: Store, provider_id: int, first: date, now: datetime) -> None:
    async with store.transaction() as tx:
        await tx.schedules.around(provider_id, first, first + timedelta(days=31), now, None)


async def _timed(work: Callable[[], Awaitable[None]], repetitions: int) -> float:
    """The median of the milliseconds it takes, after a few repetitions that do not count."""
    took = []
    for _ in range(repetitions + 10):
        started = time.perf_counter()
        await work()
        took.append((time.perf_counter() - started) * 1000)
    return median(took[10:])


def _worst(took: list[float]) -> float:
    return sorted(took)[len(took) * 95 // 100]


class _Telegram(Peer):
    """Notes when it was called with what since it was last asked."""

    def __init__(self) -> None:
        super().__init__()
        self.calls: list[tuple[str, float]] = []

    async def _answer(self, head: Head, body: bytes) -> Any:  # noqa: ANN401  # JSON
        self.calls.append((head.word.rpartition("/")[2], time.perf_counter()))
        return await super()._answer(head, body)

    @property
    def messages(self) -> Messages:
        return self._messages


@dataclass(slots=True)
class _Looker:
    """Customers who walk up to a provider's month, one after the other."""

    peer: _Telegram
    receive: Callable[[Any], Awaitable[object]]
    first: list[float] = field(default_factory=list)
    shown: list[float] = field(default_factory=list)

    async def looks(self, number: int, counts: bool) -> None:  # whether it is timed
        person, clerk = 5000 + number, Clerk(self.peer.messages)
        await self.receive(clerk.text(person, "/start"))
        for kind in (taps.Book, taps.PickProvider):
            await self.receive(clerk.tap(person, self._key(person, kind, number)))
        update = clerk.tap(person, self._key(person, taps.PickService, number))
        self.peer.calls.clear()
        started = time.perf_counter()
        await self.receive(update)
        if counts:
            times = [at for _, at in self.peer.calls]
            shows = [at for method, at in self.peer.calls if method in _SHOWS]
            self.first.append((min(times) - started) * 1000)
            self.shown.append((min(shows) - started) * 1000)

    def _key(self, person: int, kind: Any, number: int) -> str:  # noqa: ANN401  # a button
        rows = self.peer.messages.screen(person)["reply_markup"]["inline_keyboard"]
        data = [key["callback_data"] for row in rows for key in row]
        fitting = [each for each in data if each.startswith(VERSION + kind.tag)]
        return str(fitting[number % len(fitting)])


@asynccontextmanager
async def _bot(store: Store) -> AsyncIterator[tuple[_Telegram, Callable[[Any], Awaitable[object]]]]:
    peer = _Telegram()
    server = await asyncio.start_server(peer.serve, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    telegram = assemble(
        "42:benchmark",
        store,
        VOICE,
        routes(),
        lambda: datetime.now(UTC),
        api_url=f"http://127.0.0.1:{port}",
    )
    async with server, telegram.application:
        dispatch: Dispatch = telegram.dispatch
        yield peer, dispatch.receive
