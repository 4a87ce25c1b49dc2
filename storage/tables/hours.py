"""When providers are open, and when they are not.

Minutes are counted from midnight on the provider's wall clock; an end before its start is on the
next date.
"""

from sqlalchemy import CheckConstraint, Column, Date, Index, SmallInteger, Table

from storage.columns import identity, instant, json, metadata, ref, words


def _minutes() -> tuple[Column[int], Column[int], CheckConstraint, CheckConstraint]:
    return (
        Column("start_minute", SmallInteger, nullable=False),
        Column("end_minute", SmallInteger, nullable=False),
        CheckConstraint("start_minute BETWEEN 0 AND 1439", name="start_minute"),
        CheckConstraint("end_minute BETWEEN 0 AND 1440", name="end_minute"),
    )


weekly_windows = Table(
    "weekly_windows",
    metadata,
    identity(),
    ref("provider_id", "providers"),
    Column("weekday", SmallInteger, nullable=False),  # 0 is Monday
    *_minutes(),
    Column("valid_from", Date),
    Column("valid_until", Date),  # the last date, included
    ref("service_id", "services", nullable=True),  # null: for all of them
    CheckConstraint("weekday BETWEEN 0 AND 6", name="weekday"),
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

date_openings = Table(
    "date_openings",
    metadata,
    identity(),
    ref("provider_id", "providers"),
    Column("on_date", Date, nullable=False),
    *_minutes(),
    Index(None, "provider_id", "on_date"),
)

closures = Table(
    "closures",
    metadata,
    identity(),
    ref("provider_id", "providers"),
    Column("first_date", Date, nullable=False),
    Column("last_date", Date, nullable=False),
    *_minutes(),  # of the first date, and of the last one
    words("reason"),
    instant("created_at"),
    CheckConstraint("(last_date, end_minute) > (first_date, start_minute)", name="lasts"),
    Index(None, "provider_id", "last_date"),
)

holidays = Table(
    "holidays",
    metadata,
    ref("organization_id", "organizations", key=True),
    Column("on_date", Date, primary_key=True),
    words("name"),
)
