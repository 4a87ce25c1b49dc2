"""Bookings that repeat."""

from sqlalchemy import Index, Table

from domain.series import Every
from storage.columns import identity, instant, metadata, one_of, ref, words

series = Table(
    "series",
    metadata,
    identity(),
    words("every"),
    instant("created_at"),
    one_of("every", Every),
)

series_bookings = Table(
    "series_bookings",
    metadata,
    ref("booking_id", "bookings", key=True),  # a booking is in one series at most
    ref("series_id", "series"),
    Index(None, "series_id"),
)
