"""The pool of connections, set up for asyncpg and the way we work."""

from typing import Any

import asyncpg  # type: ignore[import-untyped]  # it ships no types
import orjson
from sqlalchemy import event
from sqlalchemy.exc import DisconnectionError
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine

from storage.addresses import address

SECONDS_TO_CONNECT = 10
DRIVER_ERRORS = (asyncpg.PostgresError, asyncpg.InterfaceError)
_SETTINGS = {
    "application_name": "randevu",
    "jit": "off",
    "lock_timeout": "15s",
    "idle_in_transaction_session_timeout": "120s",
}


async def connected(url: str, **settings: str) -> asyncpg.Connection:
    """A connection of its own, outside every pool."""
    return await asyncpg.connect(
        address(url), timeout=SECONDS_TO_CONNECT, server_settings={**_SETTINGS, **settings}
    )


def engine_of(url: str, pool_size: int) -> AsyncEngine:
    """A pool of up to `pool_size` connections; raises ValueError for an address not understood."""
    address(url)

    async def connect() -> asyncpg.Connection:
        return await connected(url)

    engine = create_async_engine(
        "postgresql+asyncpg://",
        async_creator=connect,
        pool_size=pool_size,
        max_overflow=0,
        pool_timeout=SECONDS_TO_CONNECT,
        pool_use_lifo=True,
        query_cache_size=1000,
        json_serializer=dumped,
        json_deserializer=orjson.loads,
    )
    event.listen(engine.sync_engine, "checkout", _refuse_closed)
    return engine


def _refuse_closed(connection: Any, *_: object) -> None:  # noqa: ANN401  # the driver's, adapted
    """Have the pool replace connections that the server has closed meanwhile, without a ping."""
    if connection.driver_connection.is_closed():
        raise DisconnectionError


def dumped(value: object) -> str:
    """As JSON."""
    return orjson.dumps(value).decode()
