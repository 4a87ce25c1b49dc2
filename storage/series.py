"""Bookings that were made together, to repeat."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import insert, select, text

from domain.bookings import Booking
from domain.series import Every
from storage.booking_queries import BOOKING
from storage.booking_rows import booking
from storage.connection import Connection
from storage.live_cards import touch
from storage.tables import bookings, series, series_bookings

_IS_IN_SERIES_OF = text(
    "bookings.id IN (SELECT booking_id FROM series_bookings WHERE series_id ="
    " (SELECT series_id FROM series_bookings WHERE booking_id = :of_booking))"
)

_ADD = insert(series).returning(series.c.id)
_OF = (
    select(series.c.every, *BOOKING)
    .select_from(bookings)
    .join(series_bookings, series_bookings.c.booking_id == bookings.c.id)
    .join(series, series.c.id == series_bookings.c.series_id)
    .where(
        text("series.id = (SELECT series_id FROM series_bookings WHERE booking_id = :of_booking)")
    )
    .order_by(bookings.c.starts_at, bookings.c.id)
)
_REQUESTS = (
    select(*BOOKING)
    .where(_IS_IN_SERIES_OF, text("bookings.status = 'pending'"))
    .order_by(bookings.c.id)
    .with_for_update()
)


@dataclass(frozen=True, slots=True)
class Series:
    """All bookings of a series by start, whatever has become of them."""

    every: Every
    bookings: tuple[Booking, ...]


class AllSeries:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    async def add(self, every: Every, booking_ids: Sequence[int], now: datetime) -> None:
        """These bookings, none of which is in a series yet, are one from now on."""
        added = await self._connection.write(_ADD, every=every.value, created_at=now)
        series_id = added.scalar_one()
        rows = [{"series_id": series_id, "booking_id": each} for each in booking_ids]
        await self._connection.write(insert(series_bookings).values(rows))
        await touch(self._connection, *booking_ids)

    async def of(self, booking_id: int) -> Series | None:
        """The series that a booking is in; None if it stands alone."""
        rows = list(await self._connection.read(_OF, of_booking=booking_id))
        if not rows:
            return None
        return Series(Every(rows[0].every), tuple(booking(row) for row in rows))

    async def lock_requests(self, booking_id: int) -> list[Booking]:
        """What its provider has yet to answer of the series that a booking is in, by id; locked."""
        found = await self._connection.read(_REQUESTS, of_booking=booking_id)
        return [booking(row) for row in found]
