"""Makers of objects with telling defaults: a test names what matters, the rest comes from here."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from itertools import count
from typing import Any
from zoneinfo import ZoneInfo

from domain.bookings import Actor, Booking, Role, Status, moved
from domain.catalogues import OrganizationEntry, ProviderEntry, ServiceEntry
from domain.hours import Window
from domain.money import Money
from domain.people import Person, Sender
from domain.policies import Clauses
from domain.references import ALPHABET
from domain.rules import Rules
from domain.services import BusinessType, Format, Meeting, Meetings, Provider, Service, Titles
from domain.spans import Span
from storage.store import Tx

JAKARTA = ZoneInfo("Asia/Jakarta")
RULES = Rules(
    duration=timedelta(minutes=30),
    interval=timedelta(minutes=30),
    before=timedelta(0),
    after=timedelta(0),
    notice=timedelta(0),
    horizon=60,
)
_numbers = count(1)


def rules(**changes: Any) -> Rules:  # noqa: ANN401  # the rules' fields
    return replace(RULES, **changes)


@dataclass(frozen=True, slots=True)
class Offer:
    """What can be booked: a provider with one of its services."""

    provider: Provider
    service: Service


def service_entry(slug: str = "haircut", **changes: Any) -> ServiceEntry:  # noqa: ANN401  # the entry's fields
    """`approval` is a clause of its policy, `format` and `place` are its only meeting."""
    if "approval" in changes:
        changes["clauses"] = Clauses(approval=changes.pop("approval"))
    if "format" in changes or "place" in changes:
        way = changes.pop("format", Format.IN_PERSON)
        changes["meetings"] = Meetings((Meeting(way, changes.pop("place", "")),))
    entry = ServiceEntry(slug, Titles({"en": "Haircut"}), RULES, Money(15_000_000, "IDR"))
    return replace(entry, **changes)


def provider_entry(slug: str = "ayu", **changes: Any) -> ProviderEntry:  # noqa: ANN401  # the entry's fields
    """Open from 9 to 17 every day."""
    week = ((Window(540, 1020),),) * 7
    entry = ProviderEntry(slug, "Ayu", BusinessType.SALON, JAKARTA, ("haircut",), week)
    return replace(entry, **changes)


def organization_entry(slug: str = "salon", **changes: Any) -> OrganizationEntry:  # noqa: ANN401  # the entry's fields
    entry = OrganizationEntry(
        slug, "Salon", JAKARTA, "IDR", ("en",), (service_entry(),), (provider_entry(),)
    )
    return replace(entry, **changes)


async def offer(tx: Tx, now: datetime, **changes: Any) -> Offer:  # noqa: ANN401  # a service entry's fields
    """A new organization's only provider and service; `changes` are the service's."""
    entry = organization_entry(f"salon-{next(_numbers)}", services=(service_entry(**changes),))
    await tx.catalogue.apply([entry], now)
    provider = max(await tx.providers.offered(None, 1000, 0), key=lambda each: each.id)
    return Offer(provider, (await tx.providers.services(provider.id))[0])


async def person(tx: Tx, now: datetime, first_name: str = "Siti", language: str = "en") -> Person:
    """Somebody new who has just written to us."""
    number = next(_numbers)
    sender = Sender(number, first_name, language=language)
    arrival = await tx.updates.admit(-number, sender, number, now)
    if arrival is None:
        raise ValueError("an update of this number was there before")
    return arrival.person


def account(person: Person) -> int:
    """The Telegram id of somebody who is no walk-in."""
    if person.telegram_id is None:
        raise ValueError("a walk-in has no account")
    return person.telegram_id


async def hold(tx: Tx, offer: Offer, customer: Person, start: datetime, now: datetime) -> Booking:
    """Keep a time for five minutes."""
    return await tx.bookings.hold(
        offer.provider,
        offer.service,
        customer.id,
        Span.lasting(start, offer.service.rules.duration),
        now + timedelta(minutes=5),
        now,
        draw=draw,
    )


async def booking(
    tx: Tx,
    offer: Offer,
    customer: Person,
    start: datetime,
    now: datetime,
    status: Status = Status.CONFIRMED,
) -> Booking:
    """A booking that the customer has checked out, an hour before the start at the latest."""
    at = min(now, start - timedelta(hours=1))
    held = await hold(tx, offer, customer, start, at)
    by = Actor(Role.CUSTOMER, customer.id)
    until = start if status is Status.PENDING else None
    checked_out, change = moved(held, status, by=by, at=at, until=until)
    await tx.bookings.save(checked_out, change)
    return checked_out


def draw() -> str:
    """Another end of a reference each time."""
    number, letters = next(_numbers), ""
    for _ in range(4):
        number, at = divmod(number, len(ALPHABET))
        letters += ALPHABET[at]
    return letters
