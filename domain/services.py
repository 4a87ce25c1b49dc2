"""What is offered and by whom: organizations, providers, services."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from zoneinfo import ZoneInfo

from domain.money import Money
from domain.policies import DEFAULT, NOTHING_LAID_DOWN, Clauses, Policy, applying
from domain.rules import Rules


class BusinessType(StrEnum):
    """What kind of business a provider is; customers browse by it."""

    DOCTOR = "doctor"
    SALON = "salon"
    CONSULTANT = "consultant"
    STUDIO = "studio"
    TUTOR = "tutor"
    COACH = "coach"
    OTHER = "other"


class Format(StrEnum):
    """How the two sides meet."""

    IN_PERSON = "in_person"
    VIDEO = "video"
    PHONE = "phone"
    CHAT = "chat"

    @property
    def is_remote(self) -> bool:
        return self is not Format.IN_PERSON


@dataclass(frozen=True, slots=True)
class Rating:
    """Mean of the stars (1 to 5) and how many gave them; shown from three on."""

    mean: float = 0.0
    count: int = 0

    @property
    def is_telling(self) -> bool:
        return self.count >= 3

    def joined(self, stars: int, count: int) -> "Rating":
        """With so many stars in all that so many more have given."""
        everybody = self.count + count
        if not everybody:
            return self
        return Rating((self.mean * self.count + stars) / everybody, everybody)


@dataclass(frozen=True, slots=True)
class Titles:
    """A text in several languages; the organization's first language is the fallback."""

    by_language: Mapping[str, str]

    def __post_init__(self) -> None:
        if not self.by_language:
            raise ValueError("a title needs at least one language")

    def into(self, language: str) -> str:
        """The text in this language, or in the first one it was written in."""
        return self.by_language.get(language) or next(iter(self.by_language.values()))


@dataclass(frozen=True, slots=True)
class Organization:
    """A tenant, as its admins see it."""

    id: int
    name: str
    zone: ZoneInfo


@dataclass(frozen=True, slots=True)
class Provider:
    """A person or business that offers services. `person_id` is None until somebody claims it.

    One that is paused takes no new bookings. `most_a_day` bounds its sessions of all services.
    `policy` is its organization's as the provider changes it.
    """

    id: int
    organization: str
    name: str
    business_type: BusinessType
    zone: ZoneInfo
    person_id: int | None = None
    bio: Titles | None = None
    address: str = ""
    phone: str = ""
    rating: Rating = field(default_factory=Rating)
    is_paused: bool = False
    most_a_day: int | None = None
    policy: Policy = DEFAULT

    def policy_for(self, service: "Service") -> Policy:
        """What applies to bookings of this service made from now on."""
        return applying(self.policy, service.clauses)


@dataclass(frozen=True, slots=True)
class Service:
    """Something that can be booked; `clauses` are what it changes of its provider's policy."""

    id: int
    title: Titles
    rules: Rules
    price: Money
    format: Format = Format.IN_PERSON
    description: Titles | None = None
    place: str = ""
    clauses: Clauses = NOTHING_LAID_DOWN
