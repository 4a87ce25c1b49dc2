"""Which starts are free: the one function that lists slots and checks a booking.

Rules 4 to 11 and 13 of the slot rules, on sorted stretches of plain numbers: the cost grows
with the number of windows, sessions and slots, never with their product.
"""

from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta
from itertools import chain
from typing import NamedTuple
from zoneinfo import ZoneInfo

from domain.diaries import Diary
from domain.loads import full, seats, seats_to_join
from domain.openings import open_windows
from domain.refusals import DayFull, NoSeats, OutsideHours, SlotTaken, TooLate, TooSoon
from domain.rules import Rules
from domain.services import Service
from domain.spans import SECOND, Span, to_epoch, utc
from domain.stretches import Stretch, without
from domain.wallclock import DAY, date_at, dates


def free(diary: Diary, service: Service, first: date, last: date, now: datetime) -> list[int]:
    """The free starts on the provider-local dates first..last, ascending, in epoch seconds.

    `loads.seats` tells how many seats are left at those where a session can be joined.
    """
    zone = diary.week.zone
    first = max(first, date_at(zone, to_epoch(now)) - DAY)
    last = min(last, service.rules.latest(now, zone))
    return [
        slot
        for start, end in dates(zone, first, last)
        for slot in free_between(diary, service, start, end, now)
    ]


def free_between(diary: Diary, service: Service, start: int, end: int, now: datetime) -> list[int]:
    """The free starts in [start, end), as `free` gives them; for a viewer of another zone."""
    slots: list[int] = []
    for begin, stop in _bookable(diary.week.zone, service.rules, start, end, now):
        openings = _openings(diary, service, begin, stop)
        slots += _starts(openings, service.rules, _allowed(diary, service, begin, stop))
    return slots


def check(diary: Diary, service: Service, start: datetime, now: datetime) -> Span:
    """The session that would start then, or be joined, or the reason why it cannot be booked.

    Grants exactly the starts that `free` lists.

    Raises:
        TooSoon: it is past or within the notice.
        TooLate: it is beyond the horizon.
        OutsideHours: it does not fit the windows, or is off their grid.
        NoSeats: the group session at this time is full.
        DayFull: as many sessions as may start on this date.
        SlotTaken: the session with its buffers meets a busy time.
    """
    rules, zone = service.rules, diary.week.zone
    earliest = rules.earliest(now)
    if utc(start) < earliest:
        raise TooSoon(earliest)

    if start.microsecond:
        raise OutsideHours

    at = to_epoch(start)
    if not any(_bookable(zone, rules, at, at + 1, now)):
        raise TooLate(rules.latest(now, zone))
    openings = _openings(diary, service, at, at + 1)
    if not _starts(openings, rules, [(at, at + 1)]):
        raise OutsideHours
    if not _starts(openings, rules, _allowed(diary, service, at, at + 1)):
        raise _conflict(diary, service, at)
    return Span.lasting(start, rules.duration)


def is_offered(diary: Diary, service: Service, start: datetime, now: datetime) -> bool:
    """Whether the start could be booked if nobody else had it."""
    try:
        check(diary, service, start, now)
    except (OutsideHours, TooSoon, TooLate):
        return False
    except (SlotTaken, NoSeats, DayFull):
        return True
    return True


def _conflict(diary: Diary, service: Service, at: int) -> NoSeats | DayFull | SlotTaken:
    """Why a start that the hours allow is not free."""
    left = seats(diary, service).get(at)
    if left is not None:
        return SlotTaken() if left else NoSeats()
    if any(begin <= at < end for begin, end in full(diary, service, at, at + 1)):
        return DayFull(date_at(diary.week.zone, at))
    return SlotTaken()


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


def _openings(diary: Diary, service: Service, start: int, end: int) -> list[_Opening]:
    """The windows in which a session with a start in [start, end) may lie, ascending."""
    zone = diary.week.zone
    ends_by = end + _seconds(service.rules.duration)
    # Sorted, because where a date comes again the clock may show the earlier one at the end.
    first, last = sorted((date_at(zone, start), date_at(zone, ends_by)))
    windows = open_windows(diary.week, first, last + DAY, service.id, service.rules.hours)
    openings: list[_Opening] = []
    for opens, ends in reversed(windows):
        goes_on = openings and openings[-1].start == ends
        openings.append(_Opening(opens, ends, openings[-1].closes if goes_on else ends))
    openings.reverse()
    return openings


def _starts(openings: Sequence[_Opening], rules: Rules, allowed: Sequence[Stretch]) -> list[int]:
    """The starts on the grids of the openings that lie in the allowed stretches."""
    duration, interval = _seconds(rules.duration), _seconds(rules.interval)
    starts: list[int] = []
    at = 0
    for opening in openings:
        stop = min(opening.end, opening.closes - duration + 1)
        while at < len(allowed) and allowed[at][0] < stop:
            low, high = max(allowed[at][0], opening.start), min(allowed[at][1], stop)
            steps = (low - opening.start + interval - 1) // interval  # rounded up
            starts += range(opening.start + steps * interval, high, interval)
            if allowed[at][1] > stop:
                break  # the next opening begins in this stretch, or after it
            at += 1
    return starts


def _allowed(diary: Diary, service: Service, start: int, end: int) -> list[Stretch]:
    """The starts in [start, end) that neither other sessions nor caps forbid, sorted.

    A start at which a session can be joined is a stretch of one second.
    """
    blocked = sorted(chain((each.blocked for each in diary.sessions), diary.busy))
    gaps = _gaps(service.rules, blocked, start, end)
    gaps = without(gaps, full(diary, service, start, end))
    joins = seats_to_join(diary, service, blocked)
    if not joins:
        return gaps
    return sorted(chain(gaps, ((at, at + 1) for at in joins if start <= at < end)))


def _gaps(rules: Rules, blocked: Sequence[Stretch], start: int, end: int) -> list[Stretch]:
    """The starts in [start, end) at which a session with its buffers meets no blocked time.

    Touching is free, so the last possible start is that at which it touches what is next.
    """
    ahead, behind = _seconds(rules.duration + rules.after), _seconds(rules.before)
    gaps: list[Stretch] = []
    low = start
    for begins, ends in blocked:
        if begins < ends:
            high = min(begins - ahead + 1, end)
            if low < high:
                gaps.append((low, high))
            low = max(low, ends + behind)
    if low < end:
        gaps.append((low, end))
    return gaps


def _seconds(length: timedelta) -> int:
    return length // SECOND
