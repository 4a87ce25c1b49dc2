"""Buttons for what comes after a session: reviews, follow-ups, booking again."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import ClassVar

from bot.views.buttons import Button
from domain.followups import Task


@dataclass(frozen=True, slots=True)
class GiveStars(Button):
    """The customer's stars for the session."""

    tag: ClassVar[str] = "rs"
    booking_id: int
    stars: int


@dataclass(frozen=True, slots=True)
class MyReview(Button):
    """The customer's review, to be changed."""

    tag: ClassVar[str] = "rv"
    booking_id: int


@dataclass(frozen=True, slots=True)
class WriteReview(Button):
    """Add words to the stars, or change them."""

    tag: ClassVar[str] = "rw"
    booking_id: int


@dataclass(frozen=True, slots=True)
class DropReviewWords(Button):
    tag: ClassVar[str] = "rd"
    booking_id: int


@dataclass(frozen=True, slots=True)
class Reviews(Button):
    """What a provider's customers say, a page at a time."""

    tag: ClassVar[str] = "xr"
    provider_id: int
    page: int


@dataclass(frozen=True, slots=True)
class AskParticipation(Button):
    """How did the customer take part? For the provider."""

    tag: ClassVar[str] = "rp"
    booking_id: int


@dataclass(frozen=True, slots=True)
class RateParticipation(Button):
    tag: ClassVar[str] = "rt"
    booking_id: int
    stars: int


@dataclass(frozen=True, slots=True)
class Again(Button):
    """Book the same once more: times like that of the booking."""

    tag: ClassVar[str] = "xa"
    booking_id: int


@dataclass(frozen=True, slots=True)
class AgainAt(Button):
    """Book the same once more, at this time."""

    tag: ClassVar[str] = "xt"
    booking_id: int
    start: datetime


@dataclass(frozen=True, slots=True)
class AskFollowUp(Button):
    """What is to be done after the session?"""

    tag: ClassVar[str] = "xf"
    booking_id: int


@dataclass(frozen=True, slots=True)
class FollowUpFor(Button):
    """This is; until when?"""

    tag: ClassVar[str] = "xk"
    booking_id: int
    task: Task


@dataclass(frozen=True, slots=True)
class FollowUpDates(Button):
    """A month of dates to choose from."""

    tag: ClassVar[str] = "xd"
    booking_id: int
    task: Task
    first: date


@dataclass(frozen=True, slots=True)
class PlanFollowUp(Button):
    tag: ClassVar[str] = "xp"
    booking_id: int
    task: Task
    due: date


@dataclass(frozen=True, slots=True)
class FollowUps(Button):
    """What a provider still has to do, a page at a time."""

    tag: ClassVar[str] = "xl"
    provider_id: int
    page: int


@dataclass(frozen=True, slots=True)
class ShowFollowUp(Button):
    tag: ClassVar[str] = "xo"
    follow_up_id: int


@dataclass(frozen=True, slots=True)
class AskMoveFollowUp(Button):
    tag: ClassVar[str] = "xm"
    follow_up_id: int


@dataclass(frozen=True, slots=True)
class MoveFollowUpDates(Button):
    tag: ClassVar[str] = "xg"
    follow_up_id: int
    first: date


@dataclass(frozen=True, slots=True)
class MoveFollowUp(Button):
    tag: ClassVar[str] = "xn"
    follow_up_id: int
    due: date


@dataclass(frozen=True, slots=True)
class FollowUpDone(Button):
    tag: ClassVar[str] = "xy"
    follow_up_id: int


@dataclass(frozen=True, slots=True)
class DropFollowUp(Button):
    tag: ClassVar[str] = "xz"
    follow_up_id: int
