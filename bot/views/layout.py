"""Keys that stand on many screens, and rows of keys."""

from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

from bot.views import taps
from bot.views.buttons import Button
from bot.views.screens import Key, Rows, Style
from bot.views.words import Words

_T = TypeVar("_T")


def key(label: str, button: Button, style: Style = Style.PLAIN) -> Key:
    return Key(label, button, style=style)


def blank(place: int) -> Key:
    """A cell that only fills the grid; its label is no white space, which Telegram would refuse."""
    return key("\u2800", taps.Blank(place))


def marked(label: str, is_chosen: bool, words: Words) -> str:  # a fact, not a mode
    """The label, with a mark if this is what is chosen at present."""
    return words.label("chosen", what=label) if is_chosen else label


def home(words: Words) -> Key:
    return key(words.label("home"), taps.Home())


def flow_foot(words: Words, flow: int) -> tuple[Key, ...]:
    """Back and Cancel, under every step of the booking flow."""
    return (
        key(words.label("back"), taps.Back(flow)),
        key(words.label("leave"), taps.LeaveFlow(flow)),
    )


def column(keys: Iterable[Key]) -> Rows:
    """Each key a row of its own."""
    return tuple((each,) for each in keys)


def grid(keys: Sequence[Key], width: int) -> Rows:
    """Rows of `width` keys, the last one shorter if need be."""
    return tuple(tuple(keys[at : at + width]) for at in range(0, len(keys), width))


def paged(items: Sequence[_T], page: int, size: int) -> tuple[Sequence[_T], int, int]:
    """The items of a page, its number (from 0), and how many there are; one too far is the last."""
    pages = max(1, -(-len(items) // size))
    page = min(page, pages - 1)
    return items[page * size : (page + 1) * size], page, pages


def pager(page: int, pages: int, to: Callable[[int], Button], words: Words) -> Rows:
    """Previous, where we are (pages count from 0), next; nothing if there is only one page."""
    if pages <= 1:
        return ()
    row = [
        key(words.label("previous"), to(page - 1)) if page else blank(1),
        key(words.label("page", page=page + 1, pages=pages), taps.Blank(0)),
        key(words.label("next"), to(page + 1)) if page + 1 < pages else blank(2),
    ]
    return (reading(words, row),)


def reading(words: Words, row: Sequence[Key]) -> tuple[Key, ...]:
    """The row in reading order: Telegram does not mirror keyboards for right-to-left languages."""
    return tuple(reversed(row)) if words.label("language-direction") == "rtl" else tuple(row)
