"""Calendar feeds: secret addresses under which people subscribe to their bookings."""

from alembic import op

revision = "20261121_calendar_feeds"
down_revision = "20261120_initial"


def upgrade() -> None:
    op.execute("SET LOCAL lock_timeout = '5s'")
    op.execute(
        """
        CREATE TABLE calendar_feeds (
            id BIGINT GENERATED ALWAYS AS IDENTITY,
            person_id BIGINT NOT NULL,
            provider_id BIGINT,
            secret TEXT NOT NULL,
            created_at TIMESTAMP WITH TIME ZONE NOT NULL,
            CONSTRAINT pk_calendar_feeds PRIMARY KEY (id),
            CONSTRAINT fk_calendar_feeds_person_id
                FOREIGN KEY(person_id) REFERENCES people (id),
            CONSTRAINT fk_calendar_feeds_provider_id
                FOREIGN KEY(provider_id) REFERENCES providers (id),
            CONSTRAINT uq_calendar_feeds_secret UNIQUE (secret),
            CONSTRAINT uq_calendar_feeds_person_id_provider_id
                UNIQUE NULLS NOT DISTINCT (person_id, provider_id)
        )
        """
    )
    op.execute("CREATE INDEX ix_booking_events_booking_id_at ON booking_events (booking_id, at)")
    op.execute("DROP INDEX ix_booking_events_booking_id")


def downgrade() -> None:
    op.execute("SET LOCAL lock_timeout = '5s'")
    op.execute("CREATE INDEX ix_booking_events_booking_id ON booking_events (booking_id)")
    op.execute("DROP INDEX ix_booking_events_booking_id_at")
    op.execute("DROP TABLE calendar_feeds")
