"""Copies: made during writes, whole, thinned; and the way back."""

import subprocess
import threading
from datetime import timedelta
from pathlib import Path

import pytest

from ceremony_app.domain.errors import DiskTrouble, FileTrouble
from ceremony_app.domain.events import EventKind
from ceremony_app.storage.backup import NEWEST_KEPT, RESERVE, BackupFolder, Moment
from ceremony_app.storage.ceremony_file import CeremonyFile
from ceremony_app.storage.copies import copy_file, copy_to, restore
from ceremony_app.storage.driver import connect
from ceremony_app.storage.header import read_header, wal_of
from ceremony_app.storage.journal import Journal
from ceremony_app.storage.verify import verify
from tests.helpers.ceremony_files import append, door, opener, tokens
from tests.helpers.clocks import FakeClock
from tests.helpers.processes import command, environment


def events_of(path: Path) -> int:
    with opener().read(path) as file:
        assert verify(file).ok
        return Journal(file).count()


def test_a_copy_of_a_file_in_use(small: CeremonyFile, tmp_path: Path) -> None:
    door(small).scan(tokens(small)[0])
    target = tmp_path / "copy" / "upacara.ikrar"
    copy_file(small.path, target)
    assert [path.name for path in target.parent.iterdir()] == ["upacara.ikrar"]
    assert not read_header(target).marked_open
    assert target.read_bytes()[18] == 1, "not in WAL mode"
    assert events_of(target) == Journal(small).count()


def test_a_copy_replaces_an_older_one(small: CeremonyFile, tmp_path: Path) -> None:
    target = tmp_path / "copy.ikrar"
    copy_file(small.path, target)
    door(small).scan(tokens(small)[0])
    copy_file(small.path, target)
    assert events_of(target) == Journal(small).count()


def test_a_copy_does_not_replace_a_file_in_use(small: CeremonyFile, tmp_path: Path) -> None:
    target = tmp_path / "other.ikrar"
    copy_file(small.path, target)
    with opener().open(target) as other:
        append(other, EventKind.DETAILS_CHANGED)
        with pytest.raises(FileTrouble) as caught:
            copy_file(small.path, target)
        assert caught.value.message.key == "storage.left_over"
        assert verify(other).ok


def test_copies_while_the_door_writes(small: CeremonyFile, tmp_path: Path) -> None:
    """Each copy is one moment of the record, and none of them stops the door."""
    enough = threading.Event()
    counts: list[int] = []

    def copy_again_and_again() -> None:
        connection = connect(small.path, read_only=True)
        while len(counts) < 8:
            target = tmp_path / f"{len(counts)}.ikrar"
            copy_to(connection, target)
            counts.append(events_of(target))
        connection.close()
        enough.set()

    thread = threading.Thread(target=copy_again_and_again)
    thread.start()
    north, badge = door(small), tokens(small)[0]
    while not enough.is_set():
        north.scan(badge)
    thread.join()
    assert counts == sorted(counts)
    assert counts[0] < counts[-1] <= Journal(small).count()


def test_a_damaged_file_is_not_copied(small: CeremonyFile, tmp_path: Path) -> None:
    small.close()
    target = tmp_path / "copy.ikrar"
    copy_file(small.path, target)
    before = target.read_bytes()
    with small.path.open("r+b") as file:
        file.seek(8 * 4096)
        file.write(b"\xff" * 8192)
    with pytest.raises(FileTrouble) as caught:
        copy_file(small.path, target)
    assert caught.value.message.key == "storage.damaged"
    assert target.read_bytes() == before
    assert not list(tmp_path.glob("*.part*"))


# The folder


def test_the_newest_are_kept_and_those_of_sessions(small: CeremonyFile, clock: FakeClock) -> None:
    folder = BackupFolder.beside(small.path)
    folder.add(small.connection, Moment.SESSION, clock.now())
    folder.add(small.connection, Moment.BEFORE_MIGRATION, clock.now())
    for number in range(NEWEST_KEPT + 3):
        clock.run(300)
        folder.add(small.connection, Moment.RUNNING if number else Moment.OPENED, clock.now())
    kept = folder.all()
    assert [backup.moment for backup in kept[-2:]] == [Moment.BEFORE_MIGRATION, Moment.SESSION]
    assert len(kept) == NEWEST_KEPT + 2
    assert [backup.number for backup in kept[:NEWEST_KEPT]] == list(range(25, 25 - NEWEST_KEPT, -1))
    assert kept[0].at == clock.now()
    assert kept[0].path.name == f"upacara-00025-{clock.now():%Y%m%d-%H%M%S}Z-running.ikrar"
    assert events_of(kept[0].path) == Journal(small).count()


def test_a_clock_that_was_wrong_costs_no_backup(small: CeremonyFile, clock: FakeClock) -> None:
    """A flat battery: the old copies are from 2040, the new ones must not be taken for older."""
    folder = BackupFolder.beside(small.path)
    clock.set_wall("2040-01-01T00:00:00+00:00")
    for _ in range(NEWEST_KEPT):
        folder.add(small.connection, Moment.RUNNING, clock.now())
    clock.set_wall("2023-02-13T00:00:00+00:00")
    newest = folder.add(small.connection, Moment.RUNNING, clock.now())
    assert folder.all()[0].path == newest
    assert newest.exists()


def test_names_with_signs_that_mean_something(small: CeremonyFile, clock: FakeClock) -> None:
    folder = BackupFolder(small.path.parent / "b", "Upacara [1] (a.b)*")
    folder.add(small.connection, Moment.OPENED, clock.now())
    (folder.folder / "Upacara [1] (a.b)*-later-opened.ikrar").touch()
    (folder.folder / "Upacara 1-00001-20230213-000000Z-opened.ikrar").touch()
    assert len(folder.all()) == 1
    assert folder.delete_all() == 1
    assert len(list(folder.folder.iterdir())) == 2


def test_room_is_made_and_never_all_of_it(small: CeremonyFile, clock: FakeClock) -> None:
    free = [10 * RESERVE]
    folder = BackupFolder(small.path.parent / "b", "a", lambda _: free[0])
    for _ in range(6):
        clock.run(1)
        folder.add(small.connection, Moment.RUNNING, clock.now())
    newest = folder.all()[0]
    free[0] = RESERVE
    with pytest.raises(DiskTrouble) as caught:
        folder.add(small.connection, Moment.RUNNING, clock.now())
    assert caught.value.message.key == "storage.no_room_for_backup"
    assert [backup.path for backup in folder.all()] == [newest.path]


def test_a_drive_that_is_gone_is_not_made_up(small: CeremonyFile, clock: FakeClock) -> None:
    gone = small.path.parent / "media" / "STICK"
    with pytest.raises(FileTrouble) as caught:
        BackupFolder.on_drive(gone, small.path).add(small.connection, Moment.OPENED, clock.now())
    assert caught.value.message.key == "storage.no_such_file"
    assert not gone.parent.exists()


# The way back


def test_restore_keeps_what_stood_there(small: CeremonyFile, tmp_path: Path) -> None:
    copy = tmp_path / "copies" / "c.ikrar"
    copy_file(small.path, copy)
    events = Journal(small).count()
    door(small).scan(tokens(small)[0])
    later = Journal(small).count()
    small.close()
    kept = restore(copy, small.path)
    assert kept is not None
    assert kept.name == "upacara.before-restore-1.ikrar"
    assert events_of(small.path) == events
    assert events_of(kept) == later
    again = restore(copy, small.path)
    assert again is not None
    assert again.name == "upacara.before-restore-2.ikrar"
    assert events_of(copy) == events


def test_restore_where_nothing_stood(small: CeremonyFile, tmp_path: Path) -> None:
    small.close()
    assert restore(small.path, tmp_path / "new.ikrar") is None
    assert events_of(tmp_path / "new.ikrar") == events_of(small.path)


def test_restore_over_a_file_that_is_open(small: CeremonyFile, tmp_path: Path) -> None:
    copy = tmp_path / "c.ikrar"
    copy_file(small.path, copy)
    with pytest.raises(FileTrouble) as caught:
        restore(copy, small.path)
    assert caught.value.message.key == "storage.open_elsewhere"
    door(small).scan(tokens(small)[0])
    assert verify(small).ok
    assert {path.name for path in tmp_path.iterdir()} == {
        "c.ikrar", "upacara.ikrar", "upacara.ikrar-wal", "upacara.ikrar-shm",
    }  # fmt: skip


def test_restore_over_a_file_that_is_open_in_another_process(
    small: CeremonyFile, tmp_path: Path
) -> None:
    copy = tmp_path / "c.ikrar"
    copy_file(small.path, copy)
    small.close()
    with subprocess.Popen(
        command("hold", small.path),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env=environment(),
    ) as holder:
        assert holder.stdout is not None
        assert holder.stdin is not None
        assert holder.stdout.readline() == b"open\n"
        with pytest.raises(FileTrouble) as caught:
            restore(copy, small.path)
        assert caught.value.message.key == "storage.open_elsewhere"
        holder.stdin.write(b"\n")
    assert holder.returncode == 0
    assert restore(copy, small.path)


def test_restore_over_a_crashed_file_keeps_its_newest_writes(
    small: CeremonyFile, tmp_path: Path
) -> None:
    copy = tmp_path / "c.ikrar"
    copy_file(small.path, copy)
    events = Journal(small).count()
    small.close()
    with subprocess.Popen(
        command("hold", small.path),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env=environment(),
    ) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == b"open\n"
        holder.kill()
    assert wal_of(small.path).exists()
    kept = restore(copy, small.path)
    assert kept is not None
    assert events_of(small.path) == events
    assert events_of(kept) == events + 2


@pytest.mark.parametrize("content", [b"", b"not a database", b"\xff" * 20_000])
def test_restore_over_what_is_broken(small: CeremonyFile, tmp_path: Path, content: bytes) -> None:
    """That is what copies are for; and what is broken is kept, with its WAL."""
    copy = tmp_path / "c.ikrar"
    copy_file(small.path, copy)
    events = Journal(small).count()
    small.close()
    small.path.write_bytes(content)
    wal_of(small.path).write_bytes(b"and its WAL")
    kept = restore(copy, small.path)
    assert kept is not None
    assert events_of(small.path) == events
    assert kept.read_bytes() == content
    assert wal_of(kept).read_bytes() == b"and its WAL"


def test_restore_from_what_is_no_copy(small: CeremonyFile, tmp_path: Path) -> None:
    small.close()
    before = small.path.read_bytes()
    bad = tmp_path / "bad.ikrar"
    bad.write_bytes(b"nothing")
    for copy, key in ((bad, "storage.not_a_ceremony"), (tmp_path / "no", "storage.no_such_file")):
        with pytest.raises(FileTrouble) as caught:
            restore(copy, small.path)
        assert caught.value.message.key == key
    assert small.path.read_bytes() == before
    assert {path.name for path in tmp_path.iterdir()} == {"bad.ikrar", "upacara.ikrar"}


def test_times_are_in_utc_whatever_the_clock_gives(small: CeremonyFile, clock: FakeClock) -> None:
    folder = BackupFolder.beside(small.path)
    folder.add(small.connection, Moment.OPENED, clock.now().astimezone(None) + timedelta(0))
    assert folder.all()[0].at == clock.now()
