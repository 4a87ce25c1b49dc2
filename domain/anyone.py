"""Any provider of a service: whoever is free at a time, chosen fairly."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from domain.diaries import Diary
from domain.picker import union
from domain.refusals import Refused
from domain.services import Service
from domain.slots import check, free_between
from domain.spans import to_epoch
from domain.wallclock import date_at


@dataclass(frozen=True, slots=True)
class Candidate:
    """A provider that offers the service; `position` is its place in the catalogue."""

    provider_id: int
    position: int
    diary: Diary

    def sessions_on_the_day_of(self, start: datetime) -> int:
        """How many sessions the provider has on the date that its clock shows at the start."""
        return self.diary.count_on(self._date(start))

    def _date(self, start: datetime) -> date:
        return date_at(self.diary.week.zone, to_epoch(start))


def free_with_any(
    candidates: Iterable[Candidate], service: Service, start: int, end: int, now: datetime
) -> list[int]:
    """The starts in [start, end) that any of the providers has free, ascending."""
    return union(free_between(each.diary, service, start, end, now) for each in candidates)


def in_fair_order(
    candidates: Iterable[Candidate], service: Service, start: datetime, now: datetime
) -> list[Candidate]:
    """Those who are free at this start, the one whose turn it is first.

    That is who has the fewest sessions on the provider-local date of the start; of equals who
    stands first in the catalogue, then the lowest id. The others follow in case that one is
    taken meanwhile. Nobody, where nobody is free.
    """
    able = [each for each in candidates if _is_free(each, service, start, now)]
    return sorted(
        able, key=lambda each: (each.sessions_on_the_day_of(start), each.position, each.provider_id)
    )


def _is_free(candidate: Candidate, service: Service, start: datetime, now: datetime) -> bool:
    try:
        check(candidate.diary, service, start, now)
    except Refused:
        return False
    return True
