"""Who waits for a time, and what is offered to them."""

from sqlalchemy import CheckConstraint, Column, Date, Index, Table, UniqueConstraint, text

from domain.dayparts import Part
from domain.waitlist import State
from storage.columns import identity, instant, json, listed, metadata, one_of, ref, words

WAITS = f"state IN ({listed({State.WAITING, State.OFFERED})})"

waitlist_entries = Table(
    "waitlist_entries",
    metadata,
    identity(),
    ref("customer_id", "people"),
    ref("service_id", "services"),
    ref("provider_id", "providers", nullable=True),  # null: any of the service's
    Column("first_date", Date, nullable=False),
    Column("last_date", Date, nullable=False),
    words("part"),
    words("zone"),
    instant("joined_at"),
    words("state"),
    ref("booking_id", "bookings", nullable=True),  # the latest offer, open or not
    instant("offered_until", nullable=True),
    json("refused"),  # [[provider, start in epoch seconds], ...]
    UniqueConstraint("booking_id"),
    one_of("part", Part),
    one_of("state", State),
    CheckConstraint("first_date <= last_date", name="dates"),
    CheckConstraint(
        "(state = 'offered') = (offered_until IS NOT NULL)"
        " AND (state <> 'offered' OR booking_id IS NOT NULL)",
        name="offer",
    ),
    Index(
        "waitlist_entries_once",
        "customer_id",
        "service_id",
        "provider_id",
        "first_date",
        "last_date",
        "part",
        unique=True,
        postgresql_where=text(WAITS),
        postgresql_nulls_not_distinct=True,
    ),
    Index(None, "service_id", "joined_at", postgresql_where=text(WAITS)),
)
