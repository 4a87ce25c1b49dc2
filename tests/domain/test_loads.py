"""Caps on the sessions of a day, and seats of group sessions."""

from datetime import date, datetime

import pytest

from domain.diaries import Diary, Session
from domain.loads import seats
from domain.refusals import DayFull, NoSeats, SlotTaken
from domain.rules import Rules
from domain.slots import check, free
from domain.spans import to_epoch
from tests.domain.making import (
    LONG_AGO,
    SATURDAY,
    at,
    busy,
    clock,
    daily,
    rules,
    service,
    session,
    weekly,
)

JAKARTA = "Asia/Jakarta"
WEEK = daily(JAKARTA, "09:00-13:00")
NINE, TEN = "2026-03-09 09:00", "2026-03-09 10:00"
ALL = ["09:00", "10:00", "11:00", "12:00"]


def times(diary: Diary, kept: Rules, on: str = "2026-03-09") -> list[str]:
    day, zone = date.fromisoformat(on), diary.week.zone.key
    return clock(zone, free(diary, service(kept), day, day, at(zone, f"{on} 12:00") - LONG_AGO))


def asked(diary: Diary, kept: Rules, start: str) -> datetime:
    when = at(diary.week.zone.key, start)
    return check(diary, service(kept), when, when - LONG_AGO).start


class TestCaps:
    def test_a_date_is_full_when_as_many_sessions_of_the_service_start_on_it(self) -> None:
        one = Diary(WEEK, (session(JAKARTA, NINE),))
        two = Diary(WEEK, (*one.sessions, session(JAKARTA, TEN)))

        assert times(one, rules(most_a_day=2)) == ["10:00", "11:00", "12:00"]
        assert times(two, rules(most_a_day=2)) == []

    def test_other_dates_are_not_concerned(self) -> None:
        full = Diary(WEEK, (session(JAKARTA, NINE),))

        assert times(full, rules(most_a_day=1), "2026-03-10") == ALL

    def test_sessions_of_other_services_do_not_count_for_a_service(self) -> None:
        diary = Diary(WEEK, (session(JAKARTA, NINE, service_id=2),))

        assert times(diary, rules(most_a_day=1)) == ["10:00", "11:00", "12:00"]

    def test_they_count_for_the_provider(self) -> None:
        diary = Diary(WEEK, (session(JAKARTA, NINE, service_id=2),), most_a_day=1)

        assert times(diary, rules()) == []

    def test_busy_times_from_elsewhere_are_no_sessions(self) -> None:
        diary = Diary(WEEK, busy=(busy(JAKARTA, NINE, TEN),), most_a_day=1)

        assert times(diary, rules(most_a_day=1)) == ["10:00", "11:00", "12:00"]

    def test_the_date_is_the_provider_s_at_the_start(self) -> None:
        # The session starts on the 9th in Jakarta, where it ends on the 10th.
        night = daily(JAKARTA, "22:00-03:00")
        diary = Diary(night, (session(JAKARTA, "2026-03-09 23:00", 120),))

        one_a_day = rules(most_a_day=1)
        assert times(diary, one_a_day, "2026-03-09") == []
        assert times(diary, one_a_day, "2026-03-10") == [
            "01:00",
            "02:00",
            "22:00",
            "23:00",
        ]

    def test_a_date_that_comes_again_is_one_date(self) -> None:
        # In São Paulo the clock went from 23:59 on Saturday back to 23:00.
        week = weekly("America/Sao_Paulo", {SATURDAY: "21:00-24:00"})
        diary = Diary(week, (session("America/Sao_Paulo", "2018-02-17 21:00"),))

        assert times(diary, rules(), "2018-02-17") == ["22:00", "23:00", "23:00"]
        assert times(diary, rules(most_a_day=1), "2018-02-17") == []

    def test_a_full_date_is_told(self) -> None:
        diary = Diary(WEEK, (session(JAKARTA, NINE),))

        with pytest.raises(DayFull) as refused:
            asked(diary, rules(most_a_day=1), TEN)

        assert refused.value.on == date(2026, 3, 9)

    def test_the_dates_next_to_a_full_one_are_not_told_full(self) -> None:
        diary = Diary(
            WEEK,
            (session(JAKARTA, NINE),),
            (busy(JAKARTA, "2026-03-10 09:00", "2026-03-10 10:00"),),
        )

        with pytest.raises(SlotTaken):
            asked(diary, rules(most_a_day=1), "2026-03-10 09:00")

    def test_a_day_has_a_session_at_the_least(self) -> None:
        with pytest.raises(ValueError, match="at the least"):
            Diary(WEEK, most_a_day=0)


class TestSeats:
    GROUP = rules(capacity=8)

    def lesson(self, taken: int, start: str = TEN, service_id: int = 1) -> Session:
        return session(JAKARTA, start, service_id=service_id, capacity=8, taken=taken)

    def test_a_session_with_seats_left_is_offered(self) -> None:
        assert times(Diary(WEEK, (self.lesson(7),)), self.GROUP) == ALL

    def test_a_full_one_is_not(self) -> None:
        assert times(Diary(WEEK, (self.lesson(8),)), self.GROUP) == ["09:00", "11:00", "12:00"]

    def test_the_seats_left_are_counted_down(self) -> None:
        diary = Diary(WEEK, (self.lesson(3), self.lesson(8, NINE)))
        ten, nine = (to_epoch(at(JAKARTA, each)) for each in (TEN, NINE))

        assert seats(diary, service(self.GROUP)) == {ten: 5, nine: 0}

    def test_a_private_service_has_no_seats_to_share(self) -> None:
        diary = Diary(WEEK, (self.lesson(1),))

        assert seats(diary, service(rules())) == {}
        assert times(diary, rules()) == ["09:00", "11:00", "12:00"]

    def test_the_session_of_another_service_is_not_joined(self) -> None:
        assert "10:00" not in times(Diary(WEEK, (self.lesson(1, service_id=2),)), self.GROUP)

    def test_a_session_of_another_length_is_not_joined(self) -> None:
        longer = session(JAKARTA, TEN, 90, capacity=8)

        assert times(Diary(WEEK, (longer,)), self.GROUP) == ["09:00", "12:00"]

    def test_a_session_off_the_grid_is_not_offered(self) -> None:
        crooked = session(JAKARTA, "2026-03-09 10:30", capacity=8)

        assert times(Diary(WEEK, (crooked,)), self.GROUP) == ["09:00", "12:00"]

    def test_what_meets_a_session_keeps_others_from_joining(self) -> None:
        meeting = busy(JAKARTA, "2026-03-09 10:45", "2026-03-09 11:15")

        assert times(Diary(WEEK, (self.lesson(1),), (meeting,)), self.GROUP) == ["09:00", "12:00"]

    def test_its_own_buffers_do_not(self) -> None:
        lesson = session(JAKARTA, TEN, buffer=15, capacity=8)

        assert times(Diary(WEEK, (lesson,)), rules(capacity=8, before=15, after=15)) == [
            "10:00",
            "12:00",
        ]

    def test_joining_makes_no_new_session_on_a_full_date(self) -> None:
        diary = Diary(WEEK, (self.lesson(1),), most_a_day=1)

        assert times(diary, rules(capacity=8, most_a_day=1)) == ["10:00"]
        assert asked(diary, self.GROUP, TEN) == at(JAKARTA, TEN)

    def test_a_session_keeps_the_seats_it_was_made_with(self) -> None:
        small = session(JAKARTA, TEN, capacity=2, taken=2)

        assert "10:00" not in times(Diary(WEEK, (small,)), self.GROUP)

    def test_fewer_seats_of_the_service_hold_at_once(self) -> None:
        assert "10:00" not in times(Diary(WEEK, (self.lesson(3),)), rules(capacity=3))

    def test_a_session_without_seats_is_told(self) -> None:
        with pytest.raises(NoSeats):
            asked(Diary(WEEK, (self.lesson(8),)), self.GROUP, TEN)

    def test_an_overlap_with_something_else_is_taken(self) -> None:
        with pytest.raises(SlotTaken):
            asked(Diary(WEEK, (self.lesson(8, service_id=2),)), self.GROUP, TEN)
