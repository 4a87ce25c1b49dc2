"""What people are told: kinds of notification, to whom and when they are due."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import ClassVar, TypeAlias

from domain import reminders, sessions
from domain.bookings import Booking, Role, Status


class Kind(StrEnum):
    """The kinds of notification."""

    REQUESTED = "requested"  # provider: somebody asks for a time
    NUDGE = "nudge"  # provider: the request still waits
    BOOKED = "booked"  # provider: somebody booked, no approval needed
    MADE = "made"  # customer: they have booked, no approval needed
    SENT = "sent"  # customer: their request is with the provider
    CONFIRMED = "confirmed"  # customer
    DECLINED = "declined"  # customer
    CANCELLED = "cancelled"  # the other side
    EXPIRED = "expired"  # customer: nobody answered in time
    REMINDER = "reminder"  # both
    MOVE = "move"  # customer: the provider asks for another time
    MOVED = "moved"  # the other side: the booking has another time
    MOVE_ASKED = "move_asked"  # provider: the customer asks for another time; about that time
    MOVE_AGREED = "move_agreed"  # customer: the provider has agreed to the other time
    MOVE_REFUSED = "move_refused"  # customer: the booking stays as it was; about the other time
    FEED_BROKEN = "feed_broken"  # provider: a calendar of theirs elsewhere cannot be read
    OFFER = "offer"  # customer: a time from the waitlist is kept for them
    READY = "ready"  # both: the session is about to start
    MISSED = "missed"  # both: nobody came
    ASK_OUTCOME = "ask_outcome"  # provider: what became of the session
    ASK_AGAIN = "ask_again"  # provider: still not said, next morning
    NOTES = "notes"  # customer: what the provider has written down for them
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
    Kind.MADE: Status.CONFIRMED,
    Kind.BOOKED: Status.CONFIRMED,
    Kind.CONFIRMED: Status.CONFIRMED,
    Kind.REMINDER: Status.CONFIRMED,
    Kind.MOVE: Status.CONFIRMED,
    Kind.MOVED: Status.CONFIRMED,
    Kind.MOVE_ASKED: Status.HELD,
    Kind.MOVE_AGREED: Status.CONFIRMED,
    Kind.MOVE_REFUSED: Status.EXPIRED,
    Kind.DECLINED: Status.DECLINED,
    Kind.CANCELLED: Status.CANCELLED,
    Kind.EXPIRED: Status.EXPIRED,
    Kind.OFFER: Status.HELD,
    Kind.READY: Status.CONFIRMED,
    Kind.MISSED: Status.NO_SHOW,
    Kind.ASK_OUTCOME: Status.CONFIRMED,
    Kind.ASK_AGAIN: Status.CONFIRMED,
    Kind.NOTES: Status.COMPLETED,
    Kind.FEEDBACK: Status.COMPLETED,
    Kind.REVIEWED: Status.COMPLETED,
    Kind.FOLLOW_UP: Status.COMPLETED,
}
# What the person who tapped is shown at once: told as well only if that never reached them.
ANSWERS = frozenset({Kind.MADE, Kind.SENT})
ANSWER_LOST = timedelta(minutes=1)  # an answer that is not shown by then
_ASKING = frozenset({Kind.ASK_OUTCOME, Kind.ASK_AGAIN})
# Of bookings of one series that change at once each has such a notice, and one of them is sent.
ONCE_FOR_ALL = frozenset(
    {Kind.REQUESTED, Kind.NUDGE, Kind.CONFIRMED, Kind.DECLINED, Kind.CANCELLED, Kind.EXPIRED}
)
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


def of_session(booking: Booking, side: Side, recipient_id: int) -> Iterator[Notice]:
    """That a session is about to start; and for its provider, to say what became of it."""
    ready = booking.start - booking.policy.ready_window
    yield notice(Kind.READY, side, recipient_id, booking, ready)
    if side is Side.PROVIDER:
        yield from asking(booking, recipient_id)


def asking(booking: Booking, recipient_id: int) -> Iterator[Notice]:
    """What the provider is asked after a session, and once more if that was not answered."""
    again = sessions.next_morning(booking)
    yield notice(Kind.ASK_OUTCOME, Side.PROVIDER, recipient_id, booking, booking.during.end)
    yield notice(Kind.ASK_AGAIN, Side.PROVIDER, recipient_id, booking, again)


def outdated(due: Notice, booking: Booking, now: datetime) -> bool:
    """Whether sending this now would tell something untrue or pointless."""
    if due.kind in AFTERWARDS:
        return booking.status is not STILL_TRUE[due.kind]
    if overtaken(due, booking) or not _is_true(due, booking):
        return True
    if due.kind is Kind.READY:
        return booking.during.end <= now or Role(due.side.value) in booking.joined
    if due.kind is Kind.ASK_OUTCOME:
        return sessions.next_morning(booking) <= now  # asked again now anyway
    if booking.status is Status.HELD and (booking.hold_until or booking.start) <= now:
        return True
    ahead_only = due.kind in {Kind.REMINDER, Kind.REQUESTED, Kind.NUDGE, Kind.MOVE}
    return ahead_only and booking.start <= now


def overtaken(due: Notice, booking: Booking) -> bool:
    """Whether the booking has changed since this was written."""
    return due.kind not in AFTERWARDS and booking.version != due.version


def _is_true(due: Notice, booking: Booking) -> bool:
    going_on = due.kind in _ASKING and booking.status is Status.IN_PROGRESS
    return going_on or booking.status is STILL_TRUE[due.kind]
