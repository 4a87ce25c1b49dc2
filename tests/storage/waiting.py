"""Waiting for what the database itself tells, so that no test sleeps and hopes."""

import asyncio

from storage.engine import connected

_BLOCKED = (
    "SELECT count(*) FROM pg_stat_activity"
    " WHERE datname = current_database() AND wait_event_type = 'Lock'"
)


async def until_somebody_is_blocked(database_url: str) -> None:
    """Return once a transaction waits for another one's lock."""
    connection = await connected(database_url)
    try:
        async with asyncio.timeout(10):
            while not await connection.fetchval(_BLOCKED):  # noqa: ASYNC110  # nobody else tells
                await asyncio.sleep(0.01)
    finally:
        await connection.close()
