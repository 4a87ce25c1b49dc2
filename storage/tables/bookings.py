"""Sessions, the bookings in them, and what people are told about those."""

from sqlalchemy import (
    ARRAY,
    BigInteger,
    Boolean,
    CheckConstraint,
    Column,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Integer,
    Table,
    Text,
    UniqueConstraint,
    text,
)
from sqlalchemy.dialects.postgresql import (
    CHAR,
    JSON,
    JSONB,
    TIMESTAMP,
    TSTZRANGE,
    ExcludeConstraint,
)

from domain.bookings import LIVE, Role, Source, Status
from domain.notices import Kind, Side
from domain.services import Format
from storage.columns import (
    flag,
    identity,
    instant,
    json,
    listed,
    metadata,
    number,
    one_of,
    ref,
    titles,
    words,
)

NO_OVERLAP = "sessions_no_overlap"
ONE_HOLD = "bookings_one_hold"
IS_LIVE = f"status IN ({listed(LIVE)})"

sessions = Table(
    "sessions",
    metadata,
    identity(),
    ref("provider_id", "providers"),
    ref("service_id", "services"),
    instant("starts_at"),
    instant("ends_at"),
    Column("blocked", TSTZRANGE, nullable=False),  # with the buffers
    Column("capacity", Integer, nullable=False, server_default=text("1")),
    flag("live"),
    # The first session of a booking that moves: only with that one may this one overlap.
    Column("beside", BigInteger),
    UniqueConstraint("id", "capacity"),  # for the foreign key of bookings
    CheckConstraint("blocked @> tstzrange(starts_at, ends_at)", name="blocked"),
    CheckConstraint("starts_at < ends_at", name="lasts"),
    CheckConstraint("capacity > 0", name="capacity"),
    ExcludeConstraint(
        ("provider_id", "="),
        ("blocked", "&&"),
        (text("coalesce(beside, id)"), "<>"),
        where=text("live"),
        name=NO_OVERLAP,
        using="gist",
    ),
)

bookings = Table(
    "bookings",
    metadata,
    identity(),
    Column("reference", Text, nullable=False, unique=True),
    Column("session_id", BigInteger, nullable=False),
    number("capacity"),
    number("seat"),
    ref("provider_id", "providers"),
    ref("service_id", "services"),
    ref("customer_id", "people"),
    words("status"),
    instant("starts_at"),
    instant("ends_at"),
    words("zone"),
    titles("title"),
    Column("price_amount", BigInteger, nullable=False),
    Column("currency", CHAR(3), nullable=False),
    words("format"),
    words("place"),
    words("note"),
    words("reason"),
    json("coming"),  # which side said so, and when
    number("version"),
    instant("hold_until", nullable=True),
    instant("created_at"),
    Column("offered", Boolean, nullable=False, server_default=text("false")),  # from the waitlist
    Column("policy", JSON(none_as_null=True)),  # null: made before there were policies
    Column("late", Boolean, nullable=False, server_default=text("false")),  # cancelled so
    Column("times_moved", Integer, nullable=False, server_default=text("0")),
    Column("moves_id", BigInteger, ForeignKey("bookings.id")),  # a hold, to which that one may move
    Column("suggested", ARRAY(TIMESTAMP(timezone=True)), nullable=False, server_default="{}"),
    Column("joined", JSONB, nullable=False, server_default=text("'{}'")),  # which side, and when
    ForeignKeyConstraint(["session_id", "capacity"], ["sessions.id", "sessions.capacity"]),
    one_of("status", Status),
    one_of("format", Format),
    CheckConstraint("seat >= 0 AND seat < capacity", name="seat"),
    CheckConstraint("starts_at < ends_at", name="lasts"),
    CheckConstraint("status <> 'held' OR hold_until IS NOT NULL", name="hold_until"),
    Index(
        "bookings_one_live_seat", "session_id", "seat", unique=True, postgresql_where=text(IS_LIVE)
    ),
    Index(
        ONE_HOLD,
        "customer_id",
        unique=True,
        postgresql_where=text("status = 'held' AND NOT offered AND moves_id IS NULL"),
    ),
    Index(
        "bookings_one_proposal", "moves_id", unique=True, postgresql_where=text("status = 'held'")
    ),
    Index("bookings_of_groups", "session_id", postgresql_where=text("capacity > 1")),
    Index(None, "customer_id", "starts_at"),
    Index(None, "provider_id", "starts_at"),
    Index(None, "hold_until", postgresql_where=text("status IN ('held', 'pending')")),
    Index(None, "starts_at", postgresql_where=text("status = 'confirmed'")),
)

outcomes = Table(
    "outcomes",
    metadata,
    ref("booking_id", "bookings", key=True),
    instant("ended_at"),
    json("notes"),  # text by heading
    instant("shared_at", nullable=True),
)

booking_events = Table(
    "booking_events",
    metadata,
    identity(),
    ref("booking_id", "bookings"),
    Column("before", Text),
    words("after"),
    words("role"),
    ref("person_id", "people", nullable=True),
    instant("at"),
    words("reason"),
    Column("source", Text, nullable=False, server_default=text("'chat'")),
    Column("moved_from", TSTZRANGE),
    Column("moved_to", TSTZRANGE),
    one_of("role", Role),
    one_of("source", Source),
    Index(None, "booking_id", "at"),
)

notifications = Table(
    "notifications",
    metadata,
    identity(),
    ref("booking_id", "bookings", nullable=True),
    ref("feed_id", "busy_feeds", nullable=True),
    words("kind"),
    words("side"),
    ref("recipient_id", "people"),
    words("channel"),
    number("version"),
    Column("lead_minutes", Integer),
    instant("due_at"),
    words("state"),
    instant("lease_until", nullable=True),
    number("attempts"),
    flag("perhaps_sent"),
    Column("message_id", BigInteger),
    instant("sent_at", nullable=True),
    words("error"),
    CheckConstraint("(booking_id IS NULL) <> (feed_id IS NULL)", name="about"),
    one_of("kind", Kind),
    one_of("side", Side),
    CheckConstraint("channel IN ('chat')", name="channel"),
    CheckConstraint(
        "state IN ('cancelled', 'failed', 'pending', 'sending', 'sent', 'uncertain')", name="state"
    ),
    CheckConstraint("(state = 'sending') = (lease_until IS NOT NULL)", name="lease_until"),
    UniqueConstraint(
        "booking_id",
        "feed_id",
        "kind",
        "version",
        "recipient_id",
        "side",
        "channel",
        "lead_minutes",
        name="notifications_once",
        postgresql_nulls_not_distinct=True,
    ),
    Index(None, "feed_id", postgresql_where=text("feed_id IS NOT NULL")),
    Index(None, "due_at", postgresql_where=text("state = 'pending'")),
    Index(None, "lease_until", postgresql_where=text("state = 'sending'")),
    Index(None, "recipient_id", postgresql_where=text("state = 'pending'")),
)
