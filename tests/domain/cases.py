"""Random cases for the slot engine: every rule, mostly where a zone's clock is changed.

A case is read from bytes, so that one costs little to draw and still shrinks: zeros are the
simplest choice everywhere.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import TypeVar
from zoneinfo import ZoneInfo

from hypothesis import strategies as st

from domain.diaries import Diary, Session
from domain.hours import Closure, Hours, Opening, Override, Week, WeeklyWindow, Window
from domain.rules import Rules
from domain.services import Service
from domain.slots import free
from tests.domain.drawing import DAY, ODD_ZONES, ZONES, changes
from tests.domain.making import rules, service
from tests.domain.reference_slots import Case

T = TypeVar("T")
MINUTE = timedelta(minutes=1)
OURS, OTHER = 1, 2  # ids of services; the case asks for ours


class Dice:
    """Choices read from bytes; when these run out, the simplest ones."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._at = 0

    def number(self, low: int, high: int) -> int:
        """low..high, both included; low is the simplest."""
        size = 1 if high - low < 64 else 3
        read = self._data[self._at : self._at + size]
        self._at += size
        return low + int.from_bytes(read, "big") % (high - low + 1)

    def of(self, options: Sequence[T]) -> T:
        return options[self.number(0, len(options) - 1)]

    def one_in(self, times: int) -> bool:
        return self.number(0, times - 1) == times - 1


def read(data: bytes) -> Case:
    """The case that these bytes are."""
    dice = Dice(data)
    zone, first = _zone_and_date(dice)
    last = first + dice.of((0, 0, 0, 1, 2)) * DAY
    noon = datetime(first.year, first.month, first.day, 12, tzinfo=UTC)
    now = noon - timedelta(seconds=dice.of((86_400, 86_400, dice.number(-86_400, 400_000))))

    offered = service(_rules(dice, first), OURS)
    week = _week(dice, zone, first)
    grid = _grid(week, offered, first, last)
    sessions = tuple(
        _session(dice, offered.rules, grid, int(noon.timestamp()))
        for _ in range(dice.of((0, 1, 2, 3, 5, 8)))
    )
    busy = tuple(_busy(dice, int(noon.timestamp())) for _ in range(dice.of((0, 0, 1, 3))))
    most = dice.of((None, None, 1, 2, 3))
    return Case(Diary(week, sessions, busy, most), offered, first, last, now)


cases = st.binary(min_size=180, max_size=180).map(read)


def _grid(week: Week, offered: Service, first: date, last: date) -> list[int]:
    """Where sessions could be on these dates, were it allowed to book as early."""
    early = datetime(first.year, first.month, first.day, 12, tzinfo=UTC) - 3 * DAY
    unbound = replace(offered.rules, notice=timedelta(0), horizon=9)
    return free(Diary(week), replace(offered, rules=unbound), first, last, early)


def _zone_and_date(dice: Dice) -> tuple[ZoneInfo, date]:
    name = dice.of(dice.of((ZONES, ZONES, ODD_ZONES)))
    on = date(1990, 1, 1) + dice.number(0, 16_800) * DAY
    if not dice.one_in(4):
        on = dice.of(changes(name) or (on,)) + dice.of((0, 0, 0, -1, 1, -2, 2, -3)) * DAY
    return ZoneInfo(name), on


def _rules(dice: Dice, first: date) -> Rules:
    return rules(
        dice.of((60, 30, 45, 90, 10, 120, dice.number(1, 400), dice.number(1, 1800))),
        dice.of((60, 30, 15, 20, 45, dice.number(1, 200))),
        before=dice.of((0, 0, 15, dice.number(0, 100))),
        after=dice.of((0, 0, 10, dice.number(0, 100))),
        notice=timedelta(seconds=dice.of((0, 0, 0, 3600, dice.number(0, 300_000)))),
        horizon=dice.of((6, 6, 6, 6, 3, 2, 1, 0)),
        most_a_day=dice.of((None, None, 1, 2, 3)),
        capacity=dice.of((1, 2, 3, 4)),
        hours=_hours(dice, first, (None,)) if dice.one_in(3) else None,
    )


def _week(dice: Dice, zone: ZoneInfo, first: date) -> Week:
    offs = {first + dice.number(-3, 4) * DAY: dice.one_in(2) for _ in range(dice.of((0, 0, 1, 3)))}
    return Week(
        zone,
        _hours(dice, first, (None, None, None, OURS, OTHER)),
        tuple(Override(on, () if off else _windows(dice)) for on, off in offs.items()),
        tuple(
            Opening(first + dice.number(-1, 2) * DAY, _window(dice))
            for _ in range(dice.of((0, 0, 0, 1, 2)))
        ),
        tuple(_closure(dice, first) for _ in range(dice.of((0, 0, 0, 1, 2)))),
        tuple({first + dice.number(-8, 3) * DAY for _ in range(dice.of((0, 0, 0, 1)))}),
    )


def _hours(dice: Dice, first: date, services: Sequence[int | None]) -> Hours:
    """Hours of the same windows every day, of other ones each day, or round the clock."""
    kind = dice.of(("same", "same", "own", "always", "mixed"))
    same = (Window(0, 1440),) if kind == "always" else _windows(dice)
    return tuple(
        _weekly(dice, weekday, window, first, services)
        for weekday in range(7)
        for window in (same if kind in {"same", "always"} else _day(dice, kind))
    )


def _day(dice: Dice, kind: str) -> tuple[Window, ...]:
    always = kind == "mixed" and dice.one_in(2)
    return (Window(0, 1440),) if always else _windows(dice)


def _weekly(
    dice: Dice, weekday: int, window: Window, first: date, services: Sequence[int | None]
) -> WeeklyWindow:
    special = dice.number(0, 7)
    since = first + dice.number(-10, 3) * DAY if special in {6, 7} else date.min
    until = since + dice.number(0, 14) * DAY if special == 7 else date.max
    return WeeklyWindow(
        weekday, window, since, until, dice.of(services) if special == 5 else services[0]
    )


def _windows(dice: Dice) -> tuple[Window, ...]:
    return tuple(_window(dice) for _ in range(dice.of((1, 2, 3, 1, 0))))


def _window(dice: Dice) -> Window:
    return Window(_time(dice), dice.of((1440, _time(dice), _time(dice))))


def _time(dice: Dice) -> int:
    return dice.of((0, dice.number(0, 47) * 30, dice.number(0, 1439)))


def _closure(dice: Dice, first: date) -> Closure:
    begins, ends = dice.of((0, _time(dice))), dice.of((1440, _time(dice)))
    since = first + dice.number(-1, 2) * DAY
    until = since + dice.of((0, 0, 1, 2)) * DAY
    if until == since and ends <= begins:
        return Closure(since, until, begins)
    return Closure(since, until, begins, ends)


def _session(dice: Dice, kept: Rules, grid: Sequence[int], noon: int) -> Session:
    """A session, mostly where one of the service could be; sometimes just as long."""
    on_grid = grid and not dice.one_in(4)
    start = dice.of(grid) if on_grid else noon + dice.number(-150, 250) * 900
    length = kept.duration // MINUTE
    length = dice.of((length, length, length, dice.number(1, 200))) * 60
    before, after = dice.of((0, 0, 0, 15, 60)) * 60, dice.of((0, 0, 0, 10, 45)) * 60
    blocked = start - before, start + length + after
    number = dice.of((OURS, OURS, OURS, OTHER))
    capacity = dice.of((kept.capacity, kept.capacity, dice.number(1, 4)))
    taken = dice.of((1, 1, capacity, dice.number(1, capacity)))
    return Session(0, number, start, start + length, blocked, capacity, taken)


def _busy(dice: Dice, noon: int) -> tuple[int, int]:
    start = noon + dice.number(-150, 250) * 900
    return start, start + dice.of((900, 1800, 3600, dice.number(0, 20_000)))
