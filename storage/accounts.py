"""As whom the embedded server runs: PostgreSQL refuses to run as root, so root lends it a name."""

import os
import pwd
import stat
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import TypedDict

_NAME = "randevu-postgres"
_SEARCH = stat.S_IXOTH
_READ = stat.S_IROTH


class Lent(TypedDict, total=False):
    """What `subprocess.run` wants to know."""

    user: int
    group: int
    extra_groups: list[int]


@dataclass(frozen=True, slots=True)
class Account:
    """A user of the system, by numbers, and whether commands must change to it."""

    uid: int
    gid: int
    is_lent: bool

    def lent(self) -> Lent:
        """The arguments by which a program is run under this account."""
        if not self.is_lent:
            return {}
        return {"user": self.uid, "group": self.gid, "extra_groups": []}

    def own(self, folder: Path) -> None:
        """Hand the folder over, alone with what is in it."""
        if self.is_lent:
            for path in (folder, *folder.rglob("*")):
                os.chown(path, self.uid, self.gid, follow_symlinks=False)


def account_for(cluster: Path) -> Account:
    """Whoever owns the folder already; else ourselves, or the lent name if we are root."""
    if os.geteuid() != 0:
        return Account(os.geteuid(), os.getegid(), is_lent=False)
    if cluster.exists() and (owner := cluster.stat()).st_uid != 0:
        return Account(owner.st_uid, owner.st_gid, is_lent=True)
    lent = _lent()
    return Account(lent.pw_uid, lent.pw_gid, is_lent=True)


def let_in(path: Path) -> None:
    """Let everybody pass through the folders that lead to the path, but not list them."""
    for folder in (path, *path.parents):
        mode = folder.stat().st_mode
        if not mode & _SEARCH:
            folder.chmod(stat.S_IMODE(mode) | _SEARCH)


def let_read(folder: Path) -> None:
    """Let everybody read and run what is in the folder: a strict umask may have kept it private."""
    for path in (folder, *folder.rglob("*")):
        mode = path.stat().st_mode
        wanted = mode | _READ | (_SEARCH if mode & stat.S_IXUSR else 0)
        if wanted != mode:
            path.chmod(stat.S_IMODE(wanted))


def _lent() -> pwd.struct_passwd:
    try:
        return pwd.getpwnam(_NAME)
    except KeyError:
        return _new_account()


def _new_account() -> pwd.struct_passwd:
    command = ["useradd", "--system", "--no-create-home", "--shell", "/usr/sbin/nologin", _NAME]
    try:
        subprocess.run(command, check=True, capture_output=True)  # noqa: S603  # no shell, our words
        return pwd.getpwnam(_NAME)
    except (OSError, subprocess.CalledProcessError):  # small images have no useradd
        return pwd.getpwnam("nobody")
