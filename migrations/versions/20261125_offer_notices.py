"""Notices that offer a time to somebody on the waitlist."""

from alembic import op

from migrations import kinds

revision = "20261125_offer_notices"
down_revision = "20261125_feed_notices"


def upgrade() -> None:
    op.execute("SET LOCAL lock_timeout = '5s'")
    kinds.allow("offer")


def downgrade() -> None:
    op.execute("SET LOCAL lock_timeout = '5s'")
    kinds.forbid("offer")
