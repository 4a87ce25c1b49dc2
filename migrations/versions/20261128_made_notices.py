"""A word to whoever has booked and may not have seen the answer."""

from alembic import op

from migrations import kinds

revision = "20261128_made_notices"
down_revision = "20261127_lookups"


def upgrade() -> None:
    op.execute("SET LOCAL lock_timeout = '5s'")
    kinds.allow("made")


def downgrade() -> None:
    op.execute("SET LOCAL lock_timeout = '5s'")
    kinds.forbid("made")
