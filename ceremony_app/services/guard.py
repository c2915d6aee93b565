"""Keeping copies while a file is in use, on a thread of its own.

A backup at opening, at the start and end of each session, and every five minutes while scans
arrive; a mirror on a second drive, at most a second behind. It also folds the file's WAL in, so
that no scan has to.
"""

import threading
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass, replace
from pathlib import Path

from ceremony_app.domain.clock import Clock
from ceremony_app.domain.errors import KnownError
from ceremony_app.storage.backup import BackupFolder, Moment
from ceremony_app.storage.ceremony_file import CeremonyFile
from ceremony_app.storage.driver import PASSING_KIB, Connection, connect
from ceremony_app.storage.folding import Folding
from ceremony_app.storage.mirror import Mirror, MirrorPlace

PAUSE_SECONDS = 0.5
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
    Whoever opened the file lets it `leave_folding`, and closes the guard first.
    """

    def __init__(self, places: Places, clock: Clock, tell: Callable[[KnownError], None]) -> None:
        self._places = places
        self._clock = clock
        self._tell = tell
        self._orders: list[_Order] = [_Order(Moment.OPENED)]
        self._wake = threading.Condition()
        self._closing = False
        self._told: set[str] = set()
        self._thread = threading.Thread(target=self._run, name="guard")

    @property
    def places(self) -> Places:
        """Where copies go now."""
        with self._wake:
            return self._places

    def start(self) -> None:
        self._thread.start()

    def ask(self, moment: Moment) -> None:
        """Have a backup made soon; does not wait for it."""
        self._give(_Order(moment))

    def make(self) -> tuple[Path, ...]:
        """Have a backup made that somebody asked for, and wait for it, on a thread that may wait.

        Raises DiskTrouble or FileTrouble where none could be made; where only one of two could,
        the other's trouble is told.
        """
        order = _Order(Moment.ASKED, awaited=Future())
        self._give(order)
        return order.awaited.result() if order.awaited else ()

    def forget(self) -> None:
        """Destroy every copy there is, since what they hold was erased; then make a new one."""
        self._give(_Order(Moment.OPENED, anew=True))

    def keep_on(self, drive: Path | None) -> None:
        """Keep copies and a mirror on this second drive from now on, or on none.

        What lies on an earlier drive stays there.
        """
        with self._wake:
            self._places = replace(self._places, drive=drive)
        if drive is not None:
            self.ask(Moment.OPENED)

    def close(self) -> None:
        """Finish what was asked for and stop."""
        with self._wake:
            self._closing = True
            self._wake.notify()
        self._thread.join()

    def _give(self, order: "_Order") -> None:
        with self._wake:
            if self._closing:
                if order.awaited is not None:
                    order.awaited.cancel()
                return
            self._orders.append(order)
            self._wake.notify()

    def _run(self) -> None:
        connection = connect(self._places.file, read_only=True, cache_kib=PASSING_KIB)
        folding, follower = Folding(self._places.file), _Follower(self._places.file)
        watch = _Watch(connection, self._clock)
        try:
            closing = False
            while not closing:
                orders, places, closing = self._next()
                self._guarded(folding.fold)
                if watch.due():
                    orders.append(_Order(Moment.RUNNING))
                for order in orders:
                    self._carry_out(order, connection, places)
                mirror = follower.on(places.drive)
                if mirror is not None:
                    self._guarded(mirror.catch_up)
        finally:
            connection.close()
            follower.close()
            self._guarded(folding.close)

    def _next(self) -> "tuple[list[_Order], Places, bool]":
        """What is to be done now: at once where something was asked for, else a little later."""
        with self._wake:
            if not self._orders and not self._closing:
                self._wake.wait(PAUSE_SECONDS)
            orders, self._orders = self._orders, []
            return orders, self._places, self._closing

    def _carry_out(self, order: "_Order", connection: Connection, places: Places) -> None:
        if order.awaited is None:
            self._copy(order, connection, places)
            return
        try:
            made, troubles = self._copy(order, connection, places)
        except BaseException as bug:
            order.awaited.set_exception(bug)
            raise
        if not made:
            order.awaited.set_exception(troubles[0])
            return
        for trouble in troubles:
            self._tell(trouble)
        order.awaited.set_result(tuple(made))

    def _copy(
        self, order: "_Order", connection: Connection, places: Places
    ) -> tuple[list[Path], list[KnownError]]:
        made: list[Path] = []
        troubles: list[KnownError] = []
        for folder in places.folders():
            if order.anew:
                self._guarded(folder.delete_all)
            trouble = self._guarded(
                lambda: made.append(folder.add(connection, order.moment, self._clock.now())),  # noqa: B023
                tell=order.awaited is None,
            )
            troubles += [trouble] if trouble else []
        return made, troubles

    def _guarded(self, work: Callable[[], object], *, tell: bool = True) -> KnownError | None:
        """Do something that may meet a known trouble; answers it, and tells it the first time."""
        try:
            work()
        except KnownError as error:
            if tell and error.message.key not in self._told:
                self._told.add(error.message.key)
                self._tell(error)
            return error
        self._told.clear()
        return None


@dataclass(frozen=True, slots=True)
class _Order:
    """A backup to be made; `anew` destroys the earlier ones first, `awaited` waits for it."""

    moment: Moment
    anew: bool = False
    awaited: "Future[tuple[Path, ...]] | None" = None


class _Follower:
    """Keeps the mirror on whatever second drive is set."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._drive: Path | None = None
        self._mirror: Mirror | None = None

    def on(self, drive: Path | None) -> Mirror | None:
        """The mirror on `drive`; one on an earlier drive is left as it is."""
        if drive != self._drive:
            self.close()
            self._drive = drive
            if drive is not None:
                self._mirror = Mirror(self._file, MirrorPlace.on_drive(drive, self._file))
        return self._mirror

    def close(self) -> None:
        if self._mirror is not None:
            self._mirror.close()
            self._mirror = None


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
