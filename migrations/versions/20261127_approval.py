"""Whether requests are approved is one of the policies; what was booked keeps its own answer."""

from alembic import op

revision = "20261127_approval"
down_revision = "20261127_materials"

_YES = '{"approval": true}'
_LEVELS = ("organizations", "providers", "services")


def upgrade() -> None:
    op.execute("SET LOCAL lock_timeout = '5s'")
    # The column stays for programs of the version before; they run on until they are replaced.
    op.execute("ALTER TABLE services ALTER COLUMN approval SET DEFAULT false")
    op.execute(
        f"""
        UPDATE services SET policy = (policy::jsonb || '{_YES}')::json WHERE approval
        """  # noqa: S608  # ours
    )
    op.execute(
        f"""
        UPDATE bookings SET policy = (coalesce(bookings.policy::jsonb, '{{}}') || '{_YES}')::json
        FROM services
        WHERE services.id = service_id AND approval
            AND status IN ('held', 'pending_payment', 'pending', 'confirmed')
        """  # noqa: S608  # ours
    )


def downgrade() -> None:
    op.execute("SET LOCAL lock_timeout = '5s'")
    op.execute("UPDATE services SET approval = coalesce((policy->>'approval')::boolean, false)")
    for table in (*_LEVELS, "bookings"):
        op.execute(
            f"UPDATE {table} SET policy = (policy::jsonb - 'approval')::json"  # noqa: S608  # ours
            " WHERE policy::jsonb ? 'approval'"
        )
    op.execute("ALTER TABLE services ALTER COLUMN approval DROP DEFAULT")
