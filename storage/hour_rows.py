"""Hours as they are stored and as values.

JSON arrays, whether a column holds them or a query makes them: minutes, then dates or null.
"""

from collections.abc import Sequence
from datetime import date
from typing import Any

from domain.hours import Closure, Hours, Opening, Override, WeeklyWindow, Window


def weekly_window(stored: Sequence[Any]) -> WeeklyWindow:
    weekday, start, end, since, until, *service_id = stored
    return WeeklyWindow(
        weekday,
        Window(start, end),
        _date(since) or date.min,
        _date(until) or date.max,
        service_id[0] if service_id else None,
    )


def own_hours(stored: Sequence[Sequence[Any]] | None) -> Hours | None:
    """A service's own hours; None where it has none."""
    return None if stored is None else tuple(map(weekly_window, stored))


def stored_own_hours(hours: Hours | None) -> list[list[Any]] | None:
    if hours is None:
        return None
    return [
        [
            each.weekday,
            each.window.start,
            each.window.end,
            each.since.isoformat() if each.since > date.min else None,
            each.until.isoformat() if each.until < date.max else None,
        ]
        for each in hours
    ]


def weekly_row(each: WeeklyWindow) -> dict[str, Any]:
    return {
        "weekday": each.weekday,
        "start_minute": each.window.start,
        "end_minute": each.window.end,
        "valid_from": each.since if each.since > date.min else None,
        "valid_until": each.until if each.until < date.max else None,
        "service_id": each.service_id,
    }


def override(stored: Sequence[Any]) -> Override:
    on, windows = stored
    return Override(date.fromisoformat(on), tuple(Window(start, end) for start, end in windows))


def override_row(each: Override) -> dict[str, Any]:
    return {"on_date": each.on, "windows": [[each.start, each.end] for each in each.windows]}


def opening(stored: Sequence[Any]) -> Opening:
    on, start, end = stored
    return Opening(date.fromisoformat(on), Window(start, end))


def closure(stored: Sequence[Any]) -> Closure:
    first, last, start, end, reason = stored
    return Closure(date.fromisoformat(first), date.fromisoformat(last), start, end, reason)


def _date(stored: str | None) -> date | None:
    return date.fromisoformat(stored) if stored else None
