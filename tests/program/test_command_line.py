"""The other commands: import, migrate, doctor."""

from pathlib import Path

import pytest

from bot.places import DEMO
from bot.sandbox import Sandbox
from tests.programs import TOKEN, Place, free_port, started

WRONG = """\
organizations:
  - slug: salon
    name: Salon
    zone: Atlantis/Nowhere
"""


@pytest.fixture
def place(tmp_path: Path, database_url: str) -> Place:
    return Place(tmp_path / "home", free_port(), database_url)


async def test_a_catalogue_is_imported_once(place: Place) -> None:
    async with started(place, "import", str(DEMO)) as program:
        assert await program.left() == 0
    first = program.log()
    async with started(place, "import", str(DEMO)) as program:
        assert await program.left() == 0

    assert " created, 0 updated, 0 unchanged" in first
    assert "0 created, 0 updated, " in program.log().removeprefix(first)


async def test_a_wrong_catalogue_is_told_by_its_line(place: Place, tmp_path: Path) -> None:
    file = tmp_path / "wrong.yaml"
    file.write_text(WRONG)
    async with started(place, "import", str(file)) as program:
        code = await program.left()

    assert code == 2
    assert "wrong.yaml:4" in program.log()
    assert "Traceback" not in program.log()


async def test_migrate_says_so_when_it_is_done(empty_url: str, tmp_path: Path) -> None:
    place = Place(tmp_path / "home", free_port(), empty_url)
    async with started(place, "migrate") as program:
        assert await program.left() == 0

    assert "The database is up to date." in program.log()


async def test_keys_are_made_once_and_renewed_when_asked_for(place: Place) -> None:
    kept = place.folder / "encryption-keys"
    async with started(place, "import", str(DEMO)) as program:
        assert await program.left() == 0
    first = kept.read_text().split()
    async with started(place, "rotate-keys") as program:
        assert await program.left() == 0
    second = kept.read_text().split()

    assert len(first) == 1
    assert second[1:] == first
    assert kept.stat().st_mode & 0o077 == 0
    assert "0 sensitive answers are sealed with the newest key." in program.log()


async def test_the_doctor_names_what_is_not_well(place: Place) -> None:
    sandbox = Sandbox(TOKEN, [])
    await sandbox.start()
    async with started(place, "doctor", BOT_TOKEN=TOKEN, BOT_API_URL=sandbox.url) as program:
        code = await program.left()
    await sandbox.stop()

    assert code == 1
    assert "ok   telegram: knows us as @" in program.log()
    assert "ok   database: answers and is up to date" in program.log()
    assert "BAD  providers: 0 can be booked" in program.log()
    assert "BAD  owners: 0 people" in program.log()


@pytest.mark.parametrize("words", [("bogus",), ("import",)])
async def test_words_it_does_not_know(place: Place, words: tuple[str, ...]) -> None:
    async with started(place, *words) as program:
        code = await program.left()

    assert code == 2
    assert "Traceback" not in program.log()
