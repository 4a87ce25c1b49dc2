"""Weekly hours as a provider changes them."""

from datetime import date

import pytest
from hypothesis import given, strategies as st

from domain.editing import (
    closed_on,
    copied,
    copied_week,
    opened,
    replaced,
    tidied,
    windows_of,
    with_break,
)
from domain.hours import Hours, Week, WeeklyWindow, Window, regular
from domain.stretches import joined, without
from tests.domain.making import (
    FRIDAY,
    MONDAY,
    SATURDAY,
    SUNDAY,
    THURSDAY,
    TUESDAY,
    WEDNESDAY,
    daily,
    hours,
    override,
    window,
    windows,
)

A_WEEK = 7 * 1440
WEEKDAYS = range(MONDAY, SATURDAY)


def shown(edited: Hours, weekday: int) -> str:
    return " ".join(map(written, windows_of(edited, weekday)))


def written(each: Window) -> str:
    return f"{each.start // 60:02}:{each.start % 60:02}-{each.end // 60:02}:{each.end % 60:02}"


class TestTidied:
    @pytest.mark.parametrize(
        ("before", "after"),
        [
            ("13:00-17:00 09:00-12:00", "09:00-12:00 13:00-17:00"),
            ("09:00-12:00 12:00-17:00", "09:00-17:00"),
            ("09:00-13:00 10:00-11:00 12:00-17:00", "09:00-17:00"),
            ("09:00-09:00", ""),
            ("22:00-02:00 20:00-23:00", "20:00-02:00"),
            ("20:00-24:00 08:00-20:00", "08:00-24:00"),
            ("22:00-24:00 20:00-00:00", "20:00-24:00"),
            ("08:00-20:00 18:00-07:00", "08:00-07:00"),
        ],
    )
    def test_what_overlaps_or_touches_is_one(self, before: str, after: str) -> None:
        assert " ".join(map(written, tidied(windows(before)))) == after

    def test_more_than_a_day_stays_two_windows(self) -> None:
        assert tidied(windows("00:00-24:00 22:00-02:00")) == windows("00:00-24:00 22:00-02:00")
        assert tidied(windows("08:00-20:00 18:00-08:00")) == windows("08:00-20:00 18:00-08:00")


class TestBreaks:
    def test_a_break_parts_a_window(self) -> None:
        edited = with_break(regular([windows("09:00-17:00")] * 5), WEEKDAYS, Window(720, 780))

        assert shown(edited, FRIDAY) == "09:00-12:00 13:00-17:00"

    def test_days_that_are_not_named_keep_their_hours(self) -> None:
        edited = with_break(regular([windows("09:00-17:00")] * 5), [MONDAY], Window(720, 780))

        assert shown(edited, TUESDAY) == "09:00-17:00"

    def test_a_break_over_an_end_shortens_the_window(self) -> None:
        edited = with_break(hours({MONDAY: "09:00-17:00"}), [MONDAY], Window(960, 1080))

        assert shown(edited, MONDAY) == "09:00-16:00"

    def test_a_break_over_all_closes_the_day(self) -> None:
        assert with_break(hours({MONDAY: "09:00-17:00"}), [MONDAY], Window(0, 1440)) == ()

    def test_an_empty_break_changes_nothing(self) -> None:
        assert with_break(hours({MONDAY: "09:00-17:00"}), [MONDAY], Window(720, 720)) == hours(
            {MONDAY: "09:00-17:00"}
        )

    def test_a_break_over_midnight_leaves_the_rest_of_the_night_to_the_next_day(self) -> None:
        edited = with_break(hours({FRIDAY: "20:00-04:00"}), [FRIDAY], Window(1410, 30))

        assert shown(edited, FRIDAY) == "20:00-23:30"
        assert shown(edited, SATURDAY) == "00:30-04:00"

    def test_a_break_after_midnight_is_meant_in_the_night_that_starts_on_the_day(self) -> None:
        edited = with_break(hours({SUNDAY: "20:00-04:00"}), [SUNDAY], Window(60, 90))

        assert shown(edited, SUNDAY) == "20:00-01:00"
        assert shown(edited, MONDAY) == "01:30-04:00"

    def test_a_break_that_meets_hours_on_its_date_leaves_the_night_alone(self) -> None:
        edited = with_break(hours({FRIDAY: "00:00-03:00 20:00-04:00"}), [FRIDAY], Window(60, 90))

        assert shown(edited, FRIDAY) == "00:00-01:00 01:30-03:00 20:00-04:00"
        assert shown(edited, SATURDAY) == ""

    def test_the_rest_of_a_night_is_valid_a_day_later(self) -> None:
        night = window(FRIDAY, "20:00-04:00", since="2026-03-06", until="2026-03-27", service_id=7)

        edited = with_break((night,), [FRIDAY], Window(60, 90))

        assert edited[1] == window(
            SATURDAY, "01:30-04:00", since="2026-03-07", until="2026-03-28", service_id=7
        )

    @given(st.data())
    def test_a_break_takes_away_its_time_and_nothing_else(self, data: st.DataObject) -> None:
        minutes = st.integers(0, 96).map(lambda quarter: quarter * 15)
        a_window = st.builds(Window, minutes.filter(lambda each: each < 1440), minutes)
        day = tuple(data.draw(st.lists(a_window, max_size=3)))
        pause = data.draw(a_window)
        weekday = data.draw(st.integers(0, 6))

        before = regular(day if each == weekday else () for each in range(7))
        after = with_break(before, [weekday], pause)

        gone = [minutes_of(WeeklyWindow(weekday, pause))] if not pause.is_empty else []
        later = [(start + 1440, end + 1440) for start, end in gone]
        expected = [by_week(without(open_minutes(before), cut)) for cut in (gone, later)]
        assert by_week(open_minutes(after)) in expected


class TestOpening:
    def test_a_window_is_added_on_each_of_the_days(self) -> None:
        edited = opened((), WEEKDAYS, window(MONDAY, "09:00-17:00"))

        assert [shown(edited, day) for day in range(7)] == ["09:00-17:00"] * 5 + ["", ""]

    def test_it_joins_what_it_touches(self) -> None:
        edited = opened(hours({MONDAY: "09:00-12:00"}), [MONDAY], window(MONDAY, "12:00-17:00"))

        assert edited == hours({MONDAY: "09:00-17:00"})

    def test_windows_of_other_dates_or_services_stay_apart(self) -> None:
        summer = window(MONDAY, "12:00-17:00", since="2026-06-01")

        edited = opened(hours({MONDAY: "09:00-12:00"}), [MONDAY], summer)

        assert edited == (*hours({MONDAY: "09:00-12:00"}), summer)
        assert shown(edited, MONDAY) == "09:00-17:00"

    def test_the_order_in_which_windows_are_added_does_not_matter(self) -> None:
        morning, evening = window(MONDAY, "09:00-12:00"), window(MONDAY, "17:00-20:00")

        assert opened(opened((), [MONDAY], morning), [MONDAY], evening) == opened(
            opened((), [MONDAY], evening), [MONDAY], morning
        )


class TestDays:
    OFFICE = hours({MONDAY: "09:00-12:00 13:00-17:00", SATURDAY: "10:00-14:00"})

    def test_a_day_is_copied_to_others_in_place_of_their_own_hours(self) -> None:
        edited = copied(self.OFFICE, MONDAY, [WEDNESDAY, SATURDAY])

        assert shown(edited, WEDNESDAY) == shown(edited, SATURDAY) == "09:00-12:00 13:00-17:00"

    def test_a_day_copied_to_itself_stays(self) -> None:
        assert copied(self.OFFICE, MONDAY, [MONDAY]) == self.OFFICE

    def test_a_closed_day_closes_those_it_is_copied_to(self) -> None:
        assert shown(copied(self.OFFICE, SUNDAY, [MONDAY]), MONDAY) == ""

    def test_many_days_are_entered_at_once(self) -> None:
        edited = replaced(self.OFFICE, WEEKDAYS, windows("09:00-17:00"))

        assert [shown(edited, day) for day in (MONDAY, THURSDAY, SATURDAY)] == [
            "09:00-17:00",
            "09:00-17:00",
            "10:00-14:00",
        ]

    def test_days_are_closed(self) -> None:
        assert closed_on(self.OFFICE, [SATURDAY, SUNDAY]) == hours(
            {MONDAY: "09:00-12:00 13:00-17:00"}
        )

    def test_last_week_is_copied_as_it_was_planned(self) -> None:
        week = daily("Asia/Riyadh", "09:00-17:00", override("2026-03-10", "12:00-14:00"))

        copies = copied_week(week, date(2026, 3, 9), date(2026, 3, 16))

        assert copies[:2] == (
            override("2026-03-16", "09:00-17:00"),
            override("2026-03-17", "12:00-14:00"),
        )
        assert len(copies) == 7

    def test_a_day_off_is_copied_too(self) -> None:
        week = Week(daily("Asia/Riyadh", "").zone, self.OFFICE, (override("2026-03-09"),))

        assert copied_week(week, date(2026, 3, 9), date(2026, 3, 16))[0].is_day_off


def minutes_of(each: WeeklyWindow) -> tuple[int, int]:
    """From Monday 00:00 on; the night of Sunday goes on past the end of the week."""
    begins = each.weekday * 1440
    over_midnight = each.window.end < each.window.start
    return begins + each.window.start, begins + each.window.end + over_midnight * 1440


def open_minutes(edited: Hours) -> list[tuple[int, int]]:
    return joined(map(minutes_of, edited))


def by_week(stretches: list[tuple[int, int]]) -> set[int]:
    return {minute % A_WEEK for start, end in stretches for minute in range(start, end)}
