"""The status machine in the documentation is the one in the code."""

from pathlib import Path

from domain.bookings import MOVES
from domain.diagram import page

STATUSES = Path(__file__).parents[2] / "docs" / "statuses.md"


def test_the_page_in_the_documentation_is_current() -> None:
    assert STATUSES.read_text("utf-8") == page(), "run: python -m domain.diagram > docs/statuses.md"


def test_every_step_is_drawn() -> None:
    drawn = page()

    for status, steps in MOVES.items():
        for to in steps:
            assert f"    {status} --> {to}: " in drawn
