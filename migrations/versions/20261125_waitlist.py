"""The waitlist."""

from alembic import op

revision = "20261125_waitlist"
down_revision = "20261125_offers"


def upgrade() -> None:
    op.execute("SET LOCAL lock_timeout = '5s'")
    op.execute(
        """
        CREATE TABLE waitlist_entries (
            id BIGINT GENERATED ALWAYS AS IDENTITY,
            customer_id BIGINT NOT NULL,
            service_id BIGINT NOT NULL,
            provider_id BIGINT,
            first_date DATE NOT NULL,
            last_date DATE NOT NULL,
            part TEXT NOT NULL,
            zone TEXT NOT NULL,
            joined_at TIMESTAMP WITH TIME ZONE NOT NULL,
            state TEXT NOT NULL,
            booking_id BIGINT,
            offered_until TIMESTAMP WITH TIME ZONE,
            refused JSONB NOT NULL,
            CONSTRAINT pk_waitlist_entries PRIMARY KEY (id),
            CONSTRAINT fk_waitlist_entries_customer_id
                FOREIGN KEY(customer_id) REFERENCES people (id),
            CONSTRAINT fk_waitlist_entries_service_id
                FOREIGN KEY(service_id) REFERENCES services (id),
            CONSTRAINT fk_waitlist_entries_provider_id
                FOREIGN KEY(provider_id) REFERENCES providers (id),
            CONSTRAINT fk_waitlist_entries_booking_id
                FOREIGN KEY(booking_id) REFERENCES bookings (id),
            CONSTRAINT uq_waitlist_entries_booking_id UNIQUE (booking_id),
            CONSTRAINT ck_waitlist_entries_part
                CHECK (part IN ('afternoon', 'all', 'evening', 'morning')),
            CONSTRAINT ck_waitlist_entries_state
                CHECK (state IN ('expired', 'left', 'offered', 'taken', 'waiting')),
            CONSTRAINT ck_waitlist_entries_dates CHECK (first_date <= last_date),
            CONSTRAINT ck_waitlist_entries_offer CHECK (
                (state = 'offered') = (offered_until IS NOT NULL)
                AND (state <> 'offered' OR booking_id IS NOT NULL)
            )
        )
        """
    )
    op.execute(
        """
        CREATE UNIQUE INDEX waitlist_entries_once ON waitlist_entries
            (customer_id, service_id, provider_id, first_date, last_date, part)
            NULLS NOT DISTINCT WHERE state IN ('offered', 'waiting')
        """
    )
    op.execute(
        """
        CREATE INDEX ix_waitlist_entries_service_id_joined_at
            ON waitlist_entries (service_id, joined_at) WHERE state IN ('offered', 'waiting')
        """
    )


def downgrade() -> None:
    op.execute("SET LOCAL lock_timeout = '5s'")
    op.execute("DROP TABLE waitlist_entries")
