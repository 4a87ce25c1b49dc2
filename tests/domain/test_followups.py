"""Follow-ups: what can be planned, by when, and when the provider hears of it."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from domain.bookings import Status
from domain.followups import (
    FURTHEST,
    TEXT_LIMIT,
    FollowUp,
    State,
    Task,
    check,
    check_due,
    reminded_at,
    shortcuts,
)
from domain.refusals import NotFound, NoWords, TextTooLong, WrongStatus
from tests.domain.test_bookings import a_booking

TODAY = date(2026, 12, 1)
DAY = timedelta(days=1)
DONE = a_booking(Status.COMPLETED)


def test_only_own_words_are_kept() -> None:
    assert check(DONE, Task.REPORT, "left over") == ""
    assert check(DONE, Task.OWN, " Call back ") == "Call back"


def test_own_words_are_not_empty_and_not_too_long() -> None:
    with pytest.raises(NoWords):
        check(DONE, Task.OWN, "  ")
    with pytest.raises(TextTooLong):
        check(DONE, Task.OWN, "x" * (TEXT_LIMIT + 1))


def test_there_is_something_to_do_only_after_a_session() -> None:
    with pytest.raises(WrongStatus):
        check(a_booking(), Task.REPORT, "")


@pytest.mark.parametrize("due", [TODAY - DAY, TODAY, TODAY + FURTHEST + DAY, date.max])
def test_a_due_date_lies_from_tomorrow_to_a_year_ahead(due: date) -> None:
    check_due(TODAY + DAY, TODAY)
    check_due(TODAY + FURTHEST, TODAY)
    with pytest.raises(NotFound):
        check_due(due, TODAY)


def test_the_reminder_comes_at_nine_by_the_provider_s_clock() -> None:
    winter, summer = date(2026, 3, 28), date(2026, 3, 29)
    berlin = ZoneInfo("Europe/Berlin")

    assert reminded_at(winter, berlin) == datetime(2026, 3, 28, 8, tzinfo=UTC)
    assert reminded_at(summer, berlin) == datetime(2026, 3, 29, 7, tzinfo=UTC)


def test_what_is_open_after_its_date_is_overdue() -> None:
    planned = FollowUp(1, 1, Task.REPORT, "", TODAY, 1)

    assert not planned.is_overdue(TODAY)
    assert planned.is_overdue(TODAY + DAY)
    assert not FollowUp(1, 1, Task.REPORT, "", TODAY, 1, State.DONE).is_overdue(TODAY + DAY)


def test_the_shortcuts_can_all_be_chosen() -> None:
    for due in shortcuts(TODAY):
        check_due(due, TODAY)
