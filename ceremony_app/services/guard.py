"""Keeping copies while a file is in use, on a thread of its own.

A backup at opening, at the start and end of each session, and every five minutes while scans
arrive; a mirror on a second drive, at most a second behind.
"""

import threading
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from ceremony_app.domain.clock import Clock
from ceremony_app.domain.errors import KnownError
from ceremony_app.storage.backup import BackupFolder, Moment
from ceremony_app.storage.ceremony_file import CeremonyFile
from ceremony_app.storage.driver import Connection, connect
from ceremony_app.storage.mirror import Mirror, MirrorPlace

MIRROR_SECONDS = 0.5
BACKUP_SECONDS = 300.0


@dataclass(frozen=True, slots=True)
class Places:
    """Where copies go: beside the file always, on a second drive if one is set."""

    file: Path
    drive: Path | None = None

    def folders(self) -> tuple[BackupFolder, ...]:
        beside = BackupFolder.beside(self.file)
        if self.drive is None:
            return (beside,)
        return beside, BackupFolder.on_drive(self.drive, self.file)


def back_up_now(file: CeremonyFile, clock: Clock) -> Path:
    """The copy at the start or end of a session, for whoever has no guard running.

    Raises DiskTrouble or FileTrouble; the file itself is as it was.
    """
    return BackupFolder.beside(file.path).add(file.connection, Moment.SESSION, clock.now())


class Guard:
    """Makes the copies of one open file; troubles are told, and do not stop the ceremony.

    `tell` is called from the guard's thread with each known trouble, once until it is over.
    """

    def __init__(self, places: Places, clock: Clock, tell: Callable[[KnownError], None]) -> None:
        self._places = places
        self._clock = clock
        self._tell = tell
        self._asked: list[Moment] = [Moment.OPENED]
        self._wake = threading.Condition()
        self._closing = False
        self._told: set[str] = set()
        self._thread = threading.Thread(target=self._run, name="guard")

    def start(self) -> None:
        self._thread.start()

    def ask(self, moment: Moment) -> None:
        """Have a backup made soon; does not wait for it."""
        with self._wake:
            self._asked.append(moment)
            self._wake.notify()

    def close(self) -> None:
        """Finish what was asked for and stop."""
        with self._wake:
            self._closing = True
            self._wake.notify()
        self._thread.join()

    def _run(self) -> None:
        connection = connect(self._places.file, read_only=True)
        mirror = self._mirror()
        watch = _Watch(connection, self._clock)
        try:
            while True:
                with self._wake:
                    if not self._asked and not self._closing:
                        self._wake.wait(MIRROR_SECONDS)
                    asked, self._asked = self._asked, []
                    closing = self._closing
                if watch.due():
                    asked.append(Moment.RUNNING)
                for moment in asked:
                    self._back_up(connection, moment)
                if mirror is not None:
                    self._guarded(mirror.catch_up)
                if closing:
                    return
        finally:
            connection.close()
            if mirror is not None:
                mirror.close()

    def _mirror(self) -> Mirror | None:
        if self._places.drive is None:
            return None
        place = MirrorPlace.on_drive(self._places.drive, self._places.file)
        return Mirror(self._places.file, place)

    def _back_up(self, connection: Connection, moment: Moment) -> None:
        for folder in self._places.folders():
            self._guarded(lambda: folder.add(connection, moment, self._clock.now()))  # noqa: B023

    def _guarded(self, work: Callable[[], object]) -> None:
        try:
            work()
            self._told.clear()
        except KnownError as error:
            if error.message.key not in self._told:
                self._told.add(error.message.key)
                self._tell(error)


class _Watch:
    """Says when five minutes have passed in which something was written."""

    def __init__(self, connection: Connection, clock: Clock) -> None:
        self._connection = connection
        self._clock = clock
        self._since = clock.monotonic_ns()
        self._version = self._data_version()

    def due(self) -> bool:
        if self._clock.monotonic_ns() - self._since < BACKUP_SECONDS * 1e9:
            return False
        self._since = self._clock.monotonic_ns()
        version = self._data_version()
        changed, self._version = version != self._version, version
        return changed

    def _data_version(self) -> int:
        return int(self._connection.execute("PRAGMA data_version").fetchone()[0])
