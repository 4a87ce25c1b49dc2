"""Finding somebody to book: the start page, providers and their services."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.usecases import again, availability
from domain.bookings import Booking
from domain.people import Person
from domain.refusals import NotOffered
from domain.services import BusinessType, Provider, Service
from storage.store import Tx

PAGE = 6
MOST = 20  # who fit into one message


@dataclass(frozen=True, slots=True)
class Start:
    """What a person can do now: the next booking first, then the last one once more."""

    next: Booking | None
    bookings: int
    providers: Sequence[Provider] = ()
    waiting: int = 0
    is_admin: bool = False
    again: tuple[Booking, Provider] | None = None


@dataclass(frozen=True, slots=True)
class Listing:
    provider: Provider
    first_free: datetime | None


@dataclass(frozen=True, slots=True)
class Providers:
    """One page of the providers of a business type (None: of all)."""

    listings: tuple[Listing, ...]
    business: BusinessType | None
    businesses: tuple[BusinessType, ...]
    page: int
    pages: int


@dataclass(frozen=True, slots=True)
class Offer:
    """A provider with what is offered there."""

    provider: Provider
    services: tuple[Service, ...]


@dataclass(frozen=True, slots=True)
class Choice:
    """One service with those who offer it."""

    service: Service
    listings: tuple[Listing, ...]


async def start(tx: Tx, person: Person, now: datetime) -> Start:
    mine = await tx.providers.of_person(person.id)
    waiting = await tx.bookings.waiting([each.id for each in mine], now) if mine else []
    return Start(
        await tx.bookings.next_for(person.id, now),
        await tx.bookings.count_upcoming(person.id, now),
        mine,
        len(waiting),
        await tx.people.is_admin(person.id),
        await again.last(tx, person, now),
    )


async def providers(
    tx: Tx, business: BusinessType | None, page: int, viewer_id: int, now: datetime
) -> Providers:
    """A page of providers with the first free time of each; a page too far is the last one."""
    types = await tx.providers.types()
    count = sum(number for kind, number in types if business in {None, kind})
    pages = max(1, -(-count // PAGE))
    page = min(page, pages - 1)
    found = await tx.providers.offered(business, PAGE, page * PAGE)
    services = await tx.providers.services_of([each.id for each in found])
    soonest = await availability.first_free(tx, services, viewer_id, now) if found else {}

    listings = tuple(Listing(each, soonest.get(each.id)) for each in found)
    return Providers(listings, business, tuple(kind for kind, _ in types), page, pages)


async def offering(tx: Tx, service_id: int, viewer_id: int, now: datetime) -> Choice:
    """Everybody with whom a service can be booked; raises NotOffered if there is nobody."""
    found = await tx.providers.offering(service_id)
    if not found:
        raise NotOffered
    services = {provider.id: [service] for provider, service in found}
    soonest = await availability.first_free(tx, services, viewer_id, now)
    listings = tuple(Listing(provider, soonest.get(provider.id)) for provider, _ in found[:MOST])
    return Choice(found[0][1], listings)


def business(name: str) -> BusinessType | None:
    """The business type of this name; None for all of them."""
    return BusinessType(name) if name in set(BusinessType) else None


async def offer(tx: Tx, provider_id: int) -> Offer:
    """The provider and the services offered there, or raise NotFound."""
    provider = await tx.providers.get(provider_id)
    return Offer(provider, tuple(await tx.providers.services(provider_id)))
