"""Until when a booking can be changed, and who says so."""

from dataclasses import fields, replace
from datetime import UTC, datetime, timedelta

import pytest

from domain.policies import (
    BOUNDS,
    DEFAULT,
    NOTHING_LAID_DOWN,
    Clause,
    Clauses,
    Policy,
    Said,
    applying,
    number,
    said_by,
    with_clause,
    without_clause,
)
from domain.refusals import NotFound

START = datetime(2026, 12, 1, 9, tzinfo=UTC)
SECOND = timedelta(seconds=1)
DAY = timedelta(days=1)


def test_cancelling_is_late_within_the_last_day() -> None:
    assert not DEFAULT.cancels_late(START, START - timedelta(hours=24))
    assert DEFAULT.cancels_late(START, START - timedelta(hours=24) + SECOND)


def test_a_booking_can_be_moved_three_times_until_two_hours_before() -> None:
    last = START - timedelta(hours=2)

    assert DEFAULT.can_reschedule(START, 2, last)
    assert not DEFAULT.can_reschedule(START, 3, last)
    assert not DEFAULT.can_reschedule(START, 0, last + SECOND)


def test_what_is_said_nearer_to_the_service_counts() -> None:
    house = Clauses(cancel_window=2 * DAY, reschedules=1)
    own = Clauses(reschedules=0)

    policy = applying(DEFAULT, house, own, Clauses())

    assert policy == replace(DEFAULT, cancel_window=2 * DAY, reschedules=0)


def test_the_nearest_level_that_says_something_has_the_last_word() -> None:
    house = Said("Salon", Clauses(approval=True, hold=DAY))
    own = Said("Ayu", Clauses(approval=False))

    assert said_by(Clause.APPROVAL, (house, own)) == "Ayu"
    assert said_by(Clause.HOLD, (house, own)) == "Salon"
    assert said_by(Clause.MOVES, (house, own)) == ""


@pytest.mark.parametrize("clause", Clause)
def test_every_clause_can_be_laid_down_and_left_again(clause: Clause) -> None:
    value = BOUNDS[clause].most

    said = with_clause(NOTHING_LAID_DOWN, clause, value)

    assert number(said, clause) == value
    assert number(applying(DEFAULT, said), clause) == value
    assert without_clause(said, clause) == NOTHING_LAID_DOWN


@pytest.mark.parametrize("clause", Clause)
def test_what_is_usual_is_within_bounds_and_what_is_beyond_is_refused(clause: Clause) -> None:
    assert (number(DEFAULT, clause) or 0) in BOUNDS[clause]
    with pytest.raises(NotFound):
        with_clause(NOTHING_LAID_DOWN, clause, BOUNDS[clause].most + 1)


def test_levels_can_lay_down_all_that_a_policy_has() -> None:
    assert [each.name for each in fields(Clauses)] == [each.name for each in fields(Policy)]
    assert len(Clause) == len(fields(Policy))
