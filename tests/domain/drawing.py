"""What properties are tried on: zones of the whole tz database, mostly when a clock is moved.

EXAMPLES in the environment says on how many random cases the slot engine is compared to the slow
reference. Every other property is tried on a hundredth of that, and on 100 at the least.
"""

import os
from datetime import UTC, date, datetime, timedelta
from functools import cache
from itertools import pairwise
from zoneinfo import ZoneInfo, available_timezones

from hypothesis import HealthCheck, settings, strategies as st

DAY = timedelta(days=1)
WEEK = 7 * 86_400
EPOCH_1990 = int(datetime(1990, 1, 1, tzinfo=UTC).timestamp())
ZONES = sorted(available_timezones())
# Changes at or over midnight, by half an hour or by two, and dates that were skipped.
ODD_ZONES = (
    "America/St_Johns",
    "America/Sao_Paulo",
    "America/Asuncion",
    "America/Havana",
    "America/Scoresbysund",
    "Antarctica/Troll",
    "Asia/Beirut",
    "Asia/Gaza",
    "Africa/Cairo",
    "Australia/Lord_Howe",
    "Pacific/Apia",
    "Pacific/Kwajalein",
)

EXAMPLES = int(os.environ.get("EXAMPLES", "500"))

thorough = settings(
    max_examples=max(EXAMPLES // 100, 100),
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],  # the first example scans for changes
)


@cache
def changes(name: str) -> tuple[date, ...]:
    """The dates around which the zone's clock is moved, 1990 to 2035."""
    zone = ZoneInfo(name)
    weeks = range(EPOCH_1990, EPOCH_1990 + 46 * 52 * WEEK, WEEK)
    offsets = [datetime.fromtimestamp(each, zone).utcoffset() for each in weeks]
    return tuple(
        _change(zone, datetime.fromtimestamp(start, UTC)).date()
        for start, (before, after) in zip(weeks, pairwise(offsets), strict=False)
        if before != after
    )


def _change(zone: ZoneInfo, day: datetime) -> datetime:
    """The day on which, or in the 24 hours after which, the offset is no longer the same."""
    offset = day.astimezone(zone).utcoffset()
    while (day + DAY).astimezone(zone).utcoffset() == offset:
        day += DAY
    return day


@st.composite
def zones_and_dates(draw: st.DrawFn) -> tuple[ZoneInfo, date]:
    """A zone, and a date: mostly that of a change of its clock, or near one."""
    name = draw(st.one_of(st.sampled_from(ZONES), st.sampled_from(ODD_ZONES)))
    near = st.sampled_from(changes(name) or (date(2026, 1, 1),))
    far = st.dates(date(1990, 1, 1), date(2035, 12, 31))
    shift = draw(st.one_of(st.just(0), st.integers(-3, 2)))
    return ZoneInfo(name), draw(st.one_of(near, near, near, far)) + shift * DAY
