"""What applies to a booking once it is made: until when it can be changed, and how long one waits.

A policy is laid down by the organization, changed by its providers and for single services, and
taken over into each booking when it is made: what a customer has agreed to does not change later.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields, replace
from datetime import datetime, timedelta
from enum import StrEnum

from domain.limits import DAY, Bounds
from domain.refusals import NotFound

_MINUTE, _HOUR = timedelta(minutes=1), timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class Policy:
    """All times are lengths before or after the start of a session.

    `cancel_window`: a customer's cancellation is late within it, though possible.
    `reschedule_window`: a customer may not move a booking within it.
    `reschedules`: how often a customer may move one booking.
    `no_show_grace`: a session that nobody has joined so long after its start was missed.
    `ready_window`: how long before the start one may say that one is there.
    `room_before`, `room_after`: the session room is open from before the start to after the end.
    `transcripts`: how long after the end what was said in the room is kept.
    `most_active`: bookings that are not over which a customer may have with an organization.
    `hold`: how long a time is kept for a customer who looks it over.
    `approval`: the provider confirms each request by hand.
    """

    cancel_window: timedelta = 24 * _HOUR
    reschedule_window: timedelta = 2 * _HOUR
    reschedules: int = 3
    no_show_grace: timedelta = 15 * _MINUTE
    ready_window: timedelta = 5 * _MINUTE
    room_before: timedelta = 15 * _MINUTE
    room_after: timedelta = 30 * _MINUTE
    transcripts: timedelta = 90 * 24 * _HOUR
    most_active: int = 5
    hold: timedelta = 5 * _MINUTE
    approval: bool = False

    def cancels_late(self, start: datetime, now: datetime) -> bool:
        """Whether a customer who cancels now does so late."""
        return now > start - self.cancel_window

    def can_reschedule(self, start: datetime, moved: int, now: datetime) -> bool:
        """Whether a customer who has moved the booking so often may do so now once more."""
        return now <= start - self.reschedule_window and moved < self.reschedules


DEFAULT = Policy()


@dataclass(frozen=True, slots=True)
class Clauses:
    """What one of the levels lays down, as in `Policy`; None: as the level above says."""

    cancel_window: timedelta | None = None
    reschedule_window: timedelta | None = None
    reschedules: int | None = None
    no_show_grace: timedelta | None = None
    ready_window: timedelta | None = None
    room_before: timedelta | None = None
    room_after: timedelta | None = None
    transcripts: timedelta | None = None
    most_active: int | None = None
    hold: timedelta | None = None
    approval: bool | None = None


NOTHING_LAID_DOWN = Clauses()


class Level(StrEnum):
    """Who lays down what applies, the broadest first."""

    ORGANIZATION = "o"
    PROVIDER = "p"
    SERVICE = "s"


class Clause(StrEnum):
    """One number of a policy: minutes, except for two that count and one that is yes (1) or no."""

    APPROVAL = "v"
    CANCEL = "c"
    MOVE = "m"
    MOVES = "n"
    ACTIVE = "k"
    HOLD = "h"
    GRACE = "g"
    READY = "r"
    OPENS = "b"
    CLOSES = "a"
    KEEPS = "t"

    @property
    def is_count(self) -> bool:
        return self in {Clause.MOVES, Clause.ACTIVE}

    @property
    def is_yes_or_no(self) -> bool:
        return self is Clause.APPROVAL


_FIELDS: Mapping[Clause, str] = {
    Clause.APPROVAL: "approval",
    Clause.CANCEL: "cancel_window",
    Clause.MOVE: "reschedule_window",
    Clause.MOVES: "reschedules",
    Clause.GRACE: "no_show_grace",
    Clause.READY: "ready_window",
    Clause.OPENS: "room_before",
    Clause.CLOSES: "room_after",
    Clause.KEEPS: "transcripts",
    Clause.ACTIVE: "most_active",
    Clause.HOLD: "hold",
}
BOUNDS: Mapping[Clause, Bounds] = {
    Clause.APPROVAL: Bounds(0, 1),
    Clause.CANCEL: Bounds(0, 30 * DAY),
    Clause.MOVE: Bounds(0, 30 * DAY),
    Clause.MOVES: Bounds(0, 100),
    Clause.GRACE: Bounds(5, DAY),
    Clause.READY: Bounds(0, 60),
    Clause.OPENS: Bounds(0, DAY),
    Clause.CLOSES: Bounds(0, DAY),
    Clause.KEEPS: Bounds(DAY, 3650 * DAY),
    Clause.ACTIVE: Bounds(1, 1000),
    Clause.HOLD: Bounds(1, 60),
}


def applying(policy: Policy, *levels: Clauses) -> Policy:
    """The policy as the levels change it, the broadest first: what a later one says counts."""
    for level in levels:
        said = {each.name: getattr(level, each.name) for each in fields(level)}
        policy = replace(policy, **{name: what for name, what in said.items() if what is not None})
    return policy


@dataclass(frozen=True, slots=True)
class Said:
    """What somebody lays down."""

    name: str
    clauses: Clauses


def said_by(clause: Clause, levels: Sequence[Said]) -> str:
    """Who of the levels, the broadest first, has the last word on a clause; empty for nobody."""
    names = (each.name for each in reversed(levels) if number(each.clauses, clause) is not None)
    return next(names, "")


def number(laid_down: Policy | Clauses, clause: Clause) -> int | None:
    """A clause as a number; None where this level does not lay it down."""
    value = getattr(laid_down, _FIELDS[clause])
    if isinstance(value, timedelta):
        return int(value / _MINUTE)
    return None if value is None else int(value)


def with_clause(clauses: Clauses, clause: Clause, value: int) -> Clauses:
    """The clauses with another number; raises NotFound for one that is out of bounds."""
    if value not in BOUNDS[clause]:
        raise NotFound
    if clause.is_yes_or_no:
        return _with(clauses, clause, bool(value))
    return _with(clauses, clause, value if clause.is_count else value * _MINUTE)


def without_clause(clauses: Clauses, clause: Clause) -> Clauses:
    """The clauses, one of them left to the level above."""
    return _with(clauses, clause, None)


def _with(clauses: Clauses, clause: Clause, value: int | timedelta | None) -> Clauses:
    return replace(clauses, **{_FIELDS[clause]: value})  # type: ignore[arg-type]  # by its own name
