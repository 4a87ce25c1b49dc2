"""Reviews of sessions, how customers took part, and the stars that providers have of it."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Integer, Row, bindparam, text
from sqlalchemy.dialects.postgresql import TIMESTAMP

from domain.bookings import Booking
from domain.reviews import Review
from domain.services import Rating
from storage.connection import Connection
from storage.live_cards import touch

# Held while a review is written, so that whoever sums up misses none that is being written.
_ALONE = text("SELECT id FROM providers WHERE id = :provider_id FOR NO KEY UPDATE")
_GET = text("SELECT stars, given_at, comment, version FROM reviews WHERE booking_id = :of_booking")
_SAVE = text(
    """
    INSERT INTO reviews (booking_id, provider_id, stars, comment, version, given_at)
    VALUES (:of_booking, :provider_id, :stars, :comment, :version, :given_at)
    ON CONFLICT (booking_id) DO UPDATE SET
        stars = excluded.stars, comment = excluded.comment, version = excluded.version
    """
).bindparams(bindparam("given_at", type_=TIMESTAMP(timezone=True)))
_SUM_UP = text(
    """
    UPDATE providers SET own_stars = summed.stars, own_count = summed.number
    FROM (
        SELECT coalesce(sum(stars), 0) AS stars, count(*) AS number
        FROM reviews WHERE provider_id = :provider_id
    ) AS summed
    WHERE id = :provider_id
    """
)
_PAGE = text(
    """
    SELECT
        booking_id, stars, given_at, comment, reviews.version,
        concat_ws(' ', first_name, nullif(last_name, '')) AS customer
    FROM reviews
    JOIN bookings ON bookings.id = booking_id
    JOIN people ON people.id = customer_id
    WHERE reviews.provider_id = :provider_id
    ORDER BY given_at DESC, booking_id DESC
    LIMIT :most OFFSET :skipped
    """
).bindparams(bindparam("most", type_=Integer), bindparam("skipped", type_=Integer))
_OWN = text("SELECT own_stars, own_count FROM providers WHERE id = :provider_id")
_TAKE_PART = text(
    """
    INSERT INTO participations (booking_id, stars, given_at) VALUES (:of_booking, :stars, :now)
    ON CONFLICT (booking_id) DO UPDATE SET stars = excluded.stars, given_at = excluded.given_at
    """
).bindparams(bindparam("now", type_=TIMESTAMP(timezone=True)))


@dataclass(frozen=True, slots=True)
class Given:
    """A review with its booking and the name of who gave it."""

    booking_id: int
    customer: str
    review: Review


class Reviews:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    async def alone(self, provider_id: int) -> None:
        """Wait for others who review this provider; they wait until this transaction ends."""
        await self._connection.read(_ALONE, provider_id=provider_id)

    async def of(self, booking_id: int) -> Review | None:
        row = (await self._connection.read(_GET, of_booking=booking_id)).one_or_none()
        return None if row is None else _review(row)

    async def save(self, booking: Booking, review: Review) -> None:
        """Keep the booking's review and sum up the provider's stars; after `alone`."""
        await self._connection.write(
            _SAVE,
            of_booking=booking.id,
            provider_id=booking.provider_id,
            stars=review.stars,
            comment=review.comment,
            version=review.version,
            given_at=review.given_at,
        )
        await self._connection.write(_SUM_UP, provider_id=booking.provider_id)
        await touch(self._connection, booking.id)

    async def page(self, provider_id: int, limit: int, offset: int) -> list[Given]:
        """A page of a provider's reviews, newest first."""
        found = await self._connection.read(
            _PAGE, provider_id=provider_id, most=limit, skipped=offset
        )
        return [Given(row.booking_id, row.customer, _review(row)) for row in found]

    async def own(self, provider_id: int) -> Rating:
        """What the reviews given here come to; without what was imported."""
        row = (await self._connection.read(_OWN, provider_id=provider_id)).one()
        return Rating().joined(row.own_stars, row.own_count)

    async def took_part(self, booking: Booking, stars: int, now: datetime) -> None:
        """Keep how the customer took part, in place of what was said before."""
        await self._connection.write(_TAKE_PART, of_booking=booking.id, stars=stars, now=now)
        await touch(self._connection, booking.id)


def _review(row: Row[Any]) -> Review:
    return Review(row.stars, row.given_at, row.comment, row.version)
