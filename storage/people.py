"""The people we know, and which of them run things."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import bindparam, select, text, update

from domain.people import Person
from domain.refusals import NotFound
from domain.reminders import DEFAULT_LEADS
from storage.connection import Connection
from storage.tables import people

MINUTE = timedelta(minutes=1)
COLUMNS = (
    people.c.id,
    people.c.telegram_id,
    people.c.first_name,
    people.c.last_name,
    people.c.language,
    people.c.zone,
    people.c.leads,
    people.c.reachable,
    people.c.phone,
)

_GET = select(*COLUMNS).where(people.c.id == bindparam("person_id"))
_BY_TELEGRAM = select(*COLUMNS).where(people.c.telegram_id == bindparam("account"))
_THIS = update(people).where(people.c.id == bindparam("person_id"))
_SET_LANGUAGE = _THIS.values(language=bindparam("new"))
_SET_ZONE = _THIS.values(zone=bindparam("new"))
_SET_PHONE = _THIS.values(phone=bindparam("new"))
_SET_LEADS = _THIS.values(leads=bindparam("new"))
_UNREACHABLE = _THIS.where(people.c.reachable).values(
    reachable=False, unreachable_since=bindparam("since")
)
_REACHABLE = _THIS.values(reachable=True, unreachable_since=None)
_MOVED = (
    update(people)
    .where(people.c.telegram_id == bindparam("old"))
    .values(telegram_id=bindparam("new"))
)
_ADMINS = select(*COLUMNS).where(text("id IN (SELECT person_id FROM admins)")).order_by(people.c.id)
_PROVIDERS = (
    select(*COLUMNS).where(text("id IN (SELECT person_id FROM providers)")).order_by(people.c.id)
)
_WALK_IN = text(
    """
    INSERT INTO people (first_name, last_name, language, reachable, phone)
    VALUES (:name, '', :language, false, :phone)
    RETURNING id
    """
)
_IS_ADMIN = text("SELECT EXISTS (SELECT FROM admins WHERE person_id = :person_id)")
_EXPECT = text(
    """
    INSERT INTO people (telegram_id, first_name, last_name, language, reachable)
    VALUES (:telegram_id, '', '', 'en', true)
    ON CONFLICT DO NOTHING
    """
)
_MAKE_OWNER = text(
    """
    INSERT INTO admins (organization_id, person_id, owner, permissions)
    VALUES (:organization_id, :person_id, true, '{}')
    ON CONFLICT (organization_id, person_id) DO UPDATE SET owner = true
    """
)


def person(values: Sequence[Any]) -> Person:
    """The person of the values of COLUMNS."""
    person_id, telegram_id, first_name, last_name, language, zone, leads, reachable, phone = values
    return Person(
        person_id,
        telegram_id,
        first_name,
        last_name,
        language,
        ZoneInfo(zone) if zone else None,
        DEFAULT_LEADS if leads is None else tuple(MINUTE * minutes for minutes in leads),
        reachable,
        phone,
    )


class People:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    async def get(self, person_id: int) -> Person:
        """This person, or raise NotFound."""
        row = (await self._connection.read(_GET, person_id=person_id)).one_or_none()
        if row is None:
            raise NotFound
        return person(row)

    async def by_telegram(self, telegram_id: int) -> Person | None:
        row = (await self._connection.read(_BY_TELEGRAM, account=telegram_id)).one_or_none()
        return person(row) if row else None

    async def set_language(self, person_id: int, language: str) -> None:
        await self._connection.write(_SET_LANGUAGE, person_id=person_id, new=language)

    async def set_zone(self, person_id: int, zone: ZoneInfo | None) -> None:
        await self._connection.write(_SET_ZONE, person_id=person_id, new=zone and zone.key)

    async def set_phone(self, person_id: int, phone: str) -> None:
        await self._connection.write(_SET_PHONE, person_id=person_id, new=phone)

    async def set_leads(self, person_id: int, leads: Sequence[timedelta]) -> None:
        """From now on these, even if they are none, and no longer the usual ones."""
        minutes = [lead // MINUTE for lead in leads]
        await self._connection.write(_SET_LEADS, person_id=person_id, new=minutes)

    async def unreachable(self, person_id: int, now: datetime) -> None:
        """Telegram says that we may not write to them."""
        await self._connection.write(_UNREACHABLE, person_id=person_id, since=now)

    async def reachable(self, person_id: int) -> None:
        await self._connection.write(_REACHABLE, person_id=person_id)

    async def moved(self, old_telegram_id: int, new_telegram_id: int) -> None:
        """Telegram has given the chat another id."""
        await self._connection.write(_MOVED, old=old_telegram_id, new=new_telegram_id)

    async def admins(self) -> list[Person]:
        """Everybody who runs an organization, longest known first."""
        return [person(row) for row in await self._connection.read(_ADMINS)]

    async def providers(self) -> list[Person]:
        """Everybody who answers for a provider."""
        found = await self._connection.read(_PROVIDERS)
        return [person(row) for row in found]

    async def is_admin(self, person_id: int) -> bool:
        found = await self._connection.read(_IS_ADMIN, person_id=person_id)
        return bool(found.scalar_one())

    async def expect(self, telegram_id: int) -> int:
        """The id of whoever has this account, also if they have not written to us yet."""
        await self._connection.write(_EXPECT, telegram_id=telegram_id)
        found = await self._connection.read(_BY_TELEGRAM, account=telegram_id)
        return int(found.one().id)

    async def walk_in(self, name: str, phone: str, language: str) -> Person:
        """Somebody new without an account, as a provider names them."""
        added = await self._connection.write(_WALK_IN, name=name, phone=phone, language=language)
        return await self.get(int(added.scalar_one()))

    async def make_owner(self, person_id: int, organization_id: int | None = None) -> None:
        """Owner of one organization, or of every one that there is or will be."""
        await self._connection.write(
            _MAKE_OWNER, person_id=person_id, organization_id=organization_id
        )
