"""Bookings that move to another time, which may overlap with the one they leave."""

from alembic import op

revision = "20261126_moves"
down_revision = "20261126_policies"

_ORDINARY = "status = 'held' AND NOT offered"


def upgrade() -> None:
    op.execute("SET LOCAL lock_timeout = '5s'")
    op.execute("ALTER TABLE sessions ADD COLUMN beside BIGINT")
    _refuse_overlaps("provider_id WITH =, blocked WITH &&, (coalesce(beside, id)) WITH <>")
    op.execute(
        """
        ALTER TABLE bookings
            ADD COLUMN times_moved INTEGER NOT NULL DEFAULT 0,
            ADD COLUMN moves_id BIGINT,
            ADD COLUMN suggested TIMESTAMP WITH TIME ZONE[] NOT NULL DEFAULT '{}',
            ADD CONSTRAINT fk_bookings_moves_id FOREIGN KEY(moves_id) REFERENCES bookings (id)
        """
    )
    op.execute(
        """
        CREATE UNIQUE INDEX bookings_one_proposal ON bookings (moves_id) WHERE status = 'held'
        """
    )
    _hold_once(f"{_ORDINARY} AND moves_id IS NULL")
    op.execute(
        """
        ALTER TABLE booking_events ADD COLUMN moved_from TSTZRANGE, ADD COLUMN moved_to TSTZRANGE
        """
    )


def downgrade() -> None:
    op.execute("SET LOCAL lock_timeout = '5s'")
    op.execute("ALTER TABLE booking_events DROP COLUMN moved_from, DROP COLUMN moved_to")
    op.execute(
        """
        WITH ended AS (
            UPDATE bookings SET status = 'expired', version = version + 1, hold_until = NULL
            WHERE moves_id IS NOT NULL AND status = 'held' RETURNING session_id
        )
        UPDATE sessions SET live = false WHERE beside IS NOT NULL AND id IN (TABLE ended)
        """
    )
    _hold_once(_ORDINARY)
    op.execute("DROP INDEX bookings_one_proposal")
    op.execute(
        "ALTER TABLE bookings DROP COLUMN times_moved, DROP COLUMN moves_id, DROP COLUMN suggested"
    )
    _refuse_overlaps("provider_id WITH =, blocked WITH &&")
    op.execute("ALTER TABLE sessions DROP COLUMN beside")


def _refuse_overlaps(what: str) -> None:
    op.execute(
        f"""
        ALTER TABLE sessions
            DROP CONSTRAINT sessions_no_overlap,
            ADD CONSTRAINT sessions_no_overlap EXCLUDE USING gist ({what}) WHERE (live)
        """
    )


def _hold_once(which: str) -> None:
    op.execute("DROP INDEX bookings_one_hold")
    op.execute(f"CREATE UNIQUE INDEX bookings_one_hold ON bookings (customer_id) WHERE {which}")
