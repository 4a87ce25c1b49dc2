"""The session room: when it is open, what can be said in it, and how much outside of it."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum

from domain.bookings import Booking, Status
from domain.notices import Side
from domain.refusals import RoomClosed, RoomNotOpen, TooManyMessages

MOST_UNANSWERED = 3  # messages outside the room, until the other side says something
UNANSWERED_FOR = timedelta(hours=24)
MOST_A_MINUTE = 30  # messages in the room; more is no talk
REPORTED = 15  # messages that a report brings along
_WRITES_AFTER = timedelta(days=30)
_EDITS = timedelta(hours=1)
_MEETING = frozenset({Status.CONFIRMED, Status.IN_PROGRESS, Status.COMPLETED, Status.NO_SHOW})
_WRITING = _MEETING | {Status.PENDING}


class Sort(StrEnum):
    """What a message is; Telegram has a method of its own for each."""

    TEXT = "text"
    PHOTO = "photo"
    DOCUMENT = "document"
    VOICE = "voice"
    AUDIO = "audio"
    VIDEO = "video"
    VIDEO_NOTE = "video_note"
    ANIMATION = "animation"
    STICKER = "sticker"
    LOCATION = "location"
    VENUE = "venue"


class Reason(StrEnum):
    """Why somebody reports the other side."""

    RUDE = "r"
    MONEY = "m"
    OTHER = "o"


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of formatted text; offset and length in UTF-16 units, as Telegram counts."""

    kind: str
    offset: int
    length: int
    url: str = ""
    language: str = ""


@dataclass(frozen=True, slots=True)
class Content:
    """What is said: a text, or a file that Telegram keeps with its caption, or a place.

    `size` in bytes and `seconds` are 0 where Telegram does not say.
    """

    sort: Sort
    text: str = ""
    marks: tuple[Mark, ...] = ()
    file_id: str = ""
    unique_id: str = ""
    name: str = ""
    size: int = 0
    seconds: int = 0
    latitude: float = 0.0
    longitude: float = 0.0
    address: str = ""


@dataclass(frozen=True, slots=True)
class Message:
    """What one side of a booking has said to the other one.

    `source_id` is the message in the chat of its author. `erased` is when it is forgotten.
    """

    id: int
    booking_id: int
    side: Side
    author_id: int
    source_id: int
    content: Content
    sent: datetime
    in_room: bool
    erased: datetime
    edited: datetime | None = None
    reply_to: int | None = None


@dataclass(frozen=True, slots=True)
class Visit:
    """Somebody is in the room of a booking, until they leave or are asked to."""

    person_id: int
    booking_id: int
    side: Side
    until: datetime


@dataclass(frozen=True, slots=True)
class Report:
    """One side of a booking has told the admins about the other one."""

    id: int
    booking_id: int
    side: Side
    reason: Reason
    made: datetime
    messages: tuple[Message, ...] = field(default=())


def opens(booking: Booking) -> datetime:
    return booking.start - booking.policy.room_before


def closes(booking: Booking) -> datetime:
    return booking.during.end + booking.policy.room_after


def is_on(booking: Booking) -> bool:
    """Whether the session is to take place, takes place, or did, as far as this booking goes."""
    return booking.status in _MEETING


def is_open(booking: Booking, now: datetime) -> bool:
    return is_on(booking) and opens(booking) <= now < closes(booking)


def check_open(booking: Booking, now: datetime) -> None:
    """Raise RoomNotOpen before its time, RoomClosed after it and where there is no session."""
    if booking.status not in _WRITING or closes(booking) <= now:
        raise RoomClosed
    if not is_open(booking, now):
        raise RoomNotOpen(opens(booking).astimezone(booking.zone))


def may_write(booking: Booking, now: datetime) -> bool:
    """Whether one side may still say something to the other one, in the room or outside."""
    return booking.status in _WRITING and now < booking.during.end + _WRITES_AFTER


def check_write(booking: Booking, unanswered: int, now: datetime) -> None:
    """Raise why one more message cannot be sent outside the room: RoomClosed, TooManyMessages.

    `unanswered` counts those that this side has sent since UNANSWERED_FOR, or since the answer.
    """
    if not may_write(booking, now):
        raise RoomClosed
    if unanswered >= MOST_UNANSWERED:
        raise TooManyMessages(MOST_UNANSWERED)


def check_pace(last_minute: int) -> None:
    """Raise TooManyMessages where somebody writes faster than anybody reads."""
    if last_minute >= MOST_A_MINUTE:
        raise TooManyMessages(MOST_A_MINUTE)


def can_edit(message: Message, booking: Booking, now: datetime) -> bool:
    """Whether a change of the message still reaches the other side."""
    return is_open(booking, now) or now < message.sent + _EDITS


def is_erased(booking: Booking) -> datetime:
    """When what is said about a booking is forgotten."""
    return booking.during.end + booking.policy.transcripts


def was_talk(booking: Booking, now: datetime) -> bool:
    """Whether there may be messages that are kept, though none can be written."""
    return booking.status in _WRITING | {Status.CANCELLED} and now < is_erased(booking)


def other(side: Side) -> Side:
    return Side.PROVIDER if side is Side.CUSTOMER else Side.CUSTOMER
