"""Reminders: which lie ahead, and which are better not sent late."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from domain.reminders import DEFAULT_LEADS, Reminder, is_lead, plan, still_useful

START = datetime(2026, 3, 9, 12, tzinfo=UTC)
MINUTE, HOUR, DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)


def test_by_default_people_are_reminded_a_day_an_hour_and_a_quarter_before() -> None:
    assert plan(START, START - 2 * DAY) == (
        Reminder(DAY, START - DAY),
        Reminder(HOUR, START - HOUR),
        Reminder(15 * MINUTE, START - 15 * MINUTE),
    )


def test_the_first_one_due_comes_first_whatever_the_order_of_the_leads() -> None:
    planned = plan(START, START - 9 * DAY, [HOUR, 3 * DAY, 5 * MINUTE])

    assert [reminder.lead for reminder in planned] == [3 * DAY, HOUR, 5 * MINUTE]


def test_a_lead_named_twice_counts_once() -> None:
    assert len(plan(START, START - DAY, [HOUR, 60 * MINUTE])) == 1


def test_a_reminder_that_is_due_already_is_not_made() -> None:
    planned = plan(START, START - HOUR, DEFAULT_LEADS)

    assert [reminder.lead for reminder in planned] == [15 * MINUTE]


def test_a_day_before_is_24_hours_even_when_the_clock_changes() -> None:
    berlin = ZoneInfo("Europe/Berlin")
    start = datetime(2026, 3, 29, 12, tzinfo=berlin)  # clocks went forward in the night

    [reminder] = plan(start, start - 3 * DAY, [DAY])

    assert reminder.due.astimezone(berlin).hour == 11


def test_leads_reach_from_five_minutes_to_thirty_days() -> None:
    assert is_lead(5 * MINUTE)
    assert is_lead(30 * DAY)
    assert not is_lead(5 * MINUTE - timedelta(seconds=1))
    assert not is_lead(30 * DAY + timedelta(seconds=1))
    with pytest.raises(ValueError, match="5 minutes"):
        plan(START, START - DAY, [MINUTE])


def test_a_reminder_on_time_is_useful() -> None:
    assert still_useful(DAY, START, START - DAY, DEFAULT_LEADS)


def test_a_late_reminder_is_useful_until_a_shorter_one_is_due() -> None:
    due = START - HOUR

    assert still_useful(DAY, START, due - timedelta(seconds=1), DEFAULT_LEADS)
    assert not still_useful(DAY, START, due, DEFAULT_LEADS)


def test_a_day_s_reminder_is_pointless_twenty_minutes_before() -> None:
    now = START - 20 * MINUTE

    assert [lead for lead in DEFAULT_LEADS if still_useful(lead, START, now, DEFAULT_LEADS)] == [
        HOUR,
        15 * MINUTE,
    ]


def test_only_one_of_several_late_reminders_is_useful() -> None:
    now = START - MINUTE

    assert [lead for lead in DEFAULT_LEADS if still_useful(lead, START, now, DEFAULT_LEADS)] == [
        15 * MINUTE
    ]


def test_nothing_is_useful_once_the_session_has_started() -> None:
    assert not still_useful(15 * MINUTE, START, START, [15 * MINUTE])
