"""Types of the fields in a catalogue: how their text is read and what it is held against."""

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from enum import StrEnum
from typing import Annotated, cast
from zoneinfo import ZoneInfo

from babel import localedata
from pydantic import (
    AfterValidator,
    BeforeValidator,
    Field,
    PlainValidator,
    StringConstraints,
    ValidationInfo,
)
from pydantic.fields import FieldInfo

from bot.catalogue import notation
from bot.catalogue.problems import hint, quoted
from domain import limits
from domain.hours import Window
from domain.intake import Kind
from domain.limits import Bounds
from domain.money import Money
from domain.policies import BOUNDS, Clause
from domain.services import REFERENCE, BusinessType, Format, unknown_blank

_MINUTE = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What an organization says to its sections; empty where it says it wrongly."""

    languages: tuple[str, ...]
    currency: str
    services: tuple[str, ...]


def _around(info: ValidationInfo) -> Surroundings:
    return cast("Surroundings", info.context)


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise ValueError("must be one text")  # noqa: TRY004  # pydantic takes only a ValueError
    return value


def _read(parse: Callable[[str], object]) -> PlainValidator:
    """A field written as one text that `parse` understands."""
    return PlainValidator(lambda value: parse(_text(value)))


def _slug(text: str) -> str:
    if not re.fullmatch(r"[a-z0-9]+(?:-[a-z0-9]+)*", text):
        raise ValueError(f"{quoted(text)} is not a slug; write small letters a-z, digits, hyphens")
    return text


def _one_line(text: str) -> str:
    if len(text.splitlines()) > 1 or "\t" in text:
        raise ValueError("must be on one line")
    return text


def _fillable(text: str) -> str:
    if blank := unknown_blank(text):
        raise ValueError(f"has {quoted(blank)}; only {REFERENCE} is filled in")
    return text


def _phone(text: str) -> str:
    digits = re.sub(r"[ ().-]", "", text)
    if not re.fullmatch(r"\+[0-9]{6,15}", digits):
        raise ValueError(f"{quoted(text)} is not a phone number; write it as +44 20 7946 0123")
    return text


def _length(bounds: Bounds, said: str) -> PlainValidator:
    """Minutes within these bounds."""

    def parse(text: str) -> timedelta:
        length = notation.length(text)
        if length // _MINUTE not in bounds:
            raise ValueError(f"{quoted(text)} is out of bounds: {said}")
        return length

    return _read(parse)


def _count(bounds: Bounds) -> FieldInfo:
    field: FieldInfo = Field(ge=bounds.least, le=bounds.most)
    return field


def _choice(kind: type[StrEnum]) -> PlainValidator:
    def parse(text: str) -> StrEnum:
        name = re.sub(r"[\s-]+", "_", text.lower())
        if name not in set(kind):
            raise ValueError(f"{quoted(text)} is not one of {', '.join(kind)}{hint(name, kind)}")
        return kind(name)

    return _read(parse)


def _windows(value: object) -> tuple[Window, ...]:
    """Hours as one text, or as a list of such texts."""
    parts = value if isinstance(value, list) and value else [value]
    return notation.windows(", ".join(_text(part) for part in parts))


def _price(value: object, info: ValidationInfo) -> Money:
    text, currency = _text(value), _around(info).currency
    if not currency:
        notation.amount(text)  # the rest can be told when the currency is right
        return Money(0, "XXX")
    return notation.money(text, currency)


def _language(text: str) -> str:
    if not re.fullmatch(r"[a-z]{2,3}", text) or not localedata.exists(text):
        raise ValueError(f"{quoted(text)} is not a language; write en, id, tr, ar or the like")
    return text


def _some(texts: tuple[str, ...]) -> tuple[str, ...]:
    """Checked after the texts themselves, so that a wrong one is not told as a missing one too."""
    if not texts:
        raise ValueError("needs at least one")
    return texts


def _each_once(texts: tuple[str, ...]) -> tuple[str, ...]:
    twice = [text for text, count in Counter(texts).items() if count > 1]
    if twice:
        raise ValueError(f"names {quoted(twice[0])} twice")
    return texts


def _known_language(text: str, info: ValidationInfo) -> str:
    known = _around(info).languages
    if known and text not in known:
        raise ValueError(f"{quoted(text)} is not among the languages {', '.join(known)}")
    return text


def _by_language(value: object, info: ValidationInfo) -> object:
    """A text alone is in the first language."""
    return {(*_around(info).languages, "en")[0]: value} if isinstance(value, str) else value


def _in_order(texts: dict[str, str], info: ValidationInfo) -> dict[str, str]:
    """The texts in the order of the organization's languages, so that the first is the fallback."""
    known = _around(info).languages
    if known and known[0] not in texts:
        raise ValueError(f'has no text in "{known[0]}", the first language of the organization')
    return {each: texts[each] for each in known or texts if each in texts}


def _known_service(text: str, info: ValidationInfo) -> str:
    known = _around(info).services
    if text not in known:
        raise ValueError(f"{quoted(text)} is not the slug of a service here{hint(text, known)}")
    return text


_short = StringConstraints(strip_whitespace=True, min_length=1, max_length=limits.TITLE)
_option = StringConstraints(strip_whitespace=True, min_length=1, max_length=limits.OPTION)
_line = StringConstraints(strip_whitespace=True, min_length=1, max_length=limits.LINE)
_prose = StringConstraints(strip_whitespace=True, min_length=1, max_length=limits.PROSE)
_language_key = AfterValidator(_known_language)

Slug = Annotated[str, StringConstraints(max_length=40), AfterValidator(_slug)]
Name = Annotated[str, _short, AfterValidator(_one_line)]
Line = Annotated[str, _line, AfterValidator(_one_line)]
Place = Annotated[str, _line, AfterValidator(_one_line), AfterValidator(_fillable)]
Phone = Annotated[str, _read(_phone)]
Zone = Annotated[ZoneInfo, _read(notation.zone)]
Currency = Annotated[str, _read(notation.currency)]
Languages = Annotated[
    tuple[Annotated[str, AfterValidator(_language)], ...],
    AfterValidator(_some),
    AfterValidator(_each_once),
]
Title = Annotated[
    dict[Annotated[str, _language_key], Name],
    BeforeValidator(_by_language),
    AfterValidator(_in_order),
]
Asked = Annotated[
    dict[Annotated[str, _language_key], Line],
    BeforeValidator(_by_language),
    AfterValidator(_in_order),
]
Option = Annotated[
    dict[Annotated[str, _language_key], Annotated[str, _option, AfterValidator(_one_line)]],
    BeforeValidator(_by_language),
    AfterValidator(_in_order),
]
Prose = Annotated[
    dict[Annotated[str, _language_key], Annotated[str, _prose]],
    BeforeValidator(_by_language),
    AfterValidator(_in_order),
]
Step = Annotated[timedelta, _length(limits.STEP, "5 minutes to 24 hours")]
Buffer = Annotated[timedelta, _length(limits.BUFFER, "0 to 24 hours")]
Notice = Annotated[timedelta, _length(limits.NOTICE, "0 to 365 days")]
CancelWindow = Annotated[timedelta, _length(BOUNDS[Clause.CANCEL], "0 to 30 days")]
RescheduleWindow = Annotated[timedelta, _length(BOUNDS[Clause.MOVE], "0 to 30 days")]
Reschedules = Annotated[int, _count(BOUNDS[Clause.MOVES])]
NoShowGrace = Annotated[timedelta, _length(BOUNDS[Clause.GRACE], "5 minutes to 24 hours")]
ReadyWindow = Annotated[timedelta, _length(BOUNDS[Clause.READY], "0 to 60 minutes")]
RoomWindow = Annotated[timedelta, _length(BOUNDS[Clause.OPENS], "0 to 24 hours")]
Transcripts = Annotated[timedelta, _length(BOUNDS[Clause.KEEPS], "1 to 3650 days")]
MostActive = Annotated[int, _count(BOUNDS[Clause.ACTIVE])]
Hold = Annotated[timedelta, _length(BOUNDS[Clause.HOLD], "1 to 60 minutes")]
Price = Annotated[Money, PlainValidator(_price)]
Cap = Annotated[int, _count(limits.CAP)]
Horizon = Annotated[int, _count(limits.HORIZON)]
Number = Annotated[Decimal, _read(notation.number)]
KindOfQuestion = Annotated[Kind, _choice(Kind)]
FormatOfService = Annotated[Format, _choice(Format)]
TypeOfBusiness = Annotated[BusinessType, _choice(BusinessType)]
DaysOfWeek = Annotated[notation.Days, _read(notation.days)]
Day = Annotated[date, _read(notation.day)]
Windows = Annotated[tuple[Window, ...], PlainValidator(_windows)]
Services = Annotated[
    tuple[Annotated[str, AfterValidator(_known_service)], ...],
    AfterValidator(_each_once),
]
