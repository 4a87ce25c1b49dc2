"""What a provider still has to do after a session, and when they are reminded of it."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from domain.bookings import Booking, Status, fitting
from domain.refusals import NotFound, NoWords, WrongStatus
from domain.wallclock import DAY, instant

TEXT_LIMIT = 200
FURTHEST = timedelta(days=366)
_MORNING = 9 * 60  # minutes


class Task(StrEnum):
    """What there is to do; the values are short, for buttons."""

    REPORT = "r"
    SCHEDULE = "s"
    RESOURCE = "m"
    OWN = "o"  # in the provider's own words


class State(StrEnum):
    """Where a follow-up stands."""

    OPEN = "open"
    DONE = "done"
    DROPPED = "dropped"


@dataclass(frozen=True, slots=True)
class FollowUp:
    """Something to do for a booking by a date of the provider's zone.

    `text` is set where the provider has said it in their own words. `version` is another one for
    each planning of any follow-up of the booking: the reminder carries the one it is for.
    """

    id: int
    booking_id: int
    task: Task
    text: str
    due: date
    version: int
    state: State = State.OPEN

    def is_overdue(self, today: date) -> bool:
        return self.state is State.OPEN and self.due < today


def check(booking: Booking, task: Task, text: str) -> str:
    """The text to keep.

    Raises:
        WrongStatus: the booking was not completed.
        NoWords: words of one's own are missing.
        TextTooLong: beyond TEXT_LIMIT characters.
    """
    if booking.status is not Status.COMPLETED:
        raise WrongStatus(booking.status)
    if task is not Task.OWN:
        return ""
    text = fitting(text, TEXT_LIMIT)
    if not text:
        raise NoWords
    return text


def check_due(due: date, today: date) -> None:
    """Raise NotFound for a date that no button offers: from tomorrow to a year ahead."""
    if not today < due <= today + FURTHEST:
        raise NotFound


def reminded_at(due: date, zone: ZoneInfo) -> datetime:
    """Nine in the morning of the due date, by the provider's clock; in UTC."""
    return datetime.fromtimestamp(instant(zone, due, _MORNING), UTC)


def shortcuts(today: date) -> tuple[date, date, date]:
    """Tomorrow, in three days, in a week."""
    return today + DAY, today + 3 * DAY, today + 7 * DAY
