"""Indexes for what cards and rooms look for."""

from alembic import op

revision = "20261127_lookups"
down_revision = "20261127_rooms"


def upgrade() -> None:
    op.execute("SET LOCAL lock_timeout = '5s'")
    op.execute("CREATE INDEX bookings_of_groups ON bookings (session_id) WHERE capacity > 1")
    op.execute("CREATE INDEX ix_live_cards_person_id ON live_cards (person_id)")
    op.execute("CREATE INDEX live_cards_away ON live_cards (chat_id) WHERE away")
    op.execute("CREATE INDEX ix_room_posts_due_at ON room_posts (due_at) WHERE message_id IS NULL")


def downgrade() -> None:
    op.execute("SET LOCAL lock_timeout = '5s'")
    for index in (
        "ix_room_posts_due_at",
        "live_cards_away",
        "ix_live_cards_person_id",
        "bookings_of_groups",
    ):
        op.execute(f"DROP INDEX {index}")
