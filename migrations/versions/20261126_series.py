"""Bookings that were made together, to repeat."""

from alembic import op

revision = "20261126_series"
down_revision = "20261125_waitlist"


def upgrade() -> None:
    op.execute("SET LOCAL lock_timeout = '5s'")
    op.execute(
        """
        CREATE TABLE series (
            id BIGINT GENERATED ALWAYS AS IDENTITY,
            every TEXT NOT NULL,
            created_at TIMESTAMPTZ NOT NULL,
            CONSTRAINT pk_series PRIMARY KEY (id),
            CONSTRAINT ck_series_every CHECK (every IN ('f', 'm', 'w'))
        )
        """
    )
    op.execute(
        """
        CREATE TABLE series_bookings (
            booking_id BIGINT NOT NULL,
            series_id BIGINT NOT NULL,
            CONSTRAINT pk_series_bookings PRIMARY KEY (booking_id),
            CONSTRAINT fk_series_bookings_booking_id FOREIGN KEY (booking_id)
                REFERENCES bookings (id),
            CONSTRAINT fk_series_bookings_series_id FOREIGN KEY (series_id) REFERENCES series (id)
        )
        """
    )
    op.execute("CREATE INDEX ix_series_bookings_series_id ON series_bookings (series_id)")


def downgrade() -> None:
    op.execute("SET LOCAL lock_timeout = '5s'")
    op.execute("DROP TABLE series_bookings")
    op.execute("DROP TABLE series")
