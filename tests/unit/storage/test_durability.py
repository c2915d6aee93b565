"""An answer is given only once its record is on the disk.

A kill proves nothing here, since the kernel keeps the pages of a dead process; so the sync
itself is watched. .ci/run installs strace.
"""

import shutil
import subprocess
from pathlib import Path

import pytest

from ceremony_app.storage.ceremony_file import CeremonyFile
from tests.helpers.ceremony_files import tokens
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
