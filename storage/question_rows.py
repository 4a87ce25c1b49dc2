"""The questions of a service as JSON, and back."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from domain.intake import Form, Kind, Question
from domain.services import Titles


def stored_form(form: Form) -> list[dict[str, Any]] | None:
    return [stored_question(each) for each in form] or None


def form_of(stored: list[dict[str, Any]] | None) -> Form:
    return tuple(question_of(each) for each in stored or ())


def stored_question(question: Question) -> dict[str, Any]:
    return {
        "slug": question.slug,
        "title": dict(question.title.by_language),
        "kind": question.kind.value,
        "required": question.required,
        "sensitive": question.sensitive,
        "options": [dict(option.by_language) for option in question.options],
        "least": None if question.least is None else str(question.least),
        "most": None if question.most is None else str(question.most),
    }


def question_of(stored: Mapping[str, Any]) -> Question:
    return Question(
        stored["slug"],
        Titles(stored["title"]),
        Kind(stored["kind"]),
        stored["required"],
        stored["sensitive"],
        tuple(Titles(option) for option in stored["options"]),
        _bound(stored["least"]),
        _bound(stored["most"]),
    )


def _bound(stored: str | None) -> Decimal | None:
    return None if stored is None else Decimal(stored)
