"""The shape of a database, as PostgreSQL itself describes it."""

from storage.engine import connected

_ASKED = (
    """
    SELECT table_name || '.' || column_name, udt_name || ' ' || is_nullable
        || ' ' || coalesce(column_default, '') || ' ' || is_identity
        || ' ' || coalesce(character_maximum_length::text, '')
    FROM information_schema.columns WHERE table_schema = 'public'
    """,
    """
    SELECT conrelid::regclass || '.' || conname, pg_get_constraintdef(oid)
    FROM pg_constraint WHERE connamespace = 'public'::regnamespace
    """,
    "SELECT indexname, indexdef FROM pg_indexes WHERE schemaname = 'public'",
)
_OF_ALEMBIC = "alembic_version"


async def shape(url: str) -> dict[str, str]:
    """Columns, constraints and indexes by name; Alembic's own table left out."""
    connection = await connected(url)
    try:
        found = [row for asked in _ASKED for row in await connection.fetch(asked)]
    finally:
        await connection.close()
    return {name: what for name, what in found if _OF_ALEMBIC not in name}
