"""The days on which an organization is closed, and who may say so."""

from collections.abc import Mapping
from datetime import date
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import BigInteger, Row, bindparam, delete, select, text
from sqlalchemy.dialects.postgresql import insert

from domain.bookings import UPCOMING, Booking, Status
from domain.services import Organization
from storage.booking_queries import BOOKING
from storage.booking_rows import booking
from storage.columns import listed
from storage.connection import Connection
from storage.tables import bookings, holidays, providers

_WHOSE = bindparam("whose", type_=BigInteger)
_ADMINISTERED = text(
    """
    SELECT id, name, zone FROM organizations
    WHERE EXISTS (
        SELECT FROM admins
        WHERE person_id = :person_id
            AND (organization_id IS NULL OR organization_id = organizations.id)
    )
    ORDER BY id
    """
)
_HELD = (
    select(*BOOKING)
    .join(providers, providers.c.id == bookings.c.provider_id)
    .where(
        providers.c.organization_id == _WHOSE,
        bookings.c.status == Status.HELD,
        bookings.c.moves_id.is_(None),
    )
    .order_by(bookings.c.id)
    .with_for_update(of=bookings)
)
_AHEAD = (
    select(holidays.c.on_date, holidays.c.name)
    .where(holidays.c.organization_id == _WHOSE, holidays.c.on_date >= bindparam("since"))
    .order_by(holidays.c.on_date)
)
_ADD = insert(holidays).on_conflict_do_nothing()
_DROP = delete(holidays).where(
    holidays.c.organization_id == _WHOSE, holidays.c.on_date == bindparam("day")
)
_BOOKED = text(
    f"""
    SELECT count(*) FROM bookings JOIN providers ON providers.id = provider_id
    WHERE organization_id = :organization_id AND bookings.status IN ({listed(UPCOMING)})
        AND starts_at >= (CAST(:day AS date)::timestamp AT TIME ZONE providers.zone)
        AND starts_at < ((CAST(:day AS date) + 1)::timestamp AT TIME ZONE providers.zone)
    """  # noqa: S608  # the statuses are ours
)


class Holidays:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    async def administered(self, person_id: int) -> list[Organization]:
        """The organizations that this person is an admin of."""
        found = await self._connection.read(_ADMINISTERED, person_id=person_id)
        return [_organization(row) for row in found]

    async def ahead(self, organization_id: int, since: date) -> dict[date, str]:
        """The days from a date on, with their names, ascending."""
        found = await self._connection.read(_AHEAD, whose=organization_id, since=since)
        return {row.on_date: row.name for row in found}

    async def add(self, organization_id: int, days: Mapping[date, str]) -> None:
        """Close on these days as well."""
        for on, name in days.items():
            await self._connection.write(
                _ADD, organization_id=organization_id, on_date=on, name=name
            )

    async def drop(self, organization_id: int, on: date) -> None:
        """Open on this day again."""
        await self._connection.write(_DROP, whose=organization_id, day=on)

    async def held(self, organization_id: int) -> list[Booking]:
        """As `Bookings.held_with`, of all providers of an organization."""
        return [booking(row) for row in await self._connection.read(_HELD, whose=organization_id)]

    async def booked(self, organization_id: int, on: date) -> int:
        """How many bookings begin on a date, each by its provider's clock."""
        found = await self._connection.read(_BOOKED, organization_id=organization_id, day=on)
        return int(found.scalar_one())


def _organization(row: Row[Any]) -> Organization:
    return Organization(row.id, row.name, ZoneInfo(row.zone))
