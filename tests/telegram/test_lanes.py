"""One at a time in each lane, in order, and nothing is kept of an empty one."""

import asyncio

from bot.telegram.lanes import Lanes


async def test_each_lane_is_first_come_first_served() -> None:
    lanes, log = Lanes(), list[str]()

    async def go(name: str) -> None:
        async with lanes.of(1):
            log.append(f"{name} in")
            await asyncio.sleep(0)
            log.append(f"{name} out")

    await asyncio.gather(go("a"), go("b"), go("c"))

    assert log == ["a in", "a out", "b in", "b out", "c in", "c out"]


async def test_lanes_do_not_wait_for_one_another() -> None:
    lanes = Lanes()

    async with lanes.of(1), asyncio.timeout(1), lanes.of(2):
        assert len(lanes) == 2


async def test_nothing_is_left_behind_even_by_those_who_give_up() -> None:
    lanes = Lanes()

    async def wait() -> None:
        async with lanes.of(1):
            pass

    async with lanes.of(1):
        waiting = asyncio.create_task(wait())
        await asyncio.sleep(0)
        waiting.cancel()
        await asyncio.gather(waiting, return_exceptions=True)

    assert len(lanes) == 0
