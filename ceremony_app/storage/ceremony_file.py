"""Opening, making and closing a ceremony's file."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from ceremony_app.domain.ceremony import Zone
from ceremony_app.domain.errors import FileTrouble
from ceremony_app.domain.events import Event
from ceremony_app.storage.driver import Connection, connect, known_troubles, leave_wal, transaction
from ceremony_app.storage.header import (
    APPLICATION_ID,
    OPEN_MARK,
    Header,
    copied_while_open,
    read_header,
)
from ceremony_app.storage.migrations import Migrations
from ceremony_app.storage.rows import DETAILS, Brought
from ceremony_app.storage.volume import Mounts, refuse_network, system_mounts
from ceremony_app.storage.writer import Entry, Opening, Writer

if TYPE_CHECKING:
    from sqlite_utils import Database

SUFFIX = ".ikrar"

_ZONE = "SELECT json_extract(data, '$.zone') FROM item WHERE kind = ? AND current = 1"


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

    def create(self, path: Path, zone: Zone) -> "CeremonyFile":
        """Make a new, empty file; raises FileTrouble where one of that name exists already."""
        refuse_network(path, self.mounts)
        if path.exists():
            raise FileTrouble("storage.exists_already", file=path.name)
        with known_troubles(path):
            path.touch(exist_ok=False)
        try:
            with known_troubles(path):
                connection = connect(path)
                connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
            return self._ready(path, connection, 0, zone)
        except BaseException:
            # A full disk must not leave half a file behind that stands in the way of the next try.
            path.unlink(missing_ok=True)
            raise

    def open(self, path: Path) -> "CeremonyFile":
        """Open a file for work.

        Raises FileTrouble where it is no ceremony, lies on a network drive, comes from a newer
        version, or was copied by hand while it was open elsewhere.
        """
        header = self._checked(path)
        refuse_network(path, self.mounts)
        if header.version < self.migrations.newest:
            self.before_migration(path)
        with known_troubles(path):
            connection = connect(path)
        return self._ready(path, connection, header.version, None)

    def read(self, path: Path) -> "CeremonyFile":
        """Open a file only to look: nothing is recorded, nothing is migrated."""
        header = self._checked(path)
        if header.version < self.migrations.newest:
            raise FileTrouble("storage.older_version", file=path.name)
        with known_troubles(path):
            connection = connect(path, read_only=True)
            zone = _zone_of(connection)
        return CeremonyFile(path, connection, Writer(connection, self.opening, zone), self)

    def _checked(self, path: Path) -> Header:
        header = read_header(path)
        if header.version > self.migrations.newest:
            raise FileTrouble("storage.newer_version", file=path.name)
        if copied_while_open(path, header):
            raise FileTrouble("storage.copied_while_open", file=path.name)
        return header

    def _ready(
        self, path: Path, connection: Connection, version: int, zone: Zone | None
    ) -> "CeremonyFile":
        try:
            with known_troubles(path):
                connection.execute("PRAGMA journal_mode = WAL").fetchone()
                _mark_open(connection, version)
                self.migrations.apply(connection, version)
                writer = Writer(connection, self.opening, zone or _zone_of(connection))
        except BaseException:
            connection.close()
            raise
        return CeremonyFile(path, connection, writer, self)


class CeremonyFile:
    """One opened ceremony file: its connection, its writer, its transactions.

    All work with it is done on one thread at a time. Close it in the end, or use it in a `with`.
    """

    def __init__(self, path: Path, connection: Connection, writer: Writer, opener: Opener) -> None:
        self.path = path
        self.connection = connection
        self.writer = writer
        self.opener = opener
        self._database: Database | None = None

    @property
    def database(self) -> "Database":
        """The file under sqlite-utils, for reading; imported late, since it is slow to load."""
        if self._database is None:
            from sqlite_utils import Database

            self._database = Database(self.connection, strict=True)
        return self._database

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """One durable step; afterwards the writer's chain is settled, or as it was before."""
        with known_troubles(self.path):
            try:
                with transaction(self.connection):
                    yield
            except BaseException:
                self.writer.forget()
                raise
        self.writer.settle()

    def append(self, entry: Entry, brought: Brought | None = None) -> Event:
        """One event in the running transaction."""
        return self.writer.append(entry, brought)

    def close(self) -> None:
        """Close the file; the last one to do so folds the WAL in and takes the open mark away."""
        (read_only,) = self.connection.execute("PRAGMA query_only").fetchone()
        with known_troubles(self.path):
            if not read_only and leave_wal(self.connection):
                self.connection.execute(f"PRAGMA user_version = {self.opener.migrations.newest}")
            self.connection.close()

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


def _mark_open(connection: Connection, version: int) -> None:
    """Put the mark into the main file itself, before anything else can be written."""
    (marked,) = connection.execute("PRAGMA user_version").fetchone()
    if not marked & OPEN_MARK:
        connection.execute(f"PRAGMA user_version = {version | OPEN_MARK}")
    connection.execute("PRAGMA wal_checkpoint(PASSIVE)").fetchone()
