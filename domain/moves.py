"""Another time for a booking: who may choose one, until when, and what it then is.

A booking that moves keeps its id, reference, note, price and policy; its version grows.
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime, timedelta

from domain.bookings import (
    REASON_LIMIT,
    Actor,
    Booking,
    Change,
    Role,
    Status,
    fitting,
    request_lapses,
)
from domain.refusals import AlreadyStarted, MovedTooOften, MoveTooLate, WrongStatus
from domain.spans import Span

MOST_SUGGESTED = 3
# A request is answered, not moved, by its provider.
_MOVABLE: Mapping[Status, frozenset[Role]] = {
    Status.PENDING: frozenset({Role.CUSTOMER}),
    Status.CONFIRMED: frozenset({Role.CUSTOMER, Role.PROVIDER}),
}


def check_can_move(booking: Booking, by: Role, now: datetime) -> None:
    """Raise why this side cannot move the booking (any more), if it cannot.

    Raises:
        WrongStatus: it is not on, or not theirs to move as it is.
        AlreadyStarted: its time has come.
    """
    if by not in _MOVABLE.get(booking.status, frozenset()):
        raise WrongStatus(booking.status)
    if booking.start <= now:
        raise AlreadyStarted


def check_policy(booking: Booking, now: datetime) -> None:
    """Raise why the customer may not move it once more by themselves, if they may not.

    Raises MoveTooLate or MovedTooOften; both bind nobody whose provider wants another time.
    """
    policy = booking.policy
    if policy.can_reschedule(booking.start, booking.times_moved, now):
        return
    if booking.times_moved >= policy.reschedules:
        raise MovedTooOften(policy.reschedules)
    latest = booking.start - policy.reschedule_window
    raise MoveTooLate(latest.astimezone(booking.zone))


def counted(booking: Booking) -> Booking:
    """With one more of the moves that its policy limits."""
    return replace(booking, times_moved=booking.times_moved + 1)


def rescheduled(
    booking: Booking,
    to: Span,
    *,
    by: Actor,
    at: datetime,
    reason: str = "",
    until: datetime | None = None,
) -> tuple[Booking, Change]:
    """The booking at its new time, and the change to record; `until` limits a pending one.

    Raises TextTooLong if the reason is longer than is kept, else as `check_can_move`.
    """
    check_can_move(booking, by.role, at)
    reason = fitting(reason, REASON_LIMIT)

    after = replace(
        booking,
        during=to,
        version=booking.version + 1,
        hold_until=until,
        coming=frozenset(),
    )
    change = Change(
        booking.status, booking.status, by, at, reason, moved_from=booking.during, moved_to=to
    )
    return after, change


def proposal_lapses(
    made: datetime, present: datetime, proposed: datetime, notice: timedelta
) -> datetime:
    """When an unanswered wish to move from one start to another lapses: before either comes."""
    return request_lapses(made, min(present, proposed), notice)
