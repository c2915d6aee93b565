"""The folder that keeps the copies of one ceremony, and how many of them."""

import re
import shutil
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path

from ceremony_app.domain.errors import DiskTrouble
from ceremony_app.storage.copies import copy_to
from ceremony_app.storage.driver import Connection, known_troubles

NEWEST_KEPT = 20

RESERVE = 64 * 1024 * 1024
"""Bytes that copies leave free on a disk: the ceremony itself is written there."""

_STAMP = "%Y%m%d-%H%M%S"


class Moment(StrEnum):
    """Why a backup was made; those at the bounds of a session, and those that somebody asked
    for, are kept apart from the newest."""

    OPENED = "opened"
    ASKED = "asked"
    SESSION = "session"
    RUNNING = "running"
    BEFORE_MIGRATION = "migration"


@dataclass(frozen=True, slots=True)
class Backup:
    """One kept copy. `number` counts up: unlike `at`, it is right where the clock was not."""

    path: Path
    number: int
    moment: Moment
    at: datetime


def free_bytes(folder: Path) -> int:
    """What is free on the drive of a folder."""
    return shutil.disk_usage(folder).free


@dataclass(frozen=True, slots=True)
class BackupFolder:
    """The copies of one ceremony in one folder: `NAME.backups/` beside the file, or elsewhere."""

    folder: Path
    name: str
    free: Callable[[Path], int] = field(default=free_bytes)

    @classmethod
    def beside(cls, path: Path) -> "BackupFolder":
        return cls(path.with_name(f"{path.stem}.backups"), path.stem)

    @classmethod
    def on_drive(cls, drive: Path, path: Path) -> "BackupFolder":
        """The folder for a file's copies on a second drive."""
        return cls(drive / f"{path.stem}.backups", path.stem)

    def add(self, connection: Connection, moment: Moment, at: datetime) -> Path:
        """Make a copy and thin out the older ones; with fewer of them before the disk fills.

        Raises DiskTrouble where there is no room even so: scans need it more than copies.
        """
        target = self.path_for(moment, at)
        with known_troubles(self.folder):
            self.folder.mkdir(exist_ok=True)
            self._make_room(target, _size_of(connection))
        copy_to(connection, target)
        self._thin(NEWEST_KEPT)
        return target

    def path_for(self, moment: Moment, at: datetime) -> Path:
        """The name of the next copy."""
        number = max((backup.number for backup in self.all()), default=0) + 1
        stamp = at.astimezone(UTC).strftime(_STAMP)
        return self.folder / f"{self.name}-{number:05}-{stamp}Z-{moment}.ikrar"

    def all(self) -> list[Backup]:
        """Every copy, the newest first; raises DiskTrouble where the drive does not answer."""
        if not self.folder.is_dir():
            return []
        with known_troubles(self.folder):
            found = [self._read(path) for path in self.folder.iterdir()]
        backups = [backup for backup in found if backup is not None]
        return sorted(backups, key=lambda backup: backup.number, reverse=True)

    def delete_all(self) -> int:
        """Destroy every copy: retention is over. Answers how many there were."""
        backups = self.all()
        with known_troubles(self.folder):
            for backup in backups:
                backup.path.unlink(missing_ok=True)
        return len(backups)

    def _read(self, path: Path) -> Backup | None:
        moments = "|".join(Moment)
        pattern = rf"{re.escape(self.name)}-(\d{{5,}})-(\d{{8}}-\d{{6}})Z-({moments})\.ikrar"
        match = re.fullmatch(pattern, path.name)
        if match is None:
            return None
        at = datetime.strptime(f"{match[2]}+0000", f"{_STAMP}%z")
        return Backup(path, int(match[1]), Moment(match[3]), at)

    def _passing(self) -> list[Backup]:
        kept_apart = (Moment.ASKED, Moment.SESSION, Moment.BEFORE_MIGRATION)
        return [backup for backup in self.all() if backup.moment not in kept_apart]

    def _thin(self, keep: int) -> None:
        for backup in self._passing()[keep:]:
            backup.path.unlink()

    def _make_room(self, target: Path, size: int) -> None:
        """Give up the oldest of the passing copies, but never the last of them."""
        passing = self._passing()
        while self.free(self.folder) < size + RESERVE:
            if len(passing) < 2:
                raise DiskTrouble("storage.no_room_for_backup", file=target.name)
            passing.pop().path.unlink()


def _size_of(connection: Connection) -> int:
    (pages,) = connection.execute("PRAGMA page_count").fetchone()
    (page_size,) = connection.execute("PRAGMA page_size").fetchone()
    return int(pages) * int(page_size)
