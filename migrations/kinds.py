"""The kinds of notices that the database takes: migrations name only what they add."""

import re

from alembic import op
from sqlalchemy import text

_NOW = text(
    "SELECT pg_get_constraintdef(oid) FROM pg_constraint WHERE conname = 'ck_notifications_kind'"
)


def allow(*kinds: str) -> None:
    """Take these kinds of notices too."""
    _take(_allowed() | set(kinds))


def forbid(*kinds: str) -> None:
    """Take these kinds no longer; notices of them are lost."""
    op.execute(f"DELETE FROM notifications WHERE kind IN ({_listed(set(kinds))})")  # noqa: S608  # ours
    _take(_allowed() - set(kinds))


def _allowed() -> set[str]:
    definition: str = op.get_bind().execute(_NOW).scalar_one()
    return set(re.findall("'([a-z_]+)'", definition))


def _take(kinds: set[str]) -> None:
    op.execute(
        f"""
        ALTER TABLE notifications
            DROP CONSTRAINT ck_notifications_kind,
            ADD CONSTRAINT ck_notifications_kind CHECK (kind IN ({_listed(kinds)}))
        """
    )


def _listed(kinds: set[str]) -> str:
    return ", ".join(f"'{kind}'" for kind in sorted(kinds))
