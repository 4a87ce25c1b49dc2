"""What stands on the picture of a week, and where."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import combinations
from zoneinfo import ZoneInfo

import pytest

from bot.usecases.diary import SevenDays
from bot.views.sketches import Column, Fill, Look, Sketch
from bot.views.weekpicture import sketch
from bot.views.words import Words
from domain.bookings import Booking, Status
from domain.diaries import Diary, Session
from domain.hours import Closure, Override, Week, WeeklyWindow, Window, regular
from domain.money import Money
from domain.people import Person
from domain.services import BusinessType, Provider, Titles
from domain.spans import Span, to_epoch

JAKARTA, BERLIN = ZoneInfo("Asia/Jakarta"), ZoneInfo("Europe/Berlin")
ENGLISH, ARABIC = Words("en"), Words("ar")
MONDAY = date(2026, 11, 16)
NOON = datetime(2026, 11, 18, 12, 7, tzinfo=JAKARTA)
LUNCH = regular([[Window(540, 720), Window(780, 1020)]] * 5)
MAYA = Person(3, 30, "Maya")
HOUR = timedelta(hours=1)


def booking(start: datetime, status: Status = Status.CONFIRMED, **changes: object) -> Booking:
    made = Booking(
        1,
        "BK-20261116-AAAA",
        1,
        2,
        3,
        status,
        Span.lasting(start, HOUR),
        JAKARTA,
        Titles({"en": "Yoga"}),
        Money(0, "IDR"),
    )
    return replace(made, **changes)  # type: ignore[arg-type]  # whatever fields a test names


def drawn(
    week: Week, *bookings: Booking, words: Words = ENGLISH, busy: Sequence[tuple[int, int]] = ()
) -> Sketch:
    provider = Provider(1, "Studio", "Ayu", BusinessType.STUDIO, week.zone)
    sessions = tuple(
        Session(each.id, 2, start, end, (start, end))
        for each in bookings
        for start, end in [(to_epoch(each.during.start), to_epoch(each.during.end))]
    )
    listed = [each for each in bookings if each.status is not Status.HELD]
    customer = MAYA
    diary = Diary(week, sessions, tuple(busy))
    entries = tuple((each, customer) for each in listed)
    return sketch(SevenDays(provider, MONDAY, NOON, diary, entries), Look.LIGHT, words)


def patches(column: Column, *fills: Fill) -> list[tuple[int, int, Fill]]:
    return [
        (each.start, each.end, each.fill)
        for each in column.patches
        if not fills or each.fill in fills
    ]


def at(hour: int, day: int = 16, minute: int = 0) -> datetime:
    return datetime(2026, 11, day, hour, minute, tzinfo=JAKARTA)


def test_free_time_and_breaks_are_shown() -> None:
    week = drawn(Week(JAKARTA, LUNCH))

    assert patches(week.columns[0]) == [
        (540, 720, Fill.FREE),
        (780, 1020, Fill.FREE),
        (720, 780, Fill.OFF),
    ]
    assert patches(week.columns[6]) == []


def test_hours_of_a_single_service_are_open_too() -> None:
    hours = (WeeklyWindow(0, Window(540, 600)), WeeklyWindow(0, Window(600, 720), service_id=7))

    assert patches(drawn(Week(JAKARTA, hours)).columns[0]) == [(540, 720, Fill.FREE)]


def test_time_off_is_shown_for_a_day_and_for_a_part_of_one() -> None:
    tuesday = Override(date(2026, 11, 17))
    afternoon = Closure(date(2026, 11, 18), date(2026, 11, 18), start=780)
    week = drawn(Week(JAKARTA, LUNCH, overrides=(tuesday,), closures=(afternoon,)))

    assert patches(week.columns[1]) == [(0, 1440, Fill.OFF)]
    assert patches(week.columns[2]) == [(540, 720, Fill.FREE), (780, 1440, Fill.OFF)]


def test_a_booking_stands_at_its_time_with_its_customer() -> None:
    monday = drawn(Week(JAKARTA, LUNCH), booking(at(9))).columns[0]

    block = monday.patches[-1]
    assert (block.start, block.end, block.fill) == (540, 600, Fill.CONFIRMED)
    assert (block.time, block.title, monday.count) == ("09:00", "Maya", "1")


def test_the_colour_is_that_of_the_status_and_explained() -> None:
    statuses = [Status.PENDING, Status.IN_PROGRESS, Status.COMPLETED, Status.NO_SHOW]
    week = drawn(
        Week(JAKARTA, LUNCH),
        *(booking(at(9 + number), status) for number, status in enumerate(statuses)),
    )

    fills = [Fill.PENDING, Fill.IN_PROGRESS, Fill.COMPLETED, Fill.NO_SHOW]
    assert [each.fill for each in week.columns[0].patches[3:]] == fills
    assert [fill for fill, _ in week.legend] == [Fill.FREE, Fill.OFF, *fills]


def test_a_group_session_is_one_block_that_counts_its_seats() -> None:
    seats = [booking(at(9), id=number, capacity=8) for number in range(3)]

    monday = drawn(Week(JAKARTA, LUNCH), *seats).columns[0]

    assert [each.title for each in monday.patches[3:]] == ["Yoga 3/8"]
    assert monday.count == "3"


def test_a_group_with_a_request_in_it_waits_for_an_answer() -> None:
    seats = [booking(at(9), capacity=8), booking(at(9), Status.PENDING, capacity=8)]

    assert drawn(Week(JAKARTA, LUNCH), *seats).columns[0].patches[-1].fill is Fill.PENDING


def test_what_is_being_booked_and_what_is_elsewhere_take_time_too() -> None:
    elsewhere = (to_epoch(at(15)), to_epoch(at(16)))
    week = drawn(Week(JAKARTA, LUNCH), booking(at(9), Status.HELD), busy=[elsewhere])

    assert patches(week.columns[0], Fill.HELD, Fill.BUSY) == [
        (540, 600, Fill.HELD),
        (900, 960, Fill.BUSY),
    ]
    assert week.columns[0].count == ""


def test_a_session_over_midnight_is_on_both_days() -> None:
    late = booking(at(23, minute=30))

    week = drawn(Week(JAKARTA, LUNCH), late)

    assert patches(week.columns[0], Fill.CONFIRMED) == [(1410, 1440, Fill.CONFIRMED)]
    assert patches(week.columns[1], Fill.CONFIRMED) == [(0, 30, Fill.CONFIRMED)]
    assert (week.columns[0].count, week.columns[1].count) == ("1", "")


def test_on_the_night_clocks_go_back_nothing_has_an_end_before_its_start() -> None:
    provider = Provider(1, "Studio", "Ayu", BusinessType.STUDIO, BERLIN)
    first, second = (datetime(2026, 10, 25, hour, 30, tzinfo=UTC) for hour in (0, 1))
    whole = Diary(Week(BERLIN, regular([[Window(0, 1440)]] * 7)))
    entries = ((booking(first), MAYA),)
    seen = SevenDays(provider, date(2026, 10, 19), second, whole, entries)

    sunday = sketch(seen, Look.LIGHT, ENGLISH).columns[6]

    assert all(each.start < each.end for each in sunday.patches)
    assert patches(sunday, Fill.FREE) == [(0, 1440, Fill.FREE)]
    assert sunday.patches[-1].time == "02:30"


def test_today_is_marked_in_this_week_alone() -> None:
    this = drawn(Week(JAKARTA, LUNCH))
    past = sketch(
        SevenDays(
            Provider(1, "Studio", "Ayu", BusinessType.STUDIO, JAKARTA),
            MONDAY - timedelta(days=7),
            NOON,
            Diary(Week(JAKARTA, LUNCH)),
            (),
        ),
        Look.LIGHT,
        ENGLISH,
    )

    assert [column.is_today for column in this.columns].index(True) == 2
    assert this.now == 720
    assert (any(column.is_today for column in past.columns), past.now) == (False, None)


def test_the_hours_cover_all_that_is_on_but_not_the_night() -> None:
    usual = drawn(Week(JAKARTA, LUNCH))
    early = drawn(Week(JAKARTA, LUNCH), booking(at(5)))
    nothing = drawn(Week(JAKARTA, ()))
    always = drawn(Week(JAKARTA, regular([[Window(0, 1440)]] * 7)))

    def edges(week: Sketch) -> tuple[int, int]:
        return week.hours[0][0], week.hours[-1][0]

    assert edges(usual) == (540, 1020)
    assert edges(early) == (300, 1020)
    assert edges(nothing) == (540, 1020)
    assert edges(always) == (0, 1440)
    assert max(len(week.hours) for week in (usual, early, nothing, always)) <= 15


@pytest.mark.parametrize(("start", "end"), list(combinations(range(25), 2)))
def test_whatever_the_hours_they_are_on_the_picture(start: int, end: int) -> None:
    week = drawn(Week(JAKARTA, regular([[Window(start * 60, end * 60)]])))

    first, last = week.hours[0][0], week.hours[-1][0]
    assert 0 <= first <= start * 60
    assert end * 60 <= last <= 1440
    assert 9 <= len(week.hours) <= 15


def test_arabic_is_read_from_the_right() -> None:
    week = drawn(Week(JAKARTA, LUNCH), words=ARABIC)

    assert week.is_right_to_left
    assert week.columns[0].weekday == "الاثنين"
    assert not drawn(Week(JAKARTA, LUNCH)).is_right_to_left
