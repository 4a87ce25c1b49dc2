"""Notices around a session: it begins, nobody came, how was it, what was written down."""

from alembic import op

revision = "20261126_session_notices"
down_revision = "20261126_outcomes"

_BEFORE = (
    "booked", "cancelled", "confirmed", "declined", "expired", "feed_broken", "move",
    "move_agreed", "move_asked", "move_refused", "moved", "nudge", "offer", "reminder",
    "requested", "sent",
)  # fmt: skip
_NEW = ("ask_again", "ask_outcome", "missed", "notes", "ready")


def upgrade() -> None:
    op.execute("SET LOCAL lock_timeout = '5s'")
    _allow(_BEFORE + _NEW)


def downgrade() -> None:
    op.execute("SET LOCAL lock_timeout = '5s'")
    op.execute(f"DELETE FROM notifications WHERE kind IN ({_listed(_NEW)})")  # noqa: S608  # ours
    _allow(_BEFORE)


def _allow(kinds: tuple[str, ...]) -> None:
    op.execute(
        f"""
        ALTER TABLE notifications
            DROP CONSTRAINT ck_notifications_kind,
            ADD CONSTRAINT ck_notifications_kind CHECK (kind IN ({_listed(kinds)}))
        """
    )


def _listed(kinds: tuple[str, ...]) -> str:
    return ", ".join(f"'{kind}'" for kind in sorted(kinds))
