"""Calendars elsewhere whose events block a provider, and what they said last."""

from alembic import op

revision = "20261124_busy_feeds"
down_revision = "20261124_move_notices"


def upgrade() -> None:
    op.execute("SET LOCAL lock_timeout = '5s'")
    op.execute(
        """
        CREATE TABLE busy_feeds (
            id BIGINT GENERATED ALWAYS AS IDENTITY,
            provider_id BIGINT NOT NULL,
            address TEXT NOT NULL,
            name TEXT NOT NULL,
            etag TEXT NOT NULL,
            last_modified TEXT NOT NULL,
            digest TEXT NOT NULL,
            added_at TIMESTAMP WITH TIME ZONE NOT NULL,
            due_at TIMESTAMP WITH TIME ZONE NOT NULL,
            checked_at TIMESTAMP WITH TIME ZONE,
            read_at TIMESTAMP WITH TIME ZONE,
            parsed_at TIMESTAMP WITH TIME ZONE,
            failing_since TIMESTAMP WITH TIME ZONE,
            told_at TIMESTAMP WITH TIME ZONE,
            trouble TEXT,
            breaks INTEGER NOT NULL,
            CONSTRAINT pk_busy_feeds PRIMARY KEY (id),
            CONSTRAINT fk_busy_feeds_provider_id
                FOREIGN KEY(provider_id) REFERENCES providers (id),
            CONSTRAINT uq_busy_feeds_provider_id_address UNIQUE (provider_id, address),
            CONSTRAINT ck_busy_feeds_trouble CHECK (trouble IN (
                'gone', 'huge', 'locked', 'lost', 'private', 'sick', 'slow', 'strange',
                'unreachable'
            )),
            CONSTRAINT ck_busy_feeds_failing CHECK ((trouble IS NULL) = (failing_since IS NULL))
        )
        """
    )
    op.execute("CREATE INDEX ix_busy_feeds_due_at ON busy_feeds (due_at)")
    op.execute(
        """
        CREATE TABLE busy_spans (
            feed_id BIGINT NOT NULL,
            starts_at TIMESTAMP WITH TIME ZONE NOT NULL,
            ends_at TIMESTAMP WITH TIME ZONE NOT NULL,
            CONSTRAINT pk_busy_spans PRIMARY KEY (feed_id, starts_at),
            CONSTRAINT fk_busy_spans_feed_id FOREIGN KEY(feed_id) REFERENCES busy_feeds (id),
            CONSTRAINT ck_busy_spans_lasts CHECK (starts_at < ends_at)
        )
        """
    )


def downgrade() -> None:
    op.execute("SET LOCAL lock_timeout = '5s'")
    op.execute("DROP TABLE busy_spans")
    op.execute("DROP TABLE busy_feeds")
