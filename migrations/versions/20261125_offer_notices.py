"""Notices that offer a time to somebody on the waitlist."""

from alembic import op

revision = "20261125_offer_notices"
down_revision = "20261125_feed_notices"

_FIRST = "'booked', 'cancelled', 'confirmed', 'declined', 'expired', 'feed_broken', 'move', 'nudge'"
_LAST = "'reminder', 'requested', 'sent'"


def upgrade() -> None:
    op.execute("SET LOCAL lock_timeout = '5s'")
    _allow(f"{_FIRST}, 'offer', {_LAST}")


def downgrade() -> None:
    op.execute("SET LOCAL lock_timeout = '5s'")
    op.execute("DELETE FROM notifications WHERE kind = 'offer'")
    _allow(f"{_FIRST}, {_LAST}")


def _allow(kinds: str) -> None:
    op.execute(
        f"""
        ALTER TABLE notifications
            DROP CONSTRAINT ck_notifications_kind,
            ADD CONSTRAINT ck_notifications_kind CHECK (kind IN ({kinds}))
        """
    )
