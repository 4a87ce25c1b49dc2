"""What a customer says about a booking beyond its time: all of it optional but some questions."""

from dataclasses import dataclass
from datetime import datetime

from domain.attachments import Attachment
from domain.intake import Answer, Question

TOPIC_LIMIT = 80


@dataclass(frozen=True, slots=True)
class Extras:
    """What goes with a booking when it is made; `other_start` would suit the customer as well."""

    topic: str = ""
    other_start: datetime | None = None
    files: tuple[Attachment, ...] = ()
    answers: tuple[tuple[Question, Answer], ...] = ()


@dataclass(frozen=True, slots=True)
class Details:
    """What stands on a booking's card: how many files and answers there are, not what they say."""

    topic: str = ""
    other_start: datetime | None = None
    files: int = 0
    answers: int = 0


NONE = Details()
