"""Where an answer is shown, and which live card it is."""

from dataclasses import dataclass
from datetime import datetime

from bot.telegram.envelopes import Source
from storage.live_cards import ClaimedCard


@dataclass(frozen=True, slots=True)
class Opened:
    """The card that is being shown, and when it is due again."""

    claimed: ClaimedCard
    due: datetime


@dataclass(frozen=True, slots=True)
class Spot:
    """`source` names the message that the answer takes the place of, if it takes any.

    `screen_id` is the message whose turn is over; None if there is none, or a card stands there.
    """

    source: Source
    screen_id: int | None
    opened: Opened | None = None
