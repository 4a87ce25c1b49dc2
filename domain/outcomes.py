"""What a provider writes down after a session, for the customer and for itself."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum
from typing import Self

from domain.bookings import fitting
from domain.refusals import NothingToSend

NOTE_LIMIT = 500


class Heading(StrEnum):
    """Under what something is written down."""

    TOPICS = "topics"
    ASSESSMENTS = "assessments"
    ACTIONS = "actions"
    RECOMMENDATIONS = "recommendations"
    NEXT = "next"
    MATERIALS = "materials"
    PRIVATE = "private"


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a session ended. `shared` is when its customer was last sent what is meant for them."""

    booking_id: int
    ended: datetime
    notes: Mapping[Heading, str] = field(default_factory=dict)
    shared: datetime | None = None

    @property
    def for_customer(self) -> Mapping[Heading, str]:
        """All notes but the private ones, in the order of the headings."""
        return {
            each: self.notes[each]
            for each in Heading
            if each in self.notes and each is not Heading.PRIVATE
        }

    def as_told(self) -> Self:
        """What the customer may see of it."""
        return replace(self, notes={} if self.shared is None else self.for_customer)


def noted(outcome: Outcome, heading: Heading, text: str) -> Outcome:
    """The outcome with this text under the heading; without any, if the text is empty.

    Raises TextTooLong beyond NOTE_LIMIT characters.
    """
    others = {each: note for each, note in outcome.notes.items() if each is not heading}
    text = fitting(text, NOTE_LIMIT)
    return replace(outcome, notes={**others, heading: text} if text else others)


def sent(outcome: Outcome, at: datetime) -> Outcome:
    """The outcome as its customer may read it; raises NothingToSend if nothing is for them."""
    if not outcome.for_customer:
        raise NothingToSend
    return replace(outcome, shared=at)
