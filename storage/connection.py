"""One connection in a transaction: what repositories speak through.

The only place where the driver's errors become ours, so that callers need not know them.
"""

import asyncio
from collections.abc import AsyncIterator, Iterator, Mapping
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass
from typing import Any

from sqlalchemy import CursorResult, Executable
from sqlalchemy.exc import DBAPIError, TimeoutError as PoolExhausted
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from storage.engine import DRIVER_ERRORS
from storage.quick import Quick

_CLASHES = frozenset({"40001", "40P01", "55P03"})  # serialization, deadlock, lock not available
_REFUSED = ("28", "3D", "42501")  # who we are, which database, what we may do
_AWAY = frozenset({"25P03", "53300", "57P01", "57P02", "57P03", "57P05"})


class StorageAway(Exception):  # noqa: N818  # a state of the world, and it passes
    """The database cannot be reached at present."""


class StorageRefused(StorageAway):
    """The database answers, and does not let us work: waiting does not help. The text says why."""


class Clash(Exception):  # noqa: N818  # nobody's fault
    """Two transactions were in each other's way; this one is undone and may be tried again."""


@contextmanager
def translated() -> Iterator[None]:
    """Raise StorageAway or Clash in place of the errors that mean it."""
    try:
        yield
    except DBAPIError as error:
        state = getattr(error.orig, "sqlstate", None) or ""
        if state in _CLASHES:
            raise Clash(str(error.orig)) from error
        if error.connection_invalidated or state in _AWAY or state.startswith("08"):
            raise StorageAway(str(error.orig)) from error
        raise
    except (OSError, PoolExhausted) as error:
        raise StorageAway(str(error)) from error


@asynccontextmanager
async def opened(engine: AsyncEngine) -> AsyncIterator[AsyncConnection]:
    """A connection of the pool; whatever goes wrong before there is one raises StorageAway.

    StorageRefused where it is not for us.
    """
    try:
        connection = await engine.connect()
    except (DBAPIError, OSError, PoolExhausted, *DRIVER_ERRORS) as error:
        raise _unopened(getattr(error, "orig", error)) from error
    try:
        yield connection
    except BaseException:
        await asyncio.shield(connection.close())  # has to undo things, so it may take a moment
        raise
    await connection.close()


def _unopened(error: BaseException | None) -> StorageAway:
    state = str(getattr(error, "sqlstate", None) or "")
    return (StorageRefused if state.startswith(_REFUSED) else StorageAway)(str(error))


@dataclass(slots=True)
class _Attempt:
    savepoint: str = ""  # empty until something is written


class Connection:
    """A transaction's connection.

    `read` and `write` differ within an attempt alone: only what writes needs a savepoint.
    """

    __slots__ = ("_attempts", "_count", "_inner")

    def __init__(self, inner: AsyncConnection) -> None:
        self._inner = inner
        self._attempts: list[_Attempt] = []
        self._count = 0

    async def read(self, statement: Executable, **values: object) -> CursorResult[Any]:
        """Run a statement that changes nothing; it may lock."""
        with translated():
            return await self._inner.execute(statement, values)

    async def write(self, statement: Executable, **values: object) -> CursorResult[Any]:
        """Run a statement that changes rows."""
        if self._attempts and not self._attempts[-1].savepoint:
            await self._set_savepoint()
        with translated():
            return await self._inner.execute(statement, values)

    async def write_quickly(self, quick: Quick, values: Mapping[str, object]) -> CursorResult[Any]:
        """As `write`, for a statement that was compiled beforehand."""
        if self._attempts and not self._attempts[-1].savepoint:
            await self._set_savepoint()
        with translated():
            return await self._inner.exec_driver_sql(quick.sql, quick.in_order(values))

    @asynccontextmanager
    async def attempt(self) -> AsyncIterator[None]:
        """Undo what is written inside if an exception leaves; the transaction goes on."""
        attempt = _Attempt()
        self._attempts.append(attempt)
        try:
            yield
        except (StorageAway, Clash):  # the transaction is lost as a whole
            raise
        except Exception:
            if attempt.savepoint:
                await self._command(f"ROLLBACK TO SAVEPOINT {attempt.savepoint}")
            raise
        finally:
            self._attempts.remove(attempt)

    async def _set_savepoint(self) -> None:
        """One for the innermost attempt, which serves those around it that have none as well."""
        self._count += 1
        name = f"attempt_{self._count}"
        await self._command(f"SAVEPOINT {name}")
        for attempt in self._attempts:
            attempt.savepoint = attempt.savepoint or name

    async def _command(self, command: str) -> None:
        with translated():
            await self._inner.exec_driver_sql(command)
