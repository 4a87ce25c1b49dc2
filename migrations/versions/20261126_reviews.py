"""Reviews, participation, follow-ups, and the notices of them."""

from alembic import op

from migrations import kinds

revision = "20261126_reviews"
down_revision = "20261126_session_notices"

_NEW = ("feedback", "follow_up", "reviewed")


def upgrade() -> None:
    op.execute("SET LOCAL lock_timeout = '5s'")
    op.execute(
        """
        ALTER TABLE providers
            ADD COLUMN own_stars INTEGER NOT NULL DEFAULT 0,
            ADD COLUMN own_count INTEGER NOT NULL DEFAULT 0
        """
    )
    _create_reviews()
    _create_follow_ups()
    kinds.allow(*_NEW)


def downgrade() -> None:
    op.execute("SET LOCAL lock_timeout = '5s'")
    kinds.forbid(*_NEW)
    op.execute("DROP TABLE follow_ups")
    op.execute("DROP TABLE participations")
    op.execute("DROP TABLE reviews")
    op.execute("ALTER TABLE providers DROP COLUMN own_stars, DROP COLUMN own_count")


def _create_reviews() -> None:
    op.execute(
        """
        CREATE TABLE reviews (
            booking_id BIGINT NOT NULL,
            provider_id BIGINT NOT NULL,
            stars INTEGER NOT NULL,
            comment TEXT NOT NULL,
            version INTEGER NOT NULL,
            given_at TIMESTAMP WITH TIME ZONE NOT NULL,
            CONSTRAINT pk_reviews PRIMARY KEY (booking_id),
            CONSTRAINT fk_reviews_booking_id FOREIGN KEY(booking_id) REFERENCES bookings (id),
            CONSTRAINT fk_reviews_provider_id FOREIGN KEY(provider_id) REFERENCES providers (id),
            CONSTRAINT ck_reviews_stars CHECK (stars BETWEEN 1 AND 5)
        )
        """
    )
    op.execute("CREATE INDEX ix_reviews_provider_id_given_at ON reviews (provider_id, given_at)")
    op.execute(
        """
        CREATE TABLE participations (
            booking_id BIGINT NOT NULL,
            stars INTEGER NOT NULL,
            given_at TIMESTAMP WITH TIME ZONE NOT NULL,
            CONSTRAINT pk_participations PRIMARY KEY (booking_id),
            CONSTRAINT fk_participations_booking_id
                FOREIGN KEY(booking_id) REFERENCES bookings (id),
            CONSTRAINT ck_participations_stars CHECK (stars BETWEEN 1 AND 5)
        )
        """
    )


def _create_follow_ups() -> None:
    op.execute(
        """
        CREATE TABLE follow_ups (
            id BIGINT GENERATED ALWAYS AS IDENTITY,
            booking_id BIGINT NOT NULL,
            provider_id BIGINT NOT NULL,
            task TEXT NOT NULL,
            text TEXT NOT NULL,
            due_on DATE NOT NULL,
            state TEXT NOT NULL,
            version INTEGER NOT NULL,
            made_at TIMESTAMP WITH TIME ZONE NOT NULL,
            CONSTRAINT pk_follow_ups PRIMARY KEY (id),
            CONSTRAINT fk_follow_ups_booking_id FOREIGN KEY(booking_id) REFERENCES bookings (id),
            CONSTRAINT fk_follow_ups_provider_id
                FOREIGN KEY(provider_id) REFERENCES providers (id),
            CONSTRAINT uq_follow_ups_booking_id_version UNIQUE (booking_id, version),
            CONSTRAINT ck_follow_ups_task CHECK (task IN ('m', 'o', 'r', 's')),
            CONSTRAINT ck_follow_ups_state CHECK (state IN ('done', 'dropped', 'open')),
            CONSTRAINT ck_follow_ups_text CHECK ((task = 'o') = (text <> ''))
        )
        """
    )
    op.execute(
        """
        CREATE INDEX ix_follow_ups_provider_id_due_on
            ON follow_ups (provider_id, due_on) WHERE state = 'open'
        """
    )
