"""One question to a calendar elsewhere, and its answer."""

from dataclasses import replace
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.calendars.apart import read_apart
from bot.calendars.fetching import Fetcher
from domain.busy import Answer, BusyFeed, Unchanged, Unreadable
from domain.spans import Span


async def ask(
    fetcher: Fetcher, feed: BusyFeed, zone: ZoneInfo, within: Span, now: datetime
) -> Answer:
    """When the calendar is busy within the span, for a provider in this zone; or why it is mute."""
    try:
        page = await fetcher.fetch(feed.address, feed.known(now))
        if page.text is None:
            return Unchanged(page.marks)
        reading = await read_apart(page.text, zone, within)
    except Unreadable as error:
        return error.trouble
    return replace(reading, marks=page.marks)
