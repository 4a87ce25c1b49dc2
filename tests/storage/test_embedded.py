"""The embedded server: shared, stopped by the last one, and hard to keep from starting."""

import asyncio
import getpass
import os
import pwd
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from storage.embedded import Embedded, EmbeddedError, embedded
from storage.engine import connected
from storage.locks import AlreadyRunning, RunLock

FAST = {"fsync": "off"}


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Embedded]:
    server = Embedded(tmp_path / "data", FAST)
    server.start()
    yield server
    server.stop()


async def ask(url: str, question: str) -> object:
    connection = await connected(url)
    try:
        return await connection.fetchval(question)
    finally:
        await connection.close()


def postmaster_of(server: Embedded) -> int:
    note = (server.data_dir / "postgres" / "postmaster.pid").read_text()
    return int(note.splitlines()[0])


def kill(process_id: int) -> None:
    """End it as a crash would, and wait until it is gone."""
    os.kill(process_id, signal.SIGKILL)
    while Path(f"/proc/{process_id}").exists():
        pass


async def test_it_keeps_utc_and_what_it_was_told(server: Embedded) -> None:
    await ask(server.url, "CREATE TABLE kept AS SELECT 42 AS answer")
    server.stop()
    server.start()

    assert await ask(server.url, "SELECT answer FROM kept") == 42
    assert await ask(server.url, "SHOW timezone") == "UTC"
    assert await ask(server.url, "SHOW listen_addresses") == ""


async def test_it_makes_writes_safe_unless_told_otherwise(tmp_path: Path) -> None:
    with embedded(tmp_path) as server:
        assert await ask(server.url, "SHOW fsync") == "on"


async def test_the_last_one_to_leave_stops_it(server: Embedded) -> None:
    other = Embedded(server.data_dir)
    other.start()

    assert not server.stop()
    assert await ask(other.url, "SELECT 1") == 1
    assert other.stop()
    with pytest.raises(OSError, match=r"Connect|No such file"):
        await connected(other.url)


async def test_another_process_shares_it_and_may_be_killed(server: Embedded) -> None:
    program = (
        "import sys, time; from pathlib import Path; from storage.embedded import Embedded\n"
        "Embedded(Path(sys.argv[1])).start(); print('started', flush=True); time.sleep(60)"
    )
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-c", program, str(server.data_dir), stdout=subprocess.PIPE
    )
    assert process.stdout
    assert await process.stdout.readline() == b"started\n"

    shared = not server.stop()
    server.start()
    process.kill()
    await process.wait()

    assert shared
    assert await ask(server.url, "SELECT 1") == 1
    assert server.stop()


async def test_it_starts_again_after_its_processes_were_killed(server: Embedded) -> None:
    await ask(server.url, "CREATE TABLE kept AS SELECT 42 AS answer")
    kill(postmaster_of(server))

    with Embedded(server.data_dir, FAST) as again:
        assert await ask(again.url, "SELECT answer FROM kept") == 42


async def test_a_note_of_a_number_that_is_somebody_elses_by_now_is_no_obstacle(
    server: Embedded,
) -> None:
    note = server.data_dir / "postgres" / "postmaster.pid"
    left = note.read_text().splitlines()
    server.stop()
    note.write_text("\n".join([str(os.getpid()), *left[1:]]) + "\n")
    _hand_over(note)

    server.start()

    assert await ask(server.url, "SELECT 1") == 1


async def test_half_a_note_is_no_obstacle(server: Embedded) -> None:
    note = server.data_dir / "postgres" / "postmaster.pid"
    server.stop()
    note.write_text("12")
    _hand_over(note)

    server.start()

    assert await ask(server.url, "SELECT 1") == 1


def test_a_run_of_pytest_that_begins_does_not_shut_it_out(tmp_path: Path) -> None:
    """Each one locks the folder in which it keeps those of all runs, whoever is in there."""
    locked = Path(tempfile.gettempdir()) / f"pytest-of-{getpass.getuser()}"

    assert locked not in tmp_path.parents


async def test_half_a_cluster_is_made_anew(tmp_path: Path) -> None:
    unfinished = tmp_path / "postgres.new"
    unfinished.mkdir()
    (unfinished / "PG_VERSION").write_text("18\n")

    with Embedded(tmp_path, FAST) as server:
        assert await ask(server.url, "SELECT 1") == 1


@pytest.mark.parametrize("name", ["x" * 120, "a,b", 'with "quotes" and spaces: é'])
async def test_any_folder_will_do(tmp_path: Path, name: str) -> None:
    with Embedded(tmp_path / name, FAST) as server:
        assert await ask(server.url, "SELECT 1") == 1


async def test_a_folder_may_be_named_from_here(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    server = Embedded(Path("data"), FAST)
    server.start()
    monkeypatch.chdir("/")

    assert await ask(server.url, "SELECT 1") == 1
    assert server.stop()


def test_folders_on_the_way_may_be_passed_but_not_listed(tmp_path: Path) -> None:
    (tmp_path / "private").mkdir(mode=0o700)
    with Embedded(tmp_path / "private" / "data", FAST):
        mode = (tmp_path / "private").stat().st_mode & 0o777

    assert mode & 0o077 in {0o000, 0o001}


def test_only_the_server_may_look_into_its_folder(server: Embedded) -> None:
    assert (server.data_dir / "postgres").stat().st_mode & 0o077 == 0


def test_what_cannot_be_used_is_said_in_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").touch()

    with pytest.raises(EmbeddedError, match=r"file.* cannot be used"):
        Embedded(tmp_path / "file").start()


def test_what_the_server_refuses_is_said_in_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(EmbeddedError, match="shared_buffers"):
        Embedded(tmp_path, {"shared_buffers": "much"}).start()
    with Embedded(tmp_path, FAST) as server:
        assert postmaster_of(server)


def test_nobody_needs_to_be_root() -> None:
    program = """
import os, sys, tempfile
from pathlib import Path
from storage.embedded import Embedded
if os.geteuid() == 0:
    os.setgroups([]), os.setgid(65534), os.setuid(65534)
with tempfile.TemporaryDirectory() as folder, Embedded(Path(folder), {"fsync": "off"}) as server:
    print(Path(folder, "postgres").stat().st_uid == os.geteuid())
"""
    run = subprocess.run(  # noqa: S603  # our own program
        [sys.executable, "-c", program], capture_output=True, text=True, check=False
    )

    assert (run.stdout, run.stderr) == ("True\n", "")


def test_a_second_run_on_the_same_folder_is_refused(tmp_path: Path) -> None:
    with RunLock(tmp_path), pytest.raises(AlreadyRunning, match=str(tmp_path)), RunLock(tmp_path):
        pytest.fail("two run on one folder")
    with RunLock(tmp_path):
        pass  # it was given back


def _hand_over(note: Path) -> None:
    """Leave the note as the server would have: it is root that runs it, if we are root."""
    if os.geteuid() == 0:
        owner = pwd.getpwuid(note.parent.stat().st_uid)
        os.chown(note, owner.pw_uid, owner.pw_gid)
