"""Salons made for one race each: whose keeper, customer and rival nobody else has to do with."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from bot.usecases import booking as booking_usecases
from domain.bookings import Booking
from domain.catalogues import OrganizationEntry
from domain.people import Person
from domain.services import Provider, Service
from storage.store import Store, Tx
from tests import build

_AHEAD = timedelta(days=3)
_PRESENT_HOUR, _OTHER_HOUR = 10, 14
_SERVICES = (build.service_entry(), build.service_entry("colour", approval=True))


@dataclass(frozen=True, slots=True)
class Stage:
    """A booking stands at `present` and may move to `other`, some hours later on the same day."""

    provider: Provider
    cut: Service
    colour: Service  # needs approval
    keeper: Person
    customer: Person
    rival: Person
    present: datetime

    @property
    def other(self) -> datetime:
        return self.present + timedelta(hours=_OTHER_HOUR - _PRESENT_HOUR)

    @property
    def people(self) -> tuple[Person, Person, Person]:
        return self.keeper, self.customer, self.rival

    async def book(
        self, tx: Tx, person: Person, service: Service, start: datetime, now: datetime
    ) -> Booking:
        """As by the customer's own taps."""
        held = await booking_usecases.hold(tx, person, self.provider.id, service.id, start, now)
        return await booking_usecases.confirm(tx, person, held.id, "", now)


async def stages(store: Store, count: int, now: datetime) -> Sequence[Stage]:
    """So many, of one organization."""
    async with store.transaction() as tx:
        await tx.catalogue.apply([_organization(count)], now)
        providers = await tx.providers.offered(None, count, 0)
        return [await _stage(tx, provider, now) for provider in providers]


async def _stage(tx: Tx, provider: Provider, now: datetime) -> Stage:
    keeper, customer, rival = [await build.person(tx, now, name) for name in ("Ayu", "Maya", "Sam")]
    await tx.providers.claim(provider.id, keeper.id)
    cut, colour = await tx.providers.services(provider.id)
    day = (now + _AHEAD).astimezone(provider.zone)
    present = day.replace(hour=_PRESENT_HOUR, minute=0, second=0, microsecond=0)
    provider = replace(provider, person_id=keeper.id)
    return Stage(provider, cut, colour, keeper, customer, rival, present)


def _organization(count: int) -> OrganizationEntry:
    offered = tuple(each.slug for each in _SERVICES)
    providers = (build.provider_entry(f"ayu-{number}", services=offered) for number in range(count))
    return build.organization_entry(services=_SERVICES, providers=tuple(providers))
