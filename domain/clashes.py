"""Which sessions a change of hours would leave in closed time, before it is made."""

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from enum import StrEnum
from itertools import chain
from zoneinfo import ZoneInfo

from domain.diaries import Session
from domain.hours import Hours, Week
from domain.openings import closed, open_windows
from domain.stretches import Stretch, joined, without
from domain.wallclock import DAY, date_at


class Fate(StrEnum):
    """What becomes of a booking in time that is closed; the values are short, for buttons."""

    KEEP = "k"
    MOVE = "m"  # the customer is asked to choose another time
    CANCEL = "c"


def clashes(
    before: Week, after: Week, sessions: Iterable[Session], own: Mapping[int, Hours]
) -> list[Session]:
    """The sessions that lie, wholly or in part, in time that the change closes; by their start.

    That is time open before and not after, for the service of the session, and time that a
    closure, a day off or a holiday newly covers, whether it was open or not. Buffers may lie in
    closed time. `own` are the own hours of those services that have any, by id.
    """
    found: list[Session] = []
    for service_id, group in _by_service(sessions).items():
        first, last = _dates(before.zone, group)
        hours = own.get(service_id)
        was = open_windows(before, first, last, service_id, hours)
        will_be = open_windows(after, first, last, service_id, hours)
        shut = without(closed(after, first, last), closed(before, first, last))
        found += _meeting(group, joined(chain(without(was, will_be), shut)))
    return sorted(found, key=_by_start)


def clashes_of_service(
    week: Week,
    service_id: int,
    before: Hours | None,
    after: Hours | None,
    sessions: Iterable[Session],
) -> list[Session]:
    """As `clashes`, where a service's own hours change: only its sessions can be concerned."""
    group = _by_service(sessions).get(service_id)
    if not group:
        return []
    first, last = _dates(week.zone, group)
    was = open_windows(week, first, last, service_id, before)
    will_be = open_windows(week, first, last, service_id, after)
    return sorted(_meeting(group, without(was, will_be)), key=_by_start)


def _by_service(sessions: Iterable[Session]) -> dict[int, list[Session]]:
    groups: dict[int, list[Session]] = {}
    for session in sessions:
        groups.setdefault(session.service_id, []).append(session)
    return groups


def _dates(zone: ZoneInfo, sessions: Sequence[Session]) -> tuple[date, date]:
    """Dates on which the sessions lie for certain, though a date may come again."""
    first = date_at(zone, min(each.start for each in sessions))
    return first - DAY, date_at(zone, max(each.end for each in sessions)) + DAY


def _meeting(sessions: Iterable[Session], gone: Sequence[Stretch]) -> list[Session]:
    """The sessions that meet some of the sorted stretches."""
    ends = [end for _, end in gone]

    def meets(session: Session) -> bool:
        at = bisect_right(ends, session.start)
        return at < len(gone) and gone[at][0] < session.end

    return [session for session in sessions if meets(session)]


def _by_start(session: Session) -> tuple[int, int]:
    return session.start, session.id
