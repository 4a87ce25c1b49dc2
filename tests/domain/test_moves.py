"""Which bookings can be moved, by whom and until when."""

from dataclasses import replace
from datetime import timedelta

import pytest

from domain.bookings import REASON_LIMIT, Role, Status
from domain.moves import check_can_move, check_policy, counted, proposal_lapses, rescheduled
from domain.policies import Policy
from domain.refusals import (
    AlreadyStarted,
    MovedTooOften,
    MoveTooLate,
    TextTooLong,
    WrongStatus,
)
from domain.spans import Span
from tests.domain.test_bookings import BEFORE, CUSTOMER, PROVIDER, START, a_booking

HOUR = timedelta(hours=1)
LATER = Span.lasting(START + HOUR, HOUR)
MAY_MOVE = {
    (Status.PENDING, Role.CUSTOMER),
    (Status.CONFIRMED, Role.CUSTOMER),
    (Status.CONFIRMED, Role.PROVIDER),
}


@pytest.mark.parametrize("role", [Role.CUSTOMER, Role.PROVIDER, Role.SYSTEM])
@pytest.mark.parametrize("status", Status)
def test_what_is_on_is_moved_and_a_request_only_by_who_made_it(status: Status, role: Role) -> None:
    booking = a_booking(status)

    if (status, role) in MAY_MOVE:
        check_can_move(booking, role, BEFORE)
    else:
        with pytest.raises(WrongStatus):
            check_can_move(booking, role, BEFORE)


def test_a_booking_is_moved_before_its_start_or_never() -> None:
    with pytest.raises(AlreadyStarted):
        check_can_move(a_booking(), Role.PROVIDER, START)


def test_a_moved_booking_is_itself_at_another_time_and_nobody_has_said_yet_they_come() -> None:
    booking = replace(a_booking(), coming=frozenset({Role.CUSTOMER}), note="Short", times_moved=1)

    after, change = rescheduled(booking, LATER, by=PROVIDER, at=BEFORE, reason=" Ill ")

    assert after == replace(booking, during=LATER, version=2, coming=frozenset())
    assert (change.before, change.after) == (Status.CONFIRMED, Status.CONFIRMED)
    assert (change.moved_from, change.moved_to) == (booking.during, LATER)
    assert (change.actor, change.at, change.reason) == (PROVIDER, BEFORE, "Ill")


def test_the_reason_for_a_move_has_a_bound() -> None:
    with pytest.raises(TextTooLong):
        rescheduled(a_booking(), LATER, by=CUSTOMER, at=BEFORE, reason="x" * (REASON_LIMIT + 1))


def test_the_policy_bounds_how_often_and_how_late() -> None:
    booking = replace(a_booking(), policy=Policy(reschedule_window=2 * HOUR, reschedules=1))

    check_policy(booking, START - 2 * HOUR)
    with pytest.raises(MovedTooOften) as often:
        check_policy(counted(booking), START - 2 * HOUR)
    with pytest.raises(MoveTooLate) as late:
        check_policy(booking, START - HOUR)

    assert often.value.limit == 1
    assert late.value.latest == START - 2 * HOUR
    assert late.value.latest.tzinfo == booking.zone


def test_a_wish_for_another_time_lapses_before_either_time_comes() -> None:
    for other in (START - 5 * HOUR, START + 5 * HOUR):
        first = min(START, other)

        assert proposal_lapses(BEFORE, START, other, HOUR) == first - HOUR
        assert BEFORE < proposal_lapses(BEFORE, START, other, timedelta(days=9)) < first
