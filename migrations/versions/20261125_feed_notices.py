"""Notices that are about a calendar elsewhere, not about a booking."""

from alembic import op

from migrations import kinds

revision = "20261125_feed_notices"
down_revision = "20261124_busy_feeds"

_ONCE = "kind, version, recipient_id, side, channel, lead_minutes"


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
            DROP CONSTRAINT notifications_once,
            ADD CONSTRAINT notifications_once
                UNIQUE NULLS NOT DISTINCT (booking_id, feed_id, {_ONCE})
        """
    )
    kinds.allow("feed_broken")
    op.execute(
        "CREATE INDEX ix_notifications_feed_id ON notifications (feed_id) WHERE feed_id IS NOT NULL"
    )


def downgrade() -> None:
    op.execute("SET LOCAL lock_timeout = '5s'")
    kinds.forbid("feed_broken")
    op.execute("DROP INDEX ix_notifications_feed_id")
    op.execute(
        f"""
        ALTER TABLE notifications
            DROP CONSTRAINT notifications_once,
            DROP CONSTRAINT ck_notifications_about,
            DROP COLUMN feed_id,
            ALTER COLUMN booking_id SET NOT NULL,
            ADD CONSTRAINT notifications_once
                UNIQUE NULLS NOT DISTINCT (booking_id, {_ONCE})
        """
    )
