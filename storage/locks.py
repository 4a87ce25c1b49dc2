"""Locks on files, by which processes on one machine agree about a data folder.

The system gives them back when their holder ends, however it ends: nothing goes stale.
"""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Self


class AlreadyRunning(Exception):  # noqa: N818  # said to a person, as a sentence
    """Another process runs on the same data folder."""


class FileLock:
    """A lock that is held by several who share it, or by one alone."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._file: int | None = None

    def share(self) -> None:
        """Hold it together with others; waits for one who holds it alone."""
        self._file = self._opened()
        fcntl.flock(self._file, fcntl.LOCK_SH)

    def seize(self) -> bool:
        """Hold it alone if nobody holds it now; whether that worked."""
        file = self._opened()
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            os.close(file)
            return False
        self._file = file
        return True

    def release(self) -> None:
        """Give it back; without effect if it is not held."""
        if self._file is not None:
            os.close(self._file)
            self._file = None

    def is_free(self) -> bool:
        """Whether nobody holds it at this moment."""
        if not self.seize():
            return False
        self.release()
        return True

    @contextmanager
    def alone(self) -> Iterator[None]:
        """Hold it alone, after everybody else has given it back."""
        file = self._opened()
        try:
            fcntl.flock(file, fcntl.LOCK_EX)
            yield
        finally:
            os.close(file)

    def _opened(self) -> int:
        return os.open(self._path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)


class RunLock:
    """Held while a program runs on a data folder, so that no second one does.

    Entering raises AlreadyRunning.
    """

    def __init__(self, data_dir: Path) -> None:
        self._data_dir = data_dir
        self._lock = FileLock(data_dir / "run.lock")

    def __enter__(self) -> Self:
        self._data_dir.mkdir(parents=True, exist_ok=True, mode=0o700)
        if not self._lock.seize():
            raise AlreadyRunning(f"Randevu is already running on the folder {self._data_dir}.")
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._lock.release()
