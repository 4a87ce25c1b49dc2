"""Scenarios: one provider in Paris, and a Monday in a week that its clocks share with nobody else.

New York has summer time by then, Paris has not: they are five hours apart until the 28th, and six
from then on.
"""

import os
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.browser.desk import Desk
from tests.browser.screenshots import Album
from tests.programs import Place, Program, free_port, started

BEGIN = datetime(2027, 3, 15, 7, tzinfo=UTC)  # 08:00 in Paris
CATALOGUE = Path(__file__).parent / "rive.yaml"


@pytest.fixture
async def program(tmp_path: Path, database_url: str) -> AsyncIterator[Program]:
    """The program as it is on that Monday; nobody else uses it."""
    home = tmp_path / "home"
    _set_clock(home, BEGIN)
    port, sandbox_port = free_port(), free_port()
    place = Place(home, port, database_url, catalogue=str(CATALOGUE), sandbox_port=sandbox_port)
    async with started(place) as program:
        await program.ready()
        yield program


@pytest.fixture
def album(desk: Desk, request: pytest.FixtureRequest) -> Album:
    """Takes pictures into the folder that PICTURES names; without one it takes none."""
    named = os.environ.get("PICTURES")
    return Album(desk, Path(named) if named else None, request.node.name.removeprefix("test_"))


def _set_clock(home: Path, now: datetime) -> None:
    """What the program's clock shows when it starts, kept where it keeps that itself."""
    file = home / "sandbox" / "clock"
    file.parent.mkdir(parents=True)
    file.write_text(f"{(now - datetime.now(UTC)).total_seconds()}\n")
