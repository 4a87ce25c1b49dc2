"""Notices about bookings that move."""

from alembic import op

revision = "20261126_moved_notices"
down_revision = "20261126_moves"

_NEW = "'move_agreed', 'move_asked', 'move_refused', 'moved'"
_FIRST = "'booked', 'cancelled', 'confirmed', 'declined', 'expired', 'feed_broken', 'move'"
_LAST = "'nudge', 'offer', 'reminder', 'requested', 'sent'"


def upgrade() -> None:
    op.execute("SET LOCAL lock_timeout = '5s'")
    _allow(f"{_FIRST}, {_NEW}, {_LAST}")


def downgrade() -> None:
    op.execute("SET LOCAL lock_timeout = '5s'")
    op.execute(f"DELETE FROM notifications WHERE kind IN ({_NEW})")  # noqa: S608  # ours
    _allow(f"{_FIRST}, {_LAST}")


def _allow(kinds: str) -> None:
    op.execute(
        f"""
        ALTER TABLE notifications
            DROP CONSTRAINT ck_notifications_kind,
            ADD CONSTRAINT ck_notifications_kind CHECK (kind IN ({kinds}))
        """
    )
