"""How fast we may write: twenty a second to all, one a second to each."""

import pytest

from bot.jobs.pace import Pace


class Time:
    """Seconds that pass only while somebody waits."""

    def __init__(self) -> None:
        self.now = 100.0
        self.waits: list[float] = []

    async def pause(self, seconds: float) -> None:
        self.waits.append(round(seconds, 3))


@pytest.fixture
def time() -> Time:
    return Time()


@pytest.fixture
def pace(time: Time) -> Pace:
    return Pace(lambda: time.now, time.pause)


async def test_different_chats_are_a_twentieth_of_a_second_apart(time: Time, pace: Pace) -> None:
    for chat in range(4):
        await pace.turn(chat)

    assert time.waits == [0.05, 0.1, 0.15]


async def test_one_chat_is_written_to_once_a_second(time: Time, pace: Pace) -> None:
    for _ in range(3):
        await pace.turn(7)
    await pace.turn(8)

    assert time.waits == [1.0, 2.0, 0.15]


async def test_whoever_waited_long_enough_waits_no_more(time: Time, pace: Pace) -> None:
    await pace.turn(7)
    time.now += 1
    has_waited = await pace.turn(7)

    assert (has_waited, time.waits) == (False, [])


async def test_telegrams_pause_counts_for_all(time: Time, pace: Pace) -> None:
    pace.hold(30)
    await pace.turn(7)

    assert time.waits == [30]
    assert pace.held == 30
    time.now += 40
    assert pace.held == 0
