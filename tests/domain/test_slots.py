"""The slot rules one by one, by example: grid, fit, busy times, notice and horizon."""

from datetime import UTC, date, datetime, timedelta

from domain.slots import free
from tests.domain.making import (
    FRIDAY,
    SATURDAY,
    at,
    busy,
    clock,
    daily,
    diary,
    override,
    rules,
    service,
    times,
    weekly,
)


class TestGrid:
    def test_starts_count_from_the_start_of_the_window(self) -> None:
        week = daily("Asia/Riyadh", "09:10-11:00 14:05-16:00")

        assert times(week, rules(30, 40), "2026-03-09") == [
            "09:10",
            "09:50",
            "10:30",
            "14:05",
            "14:45",
            "15:25",
        ]

    def test_bookings_do_not_move_the_grid(self) -> None:
        taken = busy("Asia/Riyadh", "2026-03-09 09:00", "2026-03-09 09:50")

        assert times(daily("Asia/Riyadh", "09:00-12:00"), rules(), "2026-03-09", taken) == [
            "10:00",
            "11:00",
        ]

    def test_notice_does_not_move_the_grid(self) -> None:
        now = at("Asia/Riyadh", "2026-03-09 09:20")

        assert times(daily("Asia/Riyadh", "09:00-12:00"), rules(), "2026-03-09", now=now) == [
            "10:00",
            "11:00",
        ]

    def test_a_window_joined_over_midnight_keeps_the_grid_of_its_start(self) -> None:
        week = weekly("Asia/Riyadh", {FRIDAY: "22:15-24:00", SATURDAY: "00:00-03:00"})

        assert times(week, rules(), "2026-03-13") == ["22:15", "23:15"]
        assert times(week, rules(), "2026-03-14") == ["00:15", "01:15"]

    def test_hours_round_the_clock_count_from_monday(self) -> None:
        week = daily("Asia/Riyadh", "00:00-24:00")

        assert times(week, rules(60, 7 * 60), "2026-03-16") == ["00:00", "07:00", "14:00", "21:00"]
        assert times(week, rules(60, 7 * 60), "2026-03-17") == ["04:00", "11:00", "18:00"]

    def test_a_session_may_lie_across_the_monday_that_renews_the_grid(self) -> None:
        week = daily("Asia/Riyadh", "00:00-24:00")

        assert times(week, rules(600, 360), "2026-03-15")[-1] == "18:00"


class TestFit:
    def test_the_service_lies_wholly_in_the_window(self) -> None:
        assert times(daily("Asia/Riyadh", "09:00-11:30"), rules(60, 30), "2026-03-09") == [
            "09:00",
            "09:30",
            "10:00",
            "10:30",
        ]

    def test_a_service_longer_than_the_window_has_no_slots(self) -> None:
        assert times(daily("Asia/Riyadh", "09:00-09:45"), rules(), "2026-03-09") == []

    def test_buffers_may_stick_out(self) -> None:
        week = daily("Asia/Riyadh", "09:00-10:00")

        assert times(week, rules(before=30, after=30), "2026-03-09") == ["09:00"]

    def test_windows_that_touch_are_used_as_one(self) -> None:
        assert times(daily("Asia/Riyadh", "09:00-10:00 10:00-11:00"), rules(90), "2026-03-09") == [
            "09:00"
        ]

    def test_a_service_may_last_past_midnight(self) -> None:
        week = weekly("Asia/Riyadh", {FRIDAY: "22:00-02:00"})

        assert times(week, rules(120), "2026-03-13") == ["22:00", "23:00"]
        assert times(week, rules(120), "2026-03-14") == ["00:00"]

    def test_24_00_is_as_late_as_a_date_goes(self) -> None:
        assert times(weekly("Asia/Riyadh", {FRIDAY: "21:00-24:00"}), rules(), "2026-03-13") == [
            "21:00",
            "22:00",
            "23:00",
        ]

    def test_a_day_off_shortens_the_night_before(self) -> None:
        week = weekly("Asia/Riyadh", {FRIDAY: "22:00-02:00"}, override("2026-03-14"))

        assert times(week, rules(), "2026-03-13") == ["22:00", "23:00"]
        assert times(week, rules(), "2026-03-14") == []


class TestBusy:
    WEEK = daily("Asia/Jakarta", "09:00-13:00")

    def test_sessions_that_only_touch_do_not_block(self) -> None:
        taken = busy("Asia/Jakarta", "2026-03-09 10:00", "2026-03-09 11:00")

        assert times(self.WEEK, rules(), "2026-03-09", taken) == ["09:00", "11:00", "12:00"]

    def test_a_second_of_overlap_blocks(self) -> None:
        start, end = busy("Asia/Jakarta", "2026-03-09 10:00", "2026-03-09 11:00")

        assert times(self.WEEK, rules(), "2026-03-09", (start - 1, end + 1)) == ["12:00"]

    def test_a_hold_blocks_like_a_session(self) -> None:
        hold = busy("Asia/Jakarta", "2026-03-09 09:00", "2026-03-09 10:00")

        assert "09:00" not in times(self.WEEK, rules(), "2026-03-09", hold)

    def test_buffers_of_neighbours_add_up(self) -> None:
        # The other session ends at 10:00 and needs 15 minutes to clear away.
        taken = busy("Asia/Jakarta", "2026-03-09 09:00", "2026-03-09 10:15")

        assert times(self.WEEK, rules(30, 15, before=15), "2026-03-09", taken)[0] == "10:30"

    def test_the_buffer_after_keeps_its_distance_too(self) -> None:
        taken = busy("Asia/Jakarta", "2026-03-09 11:00", "2026-03-09 13:00")

        assert times(self.WEEK, rules(60, 15, after=20), "2026-03-09", taken) == [
            "09:00",
            "09:15",
            "09:30",
        ]

    def test_a_session_fits_exactly_between_two_others(self) -> None:
        before = busy("Asia/Jakarta", "2026-03-09 09:00", "2026-03-09 10:45")
        after = busy("Asia/Jakarta", "2026-03-09 12:15", "2026-03-09 13:00")

        assert times(self.WEEK, rules(before=15, after=15), "2026-03-09", before, after) == [
            "11:00"
        ]

    def test_busy_times_may_come_in_any_order(self) -> None:
        late = busy("Asia/Jakarta", "2026-03-09 12:00", "2026-03-09 13:00")
        early = busy("Asia/Jakarta", "2026-03-09 09:00", "2026-03-09 10:00")

        assert times(self.WEEK, rules(), "2026-03-09", late, early) == ["10:00", "11:00"]

    def test_busy_times_may_lie_within_others(self) -> None:
        around = busy("Asia/Jakarta", "2026-03-09 09:00", "2026-03-09 11:40")
        within = busy("Asia/Jakarta", "2026-03-09 10:00", "2026-03-09 10:30")

        assert times(self.WEEK, rules(), "2026-03-09", around, within) == ["12:00"]

    def test_an_empty_busy_time_blocks_nothing(self) -> None:
        taken = busy("Asia/Jakarta", "2026-03-09 09:30", "2026-03-09 09:30")

        assert times(self.WEEK, rules(), "2026-03-09", taken)[0] == "09:00"


class TestNoticeAndHorizon:
    WEEK = daily("Asia/Jakarta", "09:00-12:00")
    NOON = at("Asia/Jakarta", "2026-03-08 09:00")

    def test_the_notice_is_kept_to_the_second(self) -> None:
        day_ahead = rules(notice=timedelta(days=1))
        second = timedelta(seconds=1)

        assert times(self.WEEK, day_ahead, "2026-03-09", now=self.NOON)[0] == "09:00"
        assert times(self.WEEK, day_ahead, "2026-03-09", now=self.NOON + second)[0] == "10:00"

    def test_a_fraction_of_a_second_too_late_is_too_late(self) -> None:
        now = self.NOON + timedelta(days=1, microseconds=1)

        assert times(self.WEEK, rules(), "2026-03-09", now=now) == ["10:00", "11:00"]

    def test_the_past_is_never_offered(self) -> None:
        assert times(self.WEEK, rules(), "2026-03-01", now=self.NOON) == []

    def test_the_notice_is_elapsed_time(self) -> None:
        week = daily("America/New_York", "09:00-12:00")
        now = at("America/New_York", "2026-03-07 09:00")  # 23 hours before 9 on the next day

        assert times(week, rules(notice=timedelta(hours=24)), "2026-03-08", now=now)[0] == "10:00"

    def test_the_horizon_counts_dates_and_includes_the_last(self) -> None:
        late = at("Asia/Jakarta", "2026-03-08 23:59")

        assert times(self.WEEK, rules(horizon=1), "2026-03-09", now=late) == [
            "09:00",
            "10:00",
            "11:00",
        ]
        assert times(self.WEEK, rules(horizon=1), "2026-03-10", now=late) == []

    def test_today_is_the_provider_s_today(self) -> None:
        # 18:00 in UTC is already the 9th in Jakarta.
        now = datetime(2026, 3, 8, 18, tzinfo=UTC)

        assert times(self.WEEK, rules(horizon=0), "2026-03-09", now=now) != []

    def test_a_horizon_of_no_days_is_today(self) -> None:
        now = at("Asia/Jakarta", "2026-03-09 00:00")
        days = date(2026, 3, 1), date(9999, 12, 31)

        found = free(diary(self.WEEK), service(rules(horizon=0)), *days, now)

        assert clock("Asia/Jakarta", found) == [
            "09:00",
            "10:00",
            "11:00",
        ]
