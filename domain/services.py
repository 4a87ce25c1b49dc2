"""What is offered and by whom: organizations, providers, services."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from zoneinfo import ZoneInfo

from domain.money import Money
from domain.policies import DEFAULT, NOTHING_LAID_DOWN, Clauses, Policy, applying
from domain.refusals import FormatGone, LastFormat, UnknownBlank
from domain.rules import Rules

REFERENCE = "{reference}"
_BLANK = re.compile(r"\{[^{}]*\}")


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


def unknown_blank(place: str) -> str:
    """The first thing in braces that we cannot fill in; empty if there is none."""
    return next((each for each in _BLANK.findall(place) if each != REFERENCE), "")


@dataclass(frozen=True, slots=True)
class Meeting:
    """One way to meet, and where: a room, a link, a number; empty: what the provider has for it.

    `{reference}` in it stands for the reference of the booking.
    """

    format: Format
    place: str = ""

    def place_of(self, reference: str) -> str:
        """Where a booking of this reference takes place."""
        return self.place.replace(REFERENCE, reference)


@dataclass(frozen=True, slots=True)
class Meetings:
    """The ways to meet that a service offers, the usual one first; one at least, none twice."""

    ways: tuple[Meeting, ...] = (Meeting(Format.IN_PERSON),)

    def __post_init__(self) -> None:
        if not self.ways or len(set(self.formats)) < len(self.ways):
            raise ValueError("there is one way to meet at least, and none is there twice")

    @property
    def formats(self) -> tuple[Format, ...]:
        return tuple(each.format for each in self.ways)

    @property
    def usual(self) -> Meeting:
        return self.ways[0]

    @property
    def is_choice(self) -> bool:
        return len(self.ways) > 1

    def by(self, way: Format) -> Meeting:
        """How one meets in this format; raises FormatGone if it is not offered (any more)."""
        found = next((each for each in self.ways if each.format is way), None)
        if found is None:
            raise FormatGone
        return found

    def place_in(self, way: Format) -> str:
        """Where one meets in this format; raises FormatGone also for one that needs no place."""
        if way is Format.CHAT:
            raise FormatGone
        return self.by(way).place

    def led_by(self, way: Format) -> "Meetings":
        """With this format as the usual one; raises FormatGone."""
        first = self.by(way)
        return Meetings((first, *(each for each in self.ways if each is not first)))

    def toggled(self, way: Format) -> "Meetings":
        """With this format, as the last one, or without it; raises LastFormat for the only one."""
        if way not in self.formats:
            return Meetings((*self.ways, Meeting(way)))
        if not self.is_choice:
            raise LastFormat
        return Meetings(tuple(each for each in self.ways if each.format is not way))

    def at(self, way: Format, place: str) -> "Meetings":
        """With another place for this format.

        Raises FormatGone; and UnknownBlank if something but the reference is to be filled in.
        """
        self.place_in(way)
        if strange := unknown_blank(place):
            raise UnknownBlank(strange)
        return Meetings(
            tuple(replace(each, place=place) if each.format is way else each for each in self.ways)
        )


IN_PERSON = Meetings()


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
    meetings: Meetings = IN_PERSON
    description: Titles | None = None
    clauses: Clauses = NOTHING_LAID_DOWN

    def by(self, way: Format) -> "Service":
        """The service with this format as the usual one; raises FormatGone."""
        return replace(self, meetings=self.meetings.led_by(way))
