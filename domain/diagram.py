"""The status machine as a page of the documentation: `python -m domain.diagram`."""

from collections.abc import Iterator

from domain.bookings import MOVES, Role, Status

_HEAD = """\
# The statuses of a booking

Drawn from `MOVES` in `domain/bookings.py`, which is the law: nobody takes a step that is not in
it, and each one taken is kept in `booking_events`. Beside each step stands who takes it; the system
is the clock. Steps to `in_progress`, `completed` and `no_show` are taken from the start of the
session on, those to `confirmed`, `declined` and `cancelled` only before it.

After a change: `python -m domain.diagram > docs/statuses.md`.
"""


def page() -> str:
    """The whole of docs/statuses.md."""
    return "\n".join([_HEAD, "```mermaid", *_lines(), "```", ""])


def _lines() -> Iterator[str]:
    yield "stateDiagram-v2"
    yield f"    [*] --> {Status.HELD}"
    for status, steps in MOVES.items():
        for to, roles in steps.items():
            yield f"    {status} --> {to}: {_named(roles)}"
    for status, steps in MOVES.items():
        if not steps:
            yield f"    {status} --> [*]"


def _named(roles: frozenset[Role]) -> str:
    return ", ".join(role for role in Role if role in roles)


if __name__ == "__main__":
    print(page(), end="")  # noqa: T201  # the page is what was asked for
