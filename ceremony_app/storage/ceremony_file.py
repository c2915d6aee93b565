"""Opening, making and closing a ceremony's file."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field, replace
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from ceremony_app.domain.ceremony import Zone
from ceremony_app.domain.errors import FileTrouble, KnownError
from ceremony_app.domain.events import Event, EventKind
from ceremony_app.storage.copies import delete_whole, refuse_left_over, sync_folder
from ceremony_app.storage.derived import follow, follow_all, rebuild
from ceremony_app.storage.driver import Connection, connect, known_troubles, transaction
from ceremony_app.storage.header import APPLICATION_ID, Header, copied_while_open, read_header
from ceremony_app.storage.migrations import Migrations
from ceremony_app.storage.open_mark import (
    checkpoint,
    close_file,
    close_reader,
    mark_open,
    version_of,
)
from ceremony_app.storage.rows import DETAILS, Brought
from ceremony_app.storage.volume import Mounts, refuse_network, system_mounts
from ceremony_app.storage.writer import Entry, Opening, Writer

if TYPE_CHECKING:
    from sqlite_utils import Database

SUFFIX = ".ikrar"

MOST_WAL_PAGES = 8000
"""32 MB: at this size of the WAL a commit folds it in, whoever else should have done so."""

_ZONE = "SELECT json_extract(data, '$.zone') FROM item WHERE kind = ? AND current = 1"

Beginning = Callable[["CeremonyFile"], None]


def _nothing(_file: "CeremonyFile") -> None:
    """The beginning of a file that is to be empty."""


@dataclass(frozen=True, slots=True)
class Opener:
    """What opening a file needs: who opens it, the migrations, and the machine's drives.

    `before_migration` is called with the path of an older file before it is changed, to back
    it up; whoever composes the program hands it in.
    """

    opening: Opening
    migrations: Migrations
    before_migration: Callable[[Path], None]
    mounts: Mounts = field(default=system_mounts)

    def create(self, path: Path, zone: Zone, begin: Beginning = _nothing) -> "CeremonyFile":
        """Make a new file; `begin` writes what it holds from the start, in one transaction.

        The file has its name only when it is whole: whoever is interrupted leaves none. Raises
        FileTrouble where one of that name exists already, or none can be made.
        """
        refuse_network(path, self.mounts)
        if path.exists():
            raise FileTrouble("storage.exists_already", file=path.name)
        refuse_left_over(path)
        part = path.with_name(path.name + ".new")
        with known_troubles(path):
            try:
                delete_whole(part)
                self._write_new(part, zone, begin)
                part.rename(path)
                sync_folder(path.parent)
            finally:
                delete_whole(part)
        return self.open(path)

    def open(self, path: Path) -> "CeremonyFile":
        """Open a file for work.

        Raises FileTrouble where it is no ceremony, lies on a network drive, comes from a newer
        version, or was copied by hand while it was open elsewhere.
        """
        header = self.check(path)
        refuse_network(path, self.mounts)
        if header.version < self.migrations.newest:
            self.before_migration(path)
        with known_troubles(path):
            connection = connect(path)
        return self._ready(path, connection, None)

    def read(self, path: Path) -> "CeremonyFile":
        """Open a file only to look: nothing is recorded, nothing is migrated."""
        self.check(path)
        with known_troubles(path):
            connection = connect(path, read_only=True)
            try:
                self._refuse_version(path, version_of(connection), least=self.migrations.newest)
                zone = _zone_of(connection)
            except BaseException:
                connection.close()
                raise
        writer = Writer(connection, self.opening, zone)
        return CeremonyFile(path, connection, writer, self, read_only=True)

    def check(self, path: Path) -> Header:
        """Raises FileTrouble where a file is no ceremony, newer than this program, or lacks what
        was written while it was copied; looks at its first bytes only."""
        header = read_header(path)
        self._refuse_version(path, header.version)
        if copied_while_open(path, header):
            raise FileTrouble("storage.copied_while_open", file=path.name)
        return header

    def _write_new(self, part: Path, zone: Zone, begin: Beginning) -> None:
        connection = connect(part)
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        with self._ready(part, connection, zone) as file, file.transaction():
            begin(file)

    def _refuse_version(self, path: Path, version: int, least: int = 0) -> None:
        if version > self.migrations.newest:
            raise FileTrouble("storage.newer_version", file=path.name)
        if version < least:
            raise FileTrouble("storage.older_version", file=path.name)

    def _ready(self, path: Path, connection: Connection, zone: Zone | None) -> "CeremonyFile":
        try:
            with known_troubles(path):
                # What stands in the WAL may be newer than the header that was read before.
                self._refuse_version(path, version_of(connection))
                mark_open(connection)
                writer = self._migrated(connection, zone)
        except BaseException:
            # The mark may be there already; what went wrong first is what is to be told.
            with suppress(KnownError):
                close_file(connection, path)
            raise
        return CeremonyFile(path, connection, writer, self)

    def _migrated(self, connection: Connection, zone: Zone | None) -> Writer:
        """Bring the schema up to date, all of it or nothing, and record that it was."""
        if version_of(connection) < self.migrations.newest:
            with transaction(connection):
                before = self.migrations.apply(connection)
                writer = Writer(connection, self.opening, zone or _zone_of(connection))
                if 0 < before < self.migrations.newest:
                    body = {"from": before, "to": self.migrations.newest}
                    writer.append(Entry(EventKind.MIGRATED, body))
                    rebuild(connection)
            checkpoint(connection)
            return writer
        return Writer(connection, self.opening, zone or _zone_of(connection))


class CeremonyFile:
    """One opened ceremony file: its connection, its writer, its transactions.

    All work with it is done on one thread at a time. Close it in the end, or use it in a `with`.
    """

    def __init__(
        self,
        path: Path,
        connection: Connection,
        writer: Writer,
        opener: Opener,
        *,
        read_only: bool = False,
    ) -> None:
        self.path = path
        self.connection = connection
        self.writer = writer
        self.opener = opener
        self._read_only = read_only
        self._closed = False
        self._database: Database | None = None

    @property
    def database(self) -> "Database":
        """The file under sqlite-utils, for reading; imported late, since it is slow to load."""
        if self._database is None:
            from sqlite_utils import Database

            self._database = Database(self.connection, strict=True)
        return self._database

    def leave_folding(self) -> None:
        """Somebody else folds the WAL in from now on; a commit does so only where the WAL has
        grown far beyond what that somebody lets lie."""
        with known_troubles(self.path):
            self.connection.execute(f"PRAGMA wal_autocheckpoint = {MOST_WAL_PAGES}")

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """One durable step; afterwards the writer's chain is settled, or as it was before."""
        with known_troubles(self.path):
            try:
                with transaction(self.connection):
                    yield
            except BaseException:
                self.writer.doubt()
                raise
        self.writer.settle()

    def hand_over(self, operator: str) -> None:
        """Somebody else works from here on: a chain of its own says who, as typed.

        Not within a transaction, and not while a show runs: what the hall saw is counted within
        one chain (decision 0060).
        """
        opening = replace(self.opener.opening, operator=operator)
        self.opener = replace(self.opener, opening=opening)
        self.writer = Writer(self.connection, opening, self.writer.zone)

    def data_version(self) -> int:
        """Another number than before where another opening of the file has written since."""
        (version,) = self.connection.execute("PRAGMA data_version").fetchone()
        return int(version)

    def append(self, entry: Entry, brought: Brought | None = None) -> Event:
        """One event in the running transaction, with what follows from it."""
        event = self.writer.append(entry, brought)
        follow(self.connection, event)
        return event

    def append_all(self, entries: Iterable[tuple[Entry, Brought]]) -> list[Event]:
        """Many events about persons in the running transaction, with what follows from them."""
        events = [self.writer.append(entry, brought) for entry, brought in entries]
        follow_all(self.connection, events)
        return events

    def close(self) -> None:
        """Close the file; the last one to do so folds the WAL in and takes the open mark away.

        Raises DiskTrouble where that fails; the file is closed all the same, nothing that was
        answered is lost, and the next opening makes up for it.
        """
        if self._closed:
            return
        self._closed = True
        if self._read_only:
            close_reader(self.connection, self.path)
        else:
            close_file(self.connection, self.path)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()


def _zone_of(connection: Connection) -> Zone:
    row = connection.execute(_ZONE, (DETAILS,)).fetchone()
    return Zone(row[0]) if row and row[0] else Zone.WIB
