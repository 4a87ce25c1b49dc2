"""Bringing a database to the shape that this version of the program works with."""

from functools import cache
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncConnection

import migrations
from storage.connection import StorageRefused, opened
from storage.engine import engine_of

OLDEST = (15,)  # NULLS NOT DISTINCT
_WAIT_FOR_EVER = text("SET LOCAL lock_timeout = 0")
_LOCK = text("SELECT pg_advisory_xact_lock(7252145210)")  # a number of ours, drawn once


async def migrate(url: str) -> None:
    """Run the migrations that the database lacks, all or none.

    Of several processes that start at once one does it while the others wait. Raises StorageAway,
    or StorageRefused from a server that is too old or does not let us.
    """
    engine = engine_of(url, pool_size=1)
    try:
        async with opened(engine) as connection, connection.begin():
            _refuse_old(connection)
            await connection.execute(_WAIT_FOR_EVER)  # the other one's migrations may take long
            await connection.execute(_LOCK)
            await connection.run_sync(upgrade)
    except DBAPIError as error:
        if getattr(error.orig, "sqlstate", None) != "42501":  # insufficient privilege
            raise
        raise StorageRefused(str(error.orig)) from error
    finally:
        await engine.dispose()


def _refuse_old(connection: AsyncConnection) -> None:
    version = connection.dialect.server_version_info or ()
    if version < OLDEST:
        raise StorageRefused(f"PostgreSQL {OLDEST[0]} or newer is needed; this is {version[0]}")


def upgrade(connection: Connection, revision: str = "head") -> None:
    """Go up to a revision, in the connection's transaction."""
    command.upgrade(config(connection), revision)


def downgrade(connection: Connection, revision: str) -> None:
    """Go down to a revision, in the connection's transaction."""
    command.downgrade(config(connection), revision)


async def at_head(connection: AsyncConnection) -> bool:
    """Whether the database has this version's shape."""
    return await connection.run_sync(_current) == head()


@cache
def head() -> str | None:
    return ScriptDirectory.from_config(config()).get_current_head()


def config(connection: Connection | None = None) -> Config:
    """What Alembic goes by."""
    made = Config()
    place = str(Path(migrations.__path__[0]))
    made.set_main_option("script_location", place.replace("%", "%%"))
    made.set_main_option("path_separator", "os")
    made.attributes["connection"] = connection
    return made


def _current(connection: Connection) -> str | None:
    return MigrationContext.configure(connection).get_current_revision()
