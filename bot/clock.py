"""The product's clock: the real one, or one that the sandbox may move."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Protocol


class Clock(Protocol):
    def now(self) -> datetime:
        """The present instant, aware and in UTC."""
        ...


class SystemClock:
    def now(self) -> datetime:
        return datetime.now(UTC)


class MovableClock:
    """Real time plus an offset, which a file keeps over restarts.

    `on_move` functions are called after each move, so that whoever sleeps looks at the clock again.
    """

    def __init__(self, file: Path | None = None) -> None:
        self._file = file
        self._offset = _stored(file)
        self.on_move: list[Callable[[], None]] = []

    def now(self) -> datetime:
        return datetime.now(UTC) + self._offset

    def advance(self, by: timedelta) -> None:
        self._set(self._offset + by)

    def reset(self) -> None:
        """Back to real time."""
        self._set(timedelta(0))

    def _set(self, offset: timedelta) -> None:
        self._offset = offset
        if self._file is not None:
            self._file.parent.mkdir(parents=True, exist_ok=True)
            self._file.write_text(f"{offset.total_seconds()}\n")
        for look in self.on_move:
            look()


def _stored(file: Path | None) -> timedelta:
    if file is None or not file.exists():
        return timedelta(0)
    return timedelta(seconds=float(file.read_text()))
