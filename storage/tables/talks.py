"""What comes in from Telegram, and how far each talk has got."""

from sqlalchemy import BigInteger, CheckConstraint, Column, LargeBinary, Table, Text

from storage.columns import identity, instant, json, metadata, number, ref, words

updates = Table(
    "updates",
    metadata,
    Column("update_id", BigInteger, primary_key=True, autoincrement=False),
    instant("received_at"),
)

failed_updates = Table(
    "failed_updates",
    metadata,
    Column("update_id", BigInteger, primary_key=True, autoincrement=False),
    number("attempts"),
    instant("failed_at"),
)

dead_letters = Table(
    "dead_letters",
    metadata,
    identity(),
    Column("update_id", BigInteger, nullable=False),
    Column("reference", Text, nullable=False, unique=True),
    words("error"),
    words("payload_kind"),
    instant("buried_at"),
)

conversations = Table(
    "conversations",
    metadata,
    Column("chat_id", BigInteger, primary_key=True, autoincrement=False),
    ref("person_id", "people", key=True),
    json("states"),
    json("draft"),
    Column("screen_id", BigInteger),
    instant("touched_at"),
    instant("expires_at"),
)

invites = Table(
    "invites",
    metadata,
    identity(),
    Column("token_hash", LargeBinary, nullable=False, unique=True),
    words("kind"),
    ref("provider_id", "providers", nullable=True),
    instant("expires_at", nullable=True),
    instant("used_at", nullable=True),
    ref("used_by", "people", nullable=True),
    CheckConstraint("kind IN ('ownership', 'provider')", name="kind"),
    CheckConstraint("(kind = 'provider') = (provider_id IS NOT NULL)", name="provider_id"),
    CheckConstraint("(used_at IS NULL) = (used_by IS NULL)", name="used"),
)
