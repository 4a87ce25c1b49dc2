"""Hours and rules with telling defaults, written as people write them."""

from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from domain.diaries import Diary, Session
from domain.hours import Hours, Override, Week, WeeklyWindow, Window, regular
from domain.money import Money
from domain.openings import open_windows
from domain.rules import Rules
from domain.services import Service, Titles
from domain.slots import free
from domain.spans import from_epoch, to_epoch
from domain.stretches import Stretch

MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY, SATURDAY, SUNDAY = range(7)
LONG_AGO = timedelta(days=3)


def windows(text: str) -> tuple[Window, ...]:
    """As in "09:00-12:00 13:00-17:00"; an empty text is closed."""
    return tuple(Window(*map(_minute, part.split("-"))) for part in text.split())


def daily(zone: str, text: str, *overrides: Override) -> Week:
    """The same hours on every day of the week."""
    return Week(ZoneInfo(zone), regular((windows(text),) * 7), overrides)


def weekly(zone: str, days: dict[int, str], *overrides: Override) -> Week:
    """Hours on some days of the week, MONDAY to SUNDAY; closed on the others."""
    return Week(ZoneInfo(zone), hours(days), overrides)


def hours(days: dict[int, str]) -> Hours:
    return regular(windows(days.get(day, "")) for day in range(7))


def window(weekday: int, text: str, **scope: Any) -> WeeklyWindow:  # noqa: ANN401  # its fields
    """A weekly window; `since` and `until` written as dates are."""
    for name in ("since", "until"):
        if name in scope:
            scope[name] = date.fromisoformat(scope[name])
    return WeeklyWindow(weekday, windows(text)[0], **scope)


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
    most_a_day: int | None = None,
    capacity: int = 1,
    hours: Hours | None = None,
) -> Rules:
    """Lengths in minutes, the horizon in days."""
    return Rules(
        timedelta(minutes=duration),
        timedelta(minutes=interval),
        timedelta(minutes=before),
        timedelta(minutes=after),
        notice,
        horizon,
        most_a_day,
        capacity,
        hours,
    )


def service(rule_set: Rules, number: int = 1) -> Service:
    """A service with these rules; its id is 1, unless said otherwise."""
    return Service(number, Titles({"en": "Haircut"}), rule_set, Money(0, "IDR"))


def session(
    zone: str,
    start: str,
    minutes: int = 60,
    *,
    service_id: int = 1,
    buffer: int = 0,
    capacity: int = 1,
    taken: int = 1,
) -> Session:
    """A session of a service; `buffer` is the minutes blocked before and after it."""
    begins = to_epoch(at(zone, start))
    ends = begins + minutes * 60
    blocked = begins - buffer * 60, ends + buffer * 60
    return Session(0, service_id, begins, ends, blocked, capacity, taken)


def diary(week: Week, *taken: Stretch) -> Diary:
    """A diary with busy times."""
    return Diary(week, busy=taken)


def at(zone: str, text: str) -> datetime:
    """A moment on the zone's wall clock, as in "2026-03-09 09:00"; the first of two."""
    return datetime.fromisoformat(text).replace(tzinfo=ZoneInfo(zone))


def busy(zone: str, start: str, end: str) -> Stretch:
    return to_epoch(at(zone, start)), to_epoch(at(zone, end))


def clock(zone: str, instants: list[int]) -> list[str]:
    """The times that the zone's wall clock shows at these instants."""
    return [from_epoch(each).astimezone(ZoneInfo(zone)).strftime("%H:%M") for each in instants]


def times(
    week: Week, rule_set: Rules, on: str, *taken: Stretch, now: datetime | None = None
) -> list[str]:
    """The free times of a date on the provider's clock, asked three days ahead."""
    day = date.fromisoformat(on)
    asked = now or at(week.zone.key, f"{on} 12:00") - LONG_AGO
    return clock(week.zone.key, free(diary(week, *taken), service(rule_set), day, day, asked))


def openings(week: Week, first: str, last: str, **asked: Any) -> list[str]:  # noqa: ANN401  # for whom
    """The open windows of these dates, as the provider's clock shows them."""
    days = date.fromisoformat(first), date.fromisoformat(last)
    return [
        " - ".join(
            from_epoch(each).astimezone(week.zone).strftime("%a %d %H:%M %Z") for each in stretch
        )
        for stretch in open_windows(week, *days, **asked)
    ]


def _minute(text: str) -> int:
    hours, minutes = text.split(":")
    return int(hours) * 60 + int(minutes)
