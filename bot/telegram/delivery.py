"""What became of a message that was sent on our own account, for those who keep the books."""

from dataclasses import dataclass
from datetime import timedelta
from enum import Enum, auto


class Fate(Enum):
    """Of one attempt to deliver."""

    SENT = auto()
    GONE = auto()  # the message to be edited is no more, or can be edited no more
    UNREACHABLE = auto()  # the person blocked the bot, or is no more
    MOVED = auto()  # the chat has a new id; not sent
    LATER = auto()  # not sent; it may work later
    FAILED = auto()  # Telegram refuses this message; it will refuse it again
    PERHAPS = auto()  # sent, but no answer came: it may have been delivered


@dataclass(frozen=True, slots=True)
class Delivery:
    """`retry_after` is set when Telegram named it; LATER without it leaves the pace to you."""

    fate: Fate
    message_id: int | None = None
    moved_to: int | None = None
    retry_after: timedelta | None = None
    error: str = ""
