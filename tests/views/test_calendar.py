"""The month grid and the times of a day, as keys."""

from calendar import monthrange
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, strategies as st

from bot.usecases.availability import Day, DayState, Month
from bot.usecases.seeking import Sought
from bot.views import calendar, taps
from bot.views.screens import Key, Screen, Toast
from bot.views.words import Words
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
    for row in screen.rows[4:-2]:
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
