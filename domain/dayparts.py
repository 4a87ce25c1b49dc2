"""Morning, afternoon, evening: by the clock of whoever looks."""

from collections.abc import Sequence
from datetime import datetime
from enum import StrEnum
from zoneinfo import ZoneInfo

NOON, EVENING = 12, 17


class Part(StrEnum):
    """A part of the day by the clock that is shown: before 12, before 17, after."""

    ALL = "all"
    MORNING = "morning"
    AFTERNOON = "afternoon"
    EVENING = "evening"

    def has(self, at: int, zone: ZoneInfo) -> bool:
        """Whether an instant, in epoch seconds, lies in this part of the day in the zone."""
        return self is Part.ALL or self is part_of(at, zone)


def part_of(at: int, zone: ZoneInfo) -> Part:
    """The part of the day that an instant, in epoch seconds, lies in by the zone's clock."""
    hour = datetime.fromtimestamp(at, zone).hour
    if hour < NOON:
        return Part.MORNING
    return Part.AFTERNOON if hour < EVENING else Part.EVENING


def within(starts: Sequence[int], part: Part, zone: ZoneInfo) -> list[int]:
    """The starts that lie in this part of the day in the viewer's zone, in their order."""
    return [start for start in starts if part.has(start, zone)]
