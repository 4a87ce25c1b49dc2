"""What rules a service can have."""

from datetime import date, timedelta
from zoneinfo import ZoneInfo

import pytest

from domain.rules import Rules
from domain.spans import from_epoch, to_epoch
from tests.domain.making import (
    at,
    rules,
)


class TestRules:
    @pytest.mark.parametrize(("duration", "interval"), [(0, 60), (60, 0), (-60, 60)])
    def test_duration_and_interval_are_positive(self, duration: int, interval: int) -> None:
        with pytest.raises(ValueError, match="positive"):
            rules(duration, interval)

    def test_nothing_is_negative(self) -> None:
        with pytest.raises(ValueError, match="negative"):
            rules(before=-1)
        with pytest.raises(ValueError, match="negative"):
            rules(after=-1)
        with pytest.raises(ValueError, match="negative"):
            rules(notice=timedelta(seconds=-1))
        with pytest.raises(ValueError, match="negative"):
            rules(horizon=-1)

    def test_lengths_are_whole_minutes(self) -> None:
        minute = timedelta(minutes=1)
        with pytest.raises(ValueError, match="whole minutes"):
            Rules(minute * 1.5, minute, minute, minute, minute, 1)

    def test_notice_and_horizon_count_from_the_provider_s_now(self) -> None:
        now = from_epoch(to_epoch(at("Asia/Jakarta", "2026-03-09 01:00")))
        day_ahead = rules(notice=timedelta(hours=24), horizon=2)

        assert day_ahead.earliest(now) == at("Asia/Jakarta", "2026-03-10 01:00")
        assert day_ahead.latest(now, ZoneInfo("Asia/Jakarta")) == date(2026, 3, 11)
