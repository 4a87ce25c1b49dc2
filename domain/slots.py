"""Which starts are free: the one function that lists slots and checks a booking.

Rules 4 to 8, 11 and 13 of the slot rules, on sorted stretches of plain numbers: the cost grows
with the number of windows, sessions and slots, never with their product.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from heapq import nsmallest
from typing import NamedTuple
from zoneinfo import ZoneInfo

from domain.hours import Week
from domain.refusals import OutsideHours, SlotTaken, TooLate, TooSoon
from domain.spans import SECOND, Span, to_epoch, utc
from domain.stretches import Stretch
from domain.wallclock import DAY, date_at, dates

_ZERO = timedelta(0)
_MINUTE = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class Rules:
    """How a service may be booked.

    Starts are `interval` apart; `before` and `after` are the buffers. `notice` is elapsed time,
    `horizon` the number of provider-local dates after today's that may be booked.
    """

    duration: timedelta
    interval: timedelta
    before: timedelta
    after: timedelta
    notice: timedelta
    horizon: int

    def __post_init__(self) -> None:
        if self.duration <= _ZERO or self.interval <= _ZERO:
            raise ValueError("duration and interval must be positive")
        if min(self.before, self.after, self.notice) < _ZERO or self.horizon < 0:
            raise ValueError("buffers, notice and horizon must not be negative")
        if any(each % _MINUTE for each in (self.duration, self.interval, self.before, self.after)):
            raise ValueError("duration, interval and buffers must be whole minutes")

    def earliest(self, now: datetime) -> datetime:
        """The first instant that leaves the notice, in UTC."""
        return utc(now) + self.notice

    def latest(self, now: datetime, zone: ZoneInfo) -> date:
        """The last date within the horizon, for a provider in this zone."""
        return date_at(zone, to_epoch(now)) + timedelta(days=self.horizon)


def free(
    week: Week, rules: Rules, busy: Sequence[Stretch], first: date, last: date, now: datetime
) -> list[int]:
    """The free starts on the provider-local dates first..last, ascending, in epoch seconds.

    `busy` are the times already blocked, in epoch seconds and with buffers of their own:
    sessions, holds, pending requests, external events. They may overlap, in any order.
    """
    first = max(first, date_at(week.zone, to_epoch(now)) - DAY)
    last = min(last, rules.latest(now, week.zone))
    return [
        slot
        for start, end in dates(week.zone, first, last)
        for slot in free_between(week, rules, busy, start, end, now)
    ]


def free_between(
    week: Week, rules: Rules, busy: Sequence[Stretch], start: int, end: int, now: datetime
) -> list[int]:
    """The free starts in [start, end), as `free` gives them; for a viewer of another zone."""
    slots: list[int] = []
    for begin, stop in _bookable(week.zone, rules, start, end, now):
        slots += _starts(_openings(week, rules, begin, stop), rules, busy, begin, stop)
    return slots


def check(
    week: Week, rules: Rules, busy: Sequence[Stretch], start: datetime, now: datetime
) -> Span:
    """The session that would start then, or the reason why it cannot be booked.

    Grants exactly the starts that `free` lists.

    Raises:
        TooSoon: it is past or within the notice.
        TooLate: it is beyond the horizon.
        OutsideHours: it does not fit the windows, or is off their grid.
        SlotTaken: the session with its buffers meets a busy time.
    """
    earliest = rules.earliest(now)
    if utc(start) < earliest:
        raise TooSoon(earliest)

    if start.microsecond:
        raise OutsideHours

    at = to_epoch(start)
    if not any(_bookable(week.zone, rules, at, at + 1, now)):
        raise TooLate(rules.latest(now, week.zone))
    openings = _openings(week, rules, at, at + 1)
    if not _starts(openings, rules, (), at, at + 1):
        raise OutsideHours
    if not _starts(openings, rules, busy, at, at + 1):
        raise SlotTaken
    return Span.lasting(start, rules.duration)


def nearest(starts: Sequence[int], wanted: int, count: int) -> list[int]:
    """Of ascending starts, the `count` nearest to the wanted one, ascending.

    Of two that are equally near, the earlier one counts as nearer.
    """
    return sorted(nsmallest(count, starts, key=lambda start: abs(start - wanted)))


class _Opening(NamedTuple):
    """A window: its grid covers [start, end), sessions may last until `closes`."""

    start: int
    end: int
    closes: int


def _bookable(
    zone: ZoneInfo, rules: Rules, start: int, end: int, now: datetime
) -> Iterator[Stretch]:
    """What of [start, end) is neither within the notice nor beyond the horizon."""
    earliest = rules.earliest(now)
    soonest = to_epoch(earliest) + (earliest.microsecond > 0)  # rounded up
    # The day before today counts: where the clock falls back over midnight, it comes again.
    yesterday = date_at(zone, to_epoch(now)) - DAY
    for opens, closes in dates(zone, yesterday, rules.latest(now, zone)):
        begin, stop = max(opens, start, soonest), min(closes, end)
        if begin < stop:
            yield begin, stop


def _openings(week: Week, rules: Rules, start: int, end: int) -> list[_Opening]:
    """The windows in which a session with a start in [start, end) may lie, ascending."""
    ends_by = end + _seconds(rules.duration)
    # Sorted, because where a date comes again the clock may show the earlier one at the end.
    first, last = sorted((date_at(week.zone, start), date_at(week.zone, ends_by)))
    openings: list[_Opening] = []
    for opens, ends in reversed(week.open(first, last)):
        goes_on = openings and openings[-1].start == ends
        openings.append(_Opening(opens, ends, openings[-1].closes if goes_on else ends))
    openings.reverse()
    return openings


def _starts(
    openings: Sequence[_Opening], rules: Rules, busy: Sequence[Stretch], start: int, end: int
) -> list[int]:
    """The starts in [start, end) on the grids of the openings that no busy time forbids."""
    duration, interval = _seconds(rules.duration), _seconds(rules.interval)
    gaps = _gaps(rules, busy, start, end)
    starts: list[int] = []
    at = 0
    for opening in openings:
        first = max(opening.start, start)
        last = min(opening.end - 1, opening.closes - duration, end - 1)
        while at < len(gaps) and gaps[at][0] <= last:
            low, high = max(gaps[at][0], first), min(gaps[at][1], last)
            steps = (low - opening.start + interval - 1) // interval  # rounded up
            starts += range(opening.start + steps * interval, high + 1, interval)
            if gaps[at][1] > last:
                break  # the next opening begins in this gap, or after it
            at += 1
    return starts


def _gaps(rules: Rules, busy: Sequence[Stretch], start: int, end: int) -> list[Stretch]:
    """The starts in [start, end) at which a session with its buffers meets no busy time.

    These are ranges from a first to a last possible start, both included: touching is free.
    """
    ahead, behind = _seconds(rules.duration + rules.after), _seconds(rules.before)
    gaps: list[Stretch] = []
    low = start
    for begins, ends in sorted(busy):
        if begins < ends:
            if low <= begins - ahead:
                gaps.append((low, begins - ahead))
            low = max(low, ends + behind)
    gaps.append((low, end - 1))
    return gaps


def _seconds(length: timedelta) -> int:
    return length // SECOND
