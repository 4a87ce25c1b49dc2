"""When a service is offered: at hours of its own, or whenever the provider is open."""

from bot.usecases.services import Look
from bot.views import taps
from bot.views.layout import column, key
from bot.views.screens import Screen
from bot.views.services import hours_said, title_of
from bot.views.taps import OwnHours
from bot.views.words import Words
from domain.hours import Hours, Window, regular
from domain.wallclock import MINUTES_A_DAY

_NOON, _EVENING = 12 * 60, 17 * 60
_PARTS = {
    OwnHours.MORNING: Window(0, _NOON),
    OwnHours.AFTERNOON: Window(_NOON, _EVENING),
    OwnHours.EVENING: Window(_EVENING, MINUTES_A_DAY),
}


def hours_of(chosen: OwnHours, words: Words) -> Hours | None:
    """The hours that a key stands for; the days of a weekend are those of the reader."""
    whole = Window(0, MINUTES_A_DAY)
    match chosen:
        case OwnHours.ANY:
            return None
        case OwnHours.WORKDAYS:
            return regular((whole,) if day in words.workdays else () for day in range(7))
        case OwnHours.WEEKEND:
            return regular(() if day in words.workdays else (whole,) for day in range(7))
        case _:
            return regular([(_PARTS[chosen],)] * 7)


def choose(seen: Look, words: Words) -> Screen:
    """Usual hours to choose from; others are written."""
    ids = seen.provider.id, seen.kept.id
    lines = [
        words.say("own-service-title", title=title_of(seen, words), provider=seen.provider.name),
        words.say("service-hours-ask"),
        "",
        *(words.plain(line) for line in hours_said(seen, words)),
    ]
    keys = (
        key(words.label(f"service-hours-{each.name.lower()}"), taps.SetServiceHours(*ids, each))
        for each in OwnHours
    )
    back = key(words.label("back"), taps.ShowRules(*ids))
    return Screen("\n".join(lines), (*column(keys), (back,)))
