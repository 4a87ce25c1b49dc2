"""How hours, lengths of time, prices and names of zones are written in a catalogue.

Every function reads one text and raises ValueError with a sentence that says what is expected.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from functools import cache
from itertools import pairwise
from zoneinfo import ZoneInfo, available_timezones

from babel.core import get_global
from babel.numbers import get_currency_precision

from bot.catalogue.problems import hint, quoted
from domain import limits
from domain.hours import Window
from domain.money import Money

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")

_LENGTH = re.compile(r"(?:(\d{1,4})d)?(?:(\d{1,4})h)?(?:(\d{1,5})m(?:in)?)?", re.ASCII)
_CLOCK = re.compile(r"(\d{1,2})(?:[:.](\d{2}))?", re.ASCII)
_DASH = re.compile(r"\s*[-–—]\s*")
_NUMBER = re.compile(r"-?\d{1,9}(?:\.\d{1,4})?", re.ASCII)
_AMOUNT = re.compile(r"\d{1,18}(?:\.\d{1,6})?", re.ASCII)


@dataclass(frozen=True, slots=True)
class Days:
    """Days of the week, Monday is 0, as one entry names them."""

    text: str
    numbers: tuple[int, ...]


def length(text: str) -> timedelta:
    """A length of time; a bare number is minutes."""
    squeezed = "".join(text.split()).lower()
    if re.fullmatch(r"\d{1,5}", squeezed, re.ASCII):
        return timedelta(minutes=int(squeezed))
    found = _LENGTH.fullmatch(squeezed)
    if not squeezed or found is None:
        raise ValueError(
            f"{quoted(text)} is not a length of time; write 45 (minutes), 1h 30m or 2d"
        )
    days, hours, minutes = (int(part or 0) for part in found.groups())
    return timedelta(days=days, hours=hours, minutes=minutes)


def clock(text: str) -> int:
    """Minutes since midnight; 24:00 is the midnight that ends the day."""
    found = _CLOCK.fullmatch(text.strip())
    hour, minute = (int(part or 0) for part in found.groups()) if found else (25, 0)
    if hour > 24 or minute > 59 or (hour == 24 and minute):
        raise ValueError(f"{quoted(text)} is not a time of day; write 00:00 to 24:00")
    return hour * 60 + minute


def window(text: str) -> Window:
    """Hours from one time of day to another; to an earlier one is past midnight."""
    ends = _DASH.split(text.strip())
    if len(ends) != 2:
        raise ValueError(f'{quoted(text)} is not hours; write 09:00-17:00 or "closed"')
    start, end = _end(text, ends[0]), _end(text, ends[1])
    if start == 1440:
        raise ValueError(f"{quoted(text)} starts at 24:00; write 00:00 on the next day")
    if start == end:
        raise ValueError(f"{quoted(text)} is empty; the whole day is 00:00-24:00")
    return Window(start, end)


def windows(text: str) -> tuple[Window, ...]:
    """Hours with commas between them, in order; none for `closed`."""
    if text.strip().lower() == "closed":
        return ()
    found = sorted((window(part) for part in text.split(",")), key=lambda each: each.start)
    for earlier, later in pairwise(found):
        if later.start < minutes_open(earlier)[1]:
            raise ValueError(f"{written(earlier)} and {written(later)} overlap")
    return tuple(found)


def minutes_open(each: Window) -> tuple[int, int]:
    """The window on one scale: its end is above 1440 when it is past midnight."""
    return each.start, each.end + (1440 if each.end < each.start else 0)


def written(each: Window) -> str:
    """The window in the form that `window` reads."""
    return f"{each.start // 60:02}:{each.start % 60:02}-{each.end // 60:02}:{each.end % 60:02}"


def days(text: str) -> Days:
    """`mon`, `mon-fri`, `sat, sun`, `daily`; a range may run over the weekend: `sun-thu`."""
    if text.strip().lower() == "daily":
        return Days(text, tuple(range(7)))
    return Days(text, tuple(day for part in text.split(",") for day in _range(part)))


def day(text: str) -> date:
    """A date as ISO 8601 writes it, with hyphens."""
    try:
        found = date.fromisoformat(text)
    except ValueError:
        found = date.min
    if found.isoformat() != text or found == date.min:
        raise ValueError(f"{quoted(text)} is not a date; write 2026-12-31")
    return found


def zone(text: str) -> ZoneInfo:
    """A zone by its name in the tz database."""
    if text not in _zones():
        cities = {name.rpartition("/")[2]: name for name in sorted(_zones())}
        likely = hint(text, _zones()) or hint(cities.get(text.strip().title(), ""), _zones())
        raise ValueError(
            f"{quoted(text)} is not a time zone; write Asia/Jakarta or the like{likely}"
        )
    return ZoneInfo(text)


def currency(text: str) -> str:
    """The ISO 4217 code of money that is in use."""
    if text not in currencies():
        raise ValueError(f"{quoted(text)} is not a currency in use{hint(text, currencies())}")
    return text


def amount(text: str) -> Decimal:
    """An amount of money in major units (pounds, lira); `free` is 0."""
    squeezed = text.strip().lower()
    if squeezed == "free":
        return Decimal(0)
    if not _AMOUNT.fullmatch(squeezed):
        raise ValueError(f'{quoted(text)} is not a price; write 250000, 12.50 or "free"')
    return Decimal(squeezed)


def number(text: str) -> Decimal:
    """A number, perhaps with decimals or below zero."""
    if not _NUMBER.fullmatch(text):
        raise ValueError(f"{quoted(text)} is not a number; write it as 12 or -0.5")
    return Decimal(text)


def money(text: str, code: str) -> Money:
    """The amount in this currency, converted exactly to its smallest unit."""
    decimals = get_currency_precision(code)
    units = amount(text).scaleb(decimals)
    if units != units.to_integral_value():
        raise ValueError(f"{quoted(text)} has more decimals than {code}, which has {decimals}")
    if units > limits.PRICE.most:
        raise ValueError(f"{quoted(text)} is too much for a price")
    return Money(int(units), code)


@cache
def currencies() -> frozenset[str]:
    """Codes of the currencies that are legal tender somewhere today."""
    uses = get_global("territory_currencies").values()
    return frozenset(
        code for use in uses for code, _, until, is_tender in use if is_tender and until is None
    )


@cache
def _zones() -> frozenset[str]:
    return frozenset(available_timezones())


def _end(text: str, time: str) -> int:
    try:
        return clock(time)
    except ValueError as error:
        raise ValueError(str(error) if time == text else f"{quoted(text)}: {error}") from None


def _range(text: str) -> Iterator[int]:
    ends = [_weekday(part) for part in _DASH.split(text.strip(), maxsplit=1)]
    span = (ends[-1] - ends[0]) % 7 + 1
    return ((ends[0] + step) % 7 for step in range(span))


def _weekday(text: str) -> int:
    name = text.strip().lower()
    for number, weekday in enumerate(WEEKDAYS):
        if len(name) >= 3 and weekday.startswith(name):
            return number
    known = hint(name, (*WEEKDAYS, "daily"))
    raise ValueError(f"{quoted(text)} is not a day of the week; write mon, mon-fri or daily{known}")
