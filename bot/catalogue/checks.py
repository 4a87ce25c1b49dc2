"""What must fit together within a section or between sections, beyond each value by itself."""

from collections.abc import Iterator, Mapping, Sequence

from bot.catalogue.nodes import Plain
from bot.catalogue.notation import WEEKDAYS, Days, minutes_open, written
from bot.catalogue.problems import quoted
from domain.hours import Window

Hours = Mapping[Days, tuple[Window, ...]]


def repeated(sections: Sequence[Plain]) -> Iterator[tuple[int, int]]:
    """Positions of sections whose slug an earlier one has, each with the earlier position."""
    first: dict[str, int] = {}
    for position, section in enumerate(sections):
        slug = section.get("slug") if isinstance(section, dict) else None
        if isinstance(slug, str) and first.setdefault(slug, position) != position:
            yield position, first[slug]


def clashes(hours: Hours) -> Iterator[tuple[str, str]]:
    """Entries of weekly hours that contradict others: the entry's key and a sentence."""
    named: dict[int, Days] = {}
    for days in hours:
        for day in days.numbers:
            if day in named:
                yield days.text, f"{WEEKDAYS[day]} has hours already, in {quoted(named[day].text)}"
            named.setdefault(day, days)
    for day, days in sorted(named.items()):
        after = named.get((day + 1) % 7)
        if after is not None:
            yield from _spilling(days, hours[days], WEEKDAYS[day], hours[after])


def _spilling(
    days: Days, windows: Sequence[Window], weekday: str, next_day: Sequence[Window]
) -> Iterator[tuple[str, str]]:
    for late in windows:
        for early in next_day:
            if early.start < minutes_open(late)[1] - 1440:
                yield (
                    days.text,
                    f"{weekday} {written(late)} runs into {written(early)} of the next day",
                )
