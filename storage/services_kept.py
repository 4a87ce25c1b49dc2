"""A provider's services as the provider keeps them: paused ones too, in their order."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ARRAY, BigInteger, Row, bindparam, delete, insert, select, text, update
from sqlalchemy.exc import IntegrityError

from domain.catalogues import House, KeptService, ServiceEntry
from domain.policies import NOTHING_LAID_DOWN
from domain.refusals import NotFound, ServiceInUse
from domain.waitlist import State
from storage import catalogue_rows as rows
from storage.connection import Connection
from storage.providers import service_of
from storage.question_rows import form_of
from storage.tables import (
    organizations,
    provider_services,
    providers,
    services,
    waitlist_entries,
    weekly_windows,
)

_WHOSE = bindparam("whose", type_=BigInteger)
_WHICH = bindparam("which", type_=BigInteger)
_OFFERED = select(services).join(provider_services, provider_services.c.service_id == services.c.id)
_OF = _OFFERED.where(provider_services.c.provider_id == _WHOSE).order_by(
    provider_services.c.position, services.c.id
)
_ONE = _OF.where(services.c.id == _WHICH)
_OTHERS = (
    select(providers.c.name)
    .join(provider_services, provider_services.c.provider_id == providers.c.id)
    .where(provider_services.c.service_id == _WHICH, providers.c.id != _WHOSE)
    .order_by(providers.c.position, providers.c.id)
)
_IS_USED = text(
    "SELECT EXISTS (SELECT FROM bookings WHERE provider_id = :whose AND service_id = :which)"
)
_HOUSE = (
    select(organizations.c.id, organizations.c.currency, organizations.c.languages)
    .join(providers, providers.c.organization_id == organizations.c.id)
    .where(providers.c.id == _WHOSE)
)
_ADD = insert(services).returning(services.c.id)
_SAVE = update(services).where(services.c.id == _WHICH)
_OFFER = text(
    """
    INSERT INTO provider_services (provider_id, service_id, position)
    SELECT :whose, :which, coalesce(max(position), -1) + 1
    FROM provider_services WHERE provider_id = :whose
    """
).bindparams(_WHOSE, _WHICH)
_STOP_OFFERING = delete(provider_services).where(
    provider_services.c.provider_id == _WHOSE, provider_services.c.service_id == _WHICH
)
_HOURS_TO_COPY = (
    update(weekly_windows)
    .where(weekly_windows.c.provider_id == _WHOSE, weekly_windows.c.service_id == _WHICH)
    .values(service_id=bindparam("copy"))
)
_LINE_TO_COPY = (
    update(waitlist_entries)
    .where(
        waitlist_entries.c.provider_id == _WHOSE,
        waitlist_entries.c.service_id == _WHICH,
        waitlist_entries.c.state == State.WAITING,
    )
    .values(service_id=bindparam("copy"))
)
_ORDER = text(
    """
    UPDATE provider_services SET position = place - 1
    FROM unnest(:ids) WITH ORDINALITY AS wanted(id, place)
    WHERE provider_id = :whose AND service_id = wanted.id
    """
).bindparams(_WHOSE, bindparam("ids", type_=ARRAY(BigInteger)))
_FORGET = (
    delete(waitlist_entries).where(waitlist_entries.c.service_id == _WHICH),
    delete(weekly_windows).where(weekly_windows.c.service_id == _WHICH),
    delete(provider_services).where(provider_services.c.service_id == _WHICH),
    delete(services).where(services.c.id == _WHICH),
)


class KeptServices:
    """That a service is the provider's own to change is checked before."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    async def of(self, provider_id: int) -> list[KeptService]:
        """All that the provider offers or has paused, in the order customers see them."""
        return [_kept(row) for row in await self._connection.read(_OF, whose=provider_id)]

    async def one(self, provider_id: int, service_id: int) -> KeptService:
        """A service of this provider, or raise NotFound."""
        found = await self._connection.read(_ONE, whose=provider_id, which=service_id)
        row = found.one_or_none()
        if row is None:
            raise NotFound
        return _kept(row)

    async def others(self, provider_id: int, service_id: int) -> list[str]:
        """Names of the other providers that offer the service."""
        found = await self._connection.read(_OTHERS, whose=provider_id, which=service_id)
        return [row.name for row in found]

    async def is_used(self, provider_id: int, service_id: int) -> bool:
        """Whether somebody has booked it with this provider, ever."""
        found = await self._connection.read(_IS_USED, whose=provider_id, which=service_id)
        return bool(found.scalar_one())

    async def house(self, provider_id: int) -> House:
        """The organization of a provider; or raise NotFound."""
        row = (await self._connection.read(_HOUSE, whose=provider_id)).one_or_none()
        if row is None:
            raise NotFound
        return House(row.id, row.currency, tuple(row.languages))

    async def add(self, provider_id: int, entry: ServiceEntry, now: datetime) -> int:
        """A new service of this provider, the last one in its list; the id."""
        house = await self.house(provider_id)
        made = {"organization_id": house.id, "slug": entry.slug, "position": 0, "created_at": now}
        added = await self._connection.write(_ADD, **rows.service(entry), **made)
        service_id = int(added.scalar_one())
        await self._connection.write(_OFFER, whose=provider_id, which=service_id)
        return service_id

    async def save(self, kept: KeptService) -> None:
        """All that the entry says, except for the slug."""
        await self._connection.write(_SAVE.values(rows.service(kept.entry)), which=kept.id)

    async def order(self, provider_id: int, service_ids: Sequence[int]) -> None:
        """Put the provider's services into this order."""
        await self._connection.write(_ORDER, whose=provider_id, ids=list(service_ids))

    async def leave_to_others(self, provider_id: int, service_id: int, copy_id: int) -> None:
        """The provider offers the copy and no longer the service, which others keep.

        Hours that the provider set for the service are now the copy's, and so is the line of
        those who wait for it with this provider.
        """
        for statement in (_HOURS_TO_COPY, _LINE_TO_COPY):
            await self._connection.write(
                statement, whose=provider_id, which=service_id, copy=copy_id
            )
        await self._connection.write(_STOP_OFFERING, whose=provider_id, which=service_id)

    async def delete(self, service_id: int) -> None:
        """Forget the service; raises ServiceInUse if anything hangs on it, such as a booking."""
        try:
            async with self._connection.attempt():
                for statement in _FORGET:
                    await self._connection.write(statement, which=service_id)
        except IntegrityError as error:  # foreign keys are all that can be violated here
            raise ServiceInUse from error


def _kept(row: Row[Any]) -> KeptService:
    service = service_of(row)
    entry = ServiceEntry(
        row.slug,
        service.title,
        service.rules,
        service.price,
        service.meetings,
        service.description,
        row.active,
        None if service.clauses == NOTHING_LAID_DOWN else service.clauses,
        form_of(row.questions),
    )
    return KeptService(service.id, entry)
