"""Follow-ups: what providers have to do after sessions."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Date, Integer, Row, bindparam, text
from sqlalchemy.dialects.postgresql import TIMESTAMP

from domain.followups import FollowUp, State, Task
from domain.refusals import NotFound
from storage.connection import Connection

_VERSION = "(SELECT coalesce(max(version), 0) + 1 FROM follow_ups WHERE booking_id = :of_booking)"
_COLUMNS = "id, booking_id, task, text, due_on, version, state"
_DUE = bindparam("due", type_=Date)
_ADD = text(
    f"""
    INSERT INTO follow_ups (booking_id, provider_id, task, text, due_on, state, version, made_at)
    VALUES (:of_booking, :provider_id, :task, :text, :due, 'open', {_VERSION}, :now)
    RETURNING {_COLUMNS}
    """  # noqa: S608  # the names are ours
).bindparams(_DUE, bindparam("now", type_=TIMESTAMP(timezone=True)))
_MOVE = text(
    f"""
    UPDATE follow_ups SET due_on = :due, version = {_VERSION}
    WHERE id = :follow_up_id AND booking_id = :of_booking
    RETURNING {_COLUMNS}
    """  # noqa: S608  # the names are ours
).bindparams(_DUE)
_CLOSE = text("UPDATE follow_ups SET state = :state WHERE id = :follow_up_id")
_GET = text(f"SELECT {_COLUMNS} FROM follow_ups WHERE id = :follow_up_id")  # noqa: S608  # ours
_PLANNED = text(
    f"SELECT {_COLUMNS} FROM follow_ups WHERE booking_id = :of_booking AND version = :version"  # noqa: S608  # ours
)
_PAGE = text(
    """
    SELECT
        follow_ups.id, booking_id, task, text, due_on, follow_ups.version, state,
        concat_ws(' ', first_name, nullif(last_name, '')) AS customer
    FROM follow_ups
    JOIN bookings ON bookings.id = booking_id
    JOIN people ON people.id = customer_id
    WHERE follow_ups.provider_id = :provider_id AND state = 'open'
    ORDER BY due_on, follow_ups.id
    LIMIT :most OFFSET :skipped
    """
).bindparams(bindparam("most", type_=Integer), bindparam("skipped", type_=Integer))
_COUNT = text("SELECT count(*) FROM follow_ups WHERE provider_id = :provider_id AND state = 'open'")


@dataclass(frozen=True, slots=True)
class ForWhom:
    """A follow-up with the name of the customer it is for."""

    follow_up: FollowUp
    customer: str


class FollowUps:
    """That a follow-up is the person's own is checked by the caller."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    async def add(
        self, booking_id: int, provider_id: int, task: Task, words: str, due: date, now: datetime
    ) -> FollowUp:
        added = await self._connection.write(
            _ADD,
            of_booking=booking_id,
            provider_id=provider_id,
            task=task,
            text=words,
            due=due,
            now=now,
        )
        return _follow_up(added.one())

    async def move(self, known: FollowUp, due: date) -> FollowUp:
        """The follow-up with another date, and the version of the reminder for it."""
        moved = await self._connection.write(
            _MOVE, follow_up_id=known.id, of_booking=known.booking_id, due=due
        )
        return _follow_up(moved.one())

    async def close(self, known: FollowUp, state: State) -> None:
        await self._connection.write(_CLOSE, follow_up_id=known.id, state=state)

    async def get(self, follow_up_id: int) -> FollowUp:
        """This follow-up, or raise NotFound."""
        row = (await self._connection.read(_GET, follow_up_id=follow_up_id)).one_or_none()
        if row is None:
            raise NotFound
        return _follow_up(row)

    async def planned(self, booking_id: int, version: int) -> FollowUp | None:
        """What this reminder is for; None if it was moved to another date."""
        found = await self._connection.read(_PLANNED, of_booking=booking_id, version=version)
        row = found.one_or_none()
        return None if row is None else _follow_up(row)

    async def page(self, provider_id: int, limit: int, offset: int) -> list[ForWhom]:
        """A page of what is open, by due date."""
        found = await self._connection.read(
            _PAGE, provider_id=provider_id, most=limit, skipped=offset
        )
        return [ForWhom(_follow_up(row), row.customer) for row in found]

    async def count(self, provider_id: int) -> int:
        """How many are open."""
        return int((await self._connection.read(_COUNT, provider_id=provider_id)).scalar_one())


def _follow_up(row: Row[Any]) -> FollowUp:
    return FollowUp(
        row.id, row.booking_id, Task(row.task), row.text, row.due_on, row.version, State(row.state)
    )
