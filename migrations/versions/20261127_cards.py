"""Which message is the live card of a booking, one for each of those who look at it."""

from alembic import op

revision = "20261127_cards"
down_revision = "20261126_details"


def upgrade() -> None:
    op.execute("SET LOCAL lock_timeout = '5s'")
    op.execute(
        """
        CREATE TABLE live_cards (
            booking_id BIGINT NOT NULL,
            person_id BIGINT NOT NULL,
            side TEXT NOT NULL,
            chat_id BIGINT NOT NULL,
            message_id BIGINT,
            away BOOLEAN NOT NULL,
            due_at TIMESTAMPTZ NOT NULL,
            lease_until TIMESTAMPTZ,
            claims INTEGER NOT NULL,
            CONSTRAINT pk_live_cards PRIMARY KEY (booking_id, person_id),
            CONSTRAINT uq_live_cards_chat_id_message_id UNIQUE (chat_id, message_id),
            CONSTRAINT ck_live_cards_side CHECK (side IN ('customer', 'provider')),
            CONSTRAINT fk_live_cards_booking_id
                FOREIGN KEY (booking_id) REFERENCES bookings (id),
            CONSTRAINT fk_live_cards_person_id
                FOREIGN KEY (person_id) REFERENCES people (id)
        )
        """
    )
    op.execute(
        "CREATE INDEX ix_live_cards_due_at ON live_cards (due_at)"
        " WHERE lease_until IS NULL AND NOT away"
    )
    op.execute(
        "CREATE INDEX ix_live_cards_lease_until ON live_cards (lease_until)"
        " WHERE lease_until IS NOT NULL AND NOT away"
    )


def downgrade() -> None:
    op.execute("SET LOCAL lock_timeout = '5s'")
    op.execute("DROP TABLE live_cards")
