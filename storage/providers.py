"""Providers and the services they offer."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import (
    ARRAY,
    BigInteger,
    Boolean,
    Integer,
    Row,
    bindparam,
    exists,
    func,
    select,
    update,
)

from domain.money import Money
from domain.policies import DEFAULT, applying
from domain.refusals import NotFound, NotOffered
from domain.rules import Rules
from domain.services import (
    BusinessType,
    Format,
    Meeting,
    Meetings,
    Provider,
    Rating,
    Service,
    Titles,
)
from storage.connection import Connection
from storage.hour_rows import own_hours
from storage.people import MINUTE
from storage.policy_rows import clauses
from storage.tables import organizations, provider_services, providers, services

_OFFERED = providers.c.active & (providers.c.status == "approved")
# Whoever has nothing to book is shown to nobody: a new provider is still setting things up.
_LISTED = _OFFERED & exists().where(
    provider_services.c.provider_id == providers.c.id,
    services.c.id == provider_services.c.service_id,
    services.c.active,
)
_OF_TYPE = providers.c.business_type == bindparam("business_type")
_PROVIDER = (
    providers.c.id.label("provider_id"),
    organizations.c.name.label("organization"),
    organizations.c.policy.label("policy_of_all"),
    providers.c.policy.label("own_policy"),
    providers.c.name,
    providers.c.business_type,
    providers.c.zone,
    providers.c.person_id,
    providers.c.bio,
    providers.c.address,
    providers.c.phone,
    providers.c.rating_mean,
    providers.c.rating_count,
    providers.c.own_stars,
    providers.c.own_count,
    providers.c.active.label("is_active"),
    providers.c.most_a_day.label("most_sessions"),
)
_PROVIDERS = select(*_PROVIDER).join(
    organizations, organizations.c.id == providers.c.organization_id
)
_PAGE = (
    _PROVIDERS.where(_LISTED)
    .order_by(providers.c.position, providers.c.id)
    .limit(bindparam("most", type_=Integer))
    .offset(bindparam("skipped", type_=Integer))
)
_PAGE_OF_TYPE = _PAGE.where(_OF_TYPE)
_COUNT = select(func.count()).select_from(providers).where(_LISTED)
_COUNT_OF_TYPE = _COUNT.where(_OF_TYPE)
_GET = _PROVIDERS.where(providers.c.id == bindparam("provider_id"))
_OF_PERSON = _PROVIDERS.where(providers.c.person_id == bindparam("person_id")).order_by(
    providers.c.position, providers.c.id
)
_TYPES = (
    select(providers.c.business_type, func.count().label("number"))
    .where(_LISTED)
    .group_by(providers.c.business_type)
    .order_by(func.count().desc(), providers.c.business_type)
)
_ZONES = (
    select(providers.c.zone)
    .where(_LISTED)
    .group_by(providers.c.zone)
    .order_by(func.count().desc(), providers.c.zone)
)
_SERVICES = (
    select(*_PROVIDER, services, (services.c.active & _OFFERED).label("offered"))
    .select_from(services)
    .join(provider_services, provider_services.c.service_id == services.c.id)
    .join(providers, providers.c.id == provider_services.c.provider_id)
    .join(organizations, organizations.c.id == providers.c.organization_id)
)
_SERVICES_OFFERED = _SERVICES.where(
    services.c.active,
    _OFFERED,
    providers.c.id == func.any(bindparam("provider_ids", type_=ARRAY(BigInteger))),
).order_by(provider_services.c.position, services.c.id)
_OFFERING = _SERVICES.where(
    services.c.active, _OFFERED, services.c.id == bindparam("service_id")
).order_by(providers.c.position, providers.c.id)
_OWN_HOURS = select(services.c.hours).where(services.c.id == bindparam("service_id"))
_SERVICE = _SERVICES.where(
    providers.c.id == bindparam("provider_id"), services.c.id == bindparam("service_id")
)
_CLAIM = (
    update(providers)
    .where(providers.c.id == bindparam("provider"))
    .values(person_id=bindparam("person"))
)
_PAUSE = (
    update(providers)
    .where(providers.c.id == bindparam("provider"))
    .values(active=~bindparam("paused", type_=Boolean))
)
_LIMIT = (
    update(providers)
    .where(providers.c.id == bindparam("provider"))
    .values(most_a_day=bindparam("most", type_=Integer))
)


class Providers:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    async def types(self) -> list[tuple[BusinessType, int]]:
        """The business types on offer with how many providers each has, the most first."""
        found = await self._connection.read(_TYPES)
        return [(BusinessType(row.business_type), row.number) for row in found]

    async def zones(self) -> list[ZoneInfo]:
        """The zones of the providers on offer, the most usual first."""
        return [ZoneInfo(row.zone) for row in await self._connection.read(_ZONES)]

    async def offered(
        self, business_type: BusinessType | None, limit: int, offset: int
    ) -> list[Provider]:
        """A page of the providers on offer, of one type or of all, in the catalogue's order."""
        page = {"most": limit, "skipped": offset}
        if business_type is None:
            found = await self._connection.read(_PAGE, **page)
        else:
            found = await self._connection.read(_PAGE_OF_TYPE, business_type=business_type, **page)
        return [_provider(row) for row in found]

    async def count_offered(self, business_type: BusinessType | None) -> int:
        if business_type is None:
            found = await self._connection.read(_COUNT)
        else:
            found = await self._connection.read(_COUNT_OF_TYPE, business_type=business_type)
        return int(found.scalar_one())

    async def get(self, provider_id: int) -> Provider:
        """This provider, on offer or not; or raise NotFound."""
        row = (await self._connection.read(_GET, provider_id=provider_id)).one_or_none()
        if row is None:
            raise NotFound
        return _provider(row)

    async def of_person(self, person_id: int) -> list[Provider]:
        """The providers that this person runs, on offer or not."""
        found = await self._connection.read(_OF_PERSON, person_id=person_id)
        return [_provider(row) for row in found]

    async def pause(self, provider_id: int, paused: bool) -> None:  # the new state, not a mode
        """Take no new bookings, or take them again."""
        await self._connection.write(_PAUSE, provider=provider_id, paused=paused)

    async def limit(self, provider_id: int, most_a_day: int | None) -> None:
        """At most so many sessions a day; None for no bound."""
        await self._connection.write(_LIMIT, provider=provider_id, most=most_a_day)

    async def services(self, provider_id: int) -> list[Service]:
        """What can be booked with this provider, in the catalogue's order; nothing if paused."""
        return (await self.services_of([provider_id]))[provider_id]

    async def services_of(self, provider_ids: Sequence[int]) -> dict[int, list[Service]]:
        """As `services`, for several providers at once; by their ids."""
        found = await self._connection.read(_SERVICES_OFFERED, provider_ids=list(provider_ids))
        offered: dict[int, list[Service]] = {each: [] for each in provider_ids}
        for row in found:
            offered[row.provider_id].append(service_of(row))
        return offered

    async def offering(self, service_id: int) -> list[tuple[Provider, Service]]:
        """Whom this service can be booked with, in the catalogue's order."""
        found = await self._connection.read(_OFFERING, service_id=service_id)
        return [(_provider(row), service_of(row)) for row in found]

    async def service(self, provider_id: int, service_id: int) -> Service:
        """A service of this provider; raises as `offer`."""
        _, service = await self.offer(provider_id, service_id)
        return service

    async def offer(self, provider_id: int, service_id: int) -> tuple[Provider, Service]:
        """A provider with one of its services.

        Raises:
            NotFound: the provider has no such service.
            NotOffered: the provider or the service is paused.
        """
        found = await self._connection.read(
            _SERVICE, provider_id=provider_id, service_id=service_id
        )
        row = found.one_or_none()
        if row is None:
            raise NotFound
        if not row.offered:
            raise NotOffered
        return _provider(row), service_of(row)

    async def with_present_hours(self, service: Service) -> Service:
        """The service as it is given, but with own hours as they are by now."""
        found = await self._connection.read(_OWN_HOURS, service_id=service.id)
        hours = own_hours(found.scalar_one_or_none())
        return replace(service, rules=replace(service.rules, hours=hours))

    async def claim(self, provider_id: int, person_id: int) -> None:
        """From now on this person runs the provider."""
        await self._connection.write(_CLAIM, provider=provider_id, person=person_id)


def _provider(row: Row[Any]) -> Provider:
    return Provider(
        row.provider_id,
        row.organization,
        row.name,
        BusinessType(row.business_type),
        ZoneInfo(row.zone),
        row.person_id,
        Titles(row.bio) if row.bio else None,
        row.address,
        row.phone,
        Rating(row.rating_mean, row.rating_count).joined(row.own_stars, row.own_count),
        not row.is_active,
        row.most_sessions,
        applying(DEFAULT, clauses(row.policy_of_all), clauses(row.own_policy)),
    )


def service_of(row: Row[Any]) -> Service:
    """From a row that has all columns of a service."""
    rules = Rules(
        duration=MINUTE * row.duration_minutes,
        interval=MINUTE * row.interval_minutes,
        before=MINUTE * row.before_minutes,
        after=MINUTE * row.after_minutes,
        notice=MINUTE * row.notice_minutes,
        horizon=row.horizon_days,
        most_a_day=row.most_a_day,
        capacity=row.capacity,
        hours=own_hours(row.hours),
    )
    return Service(
        row.id,
        Titles(row.title),
        rules,
        Money(row.price_amount, row.currency),
        _meetings(row),
        Titles(row.description) if row.description else None,
        clauses(row.policy),
    )


def _meetings(row: Row[Any]) -> Meetings:
    others = (Meeting(Format(way), place) for way, place in row.other_formats.items())
    return Meetings((Meeting(Format(row.format), row.place), *others))
