"""The migrations lead to the tables, both ways, and one process at a time."""

import asyncio
from pathlib import Path

from alembic.script import Script, ScriptDirectory
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncEngine

from storage import migrations
from storage.columns import metadata
from storage.engine import engine_of
from tests.storage.shapes import shape

STEPS = list(
    reversed(list(ScriptDirectory.from_config(migrations.config()).walk_revisions("base", "heads")))
)


async def create(engine: AsyncEngine) -> None:
    """The tables as the program sees them, without migrations."""
    async with engine.begin() as connection:
        await connection.execute(text("CREATE EXTENSION btree_gist"))
        await connection.run_sync(metadata.create_all)


async def test_the_migrations_make_the_tables_that_the_program_expects(
    database_url: str, empty_url: str
) -> None:
    engine = engine_of(empty_url, 1)
    await create(engine)

    expected, made = await shape(empty_url), await shape(database_url)

    assert len(expected) > 100
    assert made == expected
    await engine.dispose()


async def test_every_migration_goes_down_and_up_again(empty_url: str) -> None:
    engine = engine_of(empty_url, 1)
    for step in STEPS:
        before = await shape(empty_url)
        async with engine.begin() as connection:
            await connection.run_sync(migrations.upgrade, step.revision)
        made = await shape(empty_url)
        async with engine.begin() as connection:
            await connection.run_sync(migrations.downgrade, _before(step))
        undone = await shape(empty_url)
        async with engine.begin() as connection:
            await connection.run_sync(migrations.upgrade, step.revision)

        assert made != before
        assert undone == before
        assert await shape(empty_url) == made
    await engine.dispose()


def test_migrations_have_dated_names_and_limit_their_waiting() -> None:
    for step in STEPS:
        assert step.revision[:8].isdigit()
        assert len(step.revision) <= 32, "Alembic keeps no longer names"
        assert Path(step.path).read_text("utf-8").count("SET LOCAL lock_timeout") == 2


async def test_of_processes_that_start_at_once_one_migrates(empty_url: str) -> None:
    await asyncio.gather(*(migrations.migrate(empty_url) for _ in range(4)))

    engine = engine_of(empty_url, 1)
    async with engine.connect() as connection:
        assert await migrations.at_head(connection)
    await engine.dispose()


async def test_migrating_what_is_migrated_changes_nothing(database_url: str) -> None:
    before = await shape(database_url)

    await migrations.migrate(database_url)

    assert await shape(database_url) == before


def _before(step: Script) -> str:
    return str(step.down_revision or "base")
