"""Calendar feeds: what a person's calendar shows of their bookings, under a secret address."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from domain.bookings import Booking
from domain.people import Person
from domain.services import Provider

REACH_BACK = timedelta(days=90)  # older bookings are in no feed


@dataclass(frozen=True, slots=True)
class Feed:
    """The bookings of a person as a customer, or (`provider_id`) those of a provider they run."""

    id: int
    person_id: int
    provider_id: int | None
    secret: str


@dataclass(frozen=True, slots=True)
class Entry:
    """A booking with who meets whom; `changed` is when it last changed."""

    booking: Booking
    provider: Provider
    customer: Person
    changed: datetime
