"""How we speak to one person: texts, dates, times and money in their language and zone.

All sentences come from `bot/locales/*.ftl`; adding a language is adding one such file. Instants are
UTC everywhere else; here they become the wall clock of the zone that is named with them.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from functools import cache, lru_cache, reduce
from html import escape
from importlib import resources
from typing import Literal
from unicodedata import bidirectional
from zoneinfo import ZoneInfo

from babel import Locale
from babel.dates import (
    format_date,
    format_skeleton,
    format_time,
    format_timedelta,
    get_day_names,
    get_timezone_location,
)
from babel.numbers import format_currency, get_currency_precision
from fluent.runtime import FluentBundle, FluentResource

from domain import livecards
from domain.livecards import Unit
from domain.money import Money

DEFAULT = "en"
_GRID_CELL = 3  # characters that fit into a seventh of a phone's width
_MINUTE = timedelta(minutes=1)
_HOUR = timedelta(hours=1)
_DAY = timedelta(days=1)
_NOTHING = timedelta()
_NO_OTHER_UNIT = 10**6  # nothing is so many of the next one
_RIGHT_TO_LEFT = "\u200f"
_RIGHT_TO_LEFT_KINDS = {"R", "AL"}
_STRONG_KINDS = {"L", "R", "AL"}
_NO_WORDS_OF_OURS = re.compile("\u2068[^\u2068\u2069]*\u2069|<[^>]*>|&[a-z#0-9]+;")


class MissingTextError(KeyError):
    """A text that no locale file has: a mistake of ours, found by the tests."""


@cache
def languages() -> Mapping[str, str]:
    """Codes of all languages we speak with their own names; English first."""
    files = resources.files("bot.locales").iterdir()
    codes = sorted(file.name.removesuffix(".ftl") for file in files if file.name.endswith(".ftl"))
    codes.sort(key=lambda code: code != DEFAULT)
    return {code: Words(code).label("language-name") for code in codes}


def spoken(hint: str) -> str:
    """The language to greet somebody in, from Telegram's hint (`ar`, `pt-br`, often empty)."""
    code = hint.replace("_", "-").split("-")[0].lower()
    return code if code in languages() else DEFAULT


@cache
def _bundle(language: str) -> FluentBundle:
    text = resources.files("bot.locales").joinpath(f"{language}.ftl").read_text("utf-8")
    bundle = FluentBundle([language], use_isolating=False)  # `_isolated` does it where it matters
    bundle.add_resource(FluentResource(text))
    return bundle


@cache
def _locale(language: str) -> Locale:
    return Locale.parse(_text(_bundle(language), "language-locale", {}))


# Babel reads its patterns anew each time; a screen shows dozens of days and times.
@lru_cache(maxsize=4096)
def _day(locale: Locale, on: date) -> str:
    return format_skeleton("MMMEd", on, locale=locale)


@lru_cache(maxsize=4096)
def _clock(locale: Locale, hour: int, minute: int) -> str:
    return format_time(time(hour, minute), "HH:mm", locale=locale)


def _text(bundle: FluentBundle, key: str, args: Mapping[str, object]) -> str:
    pattern = bundle.get_message(key).value if bundle.has_message(key) else None
    if pattern is None:
        raise MissingTextError(key)
    text, errors = bundle.format_pattern(pattern, dict(args))
    if errors:
        raise errors[0]
    return str(text)


@cache
def _is_right_to_left(language: str) -> bool:
    return _text(_bundle(language), "language-direction", {}) == "rtl"


def _isolated(text: str, language: str) -> str:
    """The text so marked that its direction and the sentence's do not disturb each other.

    Left-to-right sentences only need the marks around right-to-left names; the other way round
    digits and punctuation need them too.
    """
    if _is_right_to_left(language) or _RIGHT_TO_LEFT_KINDS.intersection(map(bidirectional, text)):
        return f"\u2068{text}\u2069"
    return text


@dataclass(frozen=True, slots=True)
class Words:
    """The texts of one language; `zone` is the reader's, None while they have not named one."""

    language: str = DEFAULT
    zone: ZoneInfo | None = None

    def say(self, key: str, **args: object) -> str:
        """A text for a message: HTML, with the arguments escaped."""
        safe = {
            name: self.plain(value) if isinstance(value, str) else value
            for name, value in args.items()
        }
        return self.label(key, **safe)

    def label(self, key: str, **args: object) -> str:
        """A text for a key or a toast: plain, nothing escaped."""
        isolated = {
            name: _isolated(value, self.language) if isinstance(value, str) else value
            for name, value in args.items()
        }
        text = _text(_bundle(self.language), key, isolated)
        return _RIGHT_TO_LEFT + text if self._needs_direction(text) else text

    def _needs_direction(self, text: str) -> bool:
        """Whether a right-to-left text would be shown from left to right.

        What is isolated says nothing about the direction of the whole: a text that has nothing
        else in it, such as a date and a time, would be taken for a left-to-right one.
        """
        if not _is_right_to_left(self.language) or not _RIGHT_TO_LEFT_KINDS.intersection(
            map(bidirectional, text)
        ):
            return False
        while (shorter := _NO_WORDS_OF_OURS.sub("", text)) != text:
            text = shorter
        strong = (kind for kind in map(bidirectional, text) if kind in _STRONG_KINDS)
        return next(strong, "L") == "L"

    @staticmethod
    def plain(text: str) -> str:
        """Somebody's own words, escaped for a message."""
        return escape(text, quote=False)

    @property
    def locale(self) -> Locale:
        return _locale(self.language)

    @property
    def first_weekday(self) -> int:
        """Monday is 0."""
        return self.locale.first_week_day

    def week_start(self, on: date) -> date:
        """The first day of the week that a date is in."""
        return on - timedelta(days=(on.weekday() - self.first_weekday) % 7)

    def weekdays(self) -> tuple[str, ...]:
        """Short names of the days, Monday first."""
        short = get_day_names("short", context="stand-alone", locale=self.locale)
        if max(map(len, short.values())) > _GRID_CELL:
            short = get_day_names("narrow", context="stand-alone", locale=self.locale)
        return tuple(short[day] for day in range(7))

    def weekday(self, day: int) -> str:
        """Mon; Monday is 0."""
        return str(get_day_names("abbreviated", context="stand-alone", locale=self.locale)[day])

    @property
    def workdays(self) -> tuple[int, ...]:
        """The days that are no weekend where the language is at home; Monday is 0."""
        weekend = {self.locale.weekend_start, self.locale.weekend_end}
        return tuple(day for day in range(7) if day not in weekend)

    def month(self, first: date) -> str:
        return format_date(first, "LLLL y", locale=self.locale)

    def day(self, on: date) -> str:
        """Tue 24 Nov."""
        return _day(self.locale, on)

    def full_day(self, on: date) -> str:
        """Tuesday 24 November 2026."""
        return format_date(on, "EEEE d MMMM y", locale=self.locale)

    def time(self, at: datetime, zone: ZoneInfo) -> str:
        """09:30, told apart by the zone's abbreviation when the clock shows this hour twice."""
        local = at.astimezone(zone)
        text = _clock(self.locale, local.hour, local.minute)
        if is_repeated(at, zone):
            return f"{text} {local.tzname()}"
        return text

    def clock(self, minute: int) -> str:
        """09:30, of minutes since midnight; 24:00 for the midnight that ends the day."""
        return "24:00" if minute == 1440 else _clock(self.locale, *divmod(minute, 60))

    def day_and_time(self, at: datetime, zone: ZoneInfo) -> str:
        """Tue 24 Nov, 09:30: short, for keys."""
        return self.label(
            "day-and-time", day=self.day(at.astimezone(zone).date()), time=self.time(at, zone)
        )

    def moment(self, at: datetime, zone: ZoneInfo) -> str:
        """Tuesday 24 November 2026, 09:30 (Jakarta time), and the reader's own time if it differs.

        Escaped already: for `say` texts it is put in by `html`.
        """
        there = self.label(
            "moment",
            day=self.full_day(at.astimezone(zone).date()),
            time=self.time(at, zone),
            city=self.city(zone),
        )
        if self.zone is None or same_clock(self.zone, zone, at):
            return there
        when = self.day_and_time(at, self.zone)
        here = self.label("moment-here", when=when, city=self.city(self.zone))
        return f"{there}\n{here}"

    def city(self, zone: ZoneInfo) -> str:
        """The place a zone is named after: Jakarta, London; UTC stays UTC."""
        if zone.key in {"UTC", "Etc/UTC"}:
            return "UTC"
        try:
            return str(get_timezone_location(zone.key, locale=self.locale, return_city=True))
        except LookupError:
            return zone.key.rpartition("/")[2].replace("_", " ")

    def until(self, at: datetime, now: datetime) -> str:
        """In 3 days; in 5 hours; in 90 minutes: coarser the further ahead it is."""
        ahead = max(at - now, _MINUTE)
        step = next(each for each in (_DAY, _HOUR, _MINUTE) if ahead >= 2 * each or each is _MINUTE)
        rounded = (ahead + step / 2) // step * step
        if rounded % _DAY == _NOTHING:
            return self._relative(rounded, "day")
        return self._relative(rounded, "minute" if rounded % _HOUR else "hour")

    def ahead(self, at: datetime, now: datetime, zone: ZoneInfo) -> str:
        """In 25 minutes; today; tomorrow; in 3 days; in 2 weeks: by the calendar in `zone`."""
        ahead = livecards.ahead(at, now, zone)
        match ahead.unit:
            case Unit.TODAY:
                return self.label("ahead-today")
            case Unit.TOMORROW:
                return self.label("ahead-tomorrow")
            case Unit.LESS_THAN_A_DAY:
                return self.label("ahead-less-than-a-day")
            case Unit.WEEKS:
                return self._relative(timedelta(weeks=ahead.count), "week")
            case Unit.DAYS:
                return self._relative(timedelta(days=ahead.count), "day")
            case Unit.MINUTES:
                return self._relative(ahead.count * _MINUTE, "minute")

    def _relative(self, length: timedelta, unit: Literal["week", "day", "hour", "minute"]) -> str:
        """In 3 weeks, with the cases and plurals that the language has for it."""
        return format_timedelta(
            length, unit, threshold=_NO_OTHER_UNIT, add_direction=True, locale=self.locale
        )

    def length(self, duration: timedelta) -> str:
        """45 minutes; 1 hour 30 minutes; 2 days."""
        return self._length("length", duration)

    def _length(self, style: str, duration: timedelta) -> str:
        minutes = int(duration.total_seconds()) // 60
        parts = {
            f"{style}-days": minutes // 1440,
            f"{style}-hours": minutes % 1440 // 60,
            f"{style}-minutes": minutes % 60,
        }
        return " ".join(self.label(key, count=count) for key, count in parts.items() if count)

    def short_length(self, duration: timedelta) -> str:
        """45m; 1h 30m; 2d: for grids of keys."""
        return self._length("short", duration)

    def language_name(self, code: str) -> str:
        """English; Indonesian: any language by its name in the reader's."""
        return str(self.locale.languages.get(code, code))

    def money(self, price: Money) -> str:
        """The price, or the word for free; whole amounts without decimals."""
        if price.is_free:
            return self.label("free")
        decimals = get_currency_precision(price.currency)
        amount = Decimal(price.amount).scaleb(-decimals)
        whole = amount == amount.to_integral_value()
        digits = "0" if whole else "0." + "0" * decimals
        return format_currency(
            amount,
            price.currency,
            f"¤\u00a0#,##{digits}",
            locale=self.locale,
            currency_digits=False,
        )

    def several(self, names: Sequence[str]) -> str:
        """One or more names, one after the other."""
        return reduce(lambda first, more: self.label("and-then", first=first, more=more), names)

    def joined(self, *lines: str) -> str:
        """Lines of a message; empty ones are left out."""
        return "\n".join(line for line in lines if line)


def is_repeated(at: datetime, zone: ZoneInfo) -> bool:
    """Whether the zone's clock shows this time twice on this day, as when summer time ends."""
    local = at.astimezone(zone)
    other = local.replace(fold=1 - local.fold)
    return other.utcoffset() != local.utcoffset() and _exists(other)


def _exists(local: datetime) -> bool:
    back = local.astimezone(UTC).astimezone(local.tzinfo)
    return back.replace(tzinfo=None) == local.replace(tzinfo=None)


def same_clock(one: ZoneInfo, other: ZoneInfo, at: datetime) -> bool:
    """Whether two zones show the same time at this instant."""
    return at.astimezone(one).utcoffset() == at.astimezone(other).utcoffset()
