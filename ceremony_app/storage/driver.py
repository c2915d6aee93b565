"""The SQLite driver: sqlcipher3, opened one way, its errors told in our own words.

Every SQLite from 3.7.0 to 3.51.2 can lose committed rows in WAL mode when one connection
checkpoints while another writes; 3.51.3 is the least allowed. Decision 0001.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from sqlcipher3 import dbapi2

from ceremony_app.domain.errors import DiskTrouble, FileTrouble, KnownError

if TYPE_CHECKING:
    # sqlcipher3 has no types of its own; its classes mirror the standard library's.
    from sqlite3 import Connection as Connection
else:
    Connection = dbapi2.Connection

LEAST_SQLITE = (3, 51, 3)
BUSY_SECONDS = 20.0
"""How long a write waits for another process; a durable write on a slow disk takes 0.05 s."""

_FULL = 13
_SENTENCES: dict[int, tuple[type[KnownError], str]] = {
    3: (FileTrouble, "storage.no_permission"),
    5: (FileTrouble, "storage.busy"),
    6: (FileTrouble, "storage.busy"),
    8: (FileTrouble, "storage.read_only"),
    10: (DiskTrouble, "storage.disk_failing"),
    11: (FileTrouble, "storage.damaged"),
    _FULL: (DiskTrouble, "storage.disk_full"),
    14: (FileTrouble, "storage.cannot_open"),
    23: (FileTrouble, "storage.no_permission"),
    26: (FileTrouble, "storage.not_a_ceremony"),
}


def sqlite_version() -> tuple[int, ...]:
    """The version of the SQLite inside the driver."""
    return tuple(int(part) for part in dbapi2.sqlite_version.split("."))


def connect(path: Path | str, *, read_only: bool = False) -> Connection:
    """A connection in which only `transaction` begins and commits.

    Raises FileTrouble where the driver's SQLite is older than the least allowed. A read-only
    connection still takes part in WAL locking, so that it sees what others commit.
    """
    if sqlite_version() < LEAST_SQLITE:
        raise FileTrouble(
            "storage.old_sqlite",
            found=dbapi2.sqlite_version,
            least=".".join(str(part) for part in LEAST_SQLITE),
        )
    connection: Connection = dbapi2.connect(
        str(path), timeout=BUSY_SECONDS, isolation_level=None, check_same_thread=False
    )
    for pragma in (
        "synchronous = FULL",
        "foreign_keys = ON",
        "recursive_triggers = ON",
        "secure_delete = ON",
        "trusted_schema = ON",
    ):
        connection.execute(f"PRAGMA {pragma}")
    if read_only:
        connection.execute("PRAGMA query_only = ON")
    return connection


@contextmanager
def known_troubles(path: Path | str) -> Iterator[None]:
    """Turn the driver's and the system's errors about `path` into known ones.

    Errors that only a mistake of ours can cause (wrong SQL, a broken constraint) stay as they
    are: they are bugs.
    """
    name = Path(path).name
    try:
        yield
    except dbapi2.Error as error:
        code = getattr(error, "sqlite_errorcode", None)
        known = _SENTENCES.get(code & 0xFF) if isinstance(code, int) else None
        if known is None:
            raise
        family, key = known
        raise family(key, file=name) from error
    except OSError as error:
        raise _of_os_error(error, name) from error


def _of_os_error(error: OSError, name: str) -> KnownError:
    import errno

    if error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
        return DiskTrouble("storage.disk_full", file=name)
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return FileTrouble("storage.no_permission", file=name)
    if error.errno == errno.ENOENT:
        return FileTrouble("storage.no_such_file", file=name)
    if error.errno == errno.EISDIR:
        return FileTrouble("storage.is_a_folder", file=name)
    return DiskTrouble("storage.disk_failing", file=name)


@contextmanager
def transaction(connection: Connection) -> Iterator[None]:
    """One write transaction: all of it is durable at the end, or none of it happened.

    BEGIN IMMEDIATE, because a deferred one that reads before it writes can be refused
    half-way by another writer.
    """
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        # SQLite has already rolled back by itself after a full disk; then there is nothing to do.
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def leave_wal(connection: Connection) -> bool:
    """Fold the WAL into the main file; false where another connection still has the file.

    Leaving WAL mode needs the file for oneself alone. The exclusive lock is then kept until
    the connection closes, so that nobody can open the file in between.
    """
    connection.execute("PRAGMA busy_timeout = 0")
    connection.execute("PRAGMA locking_mode = EXCLUSIVE").fetchone()
    try:
        connection.execute("PRAGMA journal_mode = DELETE").fetchone()
    except dbapi2.OperationalError as error:
        if error.sqlite_errorcode & 0xFF not in (dbapi2.SQLITE_BUSY, dbapi2.SQLITE_LOCKED):
            raise
        return False
    return True
