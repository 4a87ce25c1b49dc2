"""Importing a catalogue: what a file describes is created or updated, found by its slugs."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import Enum, auto
from typing import Any

from sqlalchemy import ColumnElement, Table, and_, delete, insert, select, text, update

from domain.catalogues import OrganizationEntry, ProviderEntry
from storage import catalogue_rows as rows
from storage.connection import Connection
from storage.live_cards import touch_provider
from storage.tables import (
    date_overrides,
    organizations,
    people,
    provider_services,
    providers,
    services,
    weekly_windows,
)

_Row = dict[str, Any]
_LOCK = text("SELECT pg_advisory_xact_lock(7252145211)")  # a number of ours, drawn once


@dataclass(frozen=True, slots=True)
class Report:
    """How many organizations, providers and services an import concerned.

    `paused` of them are no longer offered and were before; they count as updated too.
    """

    created: int = 0
    updated: int = 0
    unchanged: int = 0
    paused: int = 0


class _Fate(Enum):
    CREATED = auto()
    UPDATED = auto()
    UNCHANGED = auto()
    PAUSED = auto()


class Catalogue:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    async def alone(self) -> None:
        """Wait for others who work on the catalogue; they wait until this transaction ends."""
        await self._connection.read(_LOCK)

    async def apply(self, entries: Sequence[OrganizationEntry], now: datetime) -> Report:
        """Make what is stored agree with the entries; what they do not name stays as it is.

        A provider's hours and overrides are replaced by the entry's, and so is which of the
        entries' services it offers; others that it offers, made in the chat, stay. Applying the
        same entries again changes nothing. Raises ValueError for a service that is not among them.
        """
        await self.alone()
        fates: Counter[_Fate] = Counter()
        for entry in entries:
            fates.update(await self._apply(entry, now))
        return Report(
            fates[_Fate.CREATED],
            fates[_Fate.UPDATED] + fates[_Fate.PAUSED],
            fates[_Fate.UNCHANGED],
            fates[_Fate.PAUSED],
        )

    async def _apply(self, entry: OrganizationEntry, now: datetime) -> list[_Fate]:
        made: _Row = {"created_at": now}
        organization_id, fate = await self._put(
            organizations, {"slug": entry.slug}, rows.organization(entry), made
        )
        fates = [fate]
        service_ids: dict[str, int] = {}
        for position, service in enumerate(entry.services):
            key: _Row = {"organization_id": organization_id, "slug": service.slug}
            service_ids[service.slug], fate = await self._put(
                services, key, rows.service(service) | {"position": position}, made
            )
            fates.append(fate)
        for position, provider in enumerate(entry.providers):
            fates.append(
                await self._put_provider(organization_id, provider, position, service_ids, made)
            )
        return fates

    async def _put_provider(
        self,
        organization_id: int,
        entry: ProviderEntry,
        position: int,
        service_ids: Mapping[str, int],
        made: _Row,
    ) -> _Fate:
        unknown = set(entry.services) - set(service_ids)
        if unknown:
            raise ValueError(f"{entry.slug} offers unknown services: {', '.join(sorted(unknown))}")
        values = rows.provider(entry, position)
        if entry.telegram_id is not None:
            values["person_id"] = await self._person_id(entry.telegram_id, entry.name)

        key = {"organization_id": organization_id, "slug": entry.slug}
        provider_id, fate = await self._put(providers, key, values, made | {"status": "approved"})
        if fate in {_Fate.UPDATED, _Fate.PAUSED}:  # cards tell its name, address and phone
            await touch_provider(self._connection, provider_id)
        has_changed = [
            await self._replace(weekly_windows, provider_id, rows.windows(entry)),
            await self._replace(date_overrides, provider_id, rows.overrides(entry)),
            await self._replace(
                provider_services,
                provider_id,
                rows.offers(entry, service_ids),
                provider_services.c.service_id.in_(service_ids.values()),
            ),
        ]
        return _Fate.UPDATED if fate is _Fate.UNCHANGED and any(has_changed) else fate

    async def _put(
        self, table: Table, key: _Row, values: _Row, at_first: _Row
    ) -> tuple[int, _Fate]:
        """Insert or update the row with this key; its id and what was done."""
        is_it = and_(*(table.c[name] == value for name, value in key.items()))
        found = await self._connection.read(select(table).where(is_it).with_for_update())
        row = found.mappings().one_or_none()
        if row is None:
            new = key | values | at_first
            added = await self._connection.write(insert(table).values(new).returning(table.c.id))
            return added.scalar_one(), _Fate.CREATED

        changed = {name: value for name, value in values.items() if not _same(row[name], value)}
        if not changed:
            return row["id"], _Fate.UNCHANGED
        await self._connection.write(update(table).where(is_it).values(changed))
        is_paused = row.get("active", False) and not changed.get("active", True)
        return row["id"], _Fate.PAUSED if is_paused else _Fate.UPDATED

    async def _replace(
        self,
        table: Table,
        provider_id: int,
        wanted: Iterable[_Row],
        among: ColumnElement[bool] | None = None,
    ) -> bool:
        """Make these the provider's rows of this table, or of those `among` them.

        Whether they were others before.
        """
        new = [{"provider_id": provider_id, **row} for row in wanted]
        whose = table.c.provider_id == provider_id
        if among is not None:
            whose &= among
        stored = (await self._connection.read(select(table).where(whose))).mappings()
        names = [column.name for column in table.c if column.identity is None]
        old = [{name: row[name] for name in names} for row in stored]
        if sorted(map(repr, old)) == sorted(repr({n: row.get(n) for n in names}) for row in new):
            return False
        await self._connection.write(delete(table).where(whose))
        if new:
            await self._connection.write(insert(table).values(new))
        return True

    async def _person_id(self, telegram_id: int, name: str) -> int:
        """Somebody known by their account alone until they write to us."""
        is_it = people.c.telegram_id == telegram_id
        found = await self._connection.read(select(people.c.id).where(is_it))
        known = found.scalar_one_or_none()
        if known is not None:
            return int(known)
        new = insert(people).values(rows.stranger(telegram_id, name)).returning(people.c.id)
        return int((await self._connection.write(new)).scalar_one())


def _same(stored: object, wanted: object) -> bool:
    """Equal, and for texts by language in the same order, since the first one is the fallback."""
    if isinstance(stored, dict) and isinstance(wanted, dict):
        return list(stored.items()) == list(wanted.items())
    return stored == wanted
