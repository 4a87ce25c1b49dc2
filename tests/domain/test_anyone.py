"""Any provider of a service: who is free, and whose turn it is."""

from datetime import timedelta

import pytest

from domain.anyone import Candidate, free_with_any, in_fair_order
from domain.diaries import Diary, Session
from tests.domain.making import at, busy, clock, daily, rules, service, session

JAKARTA = "Asia/Jakarta"
NINE = at(JAKARTA, "2026-03-09 09:00")
NOW = NINE - timedelta(days=3)
HAIRCUT = service(rules())
WEEK = daily(JAKARTA, "09:00-12:00")


def candidate(number: int, *sessions: Session, position: int = 0, zone: str = JAKARTA) -> Candidate:
    week = WEEK if zone == JAKARTA else daily(zone, "00:00-24:00")
    return Candidate(number, position, Diary(week, sessions))


def order(*candidates: Candidate) -> list[int]:
    return [each.provider_id for each in in_fair_order(candidates, HAIRCUT, NINE, NOW)]


def test_starts_of_all_of_them_are_offered_once() -> None:
    early = Candidate(1, 0, Diary(daily(JAKARTA, "09:00-11:00")))
    late = Candidate(2, 1, Diary(daily(JAKARTA, "10:00-12:00")))
    day = busy(JAKARTA, "2026-03-09 00:00", "2026-03-10 00:00")

    found = free_with_any([early, late], HAIRCUT, *day, NOW)

    assert clock(JAKARTA, found) == ["09:00", "10:00", "11:00"]


def test_whose_day_is_the_emptiest_comes_first() -> None:
    one = session(JAKARTA, "2026-03-09 10:00")
    two = session(JAKARTA, "2026-03-09 11:00", service_id=2)

    assert order(candidate(1, one, two), candidate(2), candidate(3, one)) == [2, 3, 1]


def test_other_days_do_not_count() -> None:
    other = session(JAKARTA, "2026-03-10 10:00")

    assert order(candidate(1, other), candidate(2)) == [1, 2]


def test_the_day_is_that_of_each_provider_s_clock() -> None:
    # It is still the 8th in New York, where this session is on the 9th.
    next_day = session("America/New_York", "2026-03-09 09:00")

    assert order(
        candidate(2, next_day, zone="America/New_York"),
        candidate(1, session(JAKARTA, "2026-03-09 11:00")),
    ) == [2, 1]


def test_of_equals_who_stands_first_in_the_catalogue_comes_first() -> None:
    assert order(candidate(1, position=5), candidate(2, position=4)) == [2, 1]


def test_then_the_lowest_id() -> None:
    assert order(candidate(9), candidate(3)) == [3, 9]


@pytest.mark.parametrize("taken", ["2026-03-09 09:00", "2026-03-09 09:30"])
def test_who_is_not_free_is_not_chosen(taken: str) -> None:
    assert order(candidate(1, session(JAKARTA, taken)), candidate(2)) == [2]


def test_where_nobody_is_free_nobody_is_chosen() -> None:
    assert order(candidate(1, session(JAKARTA, "2026-03-09 09:00"))) == []
