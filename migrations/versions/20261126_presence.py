"""Who is there at a session, and since when; the clock looks for what begins."""

from alembic import op

revision = "20261126_presence"
down_revision = "20261126_moved_notices"


def upgrade() -> None:
    op.execute("SET LOCAL lock_timeout = '5s'")
    op.execute("ALTER TABLE bookings ADD COLUMN joined JSONB NOT NULL DEFAULT '{}'")
    op.execute(
        "CREATE INDEX ix_bookings_starts_at ON bookings (starts_at) WHERE status = 'confirmed'"
    )


def downgrade() -> None:
    op.execute("SET LOCAL lock_timeout = '5s'")
    op.execute("DROP INDEX ix_bookings_starts_at")
    op.execute("ALTER TABLE bookings DROP COLUMN joined")
