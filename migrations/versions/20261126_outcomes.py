"""How sessions ended, and the notes of their providers."""

from alembic import op

revision = "20261126_outcomes"
down_revision = "20261126_presence"


def upgrade() -> None:
    op.execute("SET LOCAL lock_timeout = '5s'")
    op.execute(
        """
        CREATE TABLE outcomes (
            booking_id BIGINT NOT NULL,
            ended_at TIMESTAMP WITH TIME ZONE NOT NULL,
            notes JSONB NOT NULL,
            shared_at TIMESTAMP WITH TIME ZONE,
            CONSTRAINT pk_outcomes PRIMARY KEY (booking_id),
            CONSTRAINT fk_outcomes_booking_id FOREIGN KEY(booking_id) REFERENCES bookings (id)
        )
        """
    )


def downgrade() -> None:
    op.execute("SET LOCAL lock_timeout = '5s'")
    op.execute("DROP TABLE outcomes")
