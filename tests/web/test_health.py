"""Whether the process lives, and whether it is of use."""

from dataclasses import dataclass, field

import aiohttp
import pytest

from bot.web import health
from bot.web.health import LATELY, Contact, Readiness
from tests.web.conftest import Serve


@dataclass(slots=True)
class World:
    """What the process depends on; `now` in seconds."""

    database: bool = True
    telegram: bool = True
    now: float = 0.0
    asked: int = 0
    readiness: Readiness = field(init=False)

    def __post_init__(self) -> None:
        self.readiness = Readiness(self._database, self._ask, Contact(lambda: self.now))

    async def _database(self) -> bool:
        return self.database

    async def _ask(self) -> object:
        self.asked += 1
        if not self.telegram:
            raise ConnectionError
        return None


@pytest.fixture
def world() -> World:
    return World()


@pytest.fixture
async def url(serve: Serve, world: World) -> str:
    return await serve(health.routes(world.readiness))


async def ask(client: aiohttp.ClientSession, url: str) -> tuple[int, list[str]]:
    async with client.get(f"{url}/readyz") as response:
        return response.status, (await response.json())["problems"]


async def test_all_is_well(client: aiohttp.ClientSession, url: str) -> None:
    assert await ask(client, url) == (200, [])


async def test_what_is_not_well_is_named(
    client: aiohttp.ClientSession, url: str, world: World
) -> None:
    world.database = False
    assert await ask(client, url) == (503, ["database"])

    world.telegram = False
    world.now += LATELY.total_seconds()
    assert await ask(client, url) == (503, ["database", "telegram"])


async def test_telegram_is_asked_only_if_it_was_not_heard_of_lately(
    client: aiohttp.ClientSession, url: str, world: World
) -> None:
    await ask(client, url)
    world.now += LATELY.total_seconds() - 1
    await ask(client, url)
    assert world.asked == 1

    world.now += 1
    await ask(client, url)
    assert world.asked == 2


async def test_a_process_that_stops_takes_no_new_work_and_still_lives(
    client: aiohttp.ClientSession, url: str, world: World
) -> None:
    world.readiness.closing = True

    assert await ask(client, url) == (503, ["stopping"])
    async with client.get(f"{url}/healthz") as response:
        assert (response.status, await response.json()) == (200, {"status": "ok"})
