"""One turn of a talk: what a handler has at hand while one update is worked on."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from bot.usecases.relaying import Behind
from bot.views.words import Words
from domain.people import Person
from storage.conversations import Draft
from storage.store import Tx


class State(StrEnum):
    """Where in a conversation a person is; the values are stored."""

    PROVIDER = "provider"
    SERVICE = "service"
    DAY = "day"
    TIME = "time"
    WEEK = "week"
    NEARBY = "nearby"
    REVIEW = "review"
    NOTE = "note"
    MOVING = "moving"
    MOVE_REASON = "move_reason"
    TOPIC = "topic"
    FILES = "files"
    OTHER_TIME = "other_time"
    QUESTION = "question"
    HOW = "how"
    NUMBER = "number"
    CALL_NUMBER = "call_number"
    CANCEL_REASON = "cancel_reason"
    DECLINE_REASON = "decline_reason"
    DECLINE_ALL_REASON = "decline_all_reason"
    ZONE = "zone"
    FOR_WHOM = "for_whom"
    HOURS = "hours"
    TIME_OFF = "time_off"
    OFF_REASON = "off_reason"
    NEW_SERVICE = "new_service"
    OWN_SERVICE = "own_service"
    BUSY_ADDRESS = "busy_address"
    OUTCOME_NOTE = "outcome_note"
    REVIEW_WORDS = "review_words"
    FOLLOW_UP = "follow_up"
    ROOM = "room"
    WRITING = "writing"


FLOW = frozenset(
    {
        State.PROVIDER,
        State.SERVICE,
        State.DAY,
        State.TIME,
        State.WEEK,
        State.NEARBY,
        State.REVIEW,
        State.NOTE,
        State.MOVING,
        State.MOVE_REASON,
        State.TOPIC,
        State.FILES,
        State.OTHER_TIME,
        State.QUESTION,
        State.HOW,
        State.NUMBER,
    }
)
"""The steps of a booking under way; every other state but the room only waits for words."""
_STAYS = FLOW | {State.ROOM}


@dataclass(slots=True)
class Turn:
    """The open transaction, who is talking, when, and how to speak to them.

    `web_address` is where our web app can be reached from outside, empty if it cannot; `bot_link`
    opens a chat with the bot. `replies_to` is what a message replies to, where that came through a
    room.
    Handlers change `draft` and `state` (None: the conversation ends); dispatch stores both when the
    transaction commits.
    """

    tx: Tx
    person: Person
    now: datetime
    words: Words
    draft: Draft = field(default_factory=Draft)
    state: State | None = None
    is_tap: bool = False
    web_address: str = ""
    bot_link: str = ""
    replies_to: Behind | None = None

    def leave(self) -> None:
        """End the conversation; only the number of its flow is remembered."""
        self.draft = Draft(flow=self.draft.flow)
        self.state = None

    def stop_asking(self) -> None:
        """Something else was tapped: wait for words no longer.

        A booking under way goes on, and whoever is in a session room stays there.
        """
        if self.state not in _STAYS:
            self.leave()
