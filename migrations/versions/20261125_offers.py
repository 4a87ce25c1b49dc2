"""Times that are held for somebody on the waitlist, beside what they hold themselves."""

from alembic import op

revision = "20261125_offers"
down_revision = "20261125_offer_notices"


def upgrade() -> None:
    op.execute("SET LOCAL lock_timeout = '5s'")
    op.execute("ALTER TABLE bookings ADD COLUMN offered BOOLEAN NOT NULL DEFAULT false")
    _one_hold("status = 'held' AND NOT offered")


def downgrade() -> None:
    op.execute("SET LOCAL lock_timeout = '5s'")
    # Nobody may hold two times then, so what is offered is taken back.
    op.execute(
        """
        WITH gone AS (
            UPDATE bookings SET status = 'expired', version = version + 1, hold_until = NULL
            WHERE status = 'held' AND offered
            RETURNING id, session_id
        )
        UPDATE sessions SET live = false
        WHERE id IN (SELECT session_id FROM gone) AND NOT EXISTS (
            SELECT FROM bookings
            WHERE session_id = sessions.id AND id NOT IN (SELECT id FROM gone)
                AND status IN ('held', 'pending_payment', 'pending', 'confirmed', 'in_progress')
        )
        """
    )
    _one_hold("status = 'held'")
    op.execute("ALTER TABLE bookings DROP COLUMN offered")


def _one_hold(where: str) -> None:
    op.execute("DROP INDEX bookings_one_hold")
    op.execute(f"CREATE UNIQUE INDEX bookings_one_hold ON bookings (customer_id) WHERE {where}")
