"""The month grid and the times of a day, as keys."""

from calendar import monthrange
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.usecases.availability import Coming, Day, DayState, Month, Slot, Times
from bot.usecases.seeking import Sought
from bot.views import calendar, taps
from bot.views.screens import Key, Screen, Toast
from bot.views.words import Words
from domain.dayparts import Part
from domain.money import Money
from domain.rules import Rules
from domain.services import BusinessType, Provider, Service, Titles

JAKARTA = ZoneInfo("Asia/Jakarta")
ENGLISH, ARABIC = Words("en"), Words("ar")
PROVIDER = Provider(1, "Clinic", "Dr. Ayu", BusinessType.DOCTOR, JAKARTA)
SERVICE = Service(
    2,
    Titles({"en": "Check-up"}),
    Rules(*(timedelta(minutes=30),) * 2, *(timedelta(0),) * 3, horizon=60),
    Money(0, "IDR"),
)
FLOW = 7
SOUGHT = Sought(SERVICE, (PROVIDER,), JAKARTA, 3)


def a_month(first: date, states: dict[int, DayState] | None = None) -> Month:
    length = monthrange(first.year, first.month)[1]
    days = tuple(
        Day(first.replace(day=each), (states or {}).get(each, DayState.FREE), free=2)
        for each in range(1, length + 1)
    )
    soonest = (datetime(first.year, first.month, 1, 2, 30, tzinfo=UTC),)
    return Month(first, JAKARTA, days, soonest, first, first, first.replace(day=length))


def shown(month: Month, words: Words = ENGLISH) -> Screen:
    return calendar.month(SOUGHT, month, FLOW, words)


def day_keys(screen: Screen) -> list[Key]:
    return [key for row in screen.rows for key in row if isinstance(key.button, taps.PickDay)]


@given(st.dates(date(2000, 1, 1), date(2090, 1, 1)), st.sampled_from([ENGLISH, ARABIC]))
def test_every_day_stands_once_under_its_weekday(some: date, words: Words) -> None:
    first = some.replace(day=1)

    screen = shown(a_month(first), words)

    dates = [key.button.on for key in day_keys(screen) if isinstance(key.button, taps.PickDay)]
    assert sorted(dates) == [
        first + timedelta(days=each) for each in range(monthrange(first.year, first.month)[1])
    ]
    names = words.weekdays()
    heads = [key.label for key in screen.rows[3]]
    for row in screen.rows[4:-1]:
        assert len(row) == 7
        for head, key in zip(heads, row, strict=True):
            if isinstance(key.button, taps.PickDay):
                assert head == names[key.button.on.weekday()]


@given(st.dates(date(2000, 1, 1), date(2090, 1, 1)))
def test_a_keyboard_keeps_to_telegrams_limits(some: date) -> None:
    screen = shown(a_month(some.replace(day=1)))

    assert max(map(len, screen.rows)) <= 8
    assert sum(map(len, screen.rows)) < 100
    assert len(screen.text) < 4096


def test_the_state_of_a_day_is_told_in_text() -> None:
    states = {1: DayState.PAST, 2: DayState.FREE, 3: DayState.FEW, 4: DayState.FULL}
    month = a_month(date(2026, 12, 1), states | {5: DayState.CLOSED})

    labels = [key.label for key in day_keys(shown(month))][:5]

    assert labels == ["·", "2", "3 (2)", "4 ✕", "5 –"]


@pytest.mark.parametrize(
    ("state", "words"),
    [
        (DayState.FULL, "Thu 3 Dec is full"),
        (DayState.CLOSED, "Dr. Ayu is closed on Thu 3 Dec"),
        (DayState.PAST, "Thu 3 Dec is over"),
        (DayState.TOO_SOON, "too late to book for Thu 3 Dec"),
        (DayState.BEYOND, "up to Thursday 31 December 2026"),
    ],
)
def test_a_day_that_cannot_be_had_says_why(state: DayState, words: str) -> None:
    why = calendar.why_not(SOUGHT, Day(date(2026, 12, 3), state), date(2026, 12, 31), ENGLISH)

    assert isinstance(why, Toast)
    assert words in why.text


def test_weeks_that_are_over_are_left_out() -> None:
    over = dict.fromkeys(range(1, 20), DayState.PAST)  # Friday the 20th is today

    screen = shown(a_month(date(2026, 11, 1), over))

    labels = [key.label for key in screen.rows[4]]
    assert labels == ["·", "·", "·", "·", "20", "21", "22"]


def test_the_grid_reads_from_right_to_left_in_arabic() -> None:
    rows = shown(a_month(date(2026, 11, 1)), ARABIC).rows  # a Sunday: the first of the week there

    assert isinstance(rows[4][-1].button, taps.PickDay)
    assert rows[4][-1].button.on == date(2026, 11, 1)


def test_months_turn_within_what_can_be_booked() -> None:
    december = a_month(date(2026, 12, 1))

    turns = [key for key in shown(december).rows[2] if isinstance(key.button, taps.TurnMonth)]

    assert turns == []


def test_months_turn_over_the_year() -> None:
    middle = a_month(date(2026, 12, 1))
    wide = Month(
        middle.first,
        JAKARTA,
        middle.days,
        middle.soonest,
        date(2026, 11, 1),
        date(2027, 1, 1),
        date(2027, 1, 20),
    )

    row = shown(wide).rows[2]

    assert [key.button for key in row] == [
        taps.TurnMonth(FLOW, date(2026, 11, 1)),
        taps.Months(FLOW),
        taps.TurnMonth(FLOW, date(2027, 1, 1)),
    ]


def starts(count: int) -> list[datetime]:
    nine = datetime(2026, 12, 3, 2, tzinfo=UTC)  # 09:00 in Jakarta
    return [nine + timedelta(minutes=30 * each) for each in range(count)]


def times(count: int, part: Part = Part.ALL, page: int = 0) -> Screen:
    found = Times(date(2026, 12, 3), tuple(map(Slot, starts(count))))
    return calendar.times(replace(SOUGHT, part=part), found, page, FLOW, ENGLISH)


def picks(screen: Screen) -> list[str]:
    return [
        key.label for row in screen.rows for key in row if isinstance(key.button, taps.PickTime)
    ]


def test_a_few_times_fit_on_one_page() -> None:
    assert picks(times(4)) == ["09:00", "09:30", "10:00", "10:30"]


def test_many_times_are_paged() -> None:
    assert len(picks(times(20))) == calendar.MANY
    assert picks(times(20, page=1))[0] == "15:00"
    assert picks(times(20, page=99)) == picks(times(20, page=1))


def test_many_times_are_grouped_by_part_of_the_day() -> None:
    afternoon = picks(times(20, Part.AFTERNOON))

    assert (afternoon[0], afternoon[-1]) == ("12:00", "16:30")


def test_a_reader_elsewhere_is_told_the_difference() -> None:
    london = Words("en", ZoneInfo("Europe/London"))

    note = calendar.own_clock(starts(1)[0], JAKARTA, london)

    assert note == "09:00 there is Thu 3 Dec, 02:00 for you (London time)."


def test_the_days_around_that_have_free_times_are_a_tap_away() -> None:
    found = Times(
        date(2026, 12, 3), tuple(map(Slot, starts(1))), date(2026, 12, 1), date(2026, 12, 7)
    )

    screen = calendar.times(SOUGHT, found, 0, FLOW, ENGLISH)

    assert [(key.label, key.button) for key in screen.rows[-2]] == [
        ("‹ Tue 1 Dec", taps.PickDay(FLOW, date(2026, 12, 1))),
        ("Mon 7 Dec ›", taps.PickDay(FLOW, date(2026, 12, 7))),
    ]


def test_seats_that_are_left_stand_beside_the_time() -> None:
    slots = tuple(Slot(start, seats) for start, seats in zip(starts(2), (1, 5), strict=True))

    screen = calendar.times(SOUGHT, Times(date(2026, 12, 3), slots), 0, FLOW, ENGLISH)

    assert picks(screen) == ["09:00 · 1 seat", "09:30 · 5 seats"]


def test_a_list_of_the_week_names_the_days() -> None:
    screen = calendar.week(SOUGHT, Coming(tuple(map(Slot, starts(2))), True), 0, FLOW, ENGLISH)

    assert "<b>This week:</b> 2 times are free." in screen.text
    assert picks(screen) == ["Thu 3 Dec, 09:00", "Thu 3 Dec, 09:30"]


def test_a_week_without_free_times_says_so_and_shows_the_next_ones() -> None:
    screen = calendar.week(SOUGHT, Coming(tuple(map(Slot, starts(1))), False), 0, FLOW, ENGLISH)

    assert "nothing is free any more. The next free times:" in screen.text
    assert picks(screen) == ["Thu 3 Dec, 09:00"]


def test_a_part_of_the_day_is_offered_with_how_many_times_it_has() -> None:
    counts = {Part.MORNING: 3, Part.EVENING: 1}

    screen = calendar.narrow(replace(SOUGHT, part=Part.EVENING), counts, 1, FLOW, ENGLISH)

    labels = [row[0].label for row in screen.rows[:-1]]
    assert labels == ["Any time of day", "Morning (3)", "• Evening (1)"]


def test_who_looks_for_whoever_is_free_is_not_asked_for_a_name() -> None:
    both = replace(SOUGHT, providers=(PROVIDER, PROVIDER))

    assert "with whoever is free" in calendar.heading(both, ENGLISH)
