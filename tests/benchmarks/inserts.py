"""Bookings a second: our repository against pgbench with the very same statement.

Both have the same number of connections to the same server, and each client a provider of its own,
so that nobody is ever in another's way.
"""

import asyncio
import re
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from statistics import median
from time import perf_counter
from urllib.parse import parse_qs, urlsplit

from bot.usecases.booking import draw
from domain.bookings import HOLD
from domain.spans import Span
from storage import booking_queries
from storage.cluster import _PROGRAMS
from storage.engine import connected
from storage.store import Store
from tests.benchmarks import place
from tests.benchmarks.tables import table, target, title
from tests.build import Offer

_CLIENTS = 16
_EACH = 100  # bookings by each client in a round
_ROUNDS = 5
_LENGTH = timedelta(minutes=30)
_FIRST = datetime(2030, 1, 1, tzinfo=UTC)
_PEOPLE = """
    INSERT INTO people (telegram_id, first_name, last_name, language, reachable)
    SELECT number, 'Customer', '', 'en', true FROM generate_series(1, $1::bigint) AS number
"""

# What stands for the statement's parameters; the others are given to pgbench as they are.
_VALUES = {
    "provider_id": "(:provider)::bigint",
    "service_id": "(:service)::bigint",
    "customer_id": "(:customer)::bigint",
    "start": "to_timestamp(:start)",
    "end": "to_timestamp(:start + 1800)",
    "blocked_from": "to_timestamp(:start)",
    "blocked_until": "to_timestamp(:start + 1800)",
    "reference": "'BK-' || (:customer)::text",
    "place": "''",
    "note": "''",
    "hold_until": "now() + interval '5 minutes'",
    "now": "now()",
}

_SCRIPT = r"""
\set n :n + 1
\set provider :first_provider + :client_id
\set customer :first_customer + :client_id * {each} + :n
\set start :first_start + :n * 1800
BEGIN;
{statement};
COMMIT;
"""


@dataclass(frozen=True, slots=True)
class Town:
    """The first half of the offers is for us, the other one for pgbench."""

    url: str
    offers: Sequence[Offer]
    first_customer: int  # ids go up from here without gaps, as those of providers do


async def run(server_url: str) -> None:
    title(f"inserts: holds by {_CLIENTS} clients at once, {_EACH} each, a commit for each")
    town = await _town(server_url)
    ours: list[float] = []
    theirs: list[float] = []
    async with place.opened(town.url, _CLIENTS) as store:
        for number in range(_ROUNDS + 1):
            ours.append(await _our_rate(store, town, number))
            theirs.append(await _pgbench_rate(town, number))
    _report(ours[1:], theirs[1:])  # the first round only warms up


def _report(ours: Sequence[float], theirs: Sequence[float]) -> None:
    # The two of a round ran one right after the other.
    ratio = median(mine / its for mine, its in zip(ours, theirs, strict=True))
    rows = [
        (name, f"{median(rates):.0f}", f"{min(rates):.0f}-{max(rates):.0f}")
        for name, rates in (
            ("tx.bookings.hold, one process", ours),
            ("pgbench, the same statement prepared", theirs),
        )
    ]
    table(("", "bookings/s", "min-max"), rows)
    target(f"ours to pgbench {ratio:.2f}, at least 0.5", ratio >= 0.5)


async def _town(server_url: str) -> Town:
    url = await place.town(server_url, "inserts", 2 * _CLIENTS)
    connection = await connected(url)
    try:
        await connection.execute(_PEOPLE, 2 * _CLIENTS * _EACH * (_ROUNDS + 1))
        first_customer = await connection.fetchval("SELECT min(id) FROM people")
    finally:
        await connection.close()
    async with place.opened(url) as store, store.transaction() as tx:
        providers = await tx.providers.offered(None, 2 * _CLIENTS, 0)
        services = await tx.providers.services_of([each.id for each in providers])
    offers = [Offer(each, services[each.id][0]) for each in providers]
    return Town(url, offers, first_customer)


async def _our_rate(store: Store, town: Town, number: int) -> float:
    customers = iter(range(_customers(town, number, 0), _customers(town, number, 1)))
    first = _FIRST + number * _EACH * _LENGTH

    async def client(offer: Offer) -> None:
        for n in range(_EACH):
            during = Span.lasting(first + n * _LENGTH, _LENGTH)
            now = datetime.now(UTC)
            wish = (offer.provider, offer.service, next(customers), during)
            async with store.transaction() as tx:
                await tx.bookings.hold(*wish, now + HOLD, now, draw=draw)

    begun = perf_counter()
    async with asyncio.TaskGroup() as group:
        for offer in town.offers[:_CLIENTS]:
            group.create_task(client(offer))
    return _CLIENTS * _EACH / (perf_counter() - begun)


async def _pgbench_rate(town: Town, number: int) -> float:
    """Without the time it takes to connect, as ours; raises RuntimeError if pgbench fails."""
    variables = {
        "zone": "Asia/Jakarta",
        "title": '{"en": "Haircut"}',
        "price_amount": 15_000_000,
        "currency": "IDR",
        "format": "in_person",
        "n": -1,  # each client counts its bookings
        "first_provider": town.offers[_CLIENTS].provider.id,
        "service": town.offers[_CLIENTS].service.id,
        "first_customer": _customers(town, number, 1),
        "first_start": int((_FIRST + number * _EACH * _LENGTH).timestamp()),
    }
    address = urlsplit(town.url)
    with tempfile.NamedTemporaryFile("w", suffix=".sql") as script:
        script.write(_SCRIPT.format(statement=_statement(), each=_EACH))
        script.flush()
        pgbench = await asyncio.create_subprocess_exec(
            _PROGRAMS / "pgbench",
            *("--no-vacuum", "--protocol=prepared", f"--file={script.name}"),
            *(f"--client={_CLIENTS}", "--jobs=1", f"--transactions={_EACH}"),
            *(f"--define={name}={value}" for name, value in variables.items()),
            *(f"--host={parse_qs(address.query)['host'][0]}", "--username=postgres"),
            Path(address.path).name,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.PIPE,
        )
        printed, complained = await pgbench.communicate()
    found = re.search(r"tps = ([\d.]+) \(without", printed.decode())
    if pgbench.returncode or found is None:
        raise RuntimeError(complained.decode())
    return float(found[1])


def _customers(town: Town, number: int, half: int) -> int:
    """The first of those who book in this round, with us or with pgbench."""
    return town.first_customer + (2 * number + half) * _CLIENTS * _EACH


def _statement() -> str:
    """Ours, its parameters filled in."""
    names = re.compile(rf"(?<!:):({'|'.join(_VALUES)})\b")
    return names.sub(lambda found: _VALUES[found[1]], booking_queries.HOLD.text)
