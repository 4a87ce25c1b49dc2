"""What stands on a picture of a week, as plain data: it is drawn elsewhere, after the commit.

Equal sketches are equal pictures. All words are in the reader's language already; minutes are those
since midnight on the provider's wall clock.
"""

from dataclasses import dataclass
from enum import StrEnum


class Look(StrEnum):
    """The colours of a picture; the values are carried by buttons."""

    LIGHT = "l"
    DARK = "d"

    @property
    def other(self) -> "Look":
        return Look.DARK if self is Look.LIGHT else Look.LIGHT


class Fill(StrEnum):
    """What a patch of time is."""

    FREE = "free"
    OFF = "off"  # a break or time off
    PENDING = "pending"
    CONFIRMED = "confirmed"
    IN_PROGRESS = "in_progress"
    COMPLETED = "completed"
    NO_SHOW = "no_show"
    HELD = "held"
    BUSY = "busy"  # taken by something from elsewhere


@dataclass(frozen=True, slots=True)
class Patch:
    """Part of a day; `time` and `title` are shown as far as there is room."""

    start: int
    end: int
    fill: Fill
    title: str = ""
    time: str = ""


@dataclass(frozen=True, slots=True)
class Column:
    """A day; later patches lie on top of earlier ones."""

    weekday: str
    number: str
    count: str
    patches: tuple[Patch, ...]
    is_today: bool = False


@dataclass(frozen=True, slots=True)
class Sketch:
    """`hours` are the lines across, with the first and the last one the edges of the days.

    `now` is the minute at which today is marked, None in other weeks.
    """

    heading: str
    subheading: str
    columns: tuple[Column, ...]
    hours: tuple[tuple[int, str], ...]
    legend: tuple[tuple[Fill, str], ...]
    look: Look
    is_right_to_left: bool = False
    now: int | None = None
