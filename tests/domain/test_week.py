"""What makes up a week: windows with dates and services, exceptions, closures, holidays."""

from dataclasses import replace
from datetime import date

import pytest

from domain.hours import Closure, Opening, Override, WeeklyWindow, Window
from domain.openings import closed
from tests.domain.making import (
    FRIDAY,
    MONDAY,
    SATURDAY,
    TUESDAY,
    daily,
    hours,
    openings,
    override,
    weekly,
    window,
    windows,
)

TENTH = date(2026, 3, 10)  # a Tuesday
OFFICE = daily("Asia/Riyadh", "09:00-17:00")


def closure(first: str, last: str, start: str = "00:00", end: str = "24:00") -> Closure:
    """Time off; `start` and `end` as the clock shows them."""
    begins, ends = (int(each[:2]) * 60 + int(each[3:]) for each in (start, end))
    return Closure(date.fromisoformat(first), date.fromisoformat(last), begins, ends)


def opening(on: str, text: str) -> Opening:
    return Opening(date.fromisoformat(on), windows(text)[0])


class TestWeeklyWindows:
    SUMMER = window(TUESDAY, "18:00-20:00", since="2026-03-10", until="2026-03-17")

    def test_a_window_counts_from_its_first_date_to_its_last(self) -> None:
        week = replace(OFFICE, regular=(self.SUMMER,))

        assert [
            on
            for on in ("2026-03-03", "2026-03-10", "2026-03-17", "2026-03-24")
            if openings(week, on, on)
        ] == ["2026-03-10", "2026-03-17"]

    def test_windows_with_dates_stand_beside_those_without(self) -> None:
        week = replace(OFFICE, regular=(*OFFICE.regular, self.SUMMER))

        assert openings(week, "2026-03-10", "2026-03-10") == [
            "Tue 10 09:00 +03 - Tue 10 17:00 +03",
            "Tue 10 18:00 +03 - Tue 10 20:00 +03",
        ]

    def test_a_night_that_begins_on_the_last_date_is_whole(self) -> None:
        night = window(MONDAY, "22:00-02:00", until="2026-03-09")
        week = replace(OFFICE, regular=(night,))

        assert openings(week, "2026-03-10", "2026-03-10") == ["Mon 09 22:00 +03 - Tue 10 02:00 +03"]

    def test_a_window_with_a_service_counts_for_that_one_alone(self) -> None:
        week = replace(OFFICE, regular=(window(TUESDAY, "18:00-20:00", service_id=7),))

        assert openings(week, "2026-03-10", "2026-03-10", service_id=7) != []
        assert openings(week, "2026-03-10", "2026-03-10", service_id=8) == []
        assert openings(week, "2026-03-10", "2026-03-10") == []

    def test_a_window_without_a_service_counts_for_all(self) -> None:
        assert openings(OFFICE, "2026-03-10", "2026-03-10", service_id=7) == [
            "Tue 10 09:00 +03 - Tue 10 17:00 +03"
        ]

    def test_a_window_is_of_a_weekday(self) -> None:
        with pytest.raises(ValueError, match="seven"):
            WeeklyWindow(7, Window(0, 60))

    def test_a_window_is_not_valid_backwards(self) -> None:
        with pytest.raises(ValueError, match="valid"):
            window(MONDAY, "09:00-10:00", since="2026-03-10", until="2026-03-09")


class TestSpecialHoursAndOpenings:
    def test_special_hours_stand_in_for_all_windows_of_their_date(self) -> None:
        own = window(TUESDAY, "18:00-20:00", service_id=7)
        week = replace(
            OFFICE,
            regular=(*OFFICE.regular, own),
            overrides=(override("2026-03-10", "12:00-14:00"),),
        )

        assert openings(week, "2026-03-10", "2026-03-10", service_id=7) == [
            "Tue 10 12:00 +03 - Tue 10 14:00 +03"
        ]

    def test_an_opening_comes_on_top_of_the_weekly_hours(self) -> None:
        week = replace(OFFICE, openings=(opening("2026-03-10", "19:00-21:00"),))

        assert openings(week, "2026-03-10", "2026-03-10") == [
            "Tue 10 09:00 +03 - Tue 10 17:00 +03",
            "Tue 10 19:00 +03 - Tue 10 21:00 +03",
        ]

    def test_an_opening_comes_on_top_of_special_hours(self) -> None:
        week = replace(
            OFFICE,
            overrides=(override("2026-03-10", "12:00-14:00"),),
            openings=(opening("2026-03-10", "14:00-15:00"),),
        )

        assert openings(week, "2026-03-10", "2026-03-10") == ["Tue 10 12:00 +03 - Tue 10 15:00 +03"]

    def test_an_opening_before_the_hours_moves_the_start_of_their_grid(self) -> None:
        week = replace(OFFICE, openings=(opening("2026-03-10", "08:20-09:00"),))

        assert openings(week, "2026-03-10", "2026-03-10") == ["Tue 10 08:20 +03 - Tue 10 17:00 +03"]

    def test_a_day_off_stays_closed_whatever_is_opened(self) -> None:
        week = replace(
            OFFICE,
            overrides=(Override(TENTH),),
            openings=(opening("2026-03-10", "19:00-21:00"),),
        )

        assert openings(week, "2026-03-10", "2026-03-10") == []


class TestClosures:
    def test_part_of_a_day_is_cut_out_and_the_rest_starts_where_it_ends(self) -> None:
        lunch = closure("2026-03-10", "2026-03-10", "12:10", "13:05")

        assert openings(replace(OFFICE, closures=(lunch,)), "2026-03-10", "2026-03-10") == [
            "Tue 10 09:00 +03 - Tue 10 12:10 +03",
            "Tue 10 13:05 +03 - Tue 10 17:00 +03",
        ]

    def test_time_off_may_start_at_a_time_of_day_and_last_for_days(self) -> None:
        away = closure("2026-03-03", "2026-03-05", "13:00")

        assert openings(replace(OFFICE, closures=(away,)), "2026-03-03", "2026-03-06") == [
            "Tue 03 09:00 +03 - Tue 03 13:00 +03",
            "Fri 06 09:00 +03 - Fri 06 17:00 +03",
        ]

    def test_time_off_may_end_at_a_time_of_day(self) -> None:
        away = closure("2026-03-03", "2026-03-05", "00:00", "11:30")

        assert openings(replace(OFFICE, closures=(away,)), "2026-03-03", "2026-03-05") == [
            "Thu 05 11:30 +03 - Thu 05 17:00 +03"
        ]

    def test_whole_dates_cut_what_spills_in_from_the_night_before(self) -> None:
        nights = daily("Asia/Riyadh", "22:00-02:00")
        week = replace(nights, closures=(closure("2026-03-10", "2026-03-10"),))

        assert openings(week, "2026-03-10", "2026-03-10") == []
        assert openings(week, "2026-03-09", "2026-03-09")[-1] == (
            "Mon 09 22:00 +03 - Tue 10 00:00 +03"
        )

    def test_closed_beats_special_hours_and_openings(self) -> None:
        week = replace(
            OFFICE,
            overrides=(override("2026-03-10", "12:00-14:00"),),
            openings=(opening("2026-03-10", "15:00-17:00"),),
            closures=(closure("2026-03-10", "2026-03-10", "13:00", "16:00"),),
        )

        assert openings(week, "2026-03-10", "2026-03-10") == [
            "Tue 10 12:00 +03 - Tue 10 13:00 +03",
            "Tue 10 16:00 +03 - Tue 10 17:00 +03",
        ]

    def test_closures_may_overlap(self) -> None:
        week = replace(
            OFFICE,
            closures=(
                closure("2026-03-10", "2026-03-10", "10:00", "14:00"),
                closure("2026-03-10", "2026-03-10", "12:00", "15:00"),
            ),
        )

        assert openings(week, "2026-03-10", "2026-03-10") == [
            "Tue 10 09:00 +03 - Tue 10 10:00 +03",
            "Tue 10 15:00 +03 - Tue 10 17:00 +03",
        ]

    def test_it_ends_when_the_clock_shows_its_end_though_the_clock_is_changed(self) -> None:
        week = daily("America/New_York", "00:00-06:00")
        night = closure("2026-11-01", "2026-11-01", "00:30", "02:30")

        assert openings(replace(week, closures=(night,)), "2026-11-01", "2026-11-01") == [
            "Sun 01 00:00 EDT - Sun 01 00:30 EDT",
            "Sun 01 02:30 EST - Sun 01 06:00 EST",
        ]

    def test_an_end_in_the_gap_moves_forward_like_that_of_a_window(self) -> None:
        week = daily("America/New_York", "00:00-06:00")
        night = closure("2026-03-08", "2026-03-08", "00:00", "02:30")

        assert openings(replace(week, closures=(night,)), "2026-03-08", "2026-03-08") == [
            "Sun 08 03:30 EDT - Sun 08 06:00 EDT"
        ]

    def test_one_without_an_end_in_sight_closes_all_that_is_asked_for(self) -> None:
        for_good = Closure(TENTH, date.max)

        week = replace(OFFICE, closures=(for_good,))

        assert openings(week, "2026-03-09", "2026-04-30") == ["Mon 09 09:00 +03 - Mon 09 17:00 +03"]

    @pytest.mark.parametrize(
        "times", [("13:00", "13:00"), ("13:00", "12:00"), ("24:00", "24:00"), ("00:00", "25:00")]
    )
    def test_it_ends_after_it_starts_on_the_clock(self, times: tuple[str, str]) -> None:
        with pytest.raises(ValueError, match="closure"):
            closure("2026-03-10", "2026-03-10", *times)

    def test_over_midnight_it_may_end_earlier_in_the_day(self) -> None:
        assert closure("2026-03-10", "2026-03-11", "22:00", "06:00").end == 360


class TestHolidays:
    def test_a_holiday_is_closed_whole(self) -> None:
        nights = daily("Asia/Riyadh", "22:00-02:00")
        week = replace(nights, holidays=(TENTH,), openings=(opening("2026-03-10", "09:00-12:00"),))

        assert openings(week, "2026-03-10", "2026-03-10") == []

    def test_special_hours_do_not_open_it(self) -> None:
        special = override("2026-03-10", "12:00-14:00")
        week = replace(OFFICE, holidays=(TENTH,), overrides=(special,))

        assert openings(week, "2026-03-10", "2026-03-10") == []

    def test_it_closes_its_date_in_the_zone_of_each_provider(self) -> None:
        def shut(zone: str) -> int:
            return closed(replace(daily(zone, ""), holidays=(TENTH,)), TENTH, TENTH)[0][0]

        assert shut("Asia/Riyadh") - shut("Asia/Jakarta") == 4 * 3600


class TestOwnHoursOfAService:
    def test_they_narrow_those_of_the_provider(self) -> None:
        assert openings(
            OFFICE, "2026-03-10", "2026-03-10", own=hours({TUESDAY: "08:00-10:20 16:10-20:00"})
        ) == [
            "Tue 10 09:00 +03 - Tue 10 10:20 +03",
            "Tue 10 16:10 +03 - Tue 10 17:00 +03",
        ]

    def test_on_a_day_without_any_the_service_is_not_offered(self) -> None:
        tuesdays = hours({TUESDAY: "08:00-10:00"})

        assert openings(OFFICE, "2026-03-09", "2026-03-09", own=tuesdays) == []
        assert openings(OFFICE, "2026-03-10", "2026-03-10", own=()) == []

    def test_they_narrow_special_hours_and_openings_too(self) -> None:
        week = replace(
            OFFICE,
            overrides=(override("2026-03-10", "06:00-08:00"),),
            openings=(opening("2026-03-10", "20:00-23:00"),),
        )

        assert openings(week, "2026-03-10", "2026-03-10", own=hours({TUESDAY: "07:00-21:00"})) == [
            "Tue 10 07:00 +03 - Tue 10 08:00 +03",
            "Tue 10 20:00 +03 - Tue 10 21:00 +03",
        ]

    def test_they_may_be_valid_for_a_time(self) -> None:
        from_april = (window(TUESDAY, "10:00-12:00", since="2026-04-01"),)

        assert openings(OFFICE, "2026-03-10", "2026-03-10", own=from_april) == []
        assert openings(OFFICE, "2026-04-07", "2026-04-07", own=from_april) == [
            "Tue 07 10:00 +03 - Tue 07 12:00 +03"
        ]

    def test_both_run_over_midnight(self) -> None:
        week = weekly("Asia/Riyadh", {FRIDAY: "20:00-03:00"})
        own = hours({FRIDAY: "22:00-24:00", SATURDAY: "00:00-01:00"})

        assert openings(week, "2026-03-13", "2026-03-13", own=own) == [
            "Fri 13 22:00 +03 - Sat 14 01:00 +03"
        ]

    def test_hours_round_the_clock_leave_the_provider_s_as_they_are(self) -> None:
        always = hours(dict.fromkeys(range(7), "00:00-24:00"))

        assert openings(OFFICE, "2026-03-01", "2026-03-31", own=always) == openings(
            OFFICE, "2026-03-01", "2026-03-31"
        )
