"""The whole database as its operator would keep it: what `pg_dump` writes."""

import asyncio

from storage.cluster import PROGRAMS


async def dump(url: str) -> str:
    """Schema and rows of every table, as text."""
    process = await asyncio.create_subprocess_exec(
        PROGRAMS / "pg_dump", "--dbname", url, stdout=asyncio.subprocess.PIPE
    )
    written, _ = await process.communicate()
    assert process.returncode == 0
    return written.decode()
