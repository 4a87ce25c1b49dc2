"""Reading in a process of its own: the same, but for what would take too long."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.calendars.apart import read_apart
from bot.calendars.reading import read
from domain.busy import Trouble, Unreadable
from domain.spans import Span
from tests.elsewhere import appointment, calendar

JAKARTA = ZoneInfo("Asia/Jakarta")
DECEMBER = Span(datetime(2026, 12, 1, tzinfo=UTC), datetime(2027, 1, 1, tzinfo=UTC))
NOON = datetime(2026, 12, 10, 12, tzinfo=UTC)


async def test_it_reads_what_is_read_here() -> None:
    text = calendar(
        [*appointment(NOON), "RRULE:FREQ=DAILY"], ["DTSTART;VALUE=DATE:20261205"], name="Praxis"
    ).encode()

    assert await read_apart(text, JAKARTA, DECEMBER) == read(text, JAKARTA, DECEMBER)


async def test_trouble_comes_back_as_trouble() -> None:
    with pytest.raises(Unreadable) as refused:
        await read_apart(b"<html>", JAKARTA, DECEMBER)

    assert refused.value.trouble is Trouble.STRANGE


async def test_a_few_lines_that_stand_for_millions_of_events_are_given_up() -> None:
    endless = [*appointment(NOON, timedelta(seconds=1)), "RRULE:FREQ=SECONDLY"]

    with pytest.raises(Unreadable) as refused:
        await read_apart(calendar(endless).encode(), JAKARTA, DECEMBER, seconds=1.5)

    assert refused.value.trouble is Trouble.HUGE
