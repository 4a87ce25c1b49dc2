"""A service can take place in several formats: the usual one as before, and others."""

from alembic import op

revision = "20261127_formats"
down_revision = "20261127_approval"


def upgrade() -> None:
    op.execute("SET LOCAL lock_timeout = '5s'")
    op.execute("ALTER TABLE services ADD COLUMN other_formats JSON NOT NULL DEFAULT '{}'")
    op.execute(
        """
        ALTER TABLE services ADD CONSTRAINT ck_services_other_formats CHECK (
            other_formats::jsonb - ARRAY['chat', 'in_person', 'phone', 'video'] = '{}'
            AND NOT jsonb_exists(other_formats::jsonb, format)
        )
        """
    )


def downgrade() -> None:
    op.execute("SET LOCAL lock_timeout = '5s'")
    op.execute("ALTER TABLE services DROP COLUMN other_formats")
