"""Notices that are about a calendar elsewhere, not about a booking."""

from alembic import op

revision = "20261125_feed_notices"
down_revision = "20261124_busy_feeds"

_ONCE = "kind, version, recipient_id, side, channel, lead_minutes"
_FIRST = "'booked', 'cancelled', 'confirmed', 'declined', 'expired'"
_LAST = "'move', 'nudge', 'reminder', 'requested', 'sent'"


def upgrade() -> None:
    op.execute("SET LOCAL lock_timeout = '5s'")
    op.execute(
        f"""
        ALTER TABLE notifications
            ALTER COLUMN booking_id DROP NOT NULL,
            ADD COLUMN feed_id BIGINT
                CONSTRAINT fk_notifications_feed_id REFERENCES busy_feeds (id),
            ADD CONSTRAINT ck_notifications_about
                CHECK ((booking_id IS NULL) <> (feed_id IS NULL)),
            DROP CONSTRAINT ck_notifications_kind,
            ADD CONSTRAINT ck_notifications_kind
                CHECK (kind IN ({_FIRST}, 'feed_broken', {_LAST})),
            DROP CONSTRAINT notifications_once,
            ADD CONSTRAINT notifications_once
                UNIQUE NULLS NOT DISTINCT (booking_id, feed_id, {_ONCE})
        """
    )
    op.execute(
        "CREATE INDEX ix_notifications_feed_id ON notifications (feed_id) WHERE feed_id IS NOT NULL"
    )


def downgrade() -> None:
    op.execute("SET LOCAL lock_timeout = '5s'")
    op.execute("DELETE FROM notifications WHERE feed_id IS NOT NULL")
    op.execute("DROP INDEX ix_notifications_feed_id")
    op.execute(
        f"""
        ALTER TABLE notifications
            DROP CONSTRAINT notifications_once,
            DROP CONSTRAINT ck_notifications_kind,
            DROP CONSTRAINT ck_notifications_about,
            DROP COLUMN feed_id,
            ALTER COLUMN booking_id SET NOT NULL,
            ADD CONSTRAINT ck_notifications_kind CHECK (kind IN ({_FIRST}, {_LAST})),
            ADD CONSTRAINT notifications_once
                UNIQUE NULLS NOT DISTINCT (booking_id, {_ONCE})
        """
    )
