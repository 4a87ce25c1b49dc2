"""A month as keys: a row a week, in the order of the reader's week."""

from collections.abc import Callable
from datetime import date, timedelta

from bot.views import taps
from bot.views.buttons import Button
from bot.views.layout import blank, grid, key, reading
from bot.views.screens import Key, Rows
from bot.views.words import Words


def grid_of(first: date, since: date, cell: Callable[[date], Key], words: Words) -> Rows:
    """The names of the weekdays, then the weeks of the month; those that end before `since` not."""
    lead = (first.weekday() - words.first_weekday) % 7
    cells = [blank(20 + each) for each in range(lead)]
    cells += [cell(on) for on in _dates(first)]
    cells += [blank(30 + each) for each in range(-len(cells) % 7)]
    over = max((since - first).days, 0) + lead
    weeks = grid(cells[over // 7 * 7 :], 7)
    return (weekdays(words), *(reading(words, row) for row in weeks))


def weekdays(words: Words) -> tuple[Key, ...]:
    names = words.weekdays()
    order = [(words.first_weekday + each) % 7 for each in range(7)]
    return reading(words, [key(names[day], taps.Blank(10 + day)) for day in order])


def turns(before: Button | None, label: str, after: Button | None, words: Words) -> Rows:
    """The month before, this one, the month after."""
    row = [
        key(words.label("previous"), before) if before else blank(1),
        key(label, taps.Blank(9)),
        key(words.label("next"), after) if after else blank(2),
    ]
    return (reading(words, row),)


def shifted(first: date, months: int) -> date:
    """The first of a month so many months later."""
    middle = first.replace(day=15) + timedelta(days=30 * months)
    return middle.replace(day=1)


def _dates(first: date) -> list[date]:
    last = shifted(first, 1) - timedelta(days=1)
    return [first + timedelta(days=n) for n in range((last - first).days + 1)]
