"""Who is there at a session, when nobody came, when it ended."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from domain.bookings import SYSTEM, Booking, Role, Status
from domain.refusals import NotStarted, SessionOver, WrongStatus
from domain.services import Format
from domain.sessions import (
    End,
    begun,
    ended,
    is_just_over,
    is_missed,
    is_open,
    is_unmarked,
    join,
    next_morning,
)
from domain.spans import Span
from tests.domain.test_bookings import CUSTOMER, PROVIDER, START, a_booking

MINUTE, HOUR = timedelta(minutes=1), timedelta(hours=1)
END = START + HOUR


def a_call(status: Status = Status.CONFIRMED) -> Booking:
    return replace(a_booking(status), format=Format.VIDEO)


def test_who_comes_early_waits_for_the_start() -> None:
    here, change = join(a_call(), CUSTOMER, START - 5 * MINUTE)

    assert here.joined == {Role.CUSTOMER: START - 5 * MINUTE}
    assert (here.status, change) == (Status.CONFIRMED, None)


def test_the_clock_begins_what_somebody_waits_for() -> None:
    here, _ = join(a_call(), CUSTOMER, START - MINUTE)

    after, change = begun(here, START)

    assert (after.status, change.actor) == (Status.IN_PROGRESS, SYSTEM)


def test_the_first_to_come_after_the_start_begins_it() -> None:
    after, change = join(a_call(), PROVIDER, START)

    assert after.status is Status.IN_PROGRESS
    assert change is not None
    assert change.actor is PROVIDER


def test_the_second_to_come_changes_no_status() -> None:
    first, _ = join(a_call(), PROVIDER, START)

    both, change = join(first, CUSTOMER, START + MINUTE)

    assert change is None
    assert set(both.joined) == {Role.PROVIDER, Role.CUSTOMER}


def test_coming_twice_keeps_the_first_time() -> None:
    first, _ = join(a_call(), CUSTOMER, START - MINUTE)

    again, _ = join(first, CUSTOMER, START + MINUTE)

    assert again.joined == {Role.CUSTOMER: START - MINUTE}


def test_one_can_come_from_the_ready_window_until_the_end() -> None:
    with pytest.raises(NotStarted):
        join(a_call(), CUSTOMER, START - 5 * MINUTE - timedelta(seconds=1))
    with pytest.raises(SessionOver):
        join(a_call(), CUSTOMER, END)
    assert join(a_call(), CUSTOMER, END - timedelta(seconds=1))


def test_a_policy_of_its_own_opens_it_earlier() -> None:
    call = a_call()
    early = replace(call, policy=replace(call.policy, ready_window=HOUR))

    assert is_open(early, START - HOUR)
    assert not is_open(call, START - HOUR)


@pytest.mark.parametrize(
    "status", [each for each in Status if each not in {Status.CONFIRMED, Status.IN_PROGRESS}]
)
def test_what_is_not_on_is_not_joined(status: Status) -> None:
    with pytest.raises(WrongStatus):
        join(a_call(status), CUSTOMER, START)


def test_a_call_is_missed_when_nobody_came_within_the_grace() -> None:
    assert is_missed(a_call(), START - 5 * MINUTE, START + 15 * MINUTE)
    assert not is_missed(a_call(), START - 5 * MINUTE, START + 15 * MINUTE - MINUTE)


def test_who_was_asked_late_has_the_same_time_to_come() -> None:
    asked = START + 30 * MINUTE

    assert not is_missed(a_call(), asked, START + 40 * MINUTE)
    assert is_missed(a_call(), asked, asked + 15 * MINUTE)


def test_a_visit_is_never_missed_by_itself() -> None:
    assert not is_missed(a_booking(), START, START + HOUR)


def test_what_somebody_came_to_was_not_missed() -> None:
    here, _ = join(a_call(), CUSTOMER, START - MINUTE)

    assert not is_missed(here, START, START + HOUR)


def test_it_ended_as_planned_or_just_now() -> None:
    late = END + 20 * MINUTE

    assert ended(a_call(), End.PLANNED, late) == END
    assert ended(a_call(), End.NOW, late) == late
    assert ended(a_call(), End.NOW, START + 10 * MINUTE) == START + 10 * MINUTE


def test_nothing_ended_in_the_future_or_days_after_its_time() -> None:
    assert ended(a_call(), End.PLANNED, START + MINUTE) == START + MINUTE
    assert ended(a_call(), End.NOW, END + timedelta(days=3)) == END + 6 * HOUR


def test_it_may_have_gone_on_for_some_hours() -> None:
    assert is_just_over(a_call(), END + MINUTE)
    assert not is_just_over(a_call(), END)
    assert not is_just_over(a_call(), END + 6 * HOUR)


def test_it_is_unmarked_from_the_start_until_somebody_says_what_became_of_it() -> None:
    assert is_unmarked(a_call(Status.IN_PROGRESS), END + HOUR)
    assert not is_unmarked(a_call(), START - MINUTE)
    assert not is_unmarked(a_call(Status.COMPLETED), END)


@pytest.mark.parametrize(
    ("end", "morning"),
    [
        ("2026-12-03 16:00", "2026-12-04 09:00"),
        ("2026-12-03 08:30", "2026-12-04 09:00"),
        ("2026-12-03 02:00", "2026-12-03 09:00"),
        ("2026-12-03 03:00", "2026-12-03 09:00"),
        ("2026-12-03 03:30", "2026-12-04 09:00"),
        ("2027-03-27 20:00", "2027-03-28 09:00"),  # clocks go forward
    ],
)
def test_the_next_morning_comes_after_a_night_in_the_provider_s_zone(
    end: str, morning: str
) -> None:
    berlin = ZoneInfo("Europe/Berlin")
    at = datetime.fromisoformat(end).replace(tzinfo=berlin).astimezone(UTC)
    booking = replace(a_call(), zone=berlin, during=Span(at - HOUR, at))

    assert next_morning(booking) == datetime.fromisoformat(morning).replace(tzinfo=berlin)
