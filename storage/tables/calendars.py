"""Calendars outside: the feeds that others read."""

from sqlalchemy import Table, UniqueConstraint

from storage.columns import identity, instant, metadata, ref, words

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
