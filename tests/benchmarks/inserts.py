"""Bookings a second: our repository against pgbench with the very same statement.

Both have the same number of connections to the same server, and each client a provider of its own,
so that nobody is ever in another's way.
"""

import asyncio
import re
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from statistics import median
from urllib.parse import parse_qs, urlsplit

from domain.policies import DEFAULT
from storage import hold_queries
from storage.cluster import PROGRAMS
from storage.engine import connected
from storage.policy_rows import snapshot
from tests.benchmarks import place
from tests.benchmarks.holder import LENGTH, Wish
from tests.benchmarks.tables import table, target, title
from tests.build import Offer

_CLIENTS = 16
_EACH = 100  # bookings by each client in a round
_ROUNDS = 5
_FIRST = datetime(2030, 1, 1, tzinfo=UTC)
_APART = timedelta(days=365)  # between the bookings of one process and those of two
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
    "capacity": "1",
    "blocked_from": "to_timestamp(:start)",
    "blocked_until": "to_timestamp(:start + 1800)",
    "reference": "'BK-' || (:customer)::text",
    "place": "''",
    "moves_id": "NULL::bigint",
    "note": "''",
    "hold_until": "now() + interval '5 minutes'",
    "offered": "false",
    "source": "'chat'",
    "now": "now()",
}

_KEPT = {
    "zone": "Asia/Jakarta",
    "title": '{"en": "Haircut"}',
    "price_amount": "15000000",
    "currency": "IDR",
    "format": "in_person",
    "policy": snapshot(DEFAULT),
}
_COUNTED = {"provider", "service", "customer", "start"}  # by the script, or from where it begins

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
    rounds = [
        (
            await _our_rate(town, number, 1),
            await _our_rate(town, number, 2),
            await _pgbench_rate(town, number),
        )
        for number in range(_ROUNDS + 1)
    ]
    _report(rounds[1:])  # the first round only warms up


def _report(rounds: Sequence[tuple[float, float, float]]) -> None:
    # Those of a round ran one right after the other.
    ratios = [median(rates[kind] / rates[-1] for rates in rounds) for kind in range(3)]
    names = (
        "tx.bookings.hold, one process",
        "tx.bookings.hold, two processes",
        "pgbench, the same statement prepared",
    )
    rows = [
        (name, f"{median(rates):.0f}", f"{min(rates):.0f}-{max(rates):.0f}", f"{ratio:.2f}")
        for name, rates, ratio in zip(names, zip(*rounds, strict=True), ratios, strict=True)
    ]
    table(("", "bookings/s", "min-max", "to pgbench"), rows)
    best = max(ratios[:2])
    target(f"ours to pgbench {best:.2f}, at least 0.5", best >= 0.5)


async def _town(server_url: str) -> Town:
    url = await place.town(server_url, "inserts", 2 * _CLIENTS)
    connection = await connected(url)
    try:
        await connection.execute(_PEOPLE, 3 * _CLIENTS * _EACH * (_ROUNDS + 1))
        first_customer = await connection.fetchval("SELECT min(id) FROM people")
    finally:
        await connection.close()
    async with place.opened(url) as store:
        return Town(url, await place.offers(store, 2 * _CLIENTS), first_customer)


async def _our_rate(town: Town, number: int, processes: int) -> float:
    """The clients shared out among so many processes, until the last one is done."""
    clients = _CLIENTS // processes
    begin = int((_FIRST + (processes - 1) * _APART + number * _EACH * LENGTH).timestamp())
    holders = [
        await asyncio.create_subprocess_exec(
            *(sys.executable, "-m", "tests.benchmarks.holder"),
            Wish(
                town.url,
                first_offer=at * clients,
                clients=clients,
                each=_EACH,
                first_customer=_customers(town, number, processes - 1) + at * clients * _EACH,
                begin=begin,
            ).text,
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
        )
        for at in range(processes)
    ]
    for each in holders:
        if not each.stdout or await each.stdout.readline() != b"ready\n":
            raise RuntimeError("a process that makes holds did not start")
    said = await asyncio.gather(*(each.communicate(b"go\n") for each in holders))
    times = [[float(time) for time in out.split()] for out, _ in said]
    seconds = max(end for _, end in times) - min(begun for begun, _ in times)
    return processes * clients * _EACH / seconds


async def _pgbench_rate(town: Town, number: int) -> float:
    """Without the time it takes to connect, as ours; raises RuntimeError if pgbench fails."""
    variables = _KEPT | {
        "n": -1,  # each client counts its bookings
        "first_provider": town.offers[_CLIENTS].provider.id,
        "service": town.offers[_CLIENTS].service.id,
        "first_customer": _customers(town, number, 2),
        "first_start": int((_FIRST + number * _EACH * LENGTH).timestamp()),
    }
    address = urlsplit(town.url)
    with tempfile.NamedTemporaryFile("w", suffix=".sql") as script:
        script.write(_SCRIPT.format(statement=_statement(), each=_EACH))
        script.flush()
        pgbench = await asyncio.create_subprocess_exec(
            PROGRAMS / "pgbench",
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


def _customers(town: Town, number: int, kind: int) -> int:
    """The first of those who book in this round, with us or with pgbench."""
    return town.first_customer + (3 * number + kind) * _CLIENTS * _EACH


def left_open() -> set[str]:
    """The parameters of our statement that pgbench would be given no value for."""
    return set(re.findall(r"(?<![:\w]):(\w+)", _statement())) - _COUNTED - set(_KEPT)


def _statement() -> str:
    """Ours, its parameters filled in."""
    names = re.compile(rf"(?<!:):({'|'.join(_VALUES)})\b")
    return names.sub(lambda found: _VALUES[found[1]], hold_queries.HOLD.statement.text)
