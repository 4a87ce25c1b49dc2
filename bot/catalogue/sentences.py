"""What pydantic found, as a sentence for the person who wrote the file."""

from pydantic_core import ErrorDetails

from bot.catalogue.models import (
    FormatSection,
    PolicySection,
    QuestionSection,
    RatingSection,
    Section,
)
from bot.catalogue.nodes import KEY, Step
from bot.catalogue.problems import hint, quoted

_SENTENCES = {
    "missing": "is missing",
    "string_type": "must be one text",
    "list_type": "must be a list",
    "tuple_type": "must be a list",
    "dict_type": "must be keys with values",
    "model_type": "must be keys with values",
    "string_too_short": "is empty",
    "too_short": "needs at least one",
    "too_long": "has too many; {max_length} at most",
    "string_too_long": "is {length} characters long; {max_length} fit",
    "bool_parsing": "{value} is neither yes nor no",
    "bool_type": "must be yes or no",
    "int_parsing": "{value} is not a whole number",
    "int_parsing_size": "{value} is too big a number",
    "int_from_float": "{value} is not a whole number",
    "int_type": "must be a whole number",
    "float_parsing": "{value} is not a number",
    "float_type": "must be a number",
    "finite_number": "{value} is not a number",
    "greater_than_equal": "{value} is too small; at least {ge}",
    "less_than_equal": "{value} is too big; at most {le}",
    "less_than": "{value} is too big; less than {lt}",
}
# Words from elsewhere that are not spelled like ours.
_OURS = {
    "duration": "minutes",
    "length": "minutes",
    "interval": "every",
    "timezone": "zone",
    "tz": "zone",
    "id": "slug",
    "business_type": "type",
    "stars": "mean",
}

_INNER: dict[str, type[Section]] = {
    "rating": RatingSection,
    "policy": PolicySection,
    "questions": QuestionSection,
    "formats": FormatSection,
}


def located(error: ErrorDetails) -> tuple[Step, ...]:
    """The way to what is wrong, from the section on."""
    return (*error["loc"], KEY) if error["type"] == "extra_forbidden" else error["loc"]


def sentence(error: ErrorDetails, section: type[Section]) -> str:
    """The sentence for one error found in a section."""
    kind, value, facts = error["type"], error["input"], error.get("ctx", {})
    if kind == "extra_forbidden":
        return _unknown(error["loc"], section)
    if kind == "value_error":
        return str(facts["error"])
    text = value if isinstance(value, str) else ""
    template = _SENTENCES.get(kind, error["msg"])
    return template.format(value=quoted(text), length=len(text), **facts)


def _unknown(way: tuple[str | int, ...], section: type[Section]) -> str:
    known = _INNER.get(str(way[0]) if len(way) > 1 else "", section).model_fields
    name = str(way[-1])
    ours = _OURS.get(name.lower(), "")
    likely = f'; did you mean "{ours}"?' if ours in known else hint(name, known)
    return f"is not a key here{likely or '; known are ' + ', '.join(known)}"
