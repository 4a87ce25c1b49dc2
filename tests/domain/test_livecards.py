"""How far ahead a session is said to be, and when its card has something new to say."""

from dataclasses import replace
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from domain.bookings import Status
from domain.livecards import KEPT, STEPS, Ahead, Unit, ahead, is_over, next_due
from tests.domain.test_bookings import START, a_booking

MINUTE, HOUR, DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)
JAKARTA, UTC = ZoneInfo("Asia/Jakarta"), ZoneInfo("UTC")
END = START + HOUR
TODAY, TOMORROW = Ahead(Unit.TODAY), Ahead(Unit.TOMORROW)


@pytest.mark.parametrize(
    ("left", "said"),
    [
        (timedelta(seconds=5), Ahead(Unit.MINUTES, 1)),
        (25 * MINUTE, Ahead(Unit.MINUTES, 25)),
        (45 * MINUTE - timedelta(seconds=10), Ahead(Unit.MINUTES, 45)),
        (HOUR, Ahead(Unit.MINUTES, 60)),
        (HOUR + MINUTE, TODAY),
        (9 * HOUR, TODAY),  # midnight, for the session is at nine
        (9 * HOUR + MINUTE, Ahead(Unit.LESS_THAN_A_DAY)),
        (DAY, Ahead(Unit.LESS_THAN_A_DAY)),
        (DAY + MINUTE, TOMORROW),
        (DAY + 10 * HOUR, Ahead(Unit.DAYS, 2)),
        (13 * DAY, Ahead(Unit.DAYS, 13)),
        (14 * DAY, Ahead(Unit.WEEKS, 2)),
        (20 * DAY, Ahead(Unit.WEEKS, 2)),
    ],
)
def test_what_is_near_is_counted_and_what_is_far_is_rounded(left: timedelta, said: Ahead) -> None:
    assert ahead(START, START - left, UTC) == said


def test_today_is_today_by_the_reader_s_calendar() -> None:
    now = START - 14 * HOUR  # 19:00 in London, 02:00 of the same date in Jakarta

    assert (ahead(START, now, UTC).unit, ahead(START, now, JAKARTA).unit) == (
        Unit.LESS_THAN_A_DAY,
        Unit.TODAY,
    )


def test_the_card_is_due_at_each_step_of_the_countdown_at_the_start_and_at_the_end() -> None:
    assert moments(START - HOUR - MINUTE, END) == [
        *(START - step for step in STEPS[1:]),
        START,
        END,
    ]


def test_the_card_is_due_when_the_reader_s_day_changes() -> None:
    assert moments(START - 2 * DAY, START - HOUR - MINUTE) == [
        datetime(2026, 12, 2, 0, tzinfo=UTC),
        START - DAY,
        datetime(2026, 12, 3, 0, tzinfo=UTC),
    ]


def test_weeks_ahead_it_is_due_once_a_week() -> None:
    now = START - 40 * DAY

    assert moments(now, START - 14 * DAY) == [
        datetime(2026, 10, 30, 0, tzinfo=UTC),  # less than five weeks
        datetime(2026, 11, 6, 0, tzinfo=UTC),
        datetime(2026, 11, 13, 0, tzinfo=UTC),
    ]


def test_each_time_it_is_due_it_says_something_else_and_never_in_between() -> None:
    now = START - 45 * DAY
    for due in moments(now, START):
        for just_before in (due - MINUTE, now):
            if START - due > HOUR:  # minutes are as of the last step
                assert ahead(START, just_before, UTC) == ahead(START, now, UTC)
        assert due == START or ahead(START, due, UTC) != ahead(START, now, UTC)
        now = due


def test_what_is_off_has_nothing_to_count_down() -> None:
    off = a_booking(Status.CANCELLED)

    assert next_due(off, START - 3 * DAY, UTC) == START
    assert next_due(off, START, UTC) == END + KEPT


def test_the_key_to_be_there_comes_when_the_booking_s_policy_opens_the_session() -> None:
    booking = a_booking()
    early = replace(booking, policy=replace(booking.policy, ready_window=8 * MINUTE))

    assert next_due(early, START - 9 * MINUTE, UTC) == START - 8 * MINUTE


def test_what_is_long_over_is_kept_no_longer() -> None:
    assert not is_over(a_booking(), END + KEPT - MINUTE)
    assert is_over(a_booking(), END + KEPT)
    assert next_due(a_booking(), END + KEPT, UTC) == END + KEPT


def moments(now: datetime, last: datetime) -> list[datetime]:
    """When the card is due, one after the other."""
    found = []
    while (now := next_due(a_booking(), now, UTC)) <= last:
        found.append(now)
    return found
