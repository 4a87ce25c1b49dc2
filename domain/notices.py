"""What people are told: kinds of notification, to whom and when they are due."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import ClassVar, TypeAlias

from domain import reminders
from domain.bookings import Booking, Status


class Kind(StrEnum):
    """The kinds of notification."""

    REQUESTED = "requested"  # provider: somebody asks for a time
    NUDGE = "nudge"  # provider: the request still waits
    BOOKED = "booked"  # provider: somebody booked, no approval needed
    SENT = "sent"  # customer: the request is with the provider
    CONFIRMED = "confirmed"  # customer
    DECLINED = "declined"  # customer
    CANCELLED = "cancelled"  # the other side
    EXPIRED = "expired"  # customer: nobody answered in time
    REMINDER = "reminder"  # both
    MOVE = "move"  # customer: the provider asks for another time
    FEED_BROKEN = "feed_broken"  # provider: a calendar of theirs elsewhere cannot be read
    OFFER = "offer"  # customer: a time from the waitlist is kept for them
    FEEDBACK = "feedback"  # customer: how was it?
    REVIEWED = "reviewed"  # provider: what the customer said
    FOLLOW_UP = "follow_up"  # provider: what is to be done today


class Side(StrEnum):
    """As which side of the booking the recipient is told."""

    CUSTOMER = "customer"
    PROVIDER = "provider"


@dataclass(frozen=True, slots=True)
class Notice:
    """A notification to be: bound to the booking's version, outdated by the next one.

    After the session (AFTERWARDS) it is the version of the review, or of the follow-up.
    `lead` is set on reminders: how long before the start this one belongs.
    """

    kind: Kind
    side: Side
    recipient_id: int
    booking_id: int
    version: int
    due: datetime
    lead: timedelta | None = None


@dataclass(frozen=True, slots=True)
class FeedNotice:
    """A notification about a calendar elsewhere: the `version`th time that it broke."""

    recipient_id: int
    feed_id: int
    version: int
    due: datetime

    kind: ClassVar = Kind.FEED_BROKEN
    side: ClassVar = Side.PROVIDER


AnyNotice: TypeAlias = Notice | FeedNotice

# In which status a booking must be for a notice about it to be still true when it is sent.
STILL_TRUE = {
    Kind.REQUESTED: Status.PENDING,
    Kind.NUDGE: Status.PENDING,
    Kind.SENT: Status.PENDING,
    Kind.BOOKED: Status.CONFIRMED,
    Kind.CONFIRMED: Status.CONFIRMED,
    Kind.REMINDER: Status.CONFIRMED,
    Kind.MOVE: Status.CONFIRMED,
    Kind.DECLINED: Status.DECLINED,
    Kind.CANCELLED: Status.CANCELLED,
    Kind.EXPIRED: Status.EXPIRED,
    Kind.OFFER: Status.HELD,
    Kind.FEEDBACK: Status.COMPLETED,
    Kind.REVIEWED: Status.COMPLETED,
    Kind.FOLLOW_UP: Status.COMPLETED,
}
# What they tell of changes without the booking, so whoever sends them looks whether it is so still.
AFTERWARDS = frozenset({Kind.FEEDBACK, Kind.REVIEWED, Kind.FOLLOW_UP})


def notice(kind: Kind, side: Side, recipient_id: int, booking: Booking, due: datetime) -> Notice:
    return Notice(kind, side, recipient_id, booking.id, booking.version, due)


def reminders_for(
    booking: Booking, side: Side, recipient_id: int, leads: Iterable[timedelta], now: datetime
) -> Iterator[Notice]:
    """One notice per lead time of the recipient that still lies ahead."""
    for reminder in reminders.plan(booking.start, now, leads):
        yield Notice(
            Kind.REMINDER,
            side,
            recipient_id,
            booking.id,
            booking.version,
            reminder.due,
            reminder.lead,
        )


def outdated(due: Notice, booking: Booking, now: datetime) -> bool:
    """Whether sending this now would tell something untrue or pointless."""
    if due.kind in AFTERWARDS:
        return booking.status is not STILL_TRUE[due.kind]
    if booking.version != due.version or booking.status is not STILL_TRUE[due.kind]:
        return True
    if booking.status is Status.HELD and (booking.hold_until or booking.start) <= now:
        return True
    ahead_only = due.kind in {Kind.REMINDER, Kind.REQUESTED, Kind.NUDGE, Kind.MOVE}
    return ahead_only and booking.start <= now
