"""What is offered and by whom: tenants, their people, providers and services."""

from sqlalchemy import (
    ARRAY,
    JSON,
    BigInteger,
    Boolean,
    CheckConstraint,
    Column,
    Double,
    Index,
    Integer,
    Table,
    Text,
    UniqueConstraint,
    text,
)
from sqlalchemy.dialects.postgresql import CHAR

from domain.services import BusinessType, Format
from storage.columns import (
    clauses,
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

organizations = Table(
    "organizations",
    metadata,
    identity(),
    Column("slug", Text, nullable=False, unique=True),
    words("name"),
    words("zone"),
    Column("currency", CHAR(3), nullable=False),
    Column("languages", ARRAY(Text), nullable=False),
    clauses(),
    instant("created_at"),
)

people = Table(
    "people",
    metadata,
    identity(),
    Column("telegram_id", BigInteger, unique=True),  # null: a walk-in
    Column("phone", Text, nullable=False, server_default=text("''")),
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
    Column("rating_mean", Double, nullable=False),  # what a catalogue says; reviews add to it
    number("rating_count"),
    Column("own_stars", Integer, nullable=False, server_default=text("0")),  # of all reviews here
    Column("own_count", Integer, nullable=False, server_default=text("0")),
    number("position"),
    Column("most_a_day", Integer),  # sessions of all services
    clauses(),
    instant("created_at"),
    UniqueConstraint("organization_id", "slug"),
    one_of("business_type", BusinessType),
    CheckConstraint("most_a_day > 0", name="most_a_day"),
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
    Column("most_a_day", Integer),
    Column("capacity", Integer, nullable=False, server_default=text("1")),
    json("hours", nullable=True),  # its own: [[weekday, start, end, first date, last date], ...]
    Column("price_amount", BigInteger, nullable=False),
    Column("currency", CHAR(3), nullable=False),
    Column("approval", Boolean, nullable=False, server_default=text("false")),  # now in `policy`
    words("format"),  # the usual one
    words("place"),
    Column("other_formats", JSON, nullable=False, server_default=text("'{}'")),  # place by format
    clauses(),
    flag("active"),
    number("position"),
    instant("created_at"),
    Column("questions", JSON(none_as_null=True)),  # asked before it is booked; null: none
    UniqueConstraint("organization_id", "slug"),
    one_of("format", Format),
    CheckConstraint(
        f"""
        other_formats::jsonb - ARRAY[{listed(Format)}] = '{{}}'
        AND NOT jsonb_exists(other_formats::jsonb, format)
        """,
        name="other_formats",
    ),
    CheckConstraint("duration_minutes > 0 AND interval_minutes > 0", name="lasts"),
    CheckConstraint(
        "least(before_minutes, after_minutes, notice_minutes, horizon_days) >= 0",
        name="not_negative",
    ),
    CheckConstraint("most_a_day > 0 AND capacity > 0", name="caps"),
)

provider_services = Table(
    "provider_services",
    metadata,
    ref("provider_id", "providers", key=True),
    ref("service_id", "services", key=True),
    number("position"),
    Index(None, "service_id"),
)
