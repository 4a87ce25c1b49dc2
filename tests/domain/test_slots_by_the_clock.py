"""Slots when a clock is changed, and for viewers of another zone."""

from domain.slots import free_between
from tests.domain.making import (
    SATURDAY,
    SUNDAY,
    at,
    busy,
    clock,
    daily,
    diary,
    rules,
    service,
    times,
    weekly,
)


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
    NOW = at("Asia/Jakarta", "2026-03-08 12:00")

    def test_slots_between_two_instants_are_those_of_any_zone_s_date(self) -> None:
        week = daily("Asia/Jakarta", "09:00-17:00")
        day = busy("America/New_York", "2026-03-09 00:00", "2026-03-10 00:00")

        found = free_between(diary(week), service(rules()), *day, self.NOW)

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

        found = free_between(diary(week), service(rules()), *hours, self.NOW)

        assert clock("Asia/Jakarta", found) == ["09:00", "10:00"]

    def test_a_session_after_the_last_instant_adds_nothing(self) -> None:
        week = daily("Asia/Jakarta", "09:00-17:00")
        hours = busy("Asia/Jakarta", "2026-03-09 09:00", "2026-03-09 11:00")
        taken = busy("Asia/Jakarta", "2026-03-09 15:00", "2026-03-09 16:00")

        found = free_between(diary(week, taken), service(rules()), *hours, self.NOW)

        assert clock("Asia/Jakarta", found) == ["09:00", "10:00"]
