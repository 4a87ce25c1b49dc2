"""What of all bookings is a person's own: how many ahead, which at one time, which by reference."""

from datetime import datetime

from sqlalchemy import BigInteger, bindparam, select, text

from domain.bookings import UPCOMING, Booking
from domain.notices import Side
from domain.services import Format
from domain.spans import Span
from storage.booking_queries import BOOKING
from storage.booking_rows import booking
from storage.columns import listed
from storage.connection import Connection
from storage.tables import bookings, providers

_IS_UPCOMING = text(f"bookings.status IN ({listed(UPCOMING)})")
_PERSON = bindparam("person_id", type_=BigInteger)
_ACTIVE = text(
    f"""
    SELECT count(DISTINCT coalesce(-series_id, bookings.id)) FROM bookings
    JOIN providers ON providers.id = provider_id
    LEFT JOIN series_bookings ON booking_id = bookings.id
    WHERE customer_id = :person_id AND bookings.status IN ({listed(UPCOMING)})
        AND ends_at > :now AND organization_id = (
            SELECT organization_id FROM providers WHERE id = :provider_id
        )
    """  # noqa: S608  # the statuses are ours
)
_CLASHING = (
    select(*BOOKING)
    .where(
        bookings.c.customer_id == _PERSON,
        _IS_UPCOMING,
        bookings.c.id != bindparam("but"),
        bookings.c.starts_at < bindparam("until"),
        bookings.c.ends_at > bindparam("since"),
    )
    .order_by(bookings.c.starts_at, bookings.c.id)
    .limit(bindparam("most"))
)
_BY_REFERENCE = (
    select(*BOOKING, (bookings.c.customer_id == _PERSON).label("is_customer"))
    .join(providers, providers.c.id == bookings.c.provider_id)
    .where(
        bookings.c.reference == bindparam("wanted"),
        text("bookings.status <> 'held'"),
        (bookings.c.customer_id == _PERSON) | (providers.c.person_id == _PERSON),
    )
)


_LAST_FORMAT = (
    select(bookings.c.format)
    .where(
        bookings.c.customer_id == _PERSON,
        bookings.c.service_id == bindparam("service_id"),
        bookings.c.moves_id.is_(None),
        text("bookings.status NOT IN ('held', 'expired')"),
    )
    .order_by(bookings.c.id.desc())
    .limit(1)
)


class OwnBookings:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    async def active(self, person_id: int, provider_id: int, now: datetime) -> int:
        """How many the customer has with the provider's organization that are not over.

        A series counts as one.
        """
        found = await self._connection.read(
            _ACTIVE, person_id=person_id, provider_id=provider_id, now=now
        )
        return int(found.scalar_one())

    async def clashing(self, person_id: int, during: Span, but: int, limit: int) -> list[Booking]:
        """The customer's that overlap with this time, by start; holds and `but` left out."""
        found = await self._connection.read(
            _CLASHING,
            person_id=person_id,
            since=during.start,
            until=during.end,
            but=but,
            most=limit,
        )
        return [booking(row) for row in found]

    async def by_reference(self, wanted: str, person_id: int) -> tuple[Booking, Side] | None:
        """A booking on one side of which the person stands, and which: the customer's first."""
        found = await self._connection.read(_BY_REFERENCE, wanted=wanted, person_id=person_id)
        row = found.one_or_none()
        if row is None:
            return None
        return booking(row), Side.CUSTOMER if row.is_customer else Side.PROVIDER

    async def last_format(self, person_id: int, service_id: int) -> Format | None:
        """In which format the customer booked a service the last time."""
        found = await self._connection.read(
            _LAST_FORMAT, person_id=person_id, service_id=service_id
        )
        way = found.scalar_one_or_none()
        return None if way is None else Format(way)
