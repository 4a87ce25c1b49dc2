"""A catalogue: organizations with their providers, services and hours, as a file describes them.

Slugs identify: importing a catalogue again updates what has the same slug. `clauses` are what an
entry lays down of a policy; None where it says nothing of it, so that what is kept stays.
"""

from dataclasses import dataclass, field
from zoneinfo import ZoneInfo

from domain.hours import Override, Window
from domain.intake import Form
from domain.money import Money
from domain.policies import Clauses
from domain.rules import Rules
from domain.services import IN_PERSON, BusinessType, Meetings, Rating, Titles


@dataclass(frozen=True, slots=True)
class ServiceEntry:
    """A service of an organization; the providers that offer it name its slug."""

    slug: str
    title: Titles
    rules: Rules
    price: Money
    meetings: Meetings = IN_PERSON
    description: Titles | None = None
    active: bool = True
    clauses: Clauses | None = None
    questions: Form = ()


@dataclass(frozen=True, slots=True)
class ProviderEntry:
    """A provider with weekly hours (Monday first) and date overrides in its own zone.

    `telegram_id` is set where the catalogue knows the provider's account; else an invite links it.
    """

    slug: str
    name: str
    business_type: BusinessType
    zone: ZoneInfo
    services: tuple[str, ...]
    weekly: tuple[tuple[Window, ...], ...]
    overrides: tuple[Override, ...] = ()
    bio: Titles | None = None
    address: str = ""
    phone: str = ""
    rating: Rating = field(default_factory=Rating)
    most_a_day: int | None = None
    telegram_id: int | None = None
    active: bool = True
    clauses: Clauses | None = None


@dataclass(frozen=True, slots=True)
class OrganizationEntry:
    """A tenant with what it offers; the zone and currency are what its entries fall back to."""

    slug: str
    name: str
    zone: ZoneInfo
    currency: str
    languages: tuple[str, ...]
    services: tuple[ServiceEntry, ...]
    providers: tuple[ProviderEntry, ...]
    clauses: Clauses | None = None


@dataclass(frozen=True, slots=True)
class KeptService:
    """A service as it is stored, whether it is offered or paused."""

    id: int
    entry: ServiceEntry


@dataclass(frozen=True, slots=True)
class House:
    """What an organization lays down for all that is offered in it; languages, the main first."""

    id: int
    currency: str
    languages: tuple[str, ...]
