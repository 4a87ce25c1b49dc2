"""What became of an update, for the edges that brought it."""

from enum import Enum, auto


class Outcome(Enum):
    """What an edge does with the update: it confirms it, or keeps it and brings it again."""

    DONE = auto()
    DUPLICATE = auto()
    RETRY = auto()
    AWAY = auto()  # the database is out of reach

    @property
    def is_settled(self) -> bool:
        return self in {Outcome.DONE, Outcome.DUPLICATE}
