"""Checked copies of a file in use, the folder that keeps them, and the way back.

A copy is made by SQLite itself in one step (copying an open WAL file by hand copies no rows),
closed properly, checked, synced and only then given its name.
"""

import os
import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path

from ceremony_app.domain.errors import DiskTrouble, FileTrouble
from ceremony_app.storage.driver import Connection, connect, known_troubles
from ceremony_app.storage.header import OPEN_MARK, copied_while_open, read_header, wal_of
from ceremony_app.storage.open_mark import fold_in

NEWEST_KEPT = 20
_STAMP = "%Y%m%d-%H%M%S-%f"


class Moment(StrEnum):
    """Why a backup was made; those at the bounds of a session are kept apart from the newest."""

    OPENED = "opened"
    SESSION = "session"
    RUNNING = "running"
    BEFORE_MIGRATION = "migration"


def copy_to(connection: Connection, target: Path) -> None:
    """Write a whole, closed, checked copy of an open file; an older `target` is replaced.

    Raises DiskTrouble or FileTrouble; then `target` is as it was.
    """
    part = target.with_name(target.name + ".part")
    with known_troubles(target):
        target.parent.mkdir(parents=True, exist_ok=True)
        part.unlink(missing_ok=True)
        try:
            _write_copy(connection, part)
            _sync(part)
            part.replace(target)
            _sync_folder(target.parent)
        finally:
            part.unlink(missing_ok=True)
            wal_of(part).unlink(missing_ok=True)


def copy_file(source: Path, target: Path) -> None:
    """The same for a file that this process has not opened: it may be open in another."""
    header = read_header(source)
    if copied_while_open(source, header):
        raise FileTrouble("storage.copied_while_open", file=source.name)
    with known_troubles(source):
        connection = connect(source, read_only=True)
    try:
        copy_to(connection, target)
    finally:
        connection.close()


def _write_copy(connection: Connection, part: Path) -> None:
    copy = connect(part)
    try:
        # All pages in one step: in several, each write of the door would start it over.
        connection.backup(copy, pages=-1)
        copy.execute("PRAGMA journal_mode = DELETE").fetchone()
        (version,) = copy.execute("PRAGMA user_version").fetchone()
        copy.execute(f"PRAGMA user_version = {version & (OPEN_MARK - 1)}")
        (answer,) = copy.execute("PRAGMA quick_check(1)").fetchone()
    finally:
        copy.close()
    if answer != "ok":
        raise FileTrouble("storage.damaged", file=part.name.removesuffix(".part"))


def _sync(path: Path) -> None:
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def _sync_folder(folder: Path) -> None:
    if os.name != "posix":
        return  # Windows has no way to sync a folder; its rename is journalled
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


@dataclass(frozen=True, slots=True)
class Backup:
    """One kept copy."""

    path: Path
    moment: Moment
    at: datetime


@dataclass(frozen=True, slots=True)
class BackupFolder:
    """The copies of one ceremony in one folder: `NAME.backups/` beside the file, or elsewhere."""

    folder: Path
    name: str

    @classmethod
    def beside(cls, path: Path) -> "BackupFolder":
        return cls(path.with_name(f"{path.stem}.backups"), path.stem)

    @classmethod
    def on_drive(cls, drive: Path, path: Path) -> "BackupFolder":
        """The folder for a file's copies on a second drive."""
        return cls(drive / f"{path.stem}.backups", path.stem)

    def add(self, connection: Connection, moment: Moment, at: datetime) -> Path:
        """Make a copy and thin out the older ones; when the disk is full, with fewer of them."""
        target = self.path_for(moment, at)
        try:
            copy_to(connection, target)
        except DiskTrouble:
            if not self._make_room():
                raise
            copy_to(connection, target)
        self._thin(NEWEST_KEPT)
        return target

    def path_for(self, moment: Moment, at: datetime) -> Path:
        """The name of a copy; names sort by time."""
        return self.folder / f"{self.name}-{at.strftime(_STAMP)}-{moment}.ikrar"

    def all(self) -> list[Backup]:
        """Every copy, the newest first."""
        found = []
        for path in self.folder.glob(f"{self.name}-*.ikrar"):
            stamp, _, moment = path.stem.removeprefix(f"{self.name}-").rpartition("-")
            if moment in set(Moment):
                at = datetime.strptime(stamp, _STAMP).astimezone()
                found.append(Backup(path, Moment(moment), at))
        return sorted(found, key=lambda backup: backup.path.name, reverse=True)

    def delete_all(self) -> int:
        """Destroy every copy: retention is over. Answers how many there were."""
        backups = self.all()
        for backup in backups:
            backup.path.unlink()
        return len(backups)

    def _passing(self) -> Sequence[Backup]:
        kept_apart = (Moment.SESSION, Moment.BEFORE_MIGRATION)
        return [backup for backup in self.all() if backup.moment not in kept_apart]

    def _thin(self, keep: int) -> None:
        for backup in self._passing()[keep:]:
            backup.path.unlink()

    def _make_room(self) -> bool:
        """Give up the older half of the passing copies; false where there is nothing to give."""
        passing = self._passing()
        self._thin(len(passing) // 2)
        return len(passing) > 1


def restore(copy: Path, target: Path) -> Path | None:
    """Bring a copy back as `target`; what stood there is kept under a name of its own.

    Answers that name, or None where nothing stood there. Raises FileTrouble where the copy is
    no ceremony, incomplete or damaged, or `target` is open in a program.
    """
    kept: Path | None = None
    fresh = target.with_name(target.name + ".restored")
    copy_file(copy, fresh)
    try:
        with known_troubles(target):
            if target.exists():
                kept = _set_aside(target)
            fresh.replace(target)
            _sync_folder(target.parent)
    finally:
        fresh.unlink(missing_ok=True)
    return kept


def _set_aside(target: Path) -> Path:
    """Move a file and its WAL out of the way under the next free name."""
    if wal_of(target).exists() and _is_open(target):
        raise FileTrouble("storage.open_elsewhere", file=target.name)
    number = 1
    while (kept := target.with_name(f"{target.stem}.before-restore-{number}.ikrar")).exists():
        number += 1
    for suffix in ("", "-wal", "-shm"):
        part = target.with_name(target.name + suffix)
        if part.exists():
            shutil.move(part, kept.with_name(kept.name + suffix))
    return kept


def _is_open(target: Path) -> bool:
    return not fold_in(target)
