"""What comes after a session: reviews, how customers took part, follow-ups."""

from sqlalchemy import (
    CheckConstraint,
    Column,
    Date,
    Index,
    PrimaryKeyConstraint,
    Table,
    UniqueConstraint,
    text,
)

from domain.followups import State, Task
from storage.columns import identity, instant, metadata, number, one_of, ref, words

# The booking is the key: each has one review, whoever gives it how often at once.
reviews = Table(
    "reviews",
    metadata,
    ref("booking_id", "bookings"),
    ref("provider_id", "providers"),
    number("stars"),
    words("comment"),
    number("version"),
    instant("given_at"),
    PrimaryKeyConstraint("booking_id"),
    CheckConstraint("stars BETWEEN 1 AND 5", name="stars"),
    Index(None, "provider_id", "given_at"),
)

participations = Table(
    "participations",
    metadata,
    ref("booking_id", "bookings"),
    number("stars"),
    instant("given_at"),
    PrimaryKeyConstraint("booking_id"),
    CheckConstraint("stars BETWEEN 1 AND 5", name="stars"),
)

follow_ups = Table(
    "follow_ups",
    metadata,
    identity(),
    ref("booking_id", "bookings"),
    ref("provider_id", "providers"),
    words("task"),
    words("text"),
    Column("due_on", Date, nullable=False),
    words("state"),
    number("version"),  # of the reminder; another one for each planning of the booking's follow-ups
    instant("made_at"),
    UniqueConstraint("booking_id", "version"),
    one_of("task", Task),
    one_of("state", State),
    CheckConstraint("(task = 'o') = (text <> '')", name="text"),
    Index(None, "provider_id", "due_on", postgresql_where=text("state = 'open'")),
)
