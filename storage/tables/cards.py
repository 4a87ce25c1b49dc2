"""Which message is the live card of a booking, for each of those who look at one."""

from sqlalchemy import BigInteger, Column, Index, Table, UniqueConstraint, text

from domain.notices import Side
from storage.columns import flag, instant, metadata, number, one_of, ref, words

live_cards = Table(
    "live_cards",
    metadata,
    ref("booking_id", "bookings", key=True),
    ref("person_id", "people", key=True),
    words("side"),
    Column("chat_id", BigInteger, nullable=False),
    Column("message_id", BigInteger),  # null until it was sent
    flag("away"),  # the message shows a step of something at present, not the card
    instant("due_at"),
    instant("lease_until", nullable=True),
    number("claims"),  # whose claim it is: the one who made this many
    UniqueConstraint("chat_id", "message_id"),
    one_of("side", Side),
    Index(None, "person_id"),
    Index("live_cards_away", "chat_id", postgresql_where=text("away")),
    Index(None, "due_at", postgresql_where=text("lease_until IS NULL AND NOT away")),
    Index(None, "lease_until", postgresql_where=text("lease_until IS NOT NULL AND NOT away")),
)
