"""The SQLite driver: sqlcipher3, opened one way, its errors told in our own words.

Every SQLite from 3.7.0 to 3.51.2 can lose committed rows in WAL mode when one connection
checkpoints while another writes; 3.51.3 is the least allowed. Decision 0001.
"""

import errno
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

CACHE_KIB = 64_000
"""The most memory for pages of a file; a usual office's is smaller and takes what it needs. An
import of 100,000 changes 40 MB: a page that left the cache, and came back to be changed again,
would have SQLite read the whole WAL and sum it up anew."""

PASSING_KIB = 2_000
"""For a connection that reads each page once, if at all, beside the one that works: SQLite's own
measure. A guard's copies would otherwise fill a second cache with the whole file."""

DriverError = dbapi2.Error

_BUSY = frozenset({5, 6})
_SENTENCES: dict[int, tuple[type[KnownError], str]] = {
    3: (FileTrouble, "storage.no_permission"),
    5: (FileTrouble, "storage.busy"),
    6: (FileTrouble, "storage.busy"),
    8: (FileTrouble, "storage.read_only"),
    10: (DiskTrouble, "storage.disk_failing"),
    11: (FileTrouble, "storage.damaged"),
    13: (DiskTrouble, "storage.disk_full"),
    14: (FileTrouble, "storage.cannot_open"),
    23: (FileTrouble, "storage.no_permission"),
    26: (FileTrouble, "storage.not_a_ceremony"),
}

# The driver's backup raises without a code, in SQLite's own words.
_BY_WORDS = {
    "database is locked": 5,
    "attempt to write a readonly database": 8,
    "disk I/O error": 10,
    "database disk image is malformed": 11,
    "database or disk is full": 13,
    "unable to open database file": 14,
    "file is not a database": 26,
}


def sqlite_version() -> tuple[int, ...]:
    """The version of the SQLite inside the driver."""
    return tuple(int(part) for part in dbapi2.sqlite_version.split("."))


def refuse_old_sqlite(found: tuple[int, ...]) -> None:
    """Raises FileTrouble for a version of SQLite that can lose committed rows."""
    if found < LEAST_SQLITE:
        raise FileTrouble("storage.old_sqlite", found=_dotted(found), least=_dotted(LEAST_SQLITE))


def connect(path: Path | str, *, read_only: bool = False, cache_kib: int = CACHE_KIB) -> Connection:
    """A connection in which only `transaction` begins and commits.

    Raises FileTrouble where the driver's SQLite is older than the least allowed. A read-only
    connection still takes part in WAL locking, so that it sees what others commit; it never
    folds the WAL in, not even when it is the last to close (decision 0014). `cache_kib` is the
    most memory that it keeps pages in.
    """
    refuse_old_sqlite(sqlite_version())
    if read_only and Path(f"{path}-journal").exists():
        _roll_back(path)
    name = f"{Path(path).absolute().as_uri()}?mode=ro" if read_only else str(path)
    connection: Connection = dbapi2.connect(
        name,
        timeout=BUSY_SECONDS,
        isolation_level=None,
        check_same_thread=False,
        uri=read_only,
    )
    for pragma in (
        "synchronous = FULL",
        "foreign_keys = ON",
        "recursive_triggers = ON",
        "secure_delete = ON",
        "trusted_schema = OFF",
        f"cache_size = -{cache_kib}",
    ):
        connection.execute(f"PRAGMA {pragma}")
    return connection


def look_at(path: Path) -> Connection:
    """A connection to the main file alone, as it is on the disk: no lock, no WAL, no recovery."""
    name = f"{path.absolute().as_uri()}?mode=ro&immutable=1"
    connection: Connection = dbapi2.connect(name, isolation_level=None, uri=True)
    # Without it SQLite calls a file damaged whose newest pages are still in the WAL.
    connection.execute("PRAGMA writable_schema = ON")
    return connection


def _roll_back(path: Path | str) -> None:
    """Undo what a process left half-done when it was killed between the two ways of writing:
    somebody who may only read cannot."""
    connection = connect(path)
    try:
        connection.execute("SELECT 1 FROM sqlite_master LIMIT 1").fetchone()
    finally:
        connection.close()


def _dotted(version: tuple[int, ...]) -> str:
    return ".".join(str(part) for part in version)


@contextmanager
def known_troubles(path: Path | str) -> Iterator[None]:
    """Turn the driver's and the system's errors about `path` into known ones.

    Errors that only a mistake of ours can cause (wrong SQL, a broken constraint) stay as they
    are: they are bugs.
    """
    try:
        yield
    except dbapi2.Error as error:
        known = _SENTENCES.get(primary_code(error))
        if known is None:
            raise
        family, key = known
        raise family(key, file=Path(path).name) from error
    except OSError as error:
        raise _of_os_error(error, Path(path).name) from error


def primary_code(error: Exception) -> int:
    """SQLite's own code for an error of the driver, without its extension; -1 where it has none."""
    code = getattr(error, "sqlite_errorcode", None)
    return code & 0xFF if isinstance(code, int) else _BY_WORDS.get(str(error), -1)


def _of_os_error(error: OSError, name: str) -> KnownError:
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


def statements(script: str) -> Iterator[str]:
    """The statements of an SQL script, one by one: the driver's own way commits in between."""
    statement = ""
    for line in script.splitlines(keepends=True):
        statement += line
        if dbapi2.complete_statement(statement):
            yield statement
            statement = ""
    if statement.strip():
        yield statement


def is_busy(error: Exception) -> bool:
    """Whether an error only says that another connection has the file."""
    return primary_code(error) in _BUSY
