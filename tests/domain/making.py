"""Hours and rules with telling defaults, written as people write them."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from domain.hours import Override, Week, Window
from domain.slots import Rules
from domain.spans import from_epoch, to_epoch
from domain.stretches import Stretch

MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY, SATURDAY, SUNDAY = range(7)


def windows(text: str) -> tuple[Window, ...]:
    """As in "09:00-12:00 13:00-17:00"; an empty text is closed."""
    return tuple(Window(*map(_minute, part.split("-"))) for part in text.split())


def daily(zone: str, text: str, *overrides: Override) -> Week:
    """The same hours on every day of the week."""
    return Week(ZoneInfo(zone), (windows(text),) * 7, overrides)


def weekly(zone: str, days: dict[int, str], *overrides: Override) -> Week:
    """Hours on some days of the week, MONDAY to SUNDAY; closed on the others."""
    return Week(ZoneInfo(zone), tuple(windows(days.get(day, "")) for day in range(7)), overrides)


def override(on: str, text: str = "") -> Override:
    return Override(date.fromisoformat(on), windows(text))


def rules(
    duration: int = 60,
    interval: int = 60,
    *,
    before: int = 0,
    after: int = 0,
    notice: timedelta = timedelta(0),
    horizon: int = 365,
) -> Rules:
    """Lengths in minutes, the horizon in days."""
    return Rules(
        timedelta(minutes=duration),
        timedelta(minutes=interval),
        timedelta(minutes=before),
        timedelta(minutes=after),
        notice,
        horizon,
    )


def at(zone: str, text: str) -> datetime:
    """A moment on the zone's wall clock, as in "2026-03-09 09:00"; the first of two."""
    return datetime.fromisoformat(text).replace(tzinfo=ZoneInfo(zone))


def busy(zone: str, start: str, end: str) -> Stretch:
    return to_epoch(at(zone, start)), to_epoch(at(zone, end))


def clock(zone: str, instants: list[int]) -> list[str]:
    """The times that the zone's wall clock shows at these instants."""
    return [from_epoch(each).astimezone(ZoneInfo(zone)).strftime("%H:%M") for each in instants]


def openings(week: Week, first: str, last: str) -> list[str]:
    """The open windows of these dates, as the provider's clock shows them."""
    return [
        " - ".join(
            from_epoch(each).astimezone(week.zone).strftime("%a %d %H:%M %Z") for each in stretch
        )
        for stretch in week.open(date.fromisoformat(first), date.fromisoformat(last))
    ]


def _minute(text: str) -> int:
    hours, minutes = text.split(":")
    return int(hours) * 60 + int(minutes)
