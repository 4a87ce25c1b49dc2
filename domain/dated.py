"""What a provider says of single dates: special hours, more hours, time off, as usual again."""

from dataclasses import dataclass, replace
from datetime import date
from typing import TypeAlias

from domain.hours import Closure, Opening, Override, Week


@dataclass(frozen=True, slots=True)
class AsUsual:
    """The weekly hours count on a date again; time off stays."""

    on: date


Dated: TypeAlias = Closure | Override | Opening | AsUsual


def with_dated(week: Week, said: Dated) -> Week:
    """The week with one more thing said of a date, as it would be planned then."""
    match said:
        case Closure():
            return replace(week, closures=(*week.closures, said))
        case Opening():
            return replace(week, openings=(*week.openings, said))
        case Override():
            return replace(week, overrides=(*_but(week.overrides, said.on), said))
        case AsUsual():
            return replace(
                week,
                overrides=_but(week.overrides, said.on),
                openings=tuple(each for each in week.openings if each.on != said.on),
            )


def _but(overrides: tuple[Override, ...], on: date) -> tuple[Override, ...]:
    return tuple(each for each in overrides if each.on != on)
