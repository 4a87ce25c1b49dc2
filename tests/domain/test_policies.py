"""Until when a booking can be changed."""

from datetime import UTC, datetime, timedelta

from domain.policies import DEFAULT

START = datetime(2026, 12, 1, 9, tzinfo=UTC)
SECOND = timedelta(seconds=1)


def test_cancelling_is_late_within_the_last_day() -> None:
    assert not DEFAULT.cancels_late(START, START - timedelta(hours=24))
    assert DEFAULT.cancels_late(START, START - timedelta(hours=24) + SECOND)


def test_a_booking_can_be_moved_three_times_until_two_hours_before() -> None:
    last = START - timedelta(hours=2)

    assert DEFAULT.can_reschedule(START, 2, last)
    assert not DEFAULT.can_reschedule(START, 3, last)
    assert not DEFAULT.can_reschedule(START, 0, last + SECOND)
