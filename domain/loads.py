"""How full it is: sessions a day against their caps, and seats left in group sessions.

Rules 9 and 10 of the slot rules. Live sessions count, and so do holds and requests.
"""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence

from domain.diaries import Diary
from domain.services import Service
from domain.spans import SECOND
from domain.stretches import Stretch
from domain.wallclock import DAY, calendar, date_at


def seats(diary: Diary, service: Service) -> dict[int, int]:
    """The seats left in the group sessions of a service, by start; 0 where there are none.

    At a free start that is not among these a new session begins, with all of its capacity.
    A session has the seats that both it and the service grant, should these differ by now.
    """
    capacity = service.rules.capacity
    if capacity == 1:
        return {}
    length = service.rules.duration // SECOND
    left: dict[int, int] = {}
    for each in diary.sessions:
        if each.service_id == service.id and each.end - each.start == length:
            granted = max(min(capacity, each.capacity) - each.taken, 0)
            left[each.start] = max(granted, left.get(each.start, 0))
    return left


def seats_to_join(diary: Diary, service: Service, blocked: Sequence[Stretch]) -> dict[int, int]:
    """Those of the `seats` that can be had: some are left, and nothing else meets the session.

    `blocked` are the sessions and all busy times of the diary.
    """
    left = {start: seats for start, seats in seats(diary, service).items() if seats}
    if not left:
        return {}
    length = service.rules.duration // SECOND
    ahead = length + service.rules.after // SECOND
    behind = service.rules.before // SECOND
    itself = Counter(
        each.start
        for each in diary.sessions
        if each.service_id == service.id and each.end - each.start == length
    )
    begins = sorted(start for start, end in blocked if start < end)
    ends = sorted(end for start, end in blocked if start < end)

    def meets(at: int) -> int:
        """How many of the blocked times a session at this start meets with its buffers."""
        return bisect_left(begins, at + ahead) - bisect_right(ends, at - behind)

    return {start: seats for start, seats in left.items() if meets(start) == itself[start]}


def full(diary: Diary, service: Service, start: int, end: int) -> list[Stretch]:
    """The provider-local dates around [start, end) on which no more session may start, sorted."""
    caps = [
        (most, starts)
        for most, starts in (
            (diary.most_a_day, sorted(each.start for each in diary.sessions)),
            (service.rules.most_a_day, _of(diary, service)),
        )
        if most is not None and len(starts) >= most
    ]
    if not caps:
        return []
    zone = diary.week.zone
    # Sorted, and a day more: where a date comes again, the one after it was there before.
    first, last = sorted((date_at(zone, start), date_at(zone, end - 1)))
    days = calendar(zone, first - DAY, last + DAY)
    return sorted(
        {
            stretch
            for most, starts in caps
            for _, lasting in days
            if _count(starts, lasting) >= most
            for stretch in lasting
        }
    )


def _of(diary: Diary, service: Service) -> list[int]:
    return sorted(each.start for each in diary.sessions if each.service_id == service.id)


def _count(starts: Sequence[int], lasting: Iterable[Stretch]) -> int:
    """How many of the ascending starts lie in the stretches."""
    return sum(bisect_left(starts, end) - bisect_left(starts, start) for start, end in lasting)
