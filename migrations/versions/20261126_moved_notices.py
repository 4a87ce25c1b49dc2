"""Notices about bookings that move."""

from alembic import op

from migrations import kinds

revision = "20261126_moved_notices"
down_revision = "20261126_moves"

_NEW = ("move_agreed", "move_asked", "move_refused", "moved")


def upgrade() -> None:
    op.execute("SET LOCAL lock_timeout = '5s'")
    kinds.allow(*_NEW)


def downgrade() -> None:
    op.execute("SET LOCAL lock_timeout = '5s'")
    kinds.forbid(*_NEW)
