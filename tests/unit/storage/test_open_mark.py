"""The open mark: a hand copy that lacks its WAL is refused, and no whole file ever is.

The kill points come from strace, which kills a process before each of its system calls that
change files, one after the other; .ci/run installs it.
"""

import shutil
import subprocess
from collections.abc import Iterable
from pathlib import Path

import pytest

from ceremony_app.domain.errors import FileTrouble
from ceremony_app.storage.ceremony_file import CeremonyFile
from ceremony_app.storage.driver import connect
from ceremony_app.storage.header import read_header, wal_of
from ceremony_app.storage.journal import Journal
from ceremony_app.storage.open_mark import fold_in
from ceremony_app.storage.verify import verify
from tests.helpers.ceremony_files import door, new_file, opener, tokens
from tests.helpers.processes import BUDGET, command, environment

CALLS = "pwrite64,fsync,fdatasync,ftruncate,unlink,rename"

needs_strace = pytest.mark.skipif(
    not shutil.which("strace"), reason="strace is not on this machine"
)


def hand_copy(path: Path, folder: Path, *, with_wal: bool) -> Path:
    """What a file manager makes of an open file."""
    folder.mkdir()
    copy = folder / path.name
    shutil.copy(path, copy)
    if with_wal and wal_of(path).exists():
        shutil.copy(wal_of(path), wal_of(copy))
    return copy


def count(path: Path) -> int:
    with opener().read(path) as file:
        assert verify(file).ok
        return Journal(file).count()


def refusal(path: Path) -> str:
    with pytest.raises(FileTrouble) as caught, opener().open(path):
        pass
    return caught.value.message.key


def test_a_closed_file_is_one_file_without_a_mark(small: CeremonyFile) -> None:
    small.close()
    assert [path.name for path in small.path.parent.iterdir()] == [small.path.name]
    assert not read_header(small.path).marked_open
    assert small.path.read_bytes()[18] == 1, "not in WAL mode"


def test_a_hand_copy_of_an_open_file(small: CeremonyFile, tmp_path: Path) -> None:
    door(small).scan(tokens(small)[0])
    events = Journal(small).count()
    alone = hand_copy(small.path, tmp_path / "alone", with_wal=False)
    for attempt in (opener().open, opener().read):
        with pytest.raises(FileTrouble) as caught:
            attempt(alone)
        assert caught.value.message.key == "storage.copied_while_open"
    both = hand_copy(small.path, tmp_path / "both", with_wal=True)
    assert count(both) == events


def test_the_mark_is_there_before_the_first_event(small: CeremonyFile, tmp_path: Path) -> None:
    """Opened and not yet written: whatever comes now is told by the mark in the main file."""
    small.close()
    with opener().open(small.path):
        assert read_header(small.path).marked_open
        alone = hand_copy(small.path, tmp_path / "alone", with_wal=False)
    assert refusal(alone) == "storage.copied_while_open"


def test_a_reader_that_is_the_last_to_close(small: CeremonyFile) -> None:
    """SQLite would delete the WAL with the last connection, and leave the mark."""
    reader = opener().read(small.path)
    door(small).scan(tokens(small)[0])
    events = Journal(small).count()
    small.close()
    assert read_header(small.path).marked_open
    assert wal_of(small.path).exists()
    reader.close()
    assert not wal_of(small.path).exists()
    assert count(small.path) == events


def test_a_bare_reader_that_is_the_last_to_close(small: CeremonyFile) -> None:
    """The connections that follow a file for copies only close; the file opens all the same."""
    reader = connect(small.path, read_only=True)
    reader.execute("SELECT 1 FROM event").fetchone()
    events = Journal(small).count()
    small.close()
    reader.close()
    assert wal_of(small.path).exists()
    with opener().open(small.path) as file:
        assert Journal(file).count() == events
    assert not wal_of(small.path).exists()


def test_two_openings_in_one_process(small: CeremonyFile) -> None:
    other = opener().open(small.path)
    small.close()
    assert read_header(small.path).marked_open
    door(other, "Selatan").scan(tokens(other)[0])
    other.close()
    assert not read_header(small.path).marked_open
    assert count(small.path)


def test_two_processes_and_one_closes(small: CeremonyFile, tmp_path: Path) -> None:
    with subprocess.Popen(
        command("hold", small.path),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env=environment(),
    ) as holder:
        assert holder.stdout is not None
        assert holder.stdin is not None
        assert holder.stdout.readline() == b"open\n"
        events = Journal(small).count()
        small.close()
        assert refusal(hand_copy(small.path, tmp_path / "a", with_wal=False)).endswith("while_open")
        assert not fold_in(small.path)
        holder.stdin.write(b"\n")
    assert holder.returncode == 0
    assert not wal_of(small.path).exists()
    assert count(small.path) == events


def test_a_killed_process_leaves_a_file_that_opens(small: CeremonyFile) -> None:
    small.close()
    with subprocess.Popen(
        command("hold", small.path),
        stdout=subprocess.PIPE,
        stdin=subprocess.PIPE,
        env=environment(),
    ) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == b"open\n"
        holder.kill()
    assert read_header(small.path).marked_open
    events = count(small.path)
    assert not read_header(small.path).marked_open, "looking at it made it whole"
    with opener().open(small.path) as file:
        assert Journal(file).count() == events


def test_only_looking_at_a_crashed_file_is_no_alarm(small: CeremonyFile, tmp_path: Path) -> None:
    door(small).scan(tokens(small)[0])
    crashed = hand_copy(small.path, tmp_path / "crashed", with_wal=True)
    events = Journal(small).count()
    for _ in range(3):
        assert count(crashed) == events


def outcome_of(path: Path) -> int | str:
    """How many events a file has, or why it is refused."""
    try:
        return count(path)
    except FileTrouble as trouble:
        return trouble.message.key


def kill_everywhere(folder: Path, work: str, points: Iterable[int]) -> list[Path]:
    """A folder for each kill point, as it was left."""
    with new_file(folder / "upacara.ikrar") as file:
        original = file.path
    left = [folder / str(number) for number in points]
    for place in left:
        place.mkdir()
        shutil.copy(original, place)
    original.rename(folder / "warm-up.ikrar")
    subprocess.run(
        [
            *("strace", "-f", "-qq", "-o", "/dev/null", "-e", f"trace={CALLS}"),
            *("-e", f"inject={CALLS}:signal=KILL:when={BUDGET}"),
            *command("die", folder, work),
        ],
        env=environment(),
        check=True,
        timeout=110,
    )
    return left


@needs_strace
@pytest.mark.parametrize(
    ("work", "points"), [("open", range(1, 64)), ("fold", [*range(24, 96, 2), 110])]
)
def test_no_kill_point_between_opening_and_closing(
    tmp_path: Path, work: str, points: Iterable[int]
) -> None:
    """After each: the file opens and verifies, and its main file alone is refused, or whole."""
    left = kill_everywhere(tmp_path, work, points)
    statuses = [int((folder / "status").read_text()) for folder in left]
    assert statuses[0] == 9
    assert statuses[-1] == 0, "the last points are beyond the end of the work"
    outcomes = set()
    for folder in left:
        path = folder / "upacara.ikrar"
        alone = hand_copy(path, folder / "alone", with_wal=False)
        events = count(hand_copy(path, folder / "both", with_wal=True))
        with opener().open(path) as file:
            assert Journal(file).count() == events
        outcomes.add(outcome := outcome_of(alone))
        assert outcome in (events, "storage.copied_while_open")
    assert len(outcomes) > 1


@needs_strace
def test_no_kill_point_while_a_file_is_made(tmp_path: Path) -> None:
    """A new file is whole, or is not there; making it again then works."""
    left = kill_everywhere(tmp_path, "create", [*range(1, 155, 7), *range(155, 184)])
    there = 0
    for folder in left:
        path = folder / "baru.ikrar"
        if path.exists():
            there += 1
            assert count(path)
        else:
            with new_file(path):
                pass
            assert count(path)
    assert 0 < there < len(left)
