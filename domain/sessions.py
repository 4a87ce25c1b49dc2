"""What happens around a session: who is there, when nobody came, how it ended."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from enum import StrEnum

from domain.bookings import SYSTEM, Actor, Booking, Change, Role, Status, moved
from domain.refusals import NotStarted, SessionOver, WrongStatus
from domain.spans import from_epoch
from domain.wallclock import DAY, instant

_OPEN = frozenset({Status.CONFIRMED, Status.IN_PROGRESS})
OVERRUN = timedelta(hours=6)  # nobody's session ends later than that after its time
_NINE = 9 * 60
_A_NIGHT = timedelta(hours=6)


class End(StrEnum):
    """When a session was over, as its provider says."""

    PLANNED = "p"
    NOW = "n"


def opens(booking: Booking) -> datetime:
    """From when on one may say that one is there."""
    return booking.start - booking.policy.ready_window


def is_open(booking: Booking, now: datetime) -> bool:
    """Whether it is time for the two to meet."""
    return booking.status in _OPEN and opens(booking) <= now < booking.during.end


def is_unmarked(booking: Booking, now: datetime) -> bool:
    """Whether it has begun, and its provider has yet to say what became of it."""
    return booking.status in _OPEN and booking.start <= now


def join(booking: Booking, by: Actor, at: datetime) -> tuple[Booking, Change | None]:
    """The booking with this side there; the first one to join after the start begins the session.

    Who is there before the start waits for it: until then the booking can be cancelled as ever.

    Raises:
        WrongStatus: it is not on, or not any more.
        NotStarted: it is too early.
        SessionOver: its time is over.
    """
    if booking.status not in _OPEN:
        raise WrongStatus(booking.status)
    if at < opens(booking):
        raise NotStarted(opens(booking))
    if booking.during.end <= at:
        raise SessionOver
    joined: Mapping[Role, datetime] = {by.role: at, **booking.joined}
    here = replace(booking, joined=joined)
    if here.status is Status.IN_PROGRESS or at < here.start:
        return here, None
    return moved(here, Status.IN_PROGRESS, by=by, at=at)


def begun(booking: Booking, at: datetime) -> tuple[Booking, Change]:
    """The clock begins a session whose start somebody waits for."""
    return moved(booking, Status.IN_PROGRESS, by=SYSTEM, at=at)


def is_missed(booking: Booking, asked: datetime, now: datetime) -> bool:
    """Whether nobody has come for so long that nobody will.

    Only of sessions that are joined through us, and not before those who were asked late, at
    `asked`, have had their time as well.
    """
    nobody = booking.status is Status.CONFIRMED and not booking.joined
    since = max(booking.start, asked)
    return booking.format.is_remote and nobody and since + booking.policy.no_show_grace <= now


def ended(booking: Booking, end: End, now: datetime) -> datetime:
    """When a session that is said to be over was over."""
    planned = booking.during.end
    return min(now, planned if end is End.PLANNED else planned + OVERRUN)


def is_just_over(booking: Booking, now: datetime) -> bool:
    """Whether a session may have gone on until now, beyond its time."""
    return booking.during.end < now < booking.during.end + OVERRUN


def next_morning(booking: Booking) -> datetime:
    """The first nine o'clock of the provider's clock that a night lies before."""
    rested = booking.during.end + _A_NIGHT
    on = rested.astimezone(booking.zone).date()
    today, tomorrow = (from_epoch(instant(booking.zone, day, _NINE)) for day in (on, on + DAY))
    return today if today >= rested else tomorrow
