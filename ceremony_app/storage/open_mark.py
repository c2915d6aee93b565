"""The "open" mark: how a file says that its newest writes may lie beside it, in the WAL.

Opening puts the mark into the main file while a WAL is there; only somebody who has the file
alone takes it away, after everything else was folded in and before the WAL is deleted. So at no
moment is a whole file marked without its WAL beside it (decision 0014).
"""

import threading
import time
from contextlib import suppress
from pathlib import Path

from ceremony_app.domain.errors import DiskTrouble
from ceremony_app.storage.driver import (
    Connection,
    DriverError,
    connect,
    is_busy,
    known_troubles,
    primary_code,
    transaction,
)
from ceremony_app.storage.header import OPEN_MARK, read_header, wal_of

_READ_ONLY = 8
_ATTEMPTS = 100
"""Each of them is somebody else's opening or closing that took a few milliseconds."""
_ASKED_AGAIN = 0.02
"""Seconds; folding in a few megabytes takes some of them."""


def version_of(connection: Connection) -> int:
    """The version of the schema, as this connection sees it: the newest may still be in the WAL."""
    return _user_version(connection) & (OPEN_MARK - 1)


def mark_open(connection: Connection) -> None:
    """Put the mark into the main file itself, before anything else can be written."""
    _enter_wal(connection)
    if not _user_version(connection) & OPEN_MARK:
        with transaction(connection):
            marked = _user_version(connection) | OPEN_MARK
            connection.execute(f"PRAGMA user_version = {marked}")
    checkpoint(connection)


def _enter_wal(connection: Connection) -> None:
    """Two who open at the same moment stand in each other's way, and SQLite does not wait there.

    Beginning to write does wait; whoever comes second then finds the file in WAL mode.
    """
    for _ in range(_ATTEMPTS):
        try:
            connection.execute("PRAGMA journal_mode = WAL").fetchone()
        except DriverError as error:
            if not is_busy(error):
                raise
            connection.execute("BEGIN EXCLUSIVE")
            connection.execute("ROLLBACK")
        else:
            return
    connection.execute("PRAGMA journal_mode = WAL").fetchone()


def checkpoint(connection: Connection) -> None:
    """Copy what the WAL holds into the main file, as far as nobody stands in the way."""
    connection.execute("PRAGMA wal_checkpoint(PASSIVE)").fetchone()


def empty_wal(connection: Connection) -> bool:
    """Fold the whole WAL in and leave nothing in it; false where somebody stands in the way.

    SQLite waits for those who read, but not for another who is folding in, as a guard may be:
    that one is asked again, for as long as this connection waits for anything.
    """
    (patience,) = connection.execute("PRAGMA busy_timeout").fetchone()
    until = time.monotonic() + patience / 1000
    while True:
        busy, *_ = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        if not busy or time.monotonic() >= until:
            return not busy
        threading.Event().wait(_ASKED_AGAIN)


def close_file(connection: Connection, path: Path) -> bool:
    """Close a connection that may write; answers whether it was the last one.

    Then the file is whole. Raises DiskTrouble where the disk is full, and what was written is
    still in the WAL; the connection is closed in any case.
    """
    with known_troubles(path):
        return _close(connection, path)


def close_reader(connection: Connection, path: Path) -> None:
    """Close a read-only connection, and leave the file whole if everybody else is gone.

    Whoever only looked has seen what there is: that the disk has no room to fold the WAL in is
    for the next one to hear who writes.
    """
    connection.close()
    with suppress(DiskTrouble):
        fold_in(path)


def fold_in(path: Path) -> bool:
    """Make a file whole that was left with its WAL; false where somebody has it open, or where
    it may not be written. Raises FileTrouble where it is no ceremony, or damaged."""
    if not read_header(path).marked_open and not wal_of(path).exists():
        return True
    with known_troubles(path):
        connection = connect(path)
    try:
        return _close(connection, path)
    except DriverError as error:
        if primary_code(error) == _READ_ONLY:
            return False
        with known_troubles(path):
            raise


def _close(connection: Connection, path: Path) -> bool:
    try:
        return _fold_in(connection) or _close_beside_others(connection, path)
    finally:
        connection.close()


def _fold_in(connection: Connection) -> bool:
    """Fold the WAL in and take the mark away; false where another connection has the file.

    In exclusive mode the beginning of a write transaction takes the lock that only somebody
    alone can have, and keeps it: nobody can open the file from here to the end.
    """
    connection.execute("PRAGMA busy_timeout = 0")
    connection.execute("PRAGMA locking_mode = EXCLUSIVE").fetchone()
    try:
        with transaction(connection):
            pass
        # The mark goes last: page one is the first that a checkpoint copies.
        checkpoint(connection)
        with transaction(connection):
            connection.execute(f"PRAGMA user_version = {version_of(connection)}")
        connection.execute("PRAGMA journal_mode = DELETE").fetchone()
    except DriverError as error:
        if not is_busy(error):
            raise
        return False
    return True


def _close_beside_others(connection: Connection, path: Path) -> bool:
    """Close while another has the file, or had it a moment ago; answers as `close_file` does.

    SQLite deletes the WAL with the last connection and knows nothing of the mark. A read-only
    connection that outlives this one prevents it: it cannot fold the WAL in, so it keeps it.
    """
    # Asking once more lets go of the lock that the failed attempt left behind, which would
    # keep the second connection out.
    connection.execute("PRAGMA locking_mode = NORMAL").fetchone()
    try:
        connection.execute("PRAGMA journal_mode = DELETE").fetchone()
    except DriverError as error:
        if not is_busy(error):
            raise
    else:
        connection.execute(f"PRAGMA user_version = {version_of(connection)}")
        return True
    anchor = connect(path, read_only=True)
    try:
        anchor.execute("SELECT 1 FROM sqlite_master LIMIT 1").fetchone()
        connection.close()
    finally:
        anchor.close()
    return False


def _user_version(connection: Connection) -> int:
    return int(connection.execute("PRAGMA user_version").fetchone()[0])
