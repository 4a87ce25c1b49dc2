"""Buttons for what comes after a session: reviews, follow-ups, booking again."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import ClassVar

from bot.views.buttons import Button
from bot.views.taps.about import CustomerSideButton, ProviderSideButton
from domain.followups import Task


@dataclass(frozen=True, slots=True)
class GiveStars(CustomerSideButton):
    """The customer's stars for the session."""

    tag: ClassVar[str] = "rs"
    stars: int


@dataclass(frozen=True, slots=True)
class MyReview(CustomerSideButton):
    """The customer's review, to be changed."""

    tag: ClassVar[str] = "rv"


@dataclass(frozen=True, slots=True)
class WriteReview(CustomerSideButton):
    """Add words to the stars, or change them."""

    tag: ClassVar[str] = "rw"


@dataclass(frozen=True, slots=True)
class DropReviewWords(CustomerSideButton):
    tag: ClassVar[str] = "rd"


@dataclass(frozen=True, slots=True)
class Reviews(Button):
    """What a provider's customers say, a page at a time."""

    tag: ClassVar[str] = "xr"
    provider_id: int
    page: int


@dataclass(frozen=True, slots=True)
class AskParticipation(ProviderSideButton):
    """How did the customer take part? For the provider."""

    tag: ClassVar[str] = "rp"


@dataclass(frozen=True, slots=True)
class RateParticipation(ProviderSideButton):
    tag: ClassVar[str] = "rt"
    stars: int


@dataclass(frozen=True, slots=True)
class Again(CustomerSideButton):
    """Book the same once more: times like that of the booking."""

    tag: ClassVar[str] = "xa"


@dataclass(frozen=True, slots=True)
class AgainAt(CustomerSideButton):
    """Book the same once more, at this time."""

    tag: ClassVar[str] = "xt"
    start: datetime


@dataclass(frozen=True, slots=True)
class AskFollowUp(ProviderSideButton):
    """What is to be done after the session?"""

    tag: ClassVar[str] = "xf"


@dataclass(frozen=True, slots=True)
class FollowUpFor(ProviderSideButton):
    """This is; until when?"""

    tag: ClassVar[str] = "xk"
    task: Task


@dataclass(frozen=True, slots=True)
class FollowUpDates(ProviderSideButton):
    """A month of dates to choose from."""

    tag: ClassVar[str] = "xd"
    task: Task
    first: date


@dataclass(frozen=True, slots=True)
class PlanFollowUp(ProviderSideButton):
    tag: ClassVar[str] = "xp"
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
