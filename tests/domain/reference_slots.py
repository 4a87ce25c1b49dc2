"""The slot rules once more, slowly: minute by minute, from their text and not from the engine.

Instants are minutes since 1970 in UTC. What an engine should compute is written here as a
question about one minute, and asked of every minute there is.
"""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import cached_property
from itertools import pairwise
from zoneinfo import ZoneInfo

from domain.hours import Week
from domain.refusals import OutsideHours, Refused, SlotTaken, TooLate, TooSoon
from domain.slots import Rules

DAY = timedelta(days=1)
MINUTE = timedelta(minutes=1)
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def shown(zone: ZoneInfo, minute: int) -> datetime:
    """What the zone's clock shows."""
    return datetime.fromtimestamp(minute * 60, zone).replace(tzinfo=None)


def around(first: date, last: date) -> range:
    """All minutes at which some clock on earth shows one of these dates."""
    start = (datetime.combine(first, time.min, UTC) - EPOCH) // MINUTE
    return range(start - 1440, start + ((last - first).days + 2) * 1440)


def first_shows(zone: ZoneInfo, on: date, minute: int) -> int:
    """Rule 1: the first instant at which the clock shows this time of this date."""
    wanted = datetime.combine(on, time.min) + minute * MINUTE
    as_if_utc = (wanted.replace(tzinfo=UTC) - EPOCH) // MINUTE
    offsets = {
        (shown(zone, near) - wanted) // MINUTE - (near - as_if_utc)
        for near in range(as_if_utc - 2880, as_if_utc + 2881, 180)
    }
    showing = [as_if_utc - each for each in offsets if shown(zone, as_if_utc - each) == wanted]
    if showing:
        return min(showing)

    landing = as_if_utc - max(offsets)
    while shown(zone, landing) < wanted:
        landing += 1
    gap_starts = shown(zone, landing - 1) + MINUTE
    return landing + (wanted - gap_starts) // MINUTE


@dataclass(frozen=True)
class Case:
    """A provider's hours and everything else that decides which starts are free."""

    week: Week
    rules: Rules
    busy: tuple[tuple[int, int], ...]
    first: date
    last: date
    now: datetime

    @property
    def zone(self) -> ZoneInfo:
        return self.week.zone

    @property
    def minutes(self) -> range:
        return around(self.first, self.last)

    def free(self) -> list[int]:
        """The free starts on first..last in epoch seconds."""
        return [
            minute * 60
            for minute in self.minutes
            if minute in self.open
            and self.first <= shown(self.zone, minute).date() <= self.last
            and self.refusal(minute) is None
        ]

    def refusal(self, minute: int) -> type[Refused] | None:
        """Why a session cannot start at this minute of the dates asked for."""
        length = self.rules.duration // MINUTE
        start = EPOCH + minute * MINUTE
        if not start >= self.now.astimezone(UTC) + self.rules.notice:
            return TooSoon
        today = self.now.astimezone(self.zone).date()
        if shown(self.zone, minute).date() > today + self.rules.horizon * DAY:
            return TooLate
        if not self.open.issuperset(range(minute, minute + length)):
            return OutsideHours
        if (minute - self.anchor(minute)) * MINUTE % self.rules.interval:
            return OutsideHours
        blocked_from = (start - self.rules.before - EPOCH).total_seconds()
        blocked_to = (start + self.rules.duration + self.rules.after - EPOCH).total_seconds()
        for busy_from, busy_to in self.busy:
            if busy_from < busy_to and blocked_from < busy_to and busy_from < blocked_to:
                return SlotTaken
        return None

    def anchor(self, minute: int) -> int:
        """Rules 3 and 4: where the grid of the joined window around this minute starts."""
        walked = [minute]
        while walked[-1] not in self.anchors:
            at = walked[-1]
            if at - 1 not in self.open or at in self.renewals:
                self.anchors[at] = at
            else:
                walked.append(at - 1)
        self.anchors.update(dict.fromkeys(walked, self.anchors[walked[-1]]))
        return self.anchors[minute]

    @cached_property
    def anchors(self) -> dict[int, int]:
        """What `anchor` found out so far."""
        return {}

    @cached_property
    def open(self) -> frozenset[int]:
        """Every open minute, from long before the dates asked for until a session must end."""
        minutes: set[int] = set()
        specials = {override.on: override.windows for override in self.week.overrides}
        for on in self.dates:
            for window in specials.get(on, self.week.weekly[on.weekday()]):
                ends_on = on + DAY if window.end < window.start else on
                start = first_shows(self.zone, on, window.start)
                minutes.update(range(start, first_shows(self.zone, ends_on, window.end)))
        for off in (each.on for each in self.week.overrides if each.is_day_off):
            near = around(off, off)  # rule 2: closed beats open
            minutes -= {each for each in near if shown(self.zone, each).date() == off}
        return frozenset(minutes)

    @cached_property
    def dates(self) -> tuple[date, ...]:
        last = self.last + self.rules.duration + 3 * DAY
        return tuple(self.first + n * DAY for n in range(-17, (last - self.first).days + 1))

    @cached_property
    def renewals(self) -> frozenset[int]:
        """Mondays' midnights at which hours round the clock start a new grid."""
        mondays = [first_shows(self.zone, on, 0) for on in self.dates if on.weekday() == 0]
        return frozenset(
            end for start, end in pairwise(mondays) if self.open.issuperset(range(start, end))
        )
