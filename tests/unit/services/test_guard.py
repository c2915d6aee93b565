"""Copies while a file is in use: made when asked for, mirrored, and told of when they fail."""

import threading
from pathlib import Path

import pytest

from ceremony_app.domain.clock import SystemClock
from ceremony_app.domain.errors import KnownError
from ceremony_app.services.guard import Guard, Places
from ceremony_app.services.record import Record
from ceremony_app.storage.backup import BackupFolder, Moment
from ceremony_app.storage.folding import FOLD_PAGES
from ceremony_app.storage.header import wal_of
from ceremony_app.storage.mirror import MirrorPlace, restore_mirror
from tests.helpers.ceremony_files import attach
from tests.helpers.day import begin


class Told:
    """Keeps what the guard tells, and says when the first of it came."""

    def __init__(self) -> None:
        self.troubles: list[KnownError] = []
        self.first = threading.Event()

    def __call__(self, trouble: KnownError) -> None:
        self.troubles.append(trouble)
        self.first.set()


def test_a_copy_at_opening_and_at_the_bounds_of_a_session(tmp_path: Path) -> None:
    day, told = begin(tmp_path / "a.ikrar"), Told()
    with day.file:
        guard = Guard(Places(day.file.path), SystemClock(), told)
        guard.start()
        guard.ask(Moment.SESSION)
        guard.close()
        backups = BackupFolder.beside(day.file.path).all()
        assert sorted(backup.moment for backup in backups) == [Moment.OPENED, Moment.SESSION]
        with day.file.opener.read(backups[0].path) as copy:
            assert Record(copy).verify().ok
    assert told.troubles == []


def test_a_second_drive_has_copies_and_a_mirror(tmp_path: Path) -> None:
    day, told, drive = begin(tmp_path / "a.ikrar"), Told(), tmp_path / "stick"
    drive.mkdir()
    with day.file:
        guard = Guard(Places(day.file.path, drive), SystemClock(), told)
        guard.start()
        day.arrive(*day.people)
        guard.close()
        assert BackupFolder.on_drive(drive, day.file.path).all()
        spare = tmp_path / "spare.ikrar"
        restore_mirror(MirrorPlace.on_drive(drive, day.file.path), spare)
        with day.file.opener.open(spare) as restored:
            assert Record(restored).summary().present == len(day.people)
            assert Record(restored).verify().ok
    assert told.troubles == []


def test_a_drive_that_is_no_drive_is_told_once_and_stops_nothing(tmp_path: Path) -> None:
    day, told = begin(tmp_path / "a.ikrar"), Told()
    drive = tmp_path / "not-a-folder"
    drive.write_text("a file stands where the stick should be")
    with day.file:
        guard = Guard(Places(day.file.path, drive), SystemClock(), told)
        guard.start()
        assert told.first.wait(10)
        guard.ask(Moment.SESSION)
        guard.close()
        assert len(BackupFolder.beside(day.file.path).all()) == 2
    keys = [trouble.message.key for trouble in told.troubles]
    assert keys
    assert len(keys) <= 3


def test_whoever_asks_for_a_copy_learns_where_it_is(tmp_path: Path) -> None:
    day, told = begin(tmp_path / "a.ikrar"), Told()
    with day.file:
        guard = Guard(Places(day.file.path), SystemClock(), told)
        guard.start()
        (made,) = guard.make()
        guard.close()
        assert {one.path for one in BackupFolder.beside(day.file.path).all()} >= {made}
        with day.file.opener.read(made) as copy:
            assert Record(copy).verify().ok
    assert told.troubles == []


def test_a_copy_that_cannot_be_made_is_said_to_whoever_asked(tmp_path: Path) -> None:
    day, told = begin(tmp_path / "a.ikrar"), Told()
    day.file.path.with_name("a.backups").write_text("a file stands where the folder should be")
    with day.file:
        guard = Guard(Places(day.file.path), SystemClock(), told)
        guard.start()
        with pytest.raises(KnownError):
            guard.make()
        guard.close()


def test_a_copy_beside_the_file_counts_where_the_second_drive_is_gone(tmp_path: Path) -> None:
    day, told = begin(tmp_path / "a.ikrar"), Told()
    with day.file:
        guard = Guard(Places(day.file.path, tmp_path / "gone"), SystemClock(), told)
        guard.start()
        (made,) = guard.make()
        guard.close()
    assert made.parent == tmp_path / "a.backups"
    assert {trouble.message.key for trouble in told.troubles} == {"storage.no_such_file"}


def test_a_drive_set_in_mid_ceremony_gets_copy_and_mirror(tmp_path: Path) -> None:
    day, told, drive = begin(tmp_path / "a.ikrar"), Told(), tmp_path / "stick"
    drive.mkdir()
    with day.file:
        guard = Guard(Places(day.file.path), SystemClock(), told)
        guard.start()
        day.arrive(*day.people[:2])
        guard.keep_on(drive)
        assert len(guard.make()) == 2
        day.arrive(*day.people[2:])
        guard.close()
        spare = tmp_path / "spare.ikrar"
        restore_mirror(MirrorPlace.on_drive(drive, day.file.path), spare)
        with day.file.opener.open(spare) as restored:
            assert Record(restored).summary().present == len(day.people)
    assert told.troubles == []


def test_a_drive_that_is_let_go_gets_nothing_more(tmp_path: Path) -> None:
    day, told, drive = begin(tmp_path / "a.ikrar"), Told(), tmp_path / "stick"
    drive.mkdir()
    with day.file:
        guard = Guard(Places(day.file.path, drive), SystemClock(), told)
        guard.start()
        guard.make()
        guard.keep_on(None)
        before = len(BackupFolder.on_drive(drive, day.file.path).all())
        assert len(guard.make()) == 1
        guard.close()
    assert len(BackupFolder.on_drive(drive, day.file.path).all()) == before


def test_what_was_erased_leaves_the_copies_of_both_drives(tmp_path: Path) -> None:
    day, told, drive = begin(tmp_path / "a.ikrar"), Told(), tmp_path / "stick"
    drive.mkdir()
    with day.file:
        guard = Guard(Places(day.file.path, drive), SystemClock(), told)
        guard.start()
        guard.make()
        Record(day.file).erase_everyone("masa simpan berakhir")
        guard.forget()
        guard.close()
    name = day.people[0].name.encode()
    for folder in (tmp_path / "a.backups", drive):
        kept = [path for path in folder.rglob("*") if path.is_file()]
        assert kept
        assert not [path for path in kept if name in path.read_bytes()]
    assert told.troubles == []


def test_the_guard_folds_the_wal_in(tmp_path: Path) -> None:
    day, told = begin(tmp_path / "a.ikrar"), Told()
    with day.file:
        day.file.leave_folding()
        guard = Guard(Places(day.file.path), SystemClock(), told)
        guard.start()
        attach(day.file, bytes(FOLD_PAGES * 4096))
        guard.make()
        _, pages, folded = day.file.connection.execute("PRAGMA wal_checkpoint(NOOP)").fetchone()
        assert folded == pages >= FOLD_PAGES
        guard.close()
    assert not wal_of(day.file.path).exists()
    assert told.troubles == []
