"""Checking one start: granted, or the reason why not."""

from datetime import UTC, date, datetime, timedelta

import pytest

from domain.refusals import OutsideHours, Refused, SlotTaken, TooLate, TooSoon
from domain.slots import check, is_offered
from domain.spans import Span, to_epoch
from domain.stretches import Stretch
from tests.domain.making import (
    LONG_AGO,
    at,
    busy,
    daily,
    diary,
    rules,
    service,
)


class TestCheck:
    WEEK = daily("Asia/Jakarta", "09:00-12:00")
    NOW = at("Asia/Jakarta", "2026-03-09 06:00")
    RULES = rules(notice=timedelta(hours=4), horizon=7)

    def answer(self, start: str, *taken: Stretch) -> Span:
        return check(
            diary(self.WEEK, *taken), service(self.RULES), at("Asia/Jakarta", start), self.NOW
        )

    def test_what_is_taken_is_offered_and_what_is_closed_is_not(self) -> None:
        begin = to_epoch(at("Asia/Jakarta", "2026-03-09 11:00"))
        taken = diary(self.WEEK, (begin, begin + 3600))

        def offered(start: str) -> bool:
            wanted = at("Asia/Jakarta", start)
            return is_offered(taken, service(self.RULES), wanted, self.NOW)

        assert offered("2026-03-09 10:00")
        assert offered("2026-03-09 11:00")
        assert not offered("2026-03-09 12:00")

    def test_a_free_start_becomes_a_session(self) -> None:
        assert self.answer("2026-03-09 10:00") == Span(
            datetime(2026, 3, 9, 3, tzinfo=UTC), datetime(2026, 3, 9, 4, tzinfo=UTC)
        )

    def test_a_start_within_the_notice_is_told_the_earliest(self) -> None:
        with pytest.raises(TooSoon) as refused:
            self.answer("2026-03-09 09:00")

        assert refused.value.earliest == datetime(2026, 3, 9, 3, tzinfo=UTC)

    def test_a_start_beyond_the_horizon_is_told_the_latest_date(self) -> None:
        with pytest.raises(TooLate) as refused:
            self.answer("2026-03-17 09:00")

        assert refused.value.latest == date(2026, 3, 16)

    @pytest.mark.parametrize("start", ["2026-03-10 08:00", "2026-03-10 11:30", "2026-03-10 12:00"])
    def test_a_start_outside_the_windows_is_refused(self, start: str) -> None:
        with pytest.raises(OutsideHours):
            self.answer(start)

    @pytest.mark.parametrize(
        "start", ["2026-03-10 10:15", "2026-03-10 10:00:01", "2026-03-10 10:00:00.000001"]
    )
    def test_a_start_off_the_grid_is_refused(self, start: str) -> None:
        with pytest.raises(OutsideHours):
            self.answer(start)

    def test_a_start_that_somebody_has_is_refused(self) -> None:
        with pytest.raises(SlotTaken):
            self.answer(
                "2026-03-10 10:00", busy("Asia/Jakarta", "2026-03-10 10:30", "2026-03-10 10:45")
            )

    def test_outside_the_hours_nobody_is_told_who_is_busy(self) -> None:
        with pytest.raises(OutsideHours):
            self.answer(
                "2026-03-10 20:00", busy("Asia/Jakarta", "2026-03-10 20:00", "2026-03-10 21:00")
            )

    @pytest.mark.parametrize("start", ["0001-01-01", "9999-12-31T23:59:59"])
    def test_forged_dates_are_refused_like_others(self, start: str) -> None:
        with pytest.raises(Refused):
            check(diary(self.WEEK), service(self.RULES), at("UTC", start), self.NOW)

    def test_a_session_across_the_monday_that_renews_the_grid_is_granted(self) -> None:
        start = at("Asia/Riyadh", "2026-03-15 23:00")

        session = check(
            diary(daily("Asia/Riyadh", "00:00-24:00")),
            service(rules(120)),
            start,
            start - LONG_AGO,
        )

        assert session.end == at("Asia/Riyadh", "2026-03-16 01:00")

    def test_a_start_in_the_repeated_hour_is_checked_as_the_instant_it_is(self) -> None:
        week = daily("America/New_York", "00:00-03:00")
        now = at("America/New_York", "2026-10-30 12:00")
        first = at("America/New_York", "2026-11-01 01:00")
        second = first.replace(fold=1)
        taken = diary(week, (to_epoch(first), to_epoch(first) + 3600))

        with pytest.raises(SlotTaken):
            check(taken, service(rules()), first, now)
        assert check(taken, service(rules()), second, now).start == second.astimezone(UTC)
