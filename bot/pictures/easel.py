"""The process that draws, so that nobody waits for it but who wants the picture."""

import asyncio
import multiprocessing
import os
import signal
import threading
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing.connection import wait

from bot.views.sketches import Sketch

PATIENCE = 20.0  # seconds, the start of the process among them


class CannotDraw(Exception):  # noqa: N818  # a fact; the screen goes without the picture
    """The process died, failed or took too long."""


class Easel:
    """Begins its process with the first picture; to be closed at the end."""

    def __init__(self, patience: float = PATIENCE) -> None:
        """`patience` is how many seconds a picture may take."""
        self._patience = patience
        self._pool: ProcessPoolExecutor | None = None

    async def paint(self, sketch: Sketch) -> bytes:
        """The picture as a PNG; raises CannotDraw."""
        pool = self._pool = self._pool or _pool()
        try:
            async with asyncio.timeout(self._patience):
                return await asyncio.get_running_loop().run_in_executor(pool, _draw, sketch)
        except (BrokenProcessPool, TimeoutError) as error:
            await self._discard(pool)
            raise CannotDraw(type(error).__name__) from error
        except Exception as error:  # a mistake in drawing, which must not cost the words as well
            raise CannotDraw(type(error).__name__) from error

    async def close(self) -> None:
        if self._pool is not None:
            await self._discard(self._pool)

    async def _discard(self, pool: ProcessPoolExecutor) -> None:
        """The next picture begins a new process."""
        if self._pool is pool:
            self._pool = None
        for process in list((pool._processes or {}).values()):  # noqa: SLF001  # no public way before 3.14
            process.terminate()
        await asyncio.to_thread(pool.shutdown, cancel_futures=True)


def _pool() -> ProcessPoolExecutor:
    # Forked, it would have our threads' locks and connections.
    spawning = multiprocessing.get_context("spawn")
    return ProcessPoolExecutor(1, mp_context=spawning, initializer=_settle_in)


def _settle_in() -> None:
    """In the process: whoever stops the bot stops us through it, however it ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_go_with_parent, daemon=True).start()


def _go_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        wait([parent.sentinel])
        os._exit(0)


def _draw(sketch: Sketch) -> bytes:
    """In the process, which alone loads matplotlib."""
    from bot.pictures.drawing import draw  # noqa: PLC0415

    return draw(sketch)
