"""Times of day to choose from, as keys: the full hours, or those a quarter past, and so on."""

from collections.abc import Callable

from bot.views.buttons import Button
from bot.views.layout import blank, grid, key, marked, reading
from bot.views.screens import Rows
from bot.views.words import Words
from domain.wallclock import MINUTES_A_DAY

_HOUR = 60
_QUARTERS = (0, 15, 30, 45)
_WIDTH = 4


def starts(
    first: int,
    last: int,
    offset: int,
    pick: Callable[[int], Button],
    turn: Callable[[int], Button],
    words: Words,
) -> Rows:
    """Minutes from `first` to before `last`, `offset` after the full hours; below, other offsets.

    `pick` makes the button of a minute, `turn` the one of another offset.
    """
    minutes = (each for each in range(offset, MINUTES_A_DAY, _HOUR) if first <= each < last)
    return _rows({each: pick(each) for each in minutes}, offset, turn, words)


def ends(
    start: int,
    last: int,
    offset: int,
    pick: Callable[[int], Button],
    turn: Callable[[int], Button],
    words: Words,
) -> Rows:
    """Minutes after `start` to `last`; what lies after midnight is told apart.

    `pick` gets minutes of the day it ends on: those after midnight begin at 0 again.
    """
    minutes = (each for each in range(offset, 2 * MINUTES_A_DAY, _HOUR) if start < each <= last)
    picks = {
        each: pick(each if each <= MINUTES_A_DAY else each - MINUTES_A_DAY) for each in minutes
    }
    return _rows(picks, offset, turn, words)


def quarter(offset: int) -> int:
    """The offset of a button that may be forged."""
    return offset % _HOUR


def _rows(
    picks: dict[int, Button], offset: int, turn: Callable[[int], Button], words: Words
) -> Rows:
    """Full rows, so that all keys are of one width."""
    keys = [key(_said(minute, words), button) for minute, button in picks.items()]
    missing = -len(keys) % _WIDTH if len(keys) > _WIDTH else 0
    padded = [*keys, *(blank(place) for place in range(missing))]
    offsets = [
        key(marked(words.label("offset", minutes=f"{each:02}"), each == offset, words), turn(each))
        for each in _QUARTERS
    ]
    return (*(reading(words, row) for row in grid(padded, _WIDTH)), reading(words, offsets))


def _said(minute: int, words: Words) -> str:
    if minute <= MINUTES_A_DAY:
        return words.clock(minute)
    return words.label("next-day", time=words.clock(minute - MINUTES_A_DAY))
