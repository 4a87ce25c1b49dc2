"""Rows and constraints: one map of the data.

Instants are `timestamptz`, lengths of time whole minutes, texts in several languages JSON by
language. Every rule that two people can break at once is a constraint with a name.
"""

from sqlalchemy import (
    ARRAY,
    BigInteger,
    CheckConstraint,
    Column,
    Date,
    Double,
    ForeignKeyConstraint,
    Index,
    Integer,
    LargeBinary,
    SmallInteger,
    Table,
    Text,
    UniqueConstraint,
    text,
)
from sqlalchemy.dialects.postgresql import CHAR, TSTZRANGE, ExcludeConstraint

from domain.bookings import LIVE, Role, Status
from domain.notices import Kind, Side
from domain.services import BusinessType, Format
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

organizations = Table(
    "organizations",
    metadata,
    identity(),
    Column("slug", Text, nullable=False, unique=True),
    words("name"),
    words("zone"),
    Column("currency", CHAR(3), nullable=False),
    Column("languages", ARRAY(Text), nullable=False),
    instant("created_at"),
)

people = Table(
    "people",
    metadata,
    identity(),
    Column("telegram_id", BigInteger, nullable=False, unique=True),
    words("first_name"),
    words("last_name"),
    words("language"),
    Column("zone", Text),
    Column("leads", ARRAY(Integer)),  # minutes; null until the person chooses
    flag("reachable"),
    instant("unreachable_since", nullable=True),
    instant("met_at", nullable=True),  # null: named by a catalogue, has never written
)

admins = Table(
    "admins",
    metadata,
    identity(),
    ref("organization_id", "organizations", nullable=True),  # null: of every organization
    ref("person_id", "people"),
    flag("owner"),
    Column("permissions", ARRAY(Text), nullable=False),
    UniqueConstraint("organization_id", "person_id", postgresql_nulls_not_distinct=True),
    Index(None, "person_id"),
)

providers = Table(
    "providers",
    metadata,
    identity(),
    ref("organization_id", "organizations"),
    ref("person_id", "people", nullable=True),
    words("slug"),
    words("name"),
    words("business_type"),
    words("zone"),
    words("status"),
    flag("active"),
    titles("bio", nullable=True),
    words("address"),
    words("phone"),
    Column("rating_mean", Double, nullable=False),
    number("rating_count"),
    number("position"),
    instant("created_at"),
    UniqueConstraint("organization_id", "slug"),
    one_of("business_type", BusinessType),
    CheckConstraint("status IN ('applied', 'approved', 'declined', 'suspended')", name="status"),
    Index(None, "person_id"),
)

services = Table(
    "services",
    metadata,
    identity(),
    ref("organization_id", "organizations"),
    words("slug"),
    titles("title"),
    titles("description", nullable=True),
    number("duration_minutes"),
    number("interval_minutes"),
    number("before_minutes"),
    number("after_minutes"),
    number("notice_minutes"),
    number("horizon_days"),
    Column("price_amount", BigInteger, nullable=False),
    Column("currency", CHAR(3), nullable=False),
    flag("approval"),
    words("format"),
    words("place"),
    flag("active"),
    number("position"),
    instant("created_at"),
    UniqueConstraint("organization_id", "slug"),
    one_of("format", Format),
    CheckConstraint("duration_minutes > 0 AND interval_minutes > 0", name="lasts"),
    CheckConstraint(
        "least(before_minutes, after_minutes, notice_minutes, horizon_days) >= 0",
        name="not_negative",
    ),
)

provider_services = Table(
    "provider_services",
    metadata,
    ref("provider_id", "providers", key=True),
    ref("service_id", "services", key=True),
    number("position"),
    Index(None, "service_id"),
)

weekly_windows = Table(
    "weekly_windows",
    metadata,
    identity(),
    ref("provider_id", "providers"),
    Column("weekday", SmallInteger, nullable=False),  # 0 is Monday
    Column("start_minute", SmallInteger, nullable=False),
    Column("end_minute", SmallInteger, nullable=False),  # before the start: on the next date
    Column("valid_from", Date),
    Column("valid_until", Date),  # the last date, included
    CheckConstraint("weekday BETWEEN 0 AND 6", name="weekday"),
    CheckConstraint("start_minute BETWEEN 0 AND 1439", name="start_minute"),
    CheckConstraint("end_minute BETWEEN 0 AND 1440", name="end_minute"),
    CheckConstraint("valid_from <= valid_until", name="valid"),
    Index(None, "provider_id"),
)

date_overrides = Table(
    "date_overrides",
    metadata,
    ref("provider_id", "providers", key=True),
    Column("on_date", Date, primary_key=True),
    json("windows"),  # [[start minute, end minute], ...]; none: a day off
)

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
    UniqueConstraint("id", "capacity"),  # for the foreign key of bookings
    CheckConstraint("blocked @> tstzrange(starts_at, ends_at)", name="blocked"),
    CheckConstraint("starts_at < ends_at", name="lasts"),
    CheckConstraint("capacity > 0", name="capacity"),
    ExcludeConstraint(
        ("provider_id", "="), ("blocked", "&&"), where=text("live"), name=NO_OVERLAP, using="gist"
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
    ForeignKeyConstraint(["session_id", "capacity"], ["sessions.id", "sessions.capacity"]),
    one_of("status", Status),
    one_of("format", Format),
    CheckConstraint("seat >= 0 AND seat < capacity", name="seat"),
    CheckConstraint("starts_at < ends_at", name="lasts"),
    CheckConstraint("status <> 'held' OR hold_until IS NOT NULL", name="hold_until"),
    Index(
        "bookings_one_live_seat", "session_id", "seat", unique=True, postgresql_where=text(IS_LIVE)
    ),
    Index(ONE_HOLD, "customer_id", unique=True, postgresql_where=text("status = 'held'")),
    Index(None, "customer_id", "starts_at"),
    Index(None, "provider_id", "starts_at"),
    Index(None, "hold_until", postgresql_where=text("status IN ('held', 'pending')")),
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
    one_of("role", Role),
    Index(None, "booking_id", "at"),
)

notifications = Table(
    "notifications",
    metadata,
    identity(),
    ref("booking_id", "bookings"),
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
    one_of("kind", Kind),
    one_of("side", Side),
    CheckConstraint("channel IN ('chat')", name="channel"),
    CheckConstraint(
        "state IN ('cancelled', 'failed', 'pending', 'sending', 'sent', 'uncertain')", name="state"
    ),
    CheckConstraint("(state = 'sending') = (lease_until IS NOT NULL)", name="lease_until"),
    UniqueConstraint(
        "booking_id",
        "kind",
        "version",
        "recipient_id",
        "side",
        "channel",
        "lead_minutes",
        name="notifications_once",
        postgresql_nulls_not_distinct=True,
    ),
    Index(None, "due_at", postgresql_where=text("state = 'pending'")),
    Index(None, "lease_until", postgresql_where=text("state = 'sending'")),
    Index(None, "recipient_id", postgresql_where=text("state = 'pending'")),
)

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

calendar_feeds = Table(
    "calendar_feeds",
    metadata,
    identity(),
    ref("person_id", "people"),
    ref("provider_id", "providers", nullable=True),  # null: the person's bookings as a customer
    words("secret"),
    instant("created_at"),
    UniqueConstraint("secret"),
    UniqueConstraint("person_id", "provider_id", postgresql_nulls_not_distinct=True),
)
