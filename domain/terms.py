"""What a service says, number by number and text by text, as its provider changes it."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta
from enum import StrEnum
from typing import Any, Self

from domain import limits
from domain.limits import Bounds
from domain.refusals import NotFound
from domain.rules import Rules

USUAL_HORIZON = 60  # days
_MINUTE = timedelta(minutes=1)


class Term(StrEnum):
    """A rule that is one number: minutes, for the horizon days, for the last two a count."""

    LENGTH = "l"
    STEP = "s"
    BEFORE = "b"
    AFTER = "a"
    NOTICE = "n"
    HORIZON = "h"
    MOST = "m"  # a day; 0: as many as fit
    SEATS = "c"


class Approval(StrEnum):
    """Who confirms a booking: nobody, or the provider; or as the provider's policy has it."""

    AT_ONCE = "a"
    BY_HAND = "h"
    AS_ABOVE = "p"

    @property
    def clause(self) -> bool | None:
        return {Approval.AT_ONCE: False, Approval.BY_HAND: True}.get(self)

    @classmethod
    def of(cls, clause: bool | None) -> Self:  # as it is kept
        return next(each for each in cls if each.clause is clause)


class Wording(StrEnum):
    """What a service says in words."""

    TITLE = "t"
    DESCRIPTION = "d"

    @property
    def limit(self) -> int:
        """The most characters."""
        return {Wording.TITLE: limits.TITLE, Wording.DESCRIPTION: limits.PROSE}[self]


_FIELDS: Mapping[Term, str] = {
    Term.LENGTH: "duration",
    Term.STEP: "interval",
    Term.BEFORE: "before",
    Term.AFTER: "after",
    Term.NOTICE: "notice",
    Term.HORIZON: "horizon",
    Term.MOST: "most_a_day",
    Term.SEATS: "capacity",
}
_BOUNDS: Mapping[Term, Bounds] = {
    Term.LENGTH: limits.STEP,
    Term.STEP: limits.STEP,
    Term.BEFORE: limits.BUFFER,
    Term.AFTER: limits.BUFFER,
    Term.NOTICE: limits.NOTICE,
    Term.HORIZON: limits.HORIZON,
    Term.MOST: Bounds(0, limits.CAP.most),
    Term.SEATS: limits.CAP,
}


def value_of(rules: Rules, term: Term) -> int:
    """The number as it is."""
    kept = getattr(rules, _FIELDS[term])
    return int(kept / _MINUTE) if isinstance(kept, timedelta) else kept or 0


def with_term(rules: Rules, term: Term, value: int) -> Rules:
    """The rules with another number; raises NotFound for one that is out of bounds."""
    if value not in _BOUNDS[term]:
        raise NotFound
    changes: dict[str, Any] = {_FIELDS[term]: value or None if term is Term.MOST else value}
    if isinstance(getattr(rules, _FIELDS[term]), timedelta):
        changes = {_FIELDS[term]: value * _MINUTE}
    return replace(rules, **changes)


def usual(length: timedelta) -> Rules:
    """What a service is like that says only how long it takes."""
    nothing = timedelta(0)
    return Rules(length, usual_step(length), nothing, nothing, nothing, USUAL_HORIZON)


def usual_step(length: timedelta) -> timedelta:
    """How far apart starts are where nothing is said of it."""
    return min(15 * _MINUTE, length)
