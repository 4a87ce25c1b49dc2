"""When providers are open."""

from sqlalchemy import CheckConstraint, Column, Date, Index, SmallInteger, Table

from storage.columns import identity, json, metadata, ref

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
