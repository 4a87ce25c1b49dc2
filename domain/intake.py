"""Intake forms: questions that a service asks before it is booked, and what counts as an answer."""

import re
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from typing import TypeAlias

from domain.refusals import (
    AnswersMissing,
    NotADate,
    NotAnswerable,
    NotANumber,
    NothingChosen,
    NumberOutOfRange,
    NumberTooLarge,
    NumberTooSmall,
    Refused,
    TextTooLong,
)
from domain.services import Titles

MOST_QUESTIONS = 20
MOST_OPTIONS = 20
TEXT_LIMIT = 500
_EARLIEST, _LATEST = date(1900, 1, 1), date(2100, 12, 31)
_LONGEST_NUMBER = 15  # digits
_DAY_FIRST = re.compile(r"(\d{1,2})\s*[./-]\s*(\d{1,2})\s*[./-]\s*(\d{4})\.?")
_YEAR_FIRST = re.compile(r"(\d{4})\s*[./-]\s*(\d{1,2})\s*[./-]\s*(\d{1,2})")
_NUMBER = re.compile(r"[+-]?\d+(?:[.,٫]\d+)?")
_THOUSANDS = re.compile(r"\d{1,3}(?:,\d{3})+")


class Kind(StrEnum):
    """What a question wants to have."""

    TEXT = "text"
    NUMBER = "number"
    CHOICE = "choice"
    CHOICES = "choices"
    YES_NO = "yes_no"
    DATE = "date"


@dataclass(frozen=True, slots=True)
class Question:
    """One question of a form, known by its slug; `options` are those of a choice.

    `least` and `most` bound a number. A sensitive answer is for the provider of the booking alone.
    """

    slug: str
    title: Titles
    kind: Kind
    required: bool = False
    sensitive: bool = False
    options: tuple[Titles, ...] = ()
    least: Decimal | None = None
    most: Decimal | None = None

    def __post_init__(self) -> None:
        is_choice = self.kind in {Kind.CHOICE, Kind.CHOICES}
        if is_choice != bool(self.options):
            raise ValueError("a choice has options, and nothing else has")
        if self.least is not None and self.most is not None and self.least > self.most:
            raise ValueError("the bounds of a number must be in order")


Answer: TypeAlias = str | bool | Decimal | date | tuple[int, ...]
Form: TypeAlias = tuple[Question, ...]
Answers: TypeAlias = Mapping[str, Answer]


def read(question: Question, text: str) -> Answer:
    """The answer that somebody has written.

    Raises:
        TextTooLong, NotANumber, NumberOutOfRange, NotADate: it is none.
        NotAnswerable: this question is answered by choosing.
    """
    match question.kind:
        case Kind.TEXT:
            return _text(text)
        case Kind.NUMBER:
            return checked(question, _number(text))
        case Kind.DATE:
            return checked(question, _date(text))
        case _:
            raise NotAnswerable


def checked(question: Question, answer: Answer) -> Answer:
    """The answer if it is one to this question; raises as `read` does, and NothingChosen."""
    match question.kind, answer:
        case Kind.TEXT, str():
            return _text(answer)
        case Kind.YES_NO, bool():
            return answer
        case Kind.NUMBER, Decimal():
            return _in_range(question, answer)
        case Kind.DATE, date():
            if not _EARLIEST <= answer <= _LATEST:
                raise NotADate
            return answer
        case ((Kind.CHOICE | Kind.CHOICES), tuple()):
            return _chosen(question, answer)
        case _:
            raise NotAnswerable


def still_fitting(form: Form, answers: Answers) -> dict[str, Answer]:
    """Those of the answers that the form still takes, for it may have changed since."""
    kept = {}
    for question in form:
        if question.slug in answers:
            with suppress(Refused):
                kept[question.slug] = checked(question, answers[question.slug])
    return kept


def missing(form: Form, answers: Answers) -> int:
    """How many questions that have to be answered are not."""
    return sum(each.required and each.slug not in answers for each in form)


def filled(form: Form, answers: Answers) -> tuple[tuple[Question, Answer], ...]:
    """The form as it is handed in, in its order; raises AnswersMissing if it is not complete."""
    fitting = still_fitting(form, answers)
    if left := missing(form, fitting):
        raise AnswersMissing(left)
    return tuple((each, fitting[each.slug]) for each in form if each.slug in fitting)


def toggled(chosen: Sequence[int], option: int) -> tuple[int, ...]:
    """The options of a multiple choice after one was tapped."""
    return tuple(sorted(set(chosen) ^ {option}))


def stored(answer: Answer) -> str:
    """The answer as one text, which `restored` reads back."""
    match answer:
        case bool():
            return "yes" if answer else "no"
        case tuple():
            return ",".join(map(str, answer))
        case date():
            return answer.isoformat()
        case _:
            return str(answer)


def restored(question: Question, text: str) -> Answer:
    """What `stored` has written; raises ValueError for anything else."""
    match question.kind:
        case Kind.YES_NO:
            return text == "yes"
        case Kind.NUMBER:
            return Decimal(text)
        case Kind.DATE:
            return date.fromisoformat(text)
        case Kind.CHOICE | Kind.CHOICES:
            return tuple(int(part) for part in text.split(",") if part)
        case _:
            return text


def _text(text: str) -> str:
    text = text.strip()
    if len(text) > TEXT_LIMIT:
        raise TextTooLong(TEXT_LIMIT, len(text))
    if not text:
        raise NotAnswerable
    return text


def _number(text: str) -> Decimal:
    """Digits of any script, with a point or a comma before the decimals; 1,500 could be either."""
    plain = text.strip()
    if len(plain) > _LONGEST_NUMBER or not _NUMBER.fullmatch(plain) or _THOUSANDS.fullmatch(plain):
        raise NotANumber
    try:
        return Decimal(plain.replace("٫", ".").replace(",", "."))
    except InvalidOperation as error:  # a digit that Decimal does not know
        raise NotANumber from error


def _in_range(question: Question, number: Decimal) -> Decimal:
    least, most = question.least, question.most
    if not number.is_finite():
        raise NotANumber
    if (least is None or number >= least) and (most is None or number <= most):
        return number
    if most is None:
        raise NumberTooSmall(f"{least:f}")
    if least is None:
        raise NumberTooLarge(f"{most:f}")
    raise NumberOutOfRange(f"{least:f}", f"{most:f}")


def _date(text: str) -> date:
    """17.5.1990, 17/05/1990 or 1990-05-17: the day before the month unless the year comes first."""
    plain = text.strip()
    if found := _YEAR_FIRST.fullmatch(plain):
        year, month, day = map(int, found.groups())
    elif found := _DAY_FIRST.fullmatch(plain):
        day, month, year = map(int, found.groups())
    else:
        raise NotADate
    try:
        return date(year, month, day)
    except ValueError as error:
        raise NotADate from error


def _chosen(question: Question, options: tuple[int, ...]) -> tuple[int, ...]:
    if not options:
        raise NothingChosen
    is_known = all(0 <= each < len(question.options) for each in options)
    if not is_known or (question.kind is Kind.CHOICE and len(options) != 1):
        raise NotAnswerable
    return tuple(sorted(set(options)))
