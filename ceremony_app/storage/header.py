"""What the main file of a ceremony says of itself, before it is opened.

It says whether it is a ceremony at all, which version made it, and whether it was copied by
hand while it was open: the "open" mark is in the user version of the main file, put there
before the first write and taken away by the last close (decision 0014).
"""

import os
from dataclasses import dataclass
from pathlib import Path

from ceremony_app.domain.errors import FileTrouble
from ceremony_app.storage.driver import known_troubles, look_at

APPLICATION_ID = 0x494B5241
"""'IKRA' in ASCII; file managers may know the file by it."""

OPEN_MARK = 1 << 16


@dataclass(frozen=True, slots=True)
class Header:
    """What the header says; `version` is the number of migrations that were applied."""

    version: int
    marked_open: bool


def read_header(path: Path) -> Header:
    """Raises FileTrouble where the file is missing, unreadable or not a ceremony.

    SQLite reads it, not we: were we to close a file of our own on it, POSIX would drop every
    lock that this process has on it, and another process could think itself alone.
    """
    with known_troubles(path):
        if path.is_dir():
            raise FileTrouble("storage.is_a_folder", file=path.name)
        path.stat()
        if not os.access(path, os.R_OK):
            raise FileTrouble("storage.no_permission", file=path.name)
        connection = look_at(path)
        try:
            (application_id,) = connection.execute("PRAGMA application_id").fetchone()
            (version,) = connection.execute("PRAGMA user_version").fetchone()
        finally:
            connection.close()
    if application_id != APPLICATION_ID:
        raise FileTrouble("storage.not_a_ceremony", file=path.name)
    return Header(version=version & (OPEN_MARK - 1), marked_open=bool(version & OPEN_MARK))


def wal_of(path: Path) -> Path:
    """Where SQLite keeps the newest writes of an open file."""
    return path.with_name(path.name + "-wal")


def copied_while_open(path: Path, header: Header) -> bool:
    """Whether the newest writes were left behind when the file was copied.

    A file that was closed in order is not marked; one that crashed still has its WAL. Somebody
    who closes the file just now may delete the WAL after the header was read: then the header
    says something else by now.
    """
    return _lacks_wal(path, header) and _lacks_wal(path, read_header(path))


def _lacks_wal(path: Path, header: Header) -> bool:
    return header.marked_open and not wal_of(path).exists()
