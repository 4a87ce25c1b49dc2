"""Notices around a session: it begins, nobody came, how was it, what was written down."""

from alembic import op

from migrations import kinds

revision = "20261126_session_notices"
down_revision = "20261126_outcomes"

_NEW = ("ask_again", "ask_outcome", "missed", "notes", "ready")


def upgrade() -> None:
    op.execute("SET LOCAL lock_timeout = '5s'")
    kinds.allow(*_NEW)


def downgrade() -> None:
    op.execute("SET LOCAL lock_timeout = '5s'")
    kinds.forbid(*_NEW)
