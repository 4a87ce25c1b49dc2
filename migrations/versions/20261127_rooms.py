"""The session room: who is in it, what was said, what is on its way; reports and blocks."""

from alembic import op

revision = "20261127_rooms"
down_revision = "20261127_formats"


def upgrade() -> None:
    op.execute("SET LOCAL lock_timeout = '5s'")
    _create_visits()
    _create_messages()
    _create_reports()
    _create_blocks()
    _create_posts()


def downgrade() -> None:
    op.execute("SET LOCAL lock_timeout = '5s'")
    op.execute("DROP TABLE room_posts")
    op.execute("DROP TABLE room_blocks")
    op.execute("DROP TABLE room_reports")
    op.execute("DROP TABLE room_messages")
    op.execute("DROP TABLE room_visits")


def _create_visits() -> None:
    op.execute(
        """
        CREATE TABLE room_visits (
            person_id BIGINT NOT NULL,
            booking_id BIGINT NOT NULL,
            side TEXT NOT NULL,
            until_at TIMESTAMP WITH TIME ZONE NOT NULL,
            CONSTRAINT pk_room_visits PRIMARY KEY (person_id),
            CONSTRAINT ck_room_visits_side CHECK (side IN ('customer', 'provider')),
            CONSTRAINT fk_room_visits_person_id FOREIGN KEY(person_id) REFERENCES people (id),
            CONSTRAINT fk_room_visits_booking_id FOREIGN KEY(booking_id)
                REFERENCES bookings (id)
        )
        """
    )
    op.execute("CREATE INDEX ix_room_visits_booking_id ON room_visits (booking_id)")
    op.execute("CREATE INDEX ix_room_visits_until_at ON room_visits (until_at)")


def _create_messages() -> None:
    op.execute(
        """
        CREATE TABLE room_messages (
            id BIGINT GENERATED ALWAYS AS IDENTITY,
            booking_id BIGINT NOT NULL,
            side TEXT NOT NULL,
            author_id BIGINT NOT NULL,
            source_id BIGINT NOT NULL,
            sort TEXT NOT NULL,
            text TEXT NOT NULL,
            marks JSONB NOT NULL,
            what JSONB,
            reply_to BIGINT,
            in_room BOOLEAN NOT NULL,
            sent_at TIMESTAMP WITH TIME ZONE NOT NULL,
            edited_at TIMESTAMP WITH TIME ZONE,
            erase_at TIMESTAMP WITH TIME ZONE NOT NULL,
            CONSTRAINT pk_room_messages PRIMARY KEY (id),
            CONSTRAINT ck_room_messages_side CHECK (side IN ('customer', 'provider')),
            CONSTRAINT ck_room_messages_sort
                CHECK (sort IN ('animation', 'audio', 'document', 'location', 'photo',
                   'sticker', 'text', 'venue', 'video', 'video_note', 'voice')),
            CONSTRAINT uq_room_messages_author_id_source_id UNIQUE (author_id, source_id),
            CONSTRAINT fk_room_messages_booking_id FOREIGN KEY(booking_id)
                REFERENCES bookings (id),
            CONSTRAINT fk_room_messages_author_id FOREIGN KEY(author_id)
                REFERENCES people (id),
            CONSTRAINT fk_room_messages_reply_to FOREIGN KEY(reply_to)
                REFERENCES room_messages (id) ON DELETE SET NULL
        )
        """
    )
    op.execute("CREATE INDEX ix_room_messages_booking_id ON room_messages (booking_id)")
    op.execute("CREATE INDEX ix_room_messages_erase_at ON room_messages (erase_at)")
    op.execute(
        """
        CREATE INDEX ix_room_messages_reply_to
            ON room_messages (reply_to) WHERE reply_to IS NOT NULL
        """
    )


def _create_reports() -> None:
    op.execute(
        """
        CREATE TABLE room_reports (
            id BIGINT GENERATED ALWAYS AS IDENTITY,
            booking_id BIGINT NOT NULL,
            side TEXT NOT NULL,
            reason TEXT NOT NULL,
            made_at TIMESTAMP WITH TIME ZONE NOT NULL,
            CONSTRAINT pk_room_reports PRIMARY KEY (id),
            CONSTRAINT ck_room_reports_side CHECK (side IN ('customer', 'provider')),
            CONSTRAINT ck_room_reports_reason CHECK (reason IN ('m', 'o', 'r')),
            CONSTRAINT uq_room_reports_booking_id_side UNIQUE (booking_id, side),
            CONSTRAINT fk_room_reports_booking_id FOREIGN KEY(booking_id)
                REFERENCES bookings (id)
        )
        """
    )


def _create_blocks() -> None:
    op.execute(
        """
        CREATE TABLE room_blocks (
            provider_id BIGINT NOT NULL,
            customer_id BIGINT NOT NULL,
            side TEXT NOT NULL,
            made_at TIMESTAMP WITH TIME ZONE NOT NULL,
            CONSTRAINT pk_room_blocks PRIMARY KEY (provider_id, customer_id, side),
            CONSTRAINT ck_room_blocks_side CHECK (side IN ('customer', 'provider')),
            CONSTRAINT fk_room_blocks_provider_id FOREIGN KEY(provider_id)
                REFERENCES providers (id),
            CONSTRAINT fk_room_blocks_customer_id FOREIGN KEY(customer_id)
                REFERENCES people (id)
        )
        """
    )


def _create_posts() -> None:
    op.execute(
        """
        CREATE TABLE room_posts (
            id BIGINT GENERATED ALWAYS AS IDENTITY,
            kind TEXT NOT NULL,
            recipient_id BIGINT NOT NULL,
            booking_id BIGINT NOT NULL,
            side TEXT NOT NULL,
            message_id BIGINT,
            report_id BIGINT,
            version INTEGER NOT NULL,
            state TEXT NOT NULL,
            due_at TIMESTAMP WITH TIME ZONE NOT NULL,
            lease_until TIMESTAMP WITH TIME ZONE,
            attempts INTEGER NOT NULL,
            perhaps_sent BOOLEAN NOT NULL,
            headed BOOLEAN NOT NULL,
            shown_id BIGINT,
            sent_at TIMESTAMP WITH TIME ZONE,
            error TEXT DEFAULT '' NOT NULL,
            CONSTRAINT pk_room_posts PRIMARY KEY (id),
            CONSTRAINT ck_room_posts_kind
                CHECK (kind IN ('closed', 'edit', 'left', 'message', 'report',
                   'undelivered')),
            CONSTRAINT ck_room_posts_message_id
                CHECK ((kind IN ('edit', 'message', 'undelivered')) = (message_id IS NOT
                   NULL)),
            CONSTRAINT ck_room_posts_report_id
                CHECK ((kind = 'report') = (report_id IS NOT NULL)),
            CONSTRAINT ck_room_posts_side CHECK (side IN ('customer', 'provider')),
            CONSTRAINT ck_room_posts_state
                CHECK (state IN ('failed', 'pending', 'sending', 'sent', 'uncertain')),
            CONSTRAINT ck_room_posts_lease_until
                CHECK ((state = 'sending') = (lease_until IS NOT NULL)),
            CONSTRAINT fk_room_posts_recipient_id FOREIGN KEY(recipient_id)
                REFERENCES people (id),
            CONSTRAINT fk_room_posts_booking_id FOREIGN KEY(booking_id)
                REFERENCES bookings (id),
            CONSTRAINT fk_room_posts_message_id FOREIGN KEY(message_id)
                REFERENCES room_messages (id) ON DELETE CASCADE,
            CONSTRAINT fk_room_posts_report_id FOREIGN KEY(report_id)
                REFERENCES room_reports (id)
        )
        """
    )
    op.execute("CREATE INDEX ix_room_posts_booking_id ON room_posts (booking_id)")
    op.execute(
        """
        CREATE INDEX room_posts_on_their_way
            ON room_posts (recipient_id, id) WHERE state IN ('pending', 'sending')
        """
    )
    op.execute(
        """
        CREATE UNIQUE INDEX room_posts_once
            ON room_posts (message_id, recipient_id, kind, version) WHERE message_id IS NOT NULL
        """
    )
    op.execute(
        """
        CREATE INDEX room_posts_shown
            ON room_posts (recipient_id, shown_id) WHERE shown_id > 0
        """
    )
