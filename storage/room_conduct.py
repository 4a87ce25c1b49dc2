"""When a talk goes wrong: who wants no more messages, and who has told the admins."""

from datetime import datetime

from sqlalchemy import bindparam, select, text
from sqlalchemy.dialects.postgresql import TIMESTAMP

from domain.notices import Side
from domain.people import Person
from domain.rooms import Reason, Report
from storage.connection import Connection
from storage.people import COLUMNS, person
from storage.tables import people, room_reports

_INSTANT = TIMESTAMP(timezone=True)

_BLOCK = text(
    """
    INSERT INTO room_blocks (provider_id, customer_id, side, made_at)
    VALUES (:provider_id, :customer_id, :side, :now)
    ON CONFLICT DO NOTHING
    """
).bindparams(bindparam("now", type_=_INSTANT))
_UNBLOCK = text(
    "DELETE FROM room_blocks"
    " WHERE provider_id = :provider_id AND customer_id = :customer_id AND side = :side"
)
_BLOCKS = text(
    "SELECT side FROM room_blocks WHERE provider_id = :provider_id AND customer_id = :customer_id"
)
_REPORT = text(
    """
    INSERT INTO room_reports (booking_id, side, reason, made_at)
    VALUES (:booking_id, :side, :reason, :now)
    ON CONFLICT DO NOTHING
    RETURNING id
    """
).bindparams(bindparam("now", type_=_INSTANT))
_GET_REPORT = select(room_reports).where(room_reports.c.id == bindparam("report_id"))
_ADMINS = (
    select(*COLUMNS)
    .where(
        text(
            """
        people.id IN (
            SELECT admins.person_id FROM admins
            JOIN providers ON providers.id = :provider_id
            WHERE admins.organization_id IS NULL
                OR admins.organization_id = providers.organization_id
        ) AND people.telegram_id IS NOT NULL
        """
        )
    )
    .order_by(people.c.id)
)


class RoomConduct:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    async def block(self, provider_id: int, customer_id: int, side: Side, now: datetime) -> None:
        await self._connection.write(
            _BLOCK, provider_id=provider_id, customer_id=customer_id, side=side, now=now
        )

    async def unblock(self, provider_id: int, customer_id: int, side: Side) -> None:
        await self._connection.write(
            _UNBLOCK, provider_id=provider_id, customer_id=customer_id, side=side
        )

    async def blocks(self, provider_id: int, customer_id: int) -> frozenset[Side]:
        """Which of the two want no messages of the other one."""
        found = await self._connection.read(
            _BLOCKS, provider_id=provider_id, customer_id=customer_id
        )
        return frozenset(Side(row.side) for row in found)

    async def report(
        self, booking_id: int, side: Side, reason: Reason, now: datetime
    ) -> int | None:
        """Keep a report; its id, or None if this side has made one before."""
        added = await self._connection.write(
            _REPORT, booking_id=booking_id, side=side, reason=reason, now=now
        )
        row = added.one_or_none()
        return None if row is None else int(row.id)

    async def get_report(self, report_id: int) -> Report:
        row = (await self._connection.read(_GET_REPORT, report_id=report_id)).one()
        return Report(row.id, row.booking_id, Side(row.side), Reason(row.reason), row.made_at)

    async def admins_of(self, provider_id: int) -> list[Person]:
        """Who runs the organization of a provider, as far as they can be written to."""
        found = await self._connection.read(_ADMINS, provider_id=provider_id)
        return [person(row) for row in found]
