"""Notices that ask a customer to choose another time."""

from alembic import op

from migrations import kinds

revision = "20261124_move_notices"
down_revision = "20261123_walk_ins"


def upgrade() -> None:
    op.execute("SET LOCAL lock_timeout = '5s'")
    kinds.allow("move")


def downgrade() -> None:
    op.execute("SET LOCAL lock_timeout = '5s'")
    kinds.forbid("move")
