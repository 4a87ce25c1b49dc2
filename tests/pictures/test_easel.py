"""The process that draws: begun when it is needed, gone when it is not."""

import asyncio
import os
import signal
import sys
from asyncio.subprocess import PIPE

import pytest

from bot.pictures.easel import CannotDraw, Easel
from bot.sandbox.images import dimensions
from bot.views.sketches import Fill
from tests.pictures.test_drawing import patches, sketch

WEEK = sketch(*patches(5))


def drawing_process(easel: Easel) -> int:
    assert easel._pool is not None
    (process,) = easel._pool._processes
    return process


async def test_a_picture_is_drawn_in_another_process() -> None:
    easel = Easel()

    picture = await easel.paint(WEEK)

    assert dimensions(picture) == (1080, 1350)
    process = drawing_process(easel)
    assert process != os.getpid()
    await easel.close()
    with pytest.raises(ProcessLookupError):
        os.kill(process, 0)


async def test_after_the_process_died_another_one_draws() -> None:
    easel = Easel()
    await easel.paint(WEEK)
    os.kill(drawing_process(easel), signal.SIGKILL)

    with pytest.raises(CannotDraw):
        await easel.paint(WEEK)

    assert await easel.paint(WEEK)
    await easel.close()


async def test_what_takes_too_long_is_given_up() -> None:
    easel = Easel(patience=0.01)

    with pytest.raises(CannotDraw):
        await easel.paint(WEEK)

    await easel.close()


async def test_a_mistake_of_ours_does_not_end_the_process() -> None:
    easel = Easel()
    broken = sketch(*patches(1))
    object.__setattr__(broken, "hours", ())

    with pytest.raises(CannotDraw):
        await easel.paint(broken)

    assert await easel.paint(sketch(*(each for each in patches(2) if each.fill is not Fill.FREE)))
    await easel.close()


async def test_whoever_kills_the_bot_ends_the_drawing_too() -> None:
    script = (
        "import asyncio, sys\n"
        "from bot.pictures.easel import Easel\n"
        "from tests.pictures.test_easel import WEEK\n"
        "async def main():\n"
        "    easel = Easel()\n"
        "    await easel.paint(WEEK)\n"
        "    print('drawn', flush=True)\n"
        "    await asyncio.Event().wait()\n"
        "if __name__ == '__main__':\n"
        "    asyncio.run(main())\n"
    )
    bot = await asyncio.create_subprocess_exec(sys.executable, "-c", script, stdout=PIPE)
    assert bot.stdout is not None
    assert await bot.stdout.readline() == b"drawn\n"

    bot.kill()

    async with asyncio.timeout(20):  # the pipe ends when the last one who could write is gone
        assert await bot.stdout.read() == b""
    await bot.wait()


async def test_an_easel_that_was_never_used_has_nothing_to_close() -> None:
    await Easel().close()
