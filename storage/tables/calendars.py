"""Calendars outside: the feeds that others read, and those of others that block our providers."""

from sqlalchemy import CheckConstraint, Column, Index, Table, Text, UniqueConstraint
from sqlalchemy.dialects.postgresql import TIMESTAMP

from domain.busy import Trouble
from storage.columns import identity, instant, listed, metadata, number, ref, words

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

busy_feeds = Table(
    "busy_feeds",
    metadata,
    identity(),
    ref("provider_id", "providers"),
    words("address"),
    words("name"),  # empty until it has been read, and where the calendar has none
    words("etag"),
    words("last_modified"),
    words("digest"),
    instant("added_at"),
    instant("due_at"),
    instant("checked_at", nullable=True),
    instant("read_at", nullable=True),
    instant("parsed_at", nullable=True),
    instant("failing_since", nullable=True),
    instant("told_at", nullable=True),
    Column("trouble", Text),
    number("breaks"),
    UniqueConstraint("provider_id", "address"),
    CheckConstraint(f"trouble IN ({listed(Trouble)})", name="trouble"),
    CheckConstraint("(trouble IS NULL) = (failing_since IS NULL)", name="failing"),
    Index(None, "due_at"),
)

# What a feed said when it was read last: joined, so none of one feed overlap.
busy_spans = Table(
    "busy_spans",
    metadata,
    ref("feed_id", "busy_feeds", key=True),
    Column("starts_at", TIMESTAMP(timezone=True), primary_key=True),
    instant("ends_at"),
    CheckConstraint("starts_at < ends_at", name="lasts"),
)
