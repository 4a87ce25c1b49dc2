"""What applies to bookings: laid down for organizations, providers, services; kept with each."""

from alembic import op

revision = "20261126_policies"
down_revision = "20261126_series"

_LEVELS = ("organizations", "providers", "services")


def upgrade() -> None:
    op.execute("SET LOCAL lock_timeout = '5s'")
    for table in _LEVELS:
        op.execute(f"ALTER TABLE {table} ADD COLUMN policy JSON NOT NULL DEFAULT '{{}}'")
    op.execute("ALTER TABLE bookings ADD COLUMN policy JSON")
    op.execute("ALTER TABLE bookings ADD COLUMN late BOOLEAN NOT NULL DEFAULT false")
    op.execute("ALTER TABLE booking_events ADD COLUMN source TEXT NOT NULL DEFAULT 'chat'")
    op.execute("UPDATE booking_events SET source = 'job' WHERE role = 'system'")
    op.execute(
        """
        ALTER TABLE booking_events ADD CONSTRAINT ck_booking_events_source
            CHECK (source IN ('chat', 'import', 'job', 'link'))
        """
    )


def downgrade() -> None:
    op.execute("SET LOCAL lock_timeout = '5s'")
    op.execute("ALTER TABLE booking_events DROP COLUMN source")
    op.execute("ALTER TABLE bookings DROP COLUMN late")
    op.execute("ALTER TABLE bookings DROP COLUMN policy")
    for table in reversed(_LEVELS):
        op.execute(f"ALTER TABLE {table} DROP COLUMN policy")
