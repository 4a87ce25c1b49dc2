"""uvicorn inside our own loop: we say when it starts and stops."""

import asyncio
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

import uvicorn
from starlette.applications import Starlette
from starlette.routing import Route


class PortTakenError(Exception):
    """Somebody else listens there; the text is one sentence."""


class Server:
    """`drain` is how many seconds requests under way may take at the end."""

    def __init__(self, routes: Sequence[Route], host: str, port: int, drain: float = 25) -> None:
        self._where = f"{host}:{port}"
        config = uvicorn.Config(
            Starlette(routes=list(routes)),
            host=host,
            port=port,
            log_config=None,
            access_log=False,
            timeout_graceful_shutdown=int(drain),
            lifespan="off",
        )
        self._server = _Quiet(config)
        self._serving: asyncio.Task[None] | None = None

    async def start(self) -> None:
        """Return when it listens; raises PortTakenError."""
        self._serving = asyncio.create_task(self._server.serve_quietly())
        while not self._server.started:
            if self._serving.done():
                raise PortTakenError(f"Cannot listen on {self._where}: is the port taken?")
            await asyncio.sleep(0.01)

    async def stop(self) -> None:
        """Take no new requests and finish those under way."""
        self._server.should_exit = True
        if self._serving is not None:
            await self._serving


class _Quiet(uvicorn.Server):
    """Leaves the signals of the process to us, and a taken port is no reason to exit."""

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        yield

    async def serve_quietly(self) -> None:
        try:
            await self.serve()
        except SystemExit:
            return
