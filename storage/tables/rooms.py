"""The session room: who is in it, what was said, what is on its way, who wants none of it."""

from sqlalchemy import (
    BigInteger,
    CheckConstraint,
    Column,
    ForeignKey,
    Index,
    PrimaryKeyConstraint,
    Table,
    Text,
    UniqueConstraint,
    text,
)
from sqlalchemy.dialects.postgresql import TIMESTAMP

from domain.notices import Side
from domain.rooms import Reason, Sort
from storage.columns import flag, identity, instant, json, metadata, number, one_of, ref, words

# A person is in one room at most: what they write must not reach two.
room_visits = Table(
    "room_visits",
    metadata,
    ref("person_id", "people", key=True),
    ref("booking_id", "bookings"),
    words("side"),
    instant("until_at"),
    one_of("side", Side),
    Index(None, "booking_id"),
    Index(None, "until_at"),
)

room_messages = Table(
    "room_messages",
    metadata,
    identity(),
    ref("booking_id", "bookings"),
    words("side"),  # of the author
    ref("author_id", "people"),
    Column("source_id", BigInteger, nullable=False),  # the message in the author's chat
    words("sort"),
    words("text"),
    json("marks"),  # [[kind, offset, length, address, language], ...]
    json("what", nullable=True),  # the file or the place
    Column("reply_to", BigInteger, ForeignKey("room_messages.id", ondelete="SET NULL")),
    flag("in_room"),
    instant("sent_at"),
    instant("edited_at", nullable=True),
    instant("erase_at"),
    one_of("side", Side),
    one_of("sort", Sort),
    UniqueConstraint("author_id", "source_id"),
    Index(None, "booking_id"),
    Index(None, "reply_to", postgresql_where=text("reply_to IS NOT NULL")),
    Index(None, "erase_at"),
)

room_reports = Table(
    "room_reports",
    metadata,
    identity(),
    ref("booking_id", "bookings"),
    words("side"),
    words("reason"),
    instant("made_at"),
    one_of("side", Side),
    one_of("reason", Reason),
    UniqueConstraint("booking_id", "side"),
)

room_blocks = Table(
    "room_blocks",
    metadata,
    ref("provider_id", "providers"),
    ref("customer_id", "people"),
    words("side"),  # which of the two wants no more messages
    instant("made_at"),
    PrimaryKeyConstraint("provider_id", "customer_id", "side"),
    one_of("side", Side),
)

room_posts = Table(
    "room_posts",
    metadata,
    identity(),
    words("kind"),
    ref("recipient_id", "people"),
    ref("booking_id", "bookings"),
    words("side"),  # as which the recipient reads it
    Column("message_id", BigInteger, ForeignKey("room_messages.id", ondelete="CASCADE")),
    Column("report_id", BigInteger, ForeignKey("room_reports.id")),
    number("version"),
    words("state"),
    Column("due_at", TIMESTAMP(timezone=True), nullable=False),
    instant("lease_until", nullable=True),
    number("attempts"),
    flag("perhaps_sent"),
    flag("headed"),
    Column("shown_id", BigInteger),  # the message in the recipient's chat
    instant("sent_at", nullable=True),
    Column("error", Text, nullable=False, server_default=text("''")),
    CheckConstraint(
        "kind IN ('closed', 'edit', 'left', 'message', 'report', 'undelivered')", name="kind"
    ),
    CheckConstraint(
        "(kind IN ('edit', 'message', 'undelivered')) = (message_id IS NOT NULL)", name="message_id"
    ),
    CheckConstraint("(kind = 'report') = (report_id IS NOT NULL)", name="report_id"),
    one_of("side", Side),
    CheckConstraint("state IN ('failed', 'pending', 'sending', 'sent', 'uncertain')", name="state"),
    CheckConstraint("(state = 'sending') = (lease_until IS NOT NULL)", name="lease_until"),
    Index(
        "room_posts_once",
        "message_id",
        "recipient_id",
        "kind",
        "version",
        unique=True,
        postgresql_where=text("message_id IS NOT NULL"),
    ),
    Index(
        "room_posts_on_their_way",
        "recipient_id",
        "id",
        postgresql_where=text("state IN ('pending', 'sending')"),
    ),
    Index("room_posts_shown", "recipient_id", "shown_id", postgresql_where=text("shown_id > 0")),
    Index(None, "booking_id"),
    Index(None, "due_at", postgresql_where=text("message_id IS NULL")),
)
