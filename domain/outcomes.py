"""What a provider writes down after a session, for the customer and for itself."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum
from typing import Self

from domain.attachments import Attachment, attached
from domain.bookings import fitting
from domain.refusals import NotFound, NothingToSend

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
    """How a session ended. `shared` is when its customer was last sent what is meant for them.

    `files` are materials for the customer.
    """

    booking_id: int
    ended: datetime
    notes: Mapping[Heading, str] = field(default_factory=dict)
    shared: datetime | None = None
    files: tuple[Attachment, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to read."""
        return not self.notes and not self.files

    @property
    def has_for_customer(self) -> bool:
        """Whether there is anything to be sent."""
        return bool(self.for_customer or self.files)

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
        if self.shared is None:
            return replace(self, notes={}, files=())
        return replace(self, notes=self.for_customer)


def noted(outcome: Outcome, heading: Heading, text: str) -> Outcome:
    """The outcome with this text under the heading; without any, if the text is empty.

    Raises TextTooLong beyond NOTE_LIMIT characters.
    """
    others = {each: note for each, note in outcome.notes.items() if each is not heading}
    text = fitting(text, NOTE_LIMIT)
    return replace(outcome, notes={**others, heading: text} if text else others)


def with_file(outcome: Outcome, file: Attachment) -> Outcome:
    """The outcome with one more file; raises as `attachments.attached`."""
    return replace(outcome, files=attached(outcome.files, file))


def without_file(outcome: Outcome, place: int) -> Outcome:
    """The outcome without the file at this place, from 0 on; raises NotFound if there is none."""
    if not 0 <= place < len(outcome.files):
        raise NotFound
    return replace(outcome, files=outcome.files[:place] + outcome.files[place + 1 :])


def sent(outcome: Outcome, at: datetime) -> Outcome:
    """The outcome as its customer may read it; raises NothingToSend if nothing is for them."""
    if not outcome.has_for_customer:
        raise NothingToSend
    return replace(outcome, shared=at)
