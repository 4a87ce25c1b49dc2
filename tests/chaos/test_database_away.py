"""The database goes away under a running program, and comes back."""

import asyncio
from pathlib import Path

import aiohttp

from bot.sandbox import Sandbox
from storage.embedded import Embedded
from tests.chaos.conftest import CUSTOMERS
from tests.programs import Place, Program, free_port, started


async def test_nothing_is_lost_and_it_goes_on_by_itself(sandbox: Sandbox, tmp_path: Path) -> None:
    ann = sandbox.person(CUSTOMERS[0])
    server = Embedded(tmp_path / "database")
    server.start()
    place = Place(tmp_path / "home", free_port(), server.url, sandbox.url)
    async with started(place) as program:
        await program.ready()
        await ann.sends("/start")
        await ann.sees("Hello")

        assert server.stop()
        tap = asyncio.create_task(ann.taps("My bookings", timeout=30))
        await ann.sees("We are having trouble at the moment. Nothing is lost")
        assert await _asked(program, "healthz") == 200
        assert await _asked(program, "readyz") == 503

        server.start()
        await tap
        await ann.sees("You have no bookings ahead.")
        await program.ready()
        assert await program.stop() == 0
    server.stop()

    assert ann.screen().count("having trouble") == 1
    assert "Traceback" not in program.log()


async def _asked(program: Program, what: str) -> int:
    async with (
        aiohttp.ClientSession() as session,
        session.get(f"{program.place.url}/{what}") as response,
    ):
        return response.status
