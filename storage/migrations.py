"""Bringing a database to the shape that this version of the program works with."""

from functools import cache
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, text
from sqlalchemy.ext.asyncio import AsyncConnection

import migrations
from storage.connection import opened
from storage.engine import engine_of

_LOCK = text("SELECT pg_advisory_xact_lock(7252145210)")  # a number of ours, drawn once


async def migrate(url: str) -> None:
    """Run the migrations that the database lacks, all or none.

    Of several processes that start at once one does it while the others wait. Raises StorageAway.
    """
    engine = engine_of(url, pool_size=1)
    try:
        async with opened(engine) as connection, connection.begin():
            await connection.execute(_LOCK)
            await connection.run_sync(upgrade)
    finally:
        await engine.dispose()


def upgrade(connection: Connection, revision: str = "head") -> None:
    """Go up to a revision, in the connection's transaction."""
    command.upgrade(_config(connection), revision)


def downgrade(connection: Connection, revision: str) -> None:
    """Go down to a revision, in the connection's transaction."""
    command.downgrade(_config(connection), revision)


async def at_head(connection: AsyncConnection) -> bool:
    """Whether the database has this version's shape."""
    return await connection.run_sync(_current) == head()


@cache
def head() -> str | None:
    return ScriptDirectory.from_config(_config()).get_current_head()


def _current(connection: Connection) -> str | None:
    return MigrationContext.configure(connection).get_current_revision()


def _config(connection: Connection | None = None) -> Config:
    config = Config()
    place = str(Path(migrations.__path__[0]))
    config.set_main_option("script_location", place.replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    return config
