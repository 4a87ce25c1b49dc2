"""Calendar feeds and what is in them."""

from datetime import datetime
from typing import Any

from sqlalchemy import BigInteger, Row, bindparam, func, select, text
from sqlalchemy.dialects.postgresql import TIMESTAMP

from domain.bookings import Booking
from domain.feeds import Feed
from domain.people import Person
from domain.refusals import NotFound
from storage import booking_queries as queries
from storage.booking_rows import booking
from storage.connection import Connection
from storage.people import person
from storage.tables import booking_events, bookings, calendar_feeds

_OPEN = text(
    """
    INSERT INTO calendar_feeds (person_id, provider_id, secret, created_at)
    VALUES (:person_id, :provider_id, :secret, :now)
    ON CONFLICT (person_id, provider_id) DO UPDATE SET person_id = excluded.person_id
    RETURNING id, person_id, provider_id, secret
    """
).bindparams(
    bindparam("provider_id", type_=BigInteger), bindparam("now", type_=TIMESTAMP(timezone=True))
)
_RENEW = text(
    """
    UPDATE calendar_feeds SET secret = :secret, created_at = :now
    WHERE id = :feed_id AND person_id = :person_id
    RETURNING id
    """
).bindparams(bindparam("now", type_=TIMESTAMP(timezone=True)))
_GET = select(calendar_feeds).where(calendar_feeds.c.secret == bindparam("secret"))

# A hold is nobody's appointment yet, and one that ran out never was.
_WAS_MORE_THAN_A_HOLD = text(
    """
    bookings.status <> 'held' AND (bookings.status <> 'expired' OR EXISTS (
        SELECT FROM booking_events
        WHERE booking_id = bookings.id AND after = 'expired' AND before <> 'held'
    ))
    """
)
_CHANGED = (
    select(func.max(booking_events.c.at))
    .where(booking_events.c.booking_id == bookings.c.id)
    .scalar_subquery()
    .label("changed")
)
_SINCE = queries.WITH_CUSTOMER.add_columns(_CHANGED).where(
    bookings.c.starts_at >= bindparam("since"), _WAS_MORE_THAN_A_HOLD
)
_OF_CUSTOMER = _SINCE.where(bookings.c.customer_id == bindparam("of")).order_by(bookings.c.id)
_OF_PROVIDER = _SINCE.where(bookings.c.provider_id == bindparam("of")).order_by(bookings.c.id)


class Feeds:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    async def open(
        self, person_id: int, provider_id: int | None, secret: str, now: datetime
    ) -> Feed:
        """The person's feed; made with this secret if there is none yet."""
        found = await self._connection.write(
            _OPEN, person_id=person_id, provider_id=provider_id, secret=secret, now=now
        )
        return _feed(found.one())

    async def renew(self, feed_id: int, person_id: int, secret: str, now: datetime) -> None:
        """Only the new address works from now on; raises NotFound if it is not theirs."""
        found = await self._connection.write(
            _RENEW, feed_id=feed_id, person_id=person_id, secret=secret, now=now
        )
        if found.one_or_none() is None:
            raise NotFound

    async def by_secret(self, secret: str) -> Feed:
        """The feed at this address, or raise NotFound."""
        row = (await self._connection.read(_GET, secret=secret)).one_or_none()
        if row is None:
            raise NotFound
        return _feed(row)

    async def entries(self, feed: Feed, since: datetime) -> list[tuple[Booking, Person, datetime]]:
        """Bookings that begin at `since` or later, by id: with the customer and the last change."""
        if feed.provider_id is None:
            found = await self._connection.read(_OF_CUSTOMER, of=feed.person_id, since=since)
        else:
            found = await self._connection.read(_OF_PROVIDER, of=feed.provider_id, since=since)
        return [
            (booking(row), person(row[len(queries.BOOKING) : -1]), row.changed) for row in found
        ]


def _feed(row: Row[Any]) -> Feed:
    return Feed(row.id, row.person_id, row.provider_id, row.secret)
