"""Programs that start at the same time, or where another one runs already."""

import asyncio
from dataclasses import replace
from pathlib import Path

from bot.places import DEMO
from bot.sandbox import Sandbox
from storage.engine import connected
from tests.programs import Place, beside, free_port, started


async def test_two_that_start_at_once_on_an_empty_database_make_one_place(
    sandbox: Sandbox, tmp_path: Path, empty_url: str
) -> None:
    place = Place(tmp_path / "first", free_port(), empty_url, sandbox.url, catalogue=str(DEMO))
    place = replace(place, public_url=place.url)  # they share one webhook

    async with started(place) as one, started(beside(place, "second")) as other:
        await asyncio.gather(one.ready(), other.ready())
        codes = await asyncio.gather(one.stop(), other.stop())

    connection = await connected(empty_url)
    twice = await connection.fetch("SELECT slug FROM providers GROUP BY slug HAVING count(*) > 1")
    providers = await connection.fetchval("SELECT count(*) FROM providers")
    await connection.close()
    assert set(codes) == {0}
    assert providers
    assert twice == []
    assert "[error" not in one.log() + other.log()


async def test_a_second_one_on_the_same_folder_says_so_and_leaves(
    sandbox: Sandbox, place: Place
) -> None:
    async with started(place) as one:
        await one.ready()
        async with started(replace(place, port=free_port())) as other:
            code = await other.left()

    assert code == 1
    assert f"Randevu is already running on the folder {place.folder}." in other.log()
    assert "Traceback" not in other.log()
