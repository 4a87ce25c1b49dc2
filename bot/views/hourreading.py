"""Weekly hours understood from words: `Mon-Fri 9-17, Sat 10:00-14:00`.

Names of days come from CLDR, in the reader's language and in English; all other words from the
locale files. What `hourwords` writes is understood here, in every language.
"""

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import NoReturn

from babel.dates import get_day_names

from bot.views.words import DEFAULT, Words
from domain.editing import tidied
from domain.hours import Hours, Window, regular
from domain.refusals import HoursNotUnderstood
from domain.wallclock import MINUTES_A_DAY

WORDS = ("daily", "weekdays", "weekend", "closed", "and", "to", "from", "am", "pm")
_NUMBER = re.compile(r"(\d{1,2})(?:[:.h](\d{2}))?(?!\d)")
_MARKS = {"-": "to", "–": "to", "—": "to", "−": "to", "~": "to"}
_SEPARATORS = ",;،؛\n&+/"
_IGNORED = " \t\r:.\u00a0"
_NOON = 12 * 60


def understood(text: str, language: str) -> dict[int, tuple[Window, ...]]:
    """The hours of the weekdays (0 is Monday) that are named, as they were written.

    Raises HoursNotUnderstood with the part that is not clear.
    """
    reader = _Reader([*_tokens(text, language), _Token("end", 0, "")])
    found: dict[int, list[Window]] = {}
    while reader.kind != "end":
        days = reader.days()
        windows = reader.times()
        for day in days:
            found.setdefault(day, []).extend(windows)
        reader.skip("and")
    if not found:
        raise HoursNotUnderstood(text.strip())
    return {day: tidied(windows) for day, windows in found.items()}


def hours_understood(text: str, language: str) -> Hours:
    """As `understood`, as hours: closed on all days that are not named."""
    found = understood(text, language)
    return regular(found.get(day, ()) for day in range(7))


@dataclass(frozen=True, slots=True)
class _Token:
    kind: str  # day, days, time, to, and, closed, am, pm, end
    value: int  # a weekday; minutes; a set of days as bits
    text: str


class _Reader:
    """Takes one part after the other from the tokens."""

    def __init__(self, tokens: Sequence[_Token]) -> None:
        self._tokens = tokens
        self._at = 0

    @property
    def kind(self) -> str:
        return self._tokens[self._at].kind

    def skip(self, *kinds: str) -> bool:
        """Go past all tokens of these kinds; whether there were any."""
        before = self._at
        while self.kind in kinds:
            self._at += 1
        return self._at > before

    def days(self) -> list[int]:
        """Days, ranges of days, and sets such as weekdays, until something else comes."""
        self.skip("and")
        found: list[int] = []
        while self.kind in {"day", "days"}:
            token = self._next()
            if token.kind == "days":
                found += [day for day in range(7) if token.value >> day & 1]
            elif self.kind == "to" and self._tokens[self._at + 1].kind == "day":
                self.skip("to")
                last = self._next().value
                found += [(token.value + n) % 7 for n in range((last - token.value) % 7 + 1)]
            else:
                found.append(token.value)
            self._past_and({"day", "days"})
        if not found:
            self._stop()
        return list(dict.fromkeys(found))

    def times(self) -> list[Window]:
        """Windows, or nothing for days that are closed."""
        self.skip("to")  # `Mon - 9 to 5`
        if self.skip("closed"):
            return []
        found: list[Window] = []
        while self.kind == "time":
            found.append(self._window())
            self._past_and({"time"})
        if not found:
            self._stop()
        return found

    def _window(self) -> Window:
        first = self._at
        start, start_half = self._time()
        if not self.skip("to") or self.kind != "time":
            self._stop()
        end, end_half = self._time()
        start, end = _halves(start, start_half, end, end_half)
        try:
            window = Window(start, end)
        except ValueError:
            self._stop(first)
        if window.is_empty:
            self._stop(first)
        return window

    def _time(self) -> tuple[int, str]:
        """Minutes since midnight, and whether am or pm was said."""
        minutes = self._next().value
        half = self.kind if self.kind in {"am", "pm"} and minutes <= _NOON + 59 else ""
        if half:
            self._at += 1
        return minutes, half

    def _past_and(self, kinds: set[str]) -> None:
        """Past a comma, if more of the same comes after it."""
        ahead = self._at
        while self._tokens[ahead].kind == "and":
            ahead += 1
        if self._tokens[ahead].kind in kinds:
            self._at = ahead

    def _next(self) -> _Token:
        token = self._tokens[self._at]
        self._at += 1
        return token

    def _stop(self, at: int | None = None) -> NoReturn:
        """Raise, naming what stands here, or the last words where the text ends too soon."""
        here = self._at if at is None else at
        texts = [token.text for token in self._tokens[here : here + 3] if token.text]
        raise HoursNotUnderstood(" ".join(texts or [t.text for t in self._tokens[-4:-1]]))


def _halves(start: int, start_half: str, end: int, end_half: str) -> tuple[int, int]:
    """The two times of a window by the 24-hour clock; `9-5pm` opens in the morning."""
    if end_half and not start_half and start <= _NOON + 59:
        start_half = end_half if start % _NOON < end % _NOON else "am"
    return _of_half(start, start_half), _of_half(end, end_half)


def _of_half(minutes: int, half: str) -> int:
    if not half:
        return minutes
    return minutes % _NOON + (_NOON if half == "pm" else 0)


def _tokens(text: str, language: str) -> Iterator[_Token]:
    plain = _plain(text)
    at = 0
    while at < len(plain):
        letter = plain[at]
        if letter in _IGNORED:
            at += 1
        elif letter in _MARKS or letter in _SEPARATORS:
            yield _Token(_MARKS.get(letter, "and"), 0, letter)
            at += 1
        elif number := _NUMBER.match(plain, at):
            yield _Token("time", _minutes(number), number[0])
            at = number.end()
        else:
            word, tokens = _word(plain, at, language)
            yield from tokens
            at += len(word)


def _minutes(number: re.Match[str]) -> int:
    hour, minute = int(number[1]), int(number[2] or 0)
    minutes = 60 * hour + minute
    if minute > 59 or minutes > MINUTES_A_DAY:
        raise HoursNotUnderstood(number[0])
    return minutes


def _word(plain: str, at: int, language: str) -> tuple[str, list[_Token]]:
    """The longest word we know here, and what it means."""
    known = _vocabulary(language)
    for length in range(min(_longest(language), len(plain) - at), 0, -1):
        word = plain[at : at + length]
        ends = at + length == len(plain) or not plain[at + length].isalpha()
        if ends and word in known:
            kind, value = known[word]
            return word, [] if kind == "from" else [_Token(kind, value, word)]
    if plain[at] == "و" and at + 1 < len(plain):  # Arabic writes its `and` onto the next word
        return "و", [_Token("and", 0, "و")]
    found = re.match(r"\w+|\S", plain[at:])
    raise HoursNotUnderstood(found[0] if found else plain[at:])


@cache
def _longest(language: str) -> int:
    return max(map(len, _vocabulary(language)))


@cache
def _vocabulary(language: str) -> Mapping[str, tuple[str, int]]:
    """All words that we know, without accents, with their kind and value."""
    known: dict[str, tuple[str, int]] = {}
    for each in (DEFAULT, language):  # where both have a word, the reader's own language counts
        words = Words(each)
        for width in ("wide", "abbreviated", "short"):
            for context in ("format", "stand-alone"):
                names = get_day_names(width, context=context, locale=words.locale)
                known |= {_plain(names[day]).strip(" ."): ("day", day) for day in range(7)}
        for name in WORDS:
            workdays = sum(1 << day for day in words.workdays)
            meaning = {
                "daily": ("days", 127),
                "weekdays": ("days", workdays),
                "weekend": ("days", 127 - workdays),
            }
            for word in words.label(f"hours-words-{name}").split(","):
                known[_plain(word).strip(" .")] = meaning.get(name, (name, 0))
        for day, spellings in enumerate(words.label("hours-words-days").split(";")):
            known |= {_plain(word).strip(" ."): ("day", day) for word in spellings.split(",")}
    known.pop("", None)
    return known


def _plain(text: str) -> str:
    """Small letters without accents and marks of direction; digits 0-9."""
    letters = unicodedata.normalize("NFKD", text.casefold())
    kept = (each for each in letters if unicodedata.category(each) not in {"Mn", "Cf"})
    return "".join(
        str(unicodedata.decimal(each)) if each.isdecimal() else each for each in kept
    ).replace("ـ", "")
