"""Opening hours: windows on the wall clock become stretches of time."""

from datetime import date, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, strategies as st

from domain.hours import Override, Week, Window, regular
from domain.openings import open_windows
from domain.wallclock import date_at, dates, instant
from tests.domain.drawing import thorough, zones_and_dates
from tests.domain.making import (
    FRIDAY,
    MONDAY,
    SATURDAY,
    SUNDAY,
    daily,
    openings,
    override,
    weekly,
    windows,
)
from tests.domain.reference_clock import first_shows


def test_windows_are_read_on_the_provider_s_clock() -> None:
    assert openings(
        daily("Asia/Jakarta", "09:00-12:00 13:00-17:00"), "2026-03-09", "2026-03-09"
    ) == [
        "Mon 09 09:00 WIB - Mon 09 12:00 WIB",
        "Mon 09 13:00 WIB - Mon 09 17:00 WIB",
    ]


def test_a_day_without_windows_is_closed() -> None:
    week = weekly("Asia/Riyadh", {SUNDAY: "09:00-17:00"})

    assert openings(week, "2026-03-09", "2026-03-14") == []


def test_an_end_before_its_start_runs_past_midnight() -> None:
    week = weekly("Europe/London", {FRIDAY: "22:00-02:00"})

    late = ["Fri 13 22:00 GMT - Sat 14 02:00 GMT"]
    assert openings(week, "2026-03-13", "2026-03-13") == late
    assert openings(week, "2026-03-14", "2026-03-14") == late


def test_equal_start_and_end_is_empty() -> None:
    assert openings(daily("Europe/London", "09:00-09:00"), "2026-03-09", "2026-03-15") == []


def test_24_00_is_the_midnight_that_ends_the_date() -> None:
    week = weekly("Europe/London", {FRIDAY: "22:00-24:00"})

    assert openings(week, "2026-03-13", "2026-03-14") == ["Fri 13 22:00 GMT - Sat 14 00:00 GMT"]
    assert openings(week, "2026-03-14", "2026-03-14") == []


def test_windows_that_touch_over_midnight_are_one() -> None:
    week = weekly("Europe/London", {FRIDAY: "20:00-24:00", SATURDAY: "00:00-03:00"})

    joined = ["Fri 13 20:00 GMT - Sat 14 03:00 GMT"]
    assert openings(week, "2026-03-13", "2026-03-13") == joined
    assert openings(week, "2026-03-14", "2026-03-14") == joined


def test_windows_that_overlap_are_one() -> None:
    week = daily("Europe/London", "12:00-15:00 09:00-13:00 10:00-11:00")

    assert openings(week, "2026-03-09", "2026-03-09") == ["Mon 09 09:00 GMT - Mon 09 15:00 GMT"]


class TestOverrides:
    def test_an_override_replaces_the_hours_of_its_date(self) -> None:
        week = daily("Asia/Riyadh", "09:00-17:00", override("2026-03-10", "12:00-14:00"))

        assert openings(week, "2026-03-10", "2026-03-10") == [
            "Tue 10 12:00 +03 - Tue 10 14:00 +03",
        ]

    def test_an_override_leaves_what_spills_in_from_the_day_before(self) -> None:
        week = daily("Asia/Riyadh", "22:00-02:00", override("2026-03-10", "12:00-14:00"))

        assert openings(week, "2026-03-10", "2026-03-10") == [
            "Mon 09 22:00 +03 - Tue 10 02:00 +03",
            "Tue 10 12:00 +03 - Tue 10 14:00 +03",
        ]

    def test_a_day_off_cuts_what_spills_in_from_the_day_before(self) -> None:
        week = daily("Asia/Riyadh", "22:00-02:00", override("2026-03-10"))

        assert openings(week, "2026-03-09", "2026-03-11") == [
            "Sun 08 22:00 +03 - Mon 09 02:00 +03",
            "Mon 09 22:00 +03 - Tue 10 00:00 +03",
            "Wed 11 22:00 +03 - Thu 12 02:00 +03",
        ]

    def test_a_day_off_parts_hours_round_the_clock(self) -> None:
        week = daily("Asia/Riyadh", "00:00-24:00", override("2026-03-11"))

        assert openings(week, "2026-03-10", "2026-03-12") == [
            "Mon 09 00:00 +03 - Wed 11 00:00 +03",
            "Thu 12 00:00 +03 - Mon 23 00:00 +03",
        ]

    def test_closed_beats_open_when_a_date_comes_again(self) -> None:
        # At 00:01 on Sunday the clock went back to 23:01 on Saturday, which was off.
        week = daily("America/St_Johns", "00:00-24:00", override("2006-10-28"))

        assert openings(week, "2006-10-29", "2006-10-29") == [
            "Sun 29 00:00 NDT - Sat 28 23:01 NST",
            "Sun 29 00:00 NST - Mon 06 00:00 NST",
        ]

    def test_a_date_has_one_override(self) -> None:
        with pytest.raises(ValueError, match="one override"):
            daily("Asia/Riyadh", "", override("2026-03-10"), override("2026-03-10", "09:00-12:00"))


class TestChangesOfTheClock:
    def test_london_loses_an_hour_of_a_spring_night(self) -> None:
        week = daily("Europe/London", "00:30-04:00")

        assert openings(week, "2026-03-29", "2026-03-29") == ["Sun 29 00:30 GMT - Sun 29 04:00 BST"]
        assert hours_open(week, "2026-03-29") == 2.5

    def test_london_wins_an_hour_of_an_autumn_night(self) -> None:
        week = daily("Europe/London", "00:30-04:00")

        assert openings(week, "2026-10-25", "2026-10-25") == ["Sun 25 00:30 BST - Sun 25 04:00 GMT"]
        assert hours_open(week, "2026-10-25") == 4.5

    def test_a_start_in_the_gap_moves_forward_by_its_distance_into_the_gap(self) -> None:
        week = daily("America/New_York", "02:30-06:00")

        assert openings(week, "2026-03-08", "2026-03-08") == ["Sun 08 03:30 EDT - Sun 08 06:00 EDT"]

    def test_an_end_in_the_gap_moves_forward_too(self) -> None:
        week = daily("America/New_York", "01:00-02:30")

        assert openings(week, "2026-03-08", "2026-03-08") == ["Sun 08 01:00 EST - Sun 08 03:30 EDT"]

    def test_a_window_that_the_gap_turns_around_is_empty(self) -> None:
        assert openings(daily("America/New_York", "02:30-03:15"), "2026-03-08", "2026-03-08") == []

    def test_a_start_in_the_repeated_hour_is_the_first_of_the_two(self) -> None:
        week = daily("America/New_York", "01:30-03:00")

        assert openings(week, "2026-11-01", "2026-11-01") == ["Sun 01 01:30 EDT - Sun 01 03:00 EST"]
        assert hours_open(week, "2026-11-01") == 2.5

    def test_lord_howe_moves_its_clock_by_half_an_hour(self) -> None:
        week = daily("Australia/Lord_Howe", "01:00-04:00 02:15-02:20")

        assert hours_open(week, "2026-10-04") == 2.5
        assert hours_open(week, "2026-04-05") == 3.5

    def test_a_midnight_in_the_gap_starts_the_date_when_the_clock_does(self) -> None:
        # In São Paulo the clock went from 23:59 on Saturday to 01:00 on Sunday.
        week = daily("America/Sao_Paulo", "00:00-02:00")

        assert openings(week, "2018-11-04", "2018-11-04") == ["Sun 04 01:00 -02 - Sun 04 02:00 -02"]

    def test_24_00_in_the_gap_touches_the_date_that_follows(self) -> None:
        week = weekly("America/Sao_Paulo", {SATURDAY: "22:00-24:00", SUNDAY: "00:00-03:00"})

        assert openings(week, "2018-11-03", "2018-11-03") == ["Sat 03 22:00 -03 - Sun 04 03:00 -02"]

    def test_a_day_off_cuts_only_after_the_repeated_hour_before_it(self) -> None:
        # In São Paulo the clock went from 23:59 on Saturday back to 23:00.
        week = weekly("America/Sao_Paulo", {SATURDAY: "20:00-02:00"}, override("2018-02-18"))

        assert hours_open(week, "2018-02-17") == 5

    def test_apia_had_no_30_december_2011(self) -> None:
        week = daily("Pacific/Apia", "09:00-17:00")

        assert openings(week, "2011-12-30", "2011-12-30") == []
        assert openings(week, "2011-12-29", "2011-12-31") == [
            "Thu 29 09:00 -10 - Thu 29 17:00 -10",
            "Sat 31 09:00 +14 - Sat 31 17:00 +14",
        ]


class TestRoundTheClock:
    def test_a_week_that_was_open_throughout_ends_on_monday(self) -> None:
        week = daily("Asia/Jakarta", "00:00-24:00")

        assert openings(week, "2026-03-15", "2026-03-16") == [
            "Mon 09 00:00 WIB - Mon 16 00:00 WIB",
            "Mon 16 00:00 WIB - Mon 23 00:00 WIB",
        ]

    def test_the_window_starts_at_the_same_time_from_wherever_it_is_seen(self) -> None:
        week = daily("Europe/London", "00:00-24:00", override("2026-03-04"))
        seen = {
            openings(week, each, each)[0] for each in ("2026-03-05", "2026-03-08", "2026-03-15")
        }

        assert seen == {"Thu 05 00:00 GMT - Mon 16 00:00 GMT"}

    def test_a_week_counts_as_open_from_its_first_minute_to_its_last(self) -> None:
        week = daily("Asia/Jakarta", "00:00-24:00", override("2026-03-08"), override("2026-03-23"))

        assert openings(week, "2026-03-08", "2026-03-23") == [
            "Mon 09 00:00 WIB - Mon 16 00:00 WIB",
            "Mon 16 00:00 WIB - Mon 23 00:00 WIB",
        ]

    def test_hours_that_run_past_every_midnight_are_round_the_clock_too(self) -> None:
        week = daily("Asia/Jakarta", "08:00-02:00 02:00-08:00")

        assert openings(week, "2026-03-18", "2026-03-18") == [
            "Mon 16 00:00 WIB - Mon 23 00:00 WIB",
        ]

    def test_a_long_weekend_is_one_window(self) -> None:
        week = weekly(
            "Europe/London", {SATURDAY: "12:00-24:00", SUNDAY: "00:00-24:00", MONDAY: "00:00-06:00"}
        )

        assert openings(week, "2026-03-15", "2026-03-15") == ["Sat 14 12:00 GMT - Mon 16 06:00 GMT"]


@given(zones_and_dates(), st.integers(0, 1440))
@thorough
def test_a_time_becomes_the_instant_the_rules_say(
    zone_and_date: tuple[ZoneInfo, date], minute: int
) -> None:
    assert instant(*zone_and_date, minute) == 60 * first_shows(*zone_and_date, minute)


class TestDates:
    @pytest.mark.parametrize(
        ("zone", "on", "hours"),
        [
            ("Asia/Riyadh", "2026-03-29", [24]),
            ("Europe/London", "2026-03-29", [23]),
            ("Europe/London", "2026-10-25", [25]),
            ("Australia/Lord_Howe", "2026-10-04", [23.5]),
            ("America/Sao_Paulo", "2018-11-04", [23]),
            ("America/Sao_Paulo", "2018-02-17", [25]),
            ("America/St_Johns", "2006-10-28", [24, 59 / 60]),
            ("America/Toronto", "1919-03-30", [23.5]),  # from 23:30 to 00:30 of the next date
            ("America/Toronto", "1919-03-31", [23.5]),
            ("Pacific/Apia", "2011-12-30", []),
        ],
    )
    def test_a_date_lasts_as_long_as_the_clock_shows_it(
        self, zone: str, on: str, hours: list[float]
    ) -> None:
        day = date.fromisoformat(on)
        lasting = [(end - start) / 3600 for start, end in dates(ZoneInfo(zone), day, day)]

        assert lasting == hours

    @given(zones_and_dates(), st.integers(-1440, 2 * 1440))
    @thorough
    def test_a_moment_belongs_to_the_date_its_clock_shows(
        self, zone_and_date: tuple[ZoneInfo, date], minute: int
    ) -> None:
        zone, day = zone_and_date
        at = instant(zone, day, 0) + 60 * minute
        claimed = [
            on
            for on in (day + n * timedelta(days=1) for n in range(-4, 6))
            if any(start <= at < end for start, end in dates(zone, on, on))
        ]

        assert claimed == [date_at(zone, at)]

    def test_no_dates_take_no_time(self) -> None:
        assert dates(ZoneInfo("Asia/Riyadh"), date(2026, 3, 9), date(2026, 3, 1)) == []


@pytest.mark.parametrize(("start", "end"), [(-1, 60), (1440, 60), (0, 1441), (0, -1)])
def test_a_window_lies_on_the_clock(start: int, end: int) -> None:
    with pytest.raises(ValueError, match="00:00"):
        Window(start, end)


def test_a_week_has_seven_days() -> None:
    with pytest.raises(ValueError, match="seven"):
        regular((windows("09:00-17:00"),) * 8)


def test_an_override_of_empty_windows_is_a_day_off() -> None:
    assert Override(date(2026, 3, 9), windows("09:00-09:00")).is_day_off
    assert not Override(date(2026, 3, 9), windows("09:00-10:00")).is_day_off


def hours_open(week: Week, on: str) -> float:
    day = date.fromisoformat(on)
    return sum(end - start for start, end in open_windows(week, day, day)) / 3600
