"""The slot rules one by one, by example."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from domain.hours import Week
from domain.refusals import OutsideHours, Refused, SlotTaken, TooLate, TooSoon
from domain.slots import Rules, check, free, free_between, nearest
from domain.spans import Span, from_epoch, to_epoch
from domain.stretches import Stretch
from tests.domain.making import (
    FRIDAY,
    SATURDAY,
    SUNDAY,
    at,
    busy,
    clock,
    daily,
    override,
    rules,
    weekly,
)

LONG_AGO = timedelta(days=3)


def times(
    week: Week, rule_set: Rules, on: str, *taken: Stretch, now: datetime | None = None
) -> list[str]:
    """The free times of a date on the provider's clock, asked three days ahead."""
    day = date.fromisoformat(on)
    asked = now or at(week.zone.key, f"{on} 12:00") - LONG_AGO
    return clock(week.zone.key, free(week, rule_set, taken, day, day, asked))


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

        assert clock("Asia/Jakarta", free(self.WEEK, rules(horizon=0), (), *days, now)) == [
            "09:00",
            "10:00",
            "11:00",
        ]


class TestChangesOfTheClock:
    def test_new_york_skips_an_hour_in_spring(self) -> None:
        week = daily("America/New_York", "00:00-05:00")

        assert times(week, rules(), "2026-03-08") == ["00:00", "01:00", "03:00", "04:00"]

    def test_new_york_offers_both_passes_of_the_repeated_hour(self) -> None:
        week = daily("America/New_York", "00:00-03:00")

        assert times(week, rules(), "2026-11-01") == ["00:00", "01:00", "01:00", "02:00"]

    def test_london_skips_an_hour_in_spring(self) -> None:
        week = daily("Europe/London", "00:00-04:00")

        assert times(week, rules(), "2026-03-29") == ["00:00", "02:00", "03:00"]

    def test_london_offers_both_passes_of_the_repeated_hour(self) -> None:
        week = daily("Europe/London", "00:30-02:00")

        assert times(week, rules(30, 30), "2026-10-25") == [
            "00:30",
            "01:00",
            "01:30",
            "01:00",
            "01:30",
        ]

    def test_lord_howe_skips_half_an_hour(self) -> None:
        week = daily("Australia/Lord_Howe", "01:00-04:00")

        assert times(week, rules(30, 30), "2026-10-04") == [
            "01:00",
            "01:30",
            "02:30",
            "03:00",
            "03:30",
        ]

    def test_lord_howe_repeats_half_an_hour(self) -> None:
        week = daily("Australia/Lord_Howe", "01:00-03:00")

        assert times(week, rules(30, 30), "2026-04-05") == [
            "01:00",
            "01:30",
            "01:30",
            "02:00",
            "02:30",
        ]

    def test_sao_paulo_had_no_midnight(self) -> None:
        week = daily("America/Sao_Paulo", "00:00-03:00")

        assert times(week, rules(), "2018-11-04") == ["01:00", "02:00"]

    def test_sao_paulo_had_23_o_clock_twice(self) -> None:
        week = weekly("America/Sao_Paulo", {SATURDAY: "22:00-24:00"})

        assert times(week, rules(), "2018-02-17") == ["22:00", "23:00", "23:00"]
        assert times(week, rules(), "2018-02-18") == []

    def test_the_same_office_hours_on_the_days_of_change(self) -> None:
        for zone in ("America/New_York", "Europe/London", "Australia/Lord_Howe", "Asia/Riyadh"):
            week = daily(zone, "09:00-12:00")
            for on in ("2026-03-08", "2026-03-29", "2026-04-05", "2026-10-04", "2026-11-01"):
                assert times(week, rules(), on) == ["09:00", "10:00", "11:00"], (zone, on)

    def test_apia_had_no_30_december_2011(self) -> None:
        week = daily("Pacific/Apia", "09:00-11:00")

        assert times(week, rules(), "2011-12-29") == ["09:00", "10:00"]
        assert times(week, rules(), "2011-12-30") == []
        assert times(week, rules(), "2011-12-31") == ["09:00", "10:00"]

    def test_a_slot_is_listed_on_the_date_its_clock_shows_even_when_that_comes_again(self) -> None:
        # At 00:01 on Sunday the clock of St John's went back to 23:01 on Saturday.
        week = weekly("America/St_Johns", {SUNDAY: "00:00-02:00"})

        assert times(week, rules(30, 30), "2006-10-28") == ["23:30"]
        assert times(week, rules(30, 30), "2006-10-29") == [
            "00:00",
            "00:00",
            "00:30",
            "01:00",
            "01:30",
        ]

    def test_the_day_before_today_is_offered_when_it_comes_again(self) -> None:
        week = weekly("America/St_Johns", {SUNDAY: "00:00-02:00"})
        now = at("America/St_Johns", "2006-10-29 00:00")  # a minute later it is Saturday again

        assert times(week, rules(30, 30), "2006-10-28", now=now) == ["23:30"]


class TestViewers:
    def test_slots_between_two_instants_are_those_of_any_zone_s_date(self) -> None:
        week = daily("Asia/Jakarta", "09:00-17:00")
        day = busy("America/New_York", "2026-03-09 00:00", "2026-03-10 00:00")

        found = free_between(week, rules(), (), *day, at("Asia/Jakarta", "2026-03-08 12:00"))

        assert clock("America/New_York", found) == [
            "00:00",
            "01:00",
            "02:00",
            "03:00",
            "04:00",
            "05:00",
            "22:00",
            "23:00",
        ]

    def test_the_last_instant_does_not_belong(self) -> None:
        week = daily("Asia/Jakarta", "09:00-17:00")
        hours = busy("Asia/Jakarta", "2026-03-09 09:00", "2026-03-09 11:00")

        found = free_between(week, rules(), (), *hours, at("Asia/Jakarta", "2026-03-08 12:00"))

        assert clock("Asia/Jakarta", found) == ["09:00", "10:00"]

    def test_a_session_after_the_last_instant_adds_nothing(self) -> None:
        week = daily("Asia/Jakarta", "09:00-17:00")
        hours = busy("Asia/Jakarta", "2026-03-09 09:00", "2026-03-09 11:00")
        taken = busy("Asia/Jakarta", "2026-03-09 15:00", "2026-03-09 16:00")

        found = free_between(week, rules(), [taken], *hours, at("Asia/Jakarta", "2026-03-08 12:00"))

        assert clock("Asia/Jakarta", found) == ["09:00", "10:00"]


class TestCheck:
    WEEK = daily("Asia/Jakarta", "09:00-12:00")
    NOW = at("Asia/Jakarta", "2026-03-09 06:00")
    RULES = rules(notice=timedelta(hours=4), horizon=7)

    def answer(self, start: str, *taken: Stretch) -> Span:
        return check(self.WEEK, self.RULES, taken, at("Asia/Jakarta", start), self.NOW)

    def test_a_free_start_becomes_a_session(self) -> None:
        assert self.answer("2026-03-09 10:00") == Span(
            datetime(2026, 3, 9, 3, tzinfo=UTC), datetime(2026, 3, 9, 4, tzinfo=UTC)
        )

    def test_a_start_within_the_notice_is_told_the_earliest(self) -> None:
        with pytest.raises(TooSoon) as refused:
            self.answer("2026-03-09 09:00")

        assert refused.value.earliest == datetime(2026, 3, 9, 3, tzinfo=UTC)

    def test_a_start_beyond_the_horizon_is_told_the_latest_date(self) -> None:
        with pytest.raises(TooLate) as refused:
            self.answer("2026-03-17 09:00")

        assert refused.value.latest == date(2026, 3, 16)

    @pytest.mark.parametrize("start", ["2026-03-10 08:00", "2026-03-10 11:30", "2026-03-10 12:00"])
    def test_a_start_outside_the_windows_is_refused(self, start: str) -> None:
        with pytest.raises(OutsideHours):
            self.answer(start)

    @pytest.mark.parametrize(
        "start", ["2026-03-10 10:15", "2026-03-10 10:00:01", "2026-03-10 10:00:00.000001"]
    )
    def test_a_start_off_the_grid_is_refused(self, start: str) -> None:
        with pytest.raises(OutsideHours):
            self.answer(start)

    def test_a_start_that_somebody_has_is_refused(self) -> None:
        with pytest.raises(SlotTaken):
            self.answer(
                "2026-03-10 10:00", busy("Asia/Jakarta", "2026-03-10 10:30", "2026-03-10 10:45")
            )

    def test_outside_the_hours_nobody_is_told_who_is_busy(self) -> None:
        with pytest.raises(OutsideHours):
            self.answer(
                "2026-03-10 20:00", busy("Asia/Jakarta", "2026-03-10 20:00", "2026-03-10 21:00")
            )

    @pytest.mark.parametrize("start", ["0001-01-01", "9999-12-31T23:59:59"])
    def test_forged_dates_are_refused_like_others(self, start: str) -> None:
        with pytest.raises(Refused):
            check(self.WEEK, self.RULES, (), at("UTC", start), self.NOW)

    def test_a_session_across_the_monday_that_renews_the_grid_is_granted(self) -> None:
        start = at("Asia/Riyadh", "2026-03-15 23:00")

        session = check(
            daily("Asia/Riyadh", "00:00-24:00"), rules(120), (), start, start - LONG_AGO
        )

        assert session.end == at("Asia/Riyadh", "2026-03-16 01:00")

    def test_a_start_in_the_repeated_hour_is_checked_as_the_instant_it_is(self) -> None:
        week = daily("America/New_York", "00:00-03:00")
        now = at("America/New_York", "2026-10-30 12:00")
        first = at("America/New_York", "2026-11-01 01:00")
        second = first.replace(fold=1)
        taken = [(to_epoch(first), to_epoch(first) + 3600)]

        with pytest.raises(SlotTaken):
            check(week, rules(), taken, first, now)
        assert check(week, rules(), taken, second, now).start == second.astimezone(UTC)


class TestNearest:
    FREE = (100, 200, 300, 400, 500)

    def test_the_nearest_come_in_the_order_of_time(self) -> None:
        assert nearest(self.FREE, 320, 3) == [200, 300, 400]

    def test_of_two_equally_near_the_earlier_one_is_nearer(self) -> None:
        assert nearest(self.FREE, 250, 1) == [200]

    def test_all_are_given_when_there_are_fewer(self) -> None:
        assert nearest(self.FREE, 0, 9) == list(self.FREE)


class TestRules:
    @pytest.mark.parametrize(("duration", "interval"), [(0, 60), (60, 0), (-60, 60)])
    def test_duration_and_interval_are_positive(self, duration: int, interval: int) -> None:
        with pytest.raises(ValueError, match="positive"):
            rules(duration, interval)

    def test_nothing_is_negative(self) -> None:
        with pytest.raises(ValueError, match="negative"):
            rules(before=-1)
        with pytest.raises(ValueError, match="negative"):
            rules(after=-1)
        with pytest.raises(ValueError, match="negative"):
            rules(notice=timedelta(seconds=-1))
        with pytest.raises(ValueError, match="negative"):
            rules(horizon=-1)

    def test_lengths_are_whole_minutes(self) -> None:
        minute = timedelta(minutes=1)
        with pytest.raises(ValueError, match="whole minutes"):
            Rules(minute * 1.5, minute, minute, minute, minute, 1)

    def test_notice_and_horizon_count_from_the_provider_s_now(self) -> None:
        now = from_epoch(to_epoch(at("Asia/Jakarta", "2026-03-09 01:00")))
        day_ahead = rules(notice=timedelta(hours=24), horizon=2)

        assert day_ahead.earliest(now) == at("Asia/Jakarta", "2026-03-10 01:00")
        assert day_ahead.latest(now, ZoneInfo("Asia/Jakarta")) == date(2026, 3, 11)
