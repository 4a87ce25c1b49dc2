"""Which sessions a change of hours would leave in closed time."""

from dataclasses import replace
from datetime import date

from domain.clashes import clashes, clashes_of_service
from domain.diaries import Session
from domain.hours import Closure, Override, Week
from tests.domain.making import TUESDAY, daily, hours, override, session, window

RIYADH = "Asia/Riyadh"
OFFICE = daily(RIYADH, "09:00-17:00")
MORNING = session(RIYADH, "2026-03-10 09:00")
NOON = session(RIYADH, "2026-03-10 12:30")
EVENING = session(RIYADH, "2026-03-10 19:00")  # a walk-in outside the hours
NEXT_DAY = session(RIYADH, "2026-03-11 09:00")
ALL = (NEXT_DAY, EVENING, NOON, MORNING)
TENTH = date(2026, 3, 10)


def inside(after: Week) -> list[Session]:
    return clashes(OFFICE, after, ALL, {})


def test_where_nothing_changes_nothing_clashes() -> None:
    assert inside(OFFICE) == []


def test_part_of_a_day_blocked_concerns_the_sessions_it_meets() -> None:
    afternoon = Closure(TENTH, TENTH, 13 * 60, 17 * 60)

    assert inside(replace(OFFICE, closures=(afternoon,))) == [NOON]


def test_a_session_that_only_touches_stays_out() -> None:
    early = Closure(TENTH, TENTH, 0, 9 * 60)

    assert inside(replace(OFFICE, closures=(early,))) == []


def test_time_off_concerns_sessions_outside_the_hours_too_by_their_start() -> None:
    assert inside(replace(OFFICE, closures=(Closure(TENTH, TENTH),))) == [MORNING, NOON, EVENING]


def test_so_do_days_off_and_holidays() -> None:
    assert inside(replace(OFFICE, overrides=(Override(TENTH),))) == [MORNING, NOON, EVENING]
    assert inside(replace(OFFICE, holidays=(TENTH,))) == [MORNING, NOON, EVENING]


def test_special_hours_concern_what_was_open_and_is_not_any_more() -> None:
    special = override("2026-03-10", "10:00-13:00")

    assert inside(replace(OFFICE, overrides=(special,))) == [MORNING, NOON]


def test_shorter_weekly_hours_concern_every_week() -> None:
    assert inside(daily(RIYADH, "09:30-17:00")) == [MORNING, NEXT_DAY]


def test_longer_hours_concern_nobody() -> None:
    assert inside(daily(RIYADH, "08:00-22:00")) == []


def test_what_was_closed_before_is_no_news() -> None:
    off = replace(OFFICE, closures=(Closure(TENTH, TENTH),))
    longer = replace(OFFICE, closures=(Closure(TENTH, date(2026, 3, 11)),))

    assert clashes(off, longer, ALL, {}) == [NEXT_DAY]


def test_hours_of_one_service_concern_its_sessions_alone() -> None:
    own = window(TUESDAY, "18:00-21:00", service_id=1)
    other = EVENING._replace(service_id=2)
    before = replace(OFFICE, regular=(*OFFICE.regular, own))

    assert clashes(before, OFFICE, (EVENING, other), {}) == [EVENING]


def test_what_a_service_s_own_hours_leave_out_was_not_open() -> None:
    mornings = hours({TUESDAY: "09:00-12:00"})

    assert clashes(OFFICE, daily(RIYADH, "09:30-11:00"), ALL, {1: mornings}) == [MORNING]


def test_a_service_s_own_hours_changed_concern_its_sessions() -> None:
    other = NOON._replace(service_id=2)
    mornings = hours({TUESDAY: "09:00-12:00"})

    assert clashes_of_service(OFFICE, 1, None, mornings, (NOON, other, MORNING)) == [NOON]
    assert clashes_of_service(OFFICE, 1, mornings, None, (NOON, other, MORNING)) == []
    assert clashes_of_service(OFFICE, 3, None, mornings, ALL) == []


def test_a_session_over_midnight_clashes_with_the_day_it_ends_on() -> None:
    nights = daily(RIYADH, "20:00-03:00")
    late = session(RIYADH, "2026-03-09 23:30")

    assert clashes(nights, replace(nights, holidays=(TENTH,)), (late,), {}) == [late]
