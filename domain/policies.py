"""What applies to a booking once it is made: until when it can be changed, and how long one waits.

A policy is laid down by the organization, changed by its providers and for single services, and
taken over into each booking when it is made: what a customer has agreed to does not change later.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

_MINUTE, _HOUR = timedelta(minutes=1), timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class Policy:
    """All times are lengths before or after the start of a session.

    `cancel_window`: a customer's cancellation is late within it, though possible.
    `reschedule_window`: a customer may not move a booking within it.
    `reschedules`: how often a customer may move one booking.
    `no_show_grace`: a session that nobody has joined so long after its start was missed.
    `ready_window`: how long before the start one may say that one is there.
    `room_before`, `room_after`: the session room is open from before the start to after the end.
    `most_active`: bookings that are not over which a customer may have with an organization.
    """

    cancel_window: timedelta = 24 * _HOUR
    reschedule_window: timedelta = 2 * _HOUR
    reschedules: int = 3
    no_show_grace: timedelta = 15 * _MINUTE
    ready_window: timedelta = 5 * _MINUTE
    room_before: timedelta = 15 * _MINUTE
    room_after: timedelta = 30 * _MINUTE
    most_active: int = 5

    def cancels_late(self, start: datetime, now: datetime) -> bool:
        """Whether a customer who cancels now does so late."""
        return now > start - self.cancel_window

    def can_reschedule(self, start: datetime, moved: int, now: datetime) -> bool:
        """Whether a customer who has moved the booking so often may do so now once more."""
        return now <= start - self.reschedule_window and moved < self.reschedules


DEFAULT = Policy()
