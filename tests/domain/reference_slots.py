"""The slot rules once more, slowly: minute by minute, from their text and not from the engine.

Instants are minutes since 1970 in UTC. What an engine should compute is written here as a
question about one minute, and asked of every minute there is.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import cached_property
from itertools import pairwise
from zoneinfo import ZoneInfo

from domain.diaries import Diary, Session
from domain.hours import Closure, WeeklyWindow, Window
from domain.refusals import (
    DayFull,
    NoSeats,
    OutsideHours,
    Refused,
    SlotTaken,
    TooLate,
    TooSoon,
)
from domain.rules import Rules
from domain.services import Service
from tests.domain.reference_clock import (
    around,
    day_number,
    first_shows,
    shown_date,
    shown_days,
    today,
)

DAY = timedelta(days=1)
MINUTE = timedelta(minutes=1)
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True)
class Case:
    """A provider's diary, a service, and everything else that decides which starts are free."""

    diary: Diary
    service: Service
    first: date
    last: date
    now: datetime

    @property
    def zone(self) -> ZoneInfo:
        return self.diary.week.zone

    @property
    def rules(self) -> Rules:
        return self.service.rules

    @property
    def minutes(self) -> range:
        return around(self.zone, self.first, self.last)

    def free(self) -> list[int]:
        """The free starts on first..last in epoch seconds."""
        return [
            minute * 60
            for minute in self.grid()
            if self.first <= shown_date(self.zone, minute) <= self.last
            and self.refusal(minute) is None
        ]

    def refusal(self, minute: int) -> type[Refused] | None:
        """Why a session cannot start at this minute of the dates asked for."""
        start = EPOCH + minute * MINUTE
        if not start >= self.now.astimezone(UTC) + self.rules.notice:
            return TooSoon
        if shown_date(self.zone, minute) > today(self.zone, self.now) + self.rules.horizon * DAY:
            return TooLate
        if not self.fits(minute) or not self.is_on_grid(minute):
            return OutsideHours
        return self.conflict(minute)

    # Rules 3 to 5: the hours

    def grid(self) -> Iterator[int]:
        """Rule 4: the minutes on the grid, found by walking on from where one starts."""
        at = self.minutes.start - self.begin
        anchor = self.anchor(self.minutes.start)
        interval = self.rules.interval // MINUTE
        was_open = True
        for minute, is_open in enumerate(
            self.open[at : at + len(self.minutes)], self.minutes.start
        ):
            if is_open and (not was_open or minute in self.renewals):
                anchor = minute
            if is_open and (minute - anchor) % interval == 0:
                yield minute
            was_open = bool(is_open)

    def fits(self, minute: int) -> bool:
        """Rule 5: open throughout."""
        at = minute - self.begin
        return CLOSED not in self.open[at : at + self.rules.duration // MINUTE]

    def is_on_grid(self, minute: int) -> bool:
        return (minute - self.anchor(minute)) % (self.rules.interval // MINUTE) == 0

    def anchor(self, minute: int) -> int:
        """Rules 3 and 4: where the grid of the joined window around this minute starts."""
        opened = self.begin + self.open.rfind(CLOSED, 0, minute - self.begin + 1) + 1
        return max([opened, *(each for each in self.renewals if opened <= each <= minute)])

    @cached_property
    def renewals(self) -> frozenset[int]:
        """Mondays' midnights at which hours round the clock start a new grid."""
        mondays = [first_shows(self.zone, on, 0) for on in self.dates if on.weekday() == 0]
        return frozenset(
            end
            for start, end in pairwise(mondays)
            if CLOSED not in self.open[start - self.begin : end - self.begin]
        )

    @cached_property
    def open(self) -> bytearray:
        """Of every minute, from long before the dates asked for until a session must end: 1 if
        the provider is open for the service, and its own hours, where it has any, say so too."""
        week = self.diary.week
        strip = self.nothing()
        for on in self.dates:
            for window in self.planned(on):
                self.paint(strip, on, window)

        if self.rules.hours is not None:
            own = self.nothing()
            for on in self.dates:
                for window in self.valid(self.rules.hours, on):
                    self.paint(own, on, window)
            both = int.from_bytes(strip, "big") & int.from_bytes(own, "big")
            strip = bytearray(both.to_bytes(len(strip), "big"))

        whole = [each.on for each in week.overrides if each.is_day_off] + list(week.holidays)
        for closure in (*week.closures, *(Closure(on, on) for on in whole)):
            for minute in self.closed_by(closure):
                strip[minute - self.begin] = 0
        return strip

    def planned(self, on: date) -> list[Window]:
        """Rule 2: special hours replace the weekly ones; openings come on top of either."""
        week = self.diary.week
        special = [each for each in week.overrides if each.on == on]
        windows = list(special[0].windows) if special else self.valid(week.regular, on)
        return windows + [each.window for each in week.openings if each.on == on]

    def valid(self, hours: tuple[WeeklyWindow, ...], on: date) -> list[Window]:
        return [
            each.window
            for each in hours
            if each.weekday == on.weekday()
            and each.since <= on <= each.until
            and each.service_id in {None, self.service.id}
        ]

    def closed_by(self, closure: Closure) -> Iterator[int]:
        """Rule 2: its dates whole, but for what is before and after its times."""
        near = around(self.zone, closure.first, closure.last)
        opens, ends = near.start, near.stop
        if closure.start:
            opens = first_shows(self.zone, closure.first, closure.start)
        if closure.end < 1440:
            ends = first_shows(self.zone, closure.last, closure.end)

        reached = range(max(opens, self.begin), min(ends, self.end))
        first, last = day_number(closure.first), day_number(closure.last)
        for minute, shows in zip(reached, shown_days(self.zone, reached), strict=True):
            if first <= shows <= last:
                yield minute

    def paint(self, strip: bytearray, on: date, window: Window) -> None:
        """Rule 1: open from one instant to the other."""
        ends_on = on + DAY if window.end < window.start else on
        start = first_shows(self.zone, on, window.start)
        end = first_shows(self.zone, ends_on, window.end)
        if start < end:
            strip[start - self.begin : end - self.begin] = OPEN * (end - start)

    def nothing(self) -> bytearray:
        return bytearray(self.end - self.begin)

    @cached_property
    def dates(self) -> tuple[date, ...]:
        last = self.last + self.rules.duration + 3 * DAY
        return tuple(self.first + n * DAY for n in range(-17, (last - self.first).days + 1))

    @cached_property
    def begin(self) -> int:
        return around(self.zone, self.dates[0], self.dates[0]).start - 1440

    @cached_property
    def end(self) -> int:
        return around(self.zone, self.dates[-1], self.dates[-1]).stop + 2880

    # Rules 6 and 9 to 11: the sessions

    def conflict(self, minute: int) -> type[Refused] | None:
        """Rule 10: a session is joined if it can be, and only a new one is subject to caps."""
        start, end = minute * 60, minute * 60 + self.rules.duration // timedelta(seconds=1)
        others = [each.blocked for each in self.sessions if not self.is_same(each, start, end)]
        met = any(self.meets(start, end, each) for each in (*others, *self.diary.busy))
        if len(others) < len(self.sessions):
            if self.seats(start) == 0:
                return NoSeats
            return SlotTaken if met else None
        if self.is_full(shown_date(self.zone, minute)):
            return DayFull
        return SlotTaken if met else None

    def is_same(self, session: Session, start: int, end: int) -> bool:
        """Rule 10: a group session of the service at exactly this time."""
        return (
            self.rules.capacity > 1
            and session.service_id == self.service.id
            and (session.start, session.end) == (start, end)
        )

    def seats(self, start: int) -> int:
        """How many seats are left at a start in epoch seconds."""
        end = start + self.rules.duration // timedelta(seconds=1)
        same = [each for each in self.sessions if self.is_same(each, start, end)]
        if not same:
            return self.rules.capacity
        granted = [min(self.rules.capacity, each.capacity) - each.taken for each in same]
        return max(0, *granted)

    def meets(self, start: int, end: int, busy: tuple[int, int]) -> bool:
        """Rule 6: touching is free."""
        blocked_from = start - self.rules.before // timedelta(seconds=1)
        blocked_to = end + self.rules.after // timedelta(seconds=1)
        return busy[0] < busy[1] and blocked_from < busy[1] and busy[0] < blocked_to

    def is_full(self, on: date) -> bool:
        """Rule 9: as many sessions start on this date as may, of the service or of all."""
        started = [each for each in self.sessions if self.started(each) == on]
        own = [each for each in started if each.service_id == self.service.id]
        return any(
            most is not None and len(counted) >= most
            for most, counted in (
                (self.diary.most_a_day, started),
                (self.rules.most_a_day, own),
            )
        )

    def started(self, session: Session) -> date:
        return shown_date(self.zone, session.start // 60)

    @property
    def sessions(self) -> tuple[Session, ...]:
        return self.diary.sessions


CLOSED, OPEN = b"\0", b"\1"
