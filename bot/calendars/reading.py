"""What a calendar says about when somebody is busy: iCalendar (RFC 5545) to stretches of time.

Free are events that are cancelled or say so themselves (TRANSP). Dates without a time, and times
without a zone, are those of the provider's own zone.
"""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import recurring_ical_events
from icalendar import Calendar, Component, Event

from domain.busy import NAME_LIMIT, Reading, Trouble, Unreadable
from domain.spans import Span, from_epoch, to_epoch
from domain.stretches import Stretch, joined
from domain.wallclock import instant

_END = b"END:VCALENDAR"
_MARK = b"\xef\xbb\xbf"  # that some systems put before UTF-8
_MOST = 20_000
_FREE = {"STATUS": "CANCELLED", "TRANSP": "TRANSPARENT"}


def read(text: bytes, zone: ZoneInfo, within: Span) -> Reading:
    """When the calendar is busy within the span; raises Unreadable for what is no calendar.

    A series that makes no sense is left out, as calendar programs do.
    """
    calendars = _calendars(text.removeprefix(_MARK).strip())
    busy = joined(
        stretch
        for calendar in calendars
        for event in _events(calendar, within)
        for stretch in _blocked(event, zone, within)
    )
    if len(busy) > _MOST:
        raise Unreadable(Trouble.HUGE)
    return Reading(_name(calendars[0]), tuple(busy))


def _calendars(text: bytes) -> list[Calendar]:
    if not text.upper().endswith(_END):  # what was cut short would free the times behind the cut
        raise Unreadable(Trouble.STRANGE)
    try:
        found = Calendar.from_ical(text, multiple=True)
    except (ValueError, IndexError, KeyError, TypeError, AttributeError) as error:
        raise Unreadable(Trouble.STRANGE) from error
    if not found or not all(isinstance(each, Calendar) for each in found):
        raise Unreadable(Trouble.STRANGE)
    return found


def _events(calendar: Calendar, within: Span) -> Iterator[Event]:
    """Each time that each event comes within the span, in no order."""
    parts = calendar.subcomponents
    calendar.subcomponents = [each for each in parts if _makes_sense(each)]
    query = recurring_ical_events.of(calendar, skip_bad_series=True)
    yield from query.between(within.start, within.end)


def _makes_sense(part: Component) -> bool:
    if not isinstance(part, Event):
        return True
    try:
        _ = part.start, part.end
    except ValueError:  # there is no start, or it is no time
        return False
    return True


def _blocked(event: Event, zone: ZoneInfo, within: Span) -> Iterator[Stretch]:
    """What the event blocks of the span; it may be nothing."""
    if any(str(event.get(name, "")).upper() == free for name, free in _FREE.items()):
        return
    start, end = _at(event.start, zone), _at(event.end, zone)
    start, end = max(start, within.start), min(end, within.end)
    if start < end:
        yield to_epoch(start), to_epoch(end)


def _at(when: date | datetime, zone: ZoneInfo) -> datetime:
    if not isinstance(when, datetime):
        return from_epoch(instant(zone, when, 0))
    return when.replace(tzinfo=when.tzinfo or zone).astimezone(UTC)


def _name(calendar: Calendar) -> str:
    name = calendar.get("X-WR-CALNAME") or calendar.get("NAME") or ""
    first = name[0] if isinstance(name, list) else name
    return " ".join(str(first).split())[:NAME_LIMIT]
