"""An answer is given only once its record is on the disk.

A kill proves nothing here, since the kernel keeps the pages of a dead process; so the sync
itself is watched. .ci/run installs strace.
"""

import json
import shutil
import subprocess
import time
from pathlib import Path

import pytest

from ceremony_app.storage.ceremony_file import CeremonyFile
from tests.helpers.ceremony_files import door as door_of
from tests.helpers.ceremony_files import opener, tokens
from tests.helpers.processes import command, environment
from tests.helpers.syscalls import CALLS, unsafe_answers

pytestmark = pytest.mark.skipif(not shutil.which("strace"), reason="strace is not on this machine")


def answers_of(small: CeremonyFile, folder: Path, program: str) -> tuple[int, int]:
    badges = tokens(small)
    scans = [*badges, *badges, "not a token", ""]
    small.close()
    trace = folder / "trace.txt"
    done = subprocess.run(
        [
            *("strace", "-y", "-qq", "-e", f"trace={CALLS}", "-o", trace),
            *command(program, small.path, "Utara"),
        ],
        input="".join(f"{scan}\n" for scan in scans).encode(),
        capture_output=True,
        env=environment(),
        check=True,
        timeout=60,
    )
    assert len(done.stdout.splitlines()) == 1 + len(scans)
    return unsafe_answers(trace.read_text().splitlines())


def test_the_wal_is_synced_before_each_answer(small: CeremonyFile, tmp_path: Path) -> None:
    answers, unsafe = answers_of(small, tmp_path, "scan")
    assert answers == 1 + 8
    assert unsafe == 0


def test_the_watch_sees_a_program_that_does_not_sync(small: CeremonyFile, tmp_path: Path) -> None:
    """The same with synchronous turned off: the test above would fail."""
    answers, unsafe = answers_of(small, tmp_path, "unsafe")
    assert answers == 1 + 8
    assert unsafe == 8


def test_a_disk_that_is_slow_to_sync_loses_no_answer(small: CeremonyFile, tmp_path: Path) -> None:
    """Every sync is held back by 50 ms: each scan waits for its own, none is answered before."""
    badges = tokens(small)
    small.close()
    syncs, trace = "fsync,fdatasync", tmp_path / "trace.txt"
    door = subprocess.Popen(
        [
            *("strace", "-f", "-qq", "-e", f"trace={syncs}", "-o", trace),
            *("-e", f"inject={syncs}:delay_exit=50000"),
            *command("scan", small.path, "Utara"),
        ],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env=environment(),
        text=True,
    )
    assert door.stdin is not None
    assert door.stdout is not None
    assert door.stdout.readline() == "ready\n"
    taken, verdicts = [], []
    for scan in (*badges, badges[0]):
        began = time.perf_counter()
        door.stdin.write(f"{scan}\n")
        door.stdin.flush()
        verdicts.append(json.loads(door.stdout.readline())["verdict"])
        taken.append(time.perf_counter() - began)
    door.communicate(timeout=60)
    assert verdicts == ["recorded"] * 3 + ["already"]
    assert min(taken) >= 0.05
    assert "INJECTED" in trace.read_text() or "DELAYED" in trace.read_text()
    with opener().open(small.path) as file:
        assert door_of(file).present_count() == 3
