"""What counts as an answer to which question."""

import contextlib
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, strategies as st

from domain import intake
from domain.intake import Answer, Kind, Question
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

ASK = Titles({"en": "?"})
OPTIONS = tuple(Titles({"en": each}) for each in ("short", "long", "none"))
TEXT = Question("text", ASK, Kind.TEXT)
NUMBER = Question("number", ASK, Kind.NUMBER, least=Decimal(2), most=Decimal(300))
CHOICE = Question("choice", ASK, Kind.CHOICE, options=OPTIONS)
CHOICES = Question("choices", ASK, Kind.CHOICES, options=OPTIONS)
YES_NO = Question("yes-no", ASK, Kind.YES_NO)
DATE = Question("date", ASK, Kind.DATE)
FORM = (TEXT, NUMBER, CHOICE, CHOICES, YES_NO, DATE)
GOOD: dict[str, Answer] = {
    "text": "none",
    "number": Decimal("72.5"),
    "choice": (1,),
    "choices": (0, 2),
    "yes-no": False,
    "date": date(1990, 5, 17),
}
ANSWERS: st.SearchStrategy[Answer] = st.one_of(
    st.text(max_size=600),
    st.booleans(),
    st.decimals(),
    st.dates(),
    st.lists(st.integers(-3, 5), max_size=5).map(tuple),
)


@pytest.mark.parametrize(
    ("text", "number"),
    [("72", "72"), (" 72.5 ", "72.5"), ("72,5", "72.5"), ("٧٢", "72"), ("٧٢٫٥", "72.5")],
)
def test_a_number_is_written_in_many_ways(text: str, number: str) -> None:
    assert intake.read(NUMBER, text) == Decimal(number)


@pytest.mark.parametrize(
    "text", ["", "seventy", "7 2", "1e2", "NaN", "inf", "½", "①", "1,500", "9" * 99, "🎂"]
)
def test_what_is_no_number_is_refused(text: str) -> None:
    with pytest.raises(NotANumber):
        intake.read(NUMBER, text)


@pytest.mark.parametrize(
    ("bounds", "text", "refusal"),
    [
        ({}, "1.9", NumberOutOfRange("2", "300")),
        ({}, "301", NumberOutOfRange("2", "300")),
        ({"most": None}, "-5", NumberTooSmall("2")),
        ({"least": None}, "300.5", NumberTooLarge("300")),
    ],
)
def test_a_number_out_of_range_is_refused_with_the_range(
    bounds: dict[str, Any], text: str, refusal: Refused
) -> None:
    with pytest.raises(type(refusal)) as refused:
        intake.read(replace(NUMBER, **bounds), text)

    assert refused.value == refusal


@pytest.mark.parametrize("text", ["2", "300"])
def test_the_bounds_of_a_range_are_in_it(text: str) -> None:
    assert intake.read(NUMBER, text) == Decimal(text)


@pytest.mark.parametrize(
    "text", ["17.5.1990", "17/05/1990", "17-5-1990", "1990-05-17", " 1990/5/17 ", "١٧.٥.١٩٩٠"]
)
def test_a_date_is_written_in_many_ways(text: str) -> None:
    assert intake.read(DATE, text) == date(1990, 5, 17)


@pytest.mark.parametrize(
    "text", ["🎂", "17🎂5🎂1990", "", "tomorrow", "30.2.1990", "17.5.90", "17.5.1066", "0.0.0000"]
)
def test_what_is_no_date_is_refused(text: str) -> None:
    with pytest.raises(NotADate):
        intake.read(DATE, text)


def test_a_text_is_kept_without_the_blanks_around_it() -> None:
    assert intake.read(TEXT, "  peanuts 🥜\n") == "peanuts 🥜"


def test_a_text_that_is_too_long_is_refused() -> None:
    with pytest.raises(TextTooLong):
        intake.read(TEXT, "x" * (intake.TEXT_LIMIT + 1))


@pytest.mark.parametrize("question", [CHOICE, CHOICES, YES_NO])
def test_words_are_no_answer_where_one_chooses(question: Question) -> None:
    with pytest.raises(NotAnswerable):
        intake.read(question, "yes")


@pytest.mark.parametrize(
    ("question", "answer", "why"),
    [
        (CHOICE, (3,), NotAnswerable),
        (CHOICE, (-1,), NotAnswerable),
        (CHOICE, (0, 1), NotAnswerable),
        (CHOICES, (), NothingChosen),
        (YES_NO, "yes", NotAnswerable),
        (TEXT, True, NotAnswerable),
    ],
)
def test_a_forged_answer_is_refused(question: Question, answer: Answer, why: type[Refused]) -> None:
    with pytest.raises(why):
        intake.checked(question, answer)


def test_a_form_is_handed_in_with_what_is_required_and_without_what_is_not() -> None:
    form = (replace(TEXT, required=True), NUMBER)

    assert intake.filled(form, {"text": "none"}) == ((form[0], "none"),)
    with pytest.raises(AnswersMissing) as refused:
        intake.filled(form, {"number": Decimal(3)})
    assert refused.value.count == 1


def test_answers_that_a_changed_form_does_not_take_any_more_are_left_out() -> None:
    narrower = replace(NUMBER, most=Decimal(50))
    other = replace(TEXT, kind=Kind.DATE)

    assert intake.still_fitting((narrower, other, YES_NO), GOOD) == {"yes-no": False}


def test_an_option_that_is_tapped_twice_is_not_chosen() -> None:
    assert intake.toggled(intake.toggled((2,), 0), 0) == (2,)


@pytest.mark.parametrize("question", FORM, ids=lambda question: question.kind)
def test_an_answer_comes_back_from_where_it_is_stored(question: Question) -> None:
    answer = GOOD[question.slug]

    assert intake.restored(question, intake.stored(answer)) == answer


@given(st.sampled_from(FORM), ANSWERS)
def test_whatever_is_taken_for_an_answer_can_be_stored_and_is_one_again(
    question: Question, answer: Answer
) -> None:
    with contextlib.suppress(Refused):
        taken = intake.checked(question, answer)
        assert intake.checked(question, intake.restored(question, intake.stored(taken))) == taken


@given(st.sampled_from((TEXT, NUMBER, DATE)), st.text(max_size=600))
def test_whatever_is_written_is_an_answer_or_refused(question: Question, text: str) -> None:
    with contextlib.suppress(Refused):
        answer = intake.read(question, text)
        assert intake.checked(question, answer) == answer


@given(st.decimals(min_value=-1000, max_value=1000, places=2))
def test_exactly_the_numbers_of_the_range_are_taken(number: Decimal) -> None:
    def taken(read: Callable[[], Answer]) -> bool:
        try:
            read()
        except NumberOutOfRange:
            return False
        return True

    assert taken(lambda: intake.read(NUMBER, f"{number:f}")) == (2 <= number <= 300)


@given(st.dates(date(1900, 1, 1), date(2100, 12, 31)))
def test_every_date_can_be_written_day_first_and_year_first(on: date) -> None:
    assert intake.read(DATE, on.isoformat()) == on
    assert intake.read(DATE, f"{on.day}.{on.month}.{on.year}") == on


@pytest.mark.parametrize("kind", [Kind.CHOICE, Kind.CHOICES])
def test_a_choice_without_options_cannot_be_made(kind: Kind) -> None:
    with pytest.raises(ValueError, match="options"):
        Question("q", ASK, kind)
