"""How hours, lengths, days and prices are written."""

from datetime import timedelta
from decimal import Decimal

import pytest
from hypothesis import given, strategies as st

from bot.catalogue import notation
from domain.hours import Window


@pytest.mark.parametrize(
    ("text", "minutes"),
    [("45", 45), ("45m", 45), ("45 min", 45), ("2h", 120), ("1h 30m", 90), ("1d", 1440), ("0", 0)],
)
def test_lengths_of_time(text: str, minutes: int) -> None:
    assert notation.length(text) == timedelta(minutes=minutes)


@pytest.mark.parametrize("text", ["", "h", "2x", "-5", "1.5h", "30m 1h", "٣٠", "999999"])
def test_what_is_no_length_of_time(text: str) -> None:
    with pytest.raises(ValueError, match="is not a length of time"):
        notation.length(text)


@pytest.mark.parametrize(
    ("text", "window"),
    [
        ("9-17", Window(540, 1020)),
        ("09:30 - 17:45", Window(570, 1065)),
        ("9.30–12", Window(570, 720)),
        ("00:00-24:00", Window(0, 1440)),
        ("22:00-02:00", Window(1320, 120)),
        ("18:00-00:00", Window(1080, 0)),
    ],
)
def test_hours(text: str, window: Window) -> None:
    assert notation.window(text) == window


@given(st.integers(0, 1439), st.integers(0, 1440))
def test_hours_that_are_written_read_back(start: int, end: int) -> None:
    window = Window(start, end)

    if window.is_empty:
        with pytest.raises(ValueError, match="is empty"):
            notation.window(notation.written(window))
    else:
        assert notation.window(notation.written(window)) == window


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("mon", (0,)),
        ("Mon-Fri", (0, 1, 2, 3, 4)),
        ("sun-thu", (6, 0, 1, 2, 3)),
        ("sat, sunday", (5, 6)),
        ("daily", (0, 1, 2, 3, 4, 5, 6)),
        ("mon-tue, fri", (0, 1, 4)),
    ],
)
def test_days_of_the_week(text: str, numbers: tuple[int, ...]) -> None:
    assert notation.days(text).numbers == numbers


@pytest.mark.parametrize("text", ["", "m", "mo", "mon-", "mon-fri-sun", "weekdays", "1"])
def test_what_is_no_day_of_the_week(text: str) -> None:
    with pytest.raises(ValueError, match="is not a day of the week"):
        notation.days(text)


@given(st.decimals(0, 10**9, places=2))
def test_a_price_keeps_every_unit(price: Decimal) -> None:
    assert notation.money(str(price), "TRY").amount == int(price * 100)


@pytest.mark.parametrize("text", ["2026-1-5", "20260105", "2026-W01-1", "31-12-2026", "0001-01-01"])
def test_what_is_no_date(text: str) -> None:
    with pytest.raises(ValueError, match="is not a date"):
        notation.day(text)
