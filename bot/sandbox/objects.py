"""Objects of the Bot API, kept as the JSON they travel as.

A stored object is never changed: an edit makes a new one. Updates, answers and the traffic log
can therefore share it without copies.
"""

from typing import Any, TypeAlias

Json: TypeAlias = dict[str, Any]


def without_nothing(**fields: object) -> Json:
    """The fields that have a value; Telegram leaves the others out."""
    return {name: value for name, value in fields.items() if value is not None}
