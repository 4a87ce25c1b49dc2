"""What customers say about a booking: topic, another time, files, answers; what services ask."""

from alembic import op

revision = "20261126_details"
down_revision = "20261126_reviews"


def upgrade() -> None:
    op.execute("SET LOCAL lock_timeout = '5s'")
    op.execute("ALTER TABLE services ADD COLUMN questions JSON")
    op.execute(
        """
        CREATE TABLE booking_details (
            booking_id BIGINT NOT NULL,
            topic TEXT NOT NULL,
            other_start TIMESTAMP WITH TIME ZONE,
            CONSTRAINT pk_booking_details PRIMARY KEY (booking_id),
            CONSTRAINT fk_booking_details_booking_id
                FOREIGN KEY(booking_id) REFERENCES bookings (id)
        )
        """
    )
    op.execute(
        """
        CREATE TABLE booking_attachments (
            id BIGINT GENERATED ALWAYS AS IDENTITY,
            booking_id BIGINT NOT NULL,
            position INTEGER NOT NULL,
            sort TEXT NOT NULL,
            file_id TEXT NOT NULL,
            unique_id TEXT NOT NULL,
            name TEXT NOT NULL,
            mime TEXT NOT NULL,
            size INTEGER NOT NULL,
            caption TEXT NOT NULL,
            CONSTRAINT pk_booking_attachments PRIMARY KEY (id),
            CONSTRAINT fk_booking_attachments_booking_id
                FOREIGN KEY(booking_id) REFERENCES bookings (id),
            CONSTRAINT uq_booking_attachments_booking_id_position UNIQUE (booking_id, position),
            CONSTRAINT uq_booking_attachments_booking_id_unique_id UNIQUE (booking_id, unique_id),
            CONSTRAINT ck_booking_attachments_sort CHECK (sort IN ('document', 'photo')),
            CONSTRAINT ck_booking_attachments_position CHECK (position BETWEEN 0 AND 9),
            CONSTRAINT ck_booking_attachments_size CHECK (size BETWEEN 0 AND 5242880)
        )
        """
    )
    op.execute(
        """
        CREATE TABLE booking_answers (
            id BIGINT GENERATED ALWAYS AS IDENTITY,
            booking_id BIGINT NOT NULL,
            position INTEGER NOT NULL,
            slug TEXT NOT NULL,
            question JSON NOT NULL,
            sensitive BOOLEAN NOT NULL,
            answer TEXT,
            sealed BYTEA,
            sealed_by TEXT,
            CONSTRAINT pk_booking_answers PRIMARY KEY (id),
            CONSTRAINT fk_booking_answers_booking_id
                FOREIGN KEY(booking_id) REFERENCES bookings (id),
            CONSTRAINT uq_booking_answers_booking_id_slug UNIQUE (booking_id, slug),
            CONSTRAINT ck_booking_answers_answer CHECK ((answer IS NULL) = sensitive),
            CONSTRAINT ck_booking_answers_sealed CHECK ((sealed IS NOT NULL) = sensitive),
            CONSTRAINT ck_booking_answers_sealed_by CHECK ((sealed_by IS NOT NULL) = sensitive)
        )
        """
    )
    op.execute(
        """
        CREATE INDEX ix_booking_answers_sealed_by ON booking_answers (sealed_by)
            WHERE sealed_by IS NOT NULL
        """
    )


def downgrade() -> None:
    op.execute("SET LOCAL lock_timeout = '5s'")
    for table in ("booking_answers", "booking_attachments", "booking_details"):
        op.execute(f"DROP TABLE {table}")
    op.execute("ALTER TABLE services DROP COLUMN questions")
