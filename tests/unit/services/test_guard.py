"""Copies while a file is in use: made when asked for, mirrored, and told of when they fail."""

import threading
from pathlib import Path

from ceremony_app.domain.clock import SystemClock
from ceremony_app.domain.errors import KnownError
from ceremony_app.services.guard import Guard, Places
from ceremony_app.services.record import Record
from ceremony_app.storage.backup import BackupFolder, Moment
from ceremony_app.storage.mirror import MirrorPlace, restore_mirror
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
