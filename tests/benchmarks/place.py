"""A database server of the benchmarks' own, set up as in production, and a town to book in."""

import shutil
import tempfile
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from domain.catalogues import OrganizationEntry
from storage.embedded import Embedded
from storage.engine import connected
from storage.migrations import migrate
from storage.store import Store
from tests import build
from tests.build import Offer

_MINUTE = timedelta(minutes=1)


@contextmanager
def server() -> Iterator[str]:
    """The address of a server that writes through to the disk, gone afterwards."""
    folder = Path(tempfile.mkdtemp(prefix="randevu-bench-"))
    try:
        with Embedded(folder) as embedded:
            yield embedded.url
    finally:
        shutil.rmtree(folder, ignore_errors=True)


async def version(server_url: str) -> str:
    connection = await connected(server_url)
    try:
        return str(await connection.fetchval("SHOW server_version"))
    finally:
        await connection.close()


async def town(server_url: str, name: str, providers: int) -> str:
    """The address of a new database with so many providers, three services each."""
    connection = await connected(server_url)
    try:
        await connection.execute(f"CREATE DATABASE {name}")
    finally:
        await connection.close()
    url = server_url.replace("/postgres?", f"/{name}?")
    await migrate(url)
    async with opened(url) as store, store.transaction() as tx:
        await tx.catalogue.apply([_salon(providers)], datetime.now(UTC))
    return url


@asynccontextmanager
async def opened(url: str, pool_size: int = 20) -> AsyncIterator[Store]:
    store = Store(url, pool_size)
    try:
        yield store
    finally:
        await store.close()


def _salon(count: int) -> OrganizationEntry:
    rules = (replace(build.RULES, duration=_MINUTE * length) for length in (30, 45, 60))
    services = tuple(
        build.service_entry(f"service-{number}", rules=each) for number, each in enumerate(rules)
    )
    slugs = tuple(service.slug for service in services)
    providers = tuple(
        build.provider_entry(f"provider-{each}", name=f"Provider {each}", services=slugs)
        for each in range(count)
    )
    return build.organization_entry(services=services, providers=providers)


async def offers(store: Store, most: int) -> list[Offer]:
    """The first service of each of the first providers."""
    async with store.transaction() as tx:
        providers = await tx.providers.offered(None, most, 0)
        services = await tx.providers.services_of([each.id for each in providers])
    return [Offer(each, services[each.id][0]) for each in providers]
