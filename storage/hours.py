"""A provider's hours, exceptions and time off, as they are kept and changed.

What is valid when is decided by the domain; the slot engine reads the same rows in `schedules`.
"""

from datetime import date, datetime

from sqlalchemy import BigInteger, bindparam, delete, insert, select, text, update
from sqlalchemy.dialects.postgresql import insert as upsert

from domain.hours import Closure, Hours, Opening, Override, Week, Window
from domain.refusals import NotFound
from storage import hour_rows as rows, weeks
from storage.connection import Connection
from storage.tables import closures, date_openings, date_overrides, providers, weekly_windows
from storage.waitlist import TELL_OF_FREED

_WEEK = text(f"SELECT {weeks.COLUMNS} FROM providers WHERE id = :provider_id")  # noqa: S608  # ours
_WHOSE = bindparam("whose", type_=BigInteger)
_FORGET_WEEKLY = delete(weekly_windows).where(weekly_windows.c.provider_id == _WHOSE)
_ADD_OVERRIDE = upsert(date_overrides)
_PUT_OVERRIDE = _ADD_OVERRIDE.on_conflict_do_update(
    index_elements=[date_overrides.c.provider_id, date_overrides.c.on_date],
    set_={"windows": _ADD_OVERRIDE.excluded.windows},
)
_DROP_OVERRIDE = delete(date_overrides).where(
    date_overrides.c.provider_id == _WHOSE, date_overrides.c.on_date == bindparam("day")
)
_DROP_OPENINGS = delete(date_openings).where(
    date_openings.c.provider_id == _WHOSE, date_openings.c.on_date == bindparam("day")
)
_ADD_CLOSURE = insert(closures).returning(closures.c.id)
_CLOSURES = (
    select(closures)
    .where(closures.c.provider_id == _WHOSE, closures.c.last_date >= bindparam("since"))
    .order_by(closures.c.first_date, closures.c.start_minute, closures.c.id)
)
_DROP_CLOSURE = (
    delete(closures)
    .where(closures.c.provider_id == _WHOSE, closures.c.id == bindparam("closure"))
    .returning(closures.c.id)
)
_SET_REASON = (
    update(closures)
    .where(closures.c.provider_id == _WHOSE, closures.c.id == bindparam("closure"))
    .values(reason=bindparam("why"))
    .returning(closures.c.id)
)
_LOCK = select(providers.c.id).where(providers.c.id == _WHOSE).with_for_update()

_LOCK_ALL = (
    select(providers.c.id)
    .where(providers.c.organization_id == _WHOSE)
    .order_by(providers.c.id)
    .with_for_update()
)


class Timetables:
    """Each change is of one provider; that it is the person's own is checked before.

    Of hours that open, those who look after the waitlist hear at the commit.
    """

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    async def week(self, provider_id: int) -> Week:
        """All that is kept, whatever dates it is about; or raise NotFound."""
        found = await self._connection.read(
            _WEEK, provider_id=provider_id, first_reached=date.min, last_reached=date.max
        )
        row = found.one_or_none()
        if row is None:
            raise NotFound
        return weeks.week(row)

    async def set_weekly(self, provider_id: int, hours: Hours) -> None:
        """These windows in place of all the provider's weekly ones."""
        await self._connection.write(_FORGET_WEEKLY, whose=provider_id)
        if hours:
            new = [{"provider_id": provider_id, **rows.weekly_row(each)} for each in hours]
            await self._connection.write(insert(weekly_windows).values(new))
        await self._tell_of_freed(provider_id)

    async def put_override(self, provider_id: int, override: Override) -> None:
        """Special hours or a day off, in place of what was said of this date before."""
        await self._connection.write(
            _PUT_OVERRIDE, provider_id=provider_id, **rows.override_row(override)
        )
        await self._tell_of_freed(provider_id)

    async def drop_override(self, provider_id: int, on: date) -> None:
        """The weekly hours count on this date again."""
        await self._connection.write(_DROP_OVERRIDE, whose=provider_id, day=on)
        await self._tell_of_freed(provider_id)

    async def add_opening(self, provider_id: int, opening: Opening) -> None:
        """A window more on this date."""
        window: Window = opening.window
        await self._connection.write(
            insert(date_openings),
            provider_id=provider_id,
            on_date=opening.on,
            start_minute=window.start,
            end_minute=window.end,
        )
        await self._tell_of_freed(provider_id)

    async def drop_openings(self, provider_id: int, on: date) -> None:
        await self._connection.write(_DROP_OPENINGS, whose=provider_id, day=on)

    async def add_closure(self, provider_id: int, closure: Closure, now: datetime) -> int:
        """Keep a time off; its id."""
        added = await self._connection.write(
            _ADD_CLOSURE,
            provider_id=provider_id,
            first_date=closure.first,
            last_date=closure.last,
            start_minute=closure.start,
            end_minute=closure.end,
            reason=closure.reason,
            created_at=now,
        )
        return int(added.scalar_one())

    async def closures(self, provider_id: int, since: date) -> list[tuple[int, Closure]]:
        """The time off not over before a provider-local date, with ids, by its beginning."""
        found = await self._connection.read(_CLOSURES, whose=provider_id, since=since)
        return [
            (
                row.id,
                Closure(
                    row.first_date, row.last_date, row.start_minute, row.end_minute, row.reason
                ),
            )
            for row in found
        ]

    async def set_reason(self, provider_id: int, closure_id: int, reason: str) -> None:
        """Say what a time off is for; raises NotFound if the provider has no such time off."""
        found = await self._connection.write(
            _SET_REASON, whose=provider_id, closure=closure_id, why=reason
        )
        if found.one_or_none() is None:
            raise NotFound

    async def drop_closure(self, provider_id: int, closure_id: int) -> None:
        """Open again; raises NotFound if the provider has no such time off."""
        found = await self._connection.write(_DROP_CLOSURE, whose=provider_id, closure=closure_id)
        if found.one_or_none() is None:
            raise NotFound
        await self._tell_of_freed(provider_id)

    async def alone(self, provider_id: int) -> None:
        """Wait for others who change this provider's hours, or book by them; then they wait for us.

        To be called before what is to be changed, or what is booked, is read, where that matters.
        """
        await self._connection.read(_LOCK, whose=provider_id)

    async def all_alone(self, organization_id: int) -> None:
        """As `alone`, of all providers of an organization."""
        await self._connection.read(_LOCK_ALL, whose=organization_id)

    async def _tell_of_freed(self, provider_id: int) -> None:
        await self._connection.read(TELL_OF_FREED, freed_provider=provider_id)
