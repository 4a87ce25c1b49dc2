"""The embedded PostgreSQL: a server of our own in the data folder, shared by whoever opens it.

Every user holds a shared lock on a file for as long as it lives, and the last one to leave stops
the server. The server listens on a socket in a private folder only, so it asks for no password.
"""

from collections.abc import Mapping
from pathlib import Path
from types import TracebackType
from typing import Self
from urllib.parse import quote

from storage.cluster import Cluster, EmbeddedError
from storage.locks import FileLock

__all__ = ["Embedded", "EmbeddedError", "embedded"]


class Embedded:
    """The server of one data folder; `settings` are PostgreSQL's, for whoever starts it."""

    def __init__(self, data_dir: Path, settings: Mapping[str, str] | None = None) -> None:
        self.data_dir = data_dir.expanduser().resolve()
        self._cluster = Cluster(self.data_dir / "postgres", settings or {})
        self._turn = FileLock(self.data_dir / "postgres.lock")
        self._users = FileLock(self.data_dir / "postgres.users")

    @property
    def url(self) -> str:
        """Where the server is found, once it was started."""
        host = quote(str(self._cluster.socket_dir))
        return f"postgresql://postgres@/postgres?host={host}"

    def start(self) -> None:
        """Start the server, or join those who use it already; raises EmbeddedError."""
        try:
            self.data_dir.mkdir(parents=True, exist_ok=True, mode=0o700)
            with self._turn.alone():
                self._join()
        except OSError as error:
            raise EmbeddedError(
                f"The embedded database in {self.data_dir} cannot be used: {error}."
            ) from error

    def stop(self) -> bool:
        """Leave; the last one to leave stops the server. Whether that was us."""
        with self._turn.alone():
            self._users.release()
            if not self._users.is_free():
                return False
            if self._cluster.folder.exists():
                self._cluster.stop()
            return True

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.stop()

    def _join(self) -> None:
        if not self._cluster.folder.exists():
            self._cluster.create()
        if self._users.is_free():
            self._cluster.forget_crash()
        self._cluster.start()
        self._users.share()


def embedded(data_dir: Path) -> Embedded:
    """The server of this folder, started on entering and left on leaving."""
    return Embedded(data_dir)
