"""What a provider says of single dates, as the week is planned with it."""

from datetime import date
from zoneinfo import ZoneInfo

from domain.dated import AsUsual, with_dated
from domain.hours import Closure, Opening, Override, Week, Window, regular
from domain.openings import open_windows
from domain.wallclock import instant

ON = date(2026, 12, 7)
ZONE = ZoneInfo("Asia/Jakarta")
NINE_TO_FIVE = Window(540, 1020)
WEEK = Week(ZONE, regular([[NINE_TO_FIVE]] * 7))


def opened(week: Week) -> list[tuple[int, int]]:
    """The stretches of the date, in minutes after its midnight."""
    midnight = instant(ZONE, ON, 0)
    return [
        ((start - midnight) // 60, (end - midnight) // 60)
        for start, end in open_windows(week, ON, ON)
    ]


def test_time_off_closes_its_part_of_the_day() -> None:
    assert opened(with_dated(WEEK, Closure(ON, ON, 720, 1440))) == [(540, 720)]


def test_special_hours_count_instead_of_the_weekly_ones() -> None:
    assert opened(with_dated(WEEK, Override(ON, (Window(600, 660),)))) == [(600, 660)]


def test_special_hours_replace_earlier_ones_of_the_date() -> None:
    once = with_dated(WEEK, Override(ON, (Window(600, 660),)))

    twice = with_dated(once, Override(ON, (Window(1200, 1260),)))

    assert opened(twice) == [(1200, 1260)]


def test_more_hours_come_on_top() -> None:
    assert opened(with_dated(WEEK, Opening(ON, Window(1200, 1260)))) == [(540, 1020), (1200, 1260)]


def test_as_usual_forgets_special_and_more_hours_but_no_time_off() -> None:
    week = WEEK
    for said in (
        Override(ON, ()),
        Opening(ON, Window(1200, 1260)),
        Closure(ON, ON, 540, 600),
        AsUsual(ON),
    ):
        week = with_dated(week, said)

    assert opened(week) == [(600, 1020)]
