"""Spans: half-open, in UTC, never empty."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from domain.spans import Span, from_epoch, to_epoch, utc

BERLIN = ZoneInfo("Europe/Berlin")
NOON = datetime(2026, 3, 9, 12, tzinfo=UTC)
HOUR = timedelta(hours=1)


def test_an_hour_is_an_hour_on_the_night_clocks_go_forward() -> None:
    before = datetime(2026, 3, 29, 1, 30, tzinfo=BERLIN)

    assert Span.lasting(before, HOUR).end.astimezone(BERLIN).hour == 3


def test_a_span_is_kept_in_utc() -> None:
    span = Span(datetime(2026, 7, 1, 9, tzinfo=BERLIN), datetime(2026, 7, 1, 10, tzinfo=BERLIN))

    assert (span.start.tzinfo, span.start.hour) == (UTC, 7)


def test_spans_that_only_touch_do_not_overlap() -> None:
    assert not Span.lasting(NOON, HOUR).overlaps(Span.lasting(NOON + HOUR, HOUR))
    assert not Span.lasting(NOON + HOUR, HOUR).overlaps(Span.lasting(NOON, HOUR))


def test_spans_that_share_a_moment_overlap() -> None:
    assert Span.lasting(NOON, HOUR).overlaps(Span.lasting(NOON + HOUR / 2, HOUR))


def test_a_span_covers_itself_but_nothing_that_sticks_out() -> None:
    span = Span.lasting(NOON, HOUR)

    assert span.covers(span)
    assert not span.covers(Span.lasting(NOON, HOUR * 2))
    assert not span.covers(Span(NOON - HOUR, NOON + HOUR))


def test_spans_are_ordered_by_their_start() -> None:
    early, late = Span.lasting(NOON, HOUR * 9), Span.lasting(NOON + HOUR, HOUR)

    assert sorted([late, early]) == [early, late]


@pytest.mark.parametrize("length", [timedelta(0), -HOUR])
def test_a_span_is_never_empty(length: timedelta) -> None:
    with pytest.raises(ValueError, match="empty"):
        Span.lasting(NOON, length)


def test_a_span_refuses_a_time_without_a_zone() -> None:
    naive = NOON.replace(tzinfo=None)

    with pytest.raises(ValueError, match="aware"):
        Span(naive, NOON)
    with pytest.raises(ValueError, match="aware"):
        Span.lasting(naive, HOUR)


def test_epoch_seconds_are_rounded_down() -> None:
    assert to_epoch(datetime(1970, 1, 1, 1, 0, 1, 900_000, tzinfo=UTC)) == 3601
    assert to_epoch(datetime(1969, 12, 31, 23, 59, 59, 900_000, tzinfo=UTC)) == -1


def test_epoch_seconds_lead_back_to_the_instant() -> None:
    assert from_epoch(to_epoch(NOON.astimezone(BERLIN))) == NOON


def test_the_process_s_own_zone_is_never_read() -> None:
    with pytest.raises(ValueError, match="aware"):
        utc(datetime(2026, 3, 9, 12))  # noqa: DTZ001  # a naive datetime is what is refused here
