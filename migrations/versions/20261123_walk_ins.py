"""People without an account, for whom providers book."""

from alembic import op

revision = "20261123_walk_ins"
down_revision = "20261122_week_rules"


def upgrade() -> None:
    op.execute("SET LOCAL lock_timeout = '5s'")
    op.execute(
        """
        ALTER TABLE people
            ALTER COLUMN telegram_id DROP NOT NULL,
            ADD COLUMN phone TEXT NOT NULL DEFAULT ''
        """
    )


def downgrade() -> None:
    op.execute("SET LOCAL lock_timeout = '5s'")
    # Their bookings stay; no account has a number below zero.
    op.execute("UPDATE people SET telegram_id = -id WHERE telegram_id IS NULL")
    op.execute("ALTER TABLE people ALTER COLUMN telegram_id SET NOT NULL, DROP COLUMN phone")
