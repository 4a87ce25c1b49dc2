"""Notices that ask a customer to choose another time."""

from alembic import op

revision = "20261124_move_notices"
down_revision = "20261123_walk_ins"

_FIRST = "'booked', 'cancelled', 'confirmed', 'declined', 'expired'"
_LAST = "'nudge', 'reminder', 'requested', 'sent'"


def upgrade() -> None:
    op.execute("SET LOCAL lock_timeout = '5s'")
    _allow(f"{_FIRST}, 'move', {_LAST}")


def downgrade() -> None:
    op.execute("SET LOCAL lock_timeout = '5s'")
    op.execute("DELETE FROM notifications WHERE kind = 'move'")
    _allow(f"{_FIRST}, {_LAST}")


def _allow(kinds: str) -> None:
    op.execute(
        f"""
        ALTER TABLE notifications
            DROP CONSTRAINT ck_notifications_kind,
            ADD CONSTRAINT ck_notifications_kind CHECK (kind IN ({kinds}))
        """
    )
