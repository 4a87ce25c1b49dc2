"""The bounds of what a service may say, in a catalogue and in the chat alike."""

from dataclasses import dataclass
from datetime import timedelta


@dataclass(frozen=True, slots=True)
class Bounds:
    """Whole numbers from `least` to `most`, both among them."""

    least: int
    most: int

    def __contains__(self, number: int) -> bool:
        return self.least <= number <= self.most


DAY = 1440  # minutes
STEP = Bounds(5, DAY)  # minutes a session lasts, or starts are apart
BUFFER = Bounds(0, DAY)
NOTICE = Bounds(0, 365 * DAY)
HORIZON = Bounds(1, 730)  # days
AHEAD = timedelta(days=HORIZON.most + 2)  # nothing is booked further ahead, in any zone
CAP = Bounds(1, 1000)
PRICE = Bounds(0, 10**15)  # smallest units; far below what the database can hold

TITLE = 64  # characters
LINE = 200
OPTION = 40
PROSE = 1000
SERVICES = 200  # of one provider
