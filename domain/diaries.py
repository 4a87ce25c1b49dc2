"""A provider's diary: the hours, and all that is in them already; what the slot engine asks."""

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from domain.hours import Week
from domain.stretches import Stretch
from domain.wallclock import dates


class Session(NamedTuple):  # not a dataclass: hundreds are made for each listing
    """A live session, be it held, requested or booked, in epoch seconds.

    `blocked` is it with its buffers. `taken` of its `capacity` seats are not to be had.
    """

    id: int
    service_id: int
    start: int
    end: int
    blocked: Stretch
    capacity: int = 1
    taken: int = 1


@dataclass(frozen=True, slots=True)
class Diary:
    """What decides when a provider can be booked.

    `busy` are times from elsewhere, such as imported calendars: they carry no buffers. Both they
    and the sessions may overlap, in any order. `most_a_day` caps the sessions of all services
    that start on one provider-local date.

    A booking that is being moved neither counts nor blocks: the diary comes without it, and
    without its session where nobody else has a seat in that.
    """

    week: Week
    sessions: tuple[Session, ...] = ()
    busy: tuple[Stretch, ...] = ()
    most_a_day: int | None = None

    def __post_init__(self) -> None:
        if self.most_a_day is not None and self.most_a_day < 1:
            raise ValueError("a day has a session at the least")

    def count_on(self, on: date) -> int:
        """How many sessions start on this provider-local date."""
        lasting = dates(self.week.zone, on, on)
        return sum(
            any(start <= session.start < end for start, end in lasting) for session in self.sessions
        )
