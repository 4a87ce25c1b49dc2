"""What the two sides think of a session that is over: the customer's review, how they took part."""

from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from domain.bookings import Booking, Status, fitting
from domain.refusals import NotFound, ReviewFixed, WrongStatus
from domain.services import Rating

ASKED_AFTER = timedelta(minutes=10)
CHANGEABLE = timedelta(days=7)
TIME_FOR_WORDS = timedelta(minutes=5)  # before the provider is told of stars without a comment
COMMENT_LIMIT = 500
MOST_STARS = 5


@dataclass(frozen=True, slots=True)
class Review:
    """Stars from 1 to 5 and a comment, which may be empty; `version` grows with every change."""

    stars: int
    given_at: datetime
    comment: str = ""
    version: int = 1

    @property
    def fixed_at(self) -> datetime:
        """From when on it stays as it is."""
        return self.given_at + CHANGEABLE


@dataclass(frozen=True, slots=True)
class Feedback:
    """What was said of one booking.

    `participation` are the provider's stars for the customer; `standing` sums up all of them that
    the customer has from the organization. Both are for its providers alone.
    """

    review: Review | None = None
    participation: int | None = None
    standing: Rating = field(default_factory=Rating)


def given(booking: Booking, known: Review | None, stars: int, now: datetime) -> Review:
    """The review with these stars; `known` is what was given before, and keeps its comment.

    Raises:
        WrongStatus: the booking was not completed.
        ReviewFixed: it was given too long ago to be changed.
        NotFound: there are no so many stars.
    """
    check_stars(booking, stars)
    if known is None:
        return Review(stars, now)
    _check_changeable(known, now)
    if known.stars == stars:
        return known
    return replace(known, stars=stars, version=known.version + 1)


def commented(known: Review | None, comment: str, now: datetime) -> Review:
    """The review with this comment; an empty one takes it away.

    Raises:
        NotFound: there is no review.
        ReviewFixed: it was given too long ago to be changed.
        TextTooLong: beyond COMMENT_LIMIT characters.
    """
    if known is None:
        raise NotFound
    _check_changeable(known, now)
    return replace(known, comment=fitting(comment, COMMENT_LIMIT), version=known.version + 1)


def can_change(known: Review | None, now: datetime) -> bool:
    """Whether the customer can give a review, or change the known one."""
    return known is None or now < known.fixed_at


def check_stars(booking: Booking, stars: int) -> None:
    """Raise WrongStatus before the booking is completed, NotFound for what are no stars."""
    if booking.status is not Status.COMPLETED:
        raise WrongStatus(booking.status)
    if not 1 <= stars <= MOST_STARS:
        raise NotFound


def _check_changeable(known: Review, now: datetime) -> None:
    if not can_change(known, now):
        raise ReviewFixed(CHANGEABLE.days)
