"""Bookings that repeat, by the wall clock of their provider."""

from datetime import UTC, datetime, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, strategies as st

from domain.series import MOST, Every, starts

BERLIN = ZoneInfo("Europe/Berlin")


def local(zone: ZoneInfo, every: Every, count: int, *first: int) -> list[str]:
    begin = datetime(*first, tzinfo=zone).astimezone(UTC)  # type: ignore[misc,arg-type]  # of a date
    return [f"{each.astimezone(zone):%a %d %b %H:%M}" for each in starts(begin, zone, every, count)]


def test_every_week_over_the_end_of_summer_time_stays_at_nine() -> None:
    assert local(BERLIN, Every.WEEK, 3, 2026, 10, 19, 9) == [
        "Mon 19 Oct 09:00",
        "Mon 26 Oct 09:00",
        "Mon 02 Nov 09:00",
    ]


def test_every_other_week_leaves_one_out() -> None:
    assert local(BERLIN, Every.FORTNIGHT, 2, 2026, 12, 1, 15, 30) == [
        "Tue 01 Dec 15:30",
        "Tue 15 Dec 15:30",
    ]


def test_every_month_is_on_the_same_weekday_of_the_month() -> None:
    assert local(BERLIN, Every.MONTH, 4, 2026, 11, 17, 9) == [
        "Tue 17 Nov 09:00",
        "Tue 15 Dec 09:00",
        "Tue 19 Jan 09:00",
        "Tue 16 Feb 09:00",
    ]


def test_a_fifth_weekday_is_the_last_one_where_there_is_no_fifth() -> None:
    assert local(BERLIN, Every.MONTH, 3, 2027, 1, 29, 9) == [
        "Fri 29 Jan 09:00",
        "Fri 26 Feb 09:00",
        "Fri 26 Mar 09:00",
    ]


def test_a_time_that_the_clock_leaves_out_comes_as_soon_as_it_can() -> None:
    assert local(BERLIN, Every.WEEK, 2, 2027, 3, 21, 2, 30)[1] == "Sun 28 Mar 03:30"


@pytest.mark.parametrize("count", [0, MOST + 1])
def test_a_series_is_neither_empty_nor_endless(count: int) -> None:
    with pytest.raises(ValueError, match="1 to 12"):
        starts(datetime(2026, 12, 1, tzinfo=UTC), BERLIN, Every.WEEK, count)


@given(
    st.integers(1_735_689_600, 1_893_456_000),
    st.sampled_from(["Europe/Berlin", "America/New_York", "Asia/Jakarta", "Pacific/Apia"]),
    st.sampled_from(Every),
    st.integers(1, MOST),
)
def test_sessions_follow_each_other_on_one_weekday(
    epoch: int, name: str, every: Every, count: int
) -> None:
    zone = ZoneInfo(name)
    first = datetime.fromtimestamp(epoch // 60 * 60, UTC)

    found = starts(first, zone, every, count)

    assert found[0] == first
    assert len(found) == count
    gaps = [after - before for before, after in pairwise(found)]
    assert all(timedelta(days=6) < gap < timedelta(days=36) for gap in gaps)
    assert len({each.astimezone(zone).weekday() for each in found}) == 1
