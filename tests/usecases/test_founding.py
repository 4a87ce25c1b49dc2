"""A place that begins."""

import asyncio
from datetime import datetime

from bot.usecases import founding
from bot.usecases.catalogues import import_catalogue
from storage.catalogue import Report
from storage.store import Store
from tests import build


async def test_of_processes_that_start_at_once_one_founds_the_place(
    store: Store, now: datetime
) -> None:
    async def found() -> bool:
        async with store.transaction() as tx:
            return await founding.seed(tx, [build.organization_entry()], now)

    founded = await asyncio.gather(*(found() for _ in range(8)))

    assert sorted(founded) == [False] * 7 + [True]


async def test_imports_at_the_same_time_come_one_after_another(store: Store, now: datetime) -> None:
    async def brought_in() -> Report:
        async with store.transaction() as tx:
            return await import_catalogue(tx, [build.organization_entry()], now)

    reports = await asyncio.gather(*(brought_in() for _ in range(8)))

    assert sorted(report.created for report in reports) == [0] * 7 + [3]
