"""The first hundred bytes of a ceremony's file, read before SQLite touches it.

They say whether it is a ceremony at all, which version made it, and whether it was copied by
hand while it was open: the "open" mark is in the user version of the main file, put there
before the first write and taken away by the last close (decision 0014).
"""

from dataclasses import dataclass
from pathlib import Path

from ceremony_app.domain.errors import FileTrouble
from ceremony_app.storage.driver import known_troubles

APPLICATION_ID = 0x494B5241
"""'IKRA' in ASCII; file managers may know the file by it."""

OPEN_MARK = 1 << 16

_MAGIC = b"SQLite format 3\x00"


@dataclass(frozen=True, slots=True)
class Header:
    """What the header says; `version` is the number of migrations that were applied."""

    version: int
    marked_open: bool
    in_wal_mode: bool


def read_header(path: Path) -> Header:
    """Raises FileTrouble where the file is missing, unreadable or not a ceremony."""
    with known_troubles(path):
        if path.is_dir():
            raise FileTrouble("storage.is_a_folder", file=path.name)
        with path.open("rb") as file:
            head = file.read(100)
    application_id = int.from_bytes(head[68:72], "big")
    if len(head) < 100 or not head.startswith(_MAGIC) or application_id != APPLICATION_ID:
        raise FileTrouble("storage.not_a_ceremony", file=path.name)
    version = int.from_bytes(head[60:64], "big")
    return Header(
        version=version & (OPEN_MARK - 1),
        marked_open=bool(version & OPEN_MARK),
        in_wal_mode=head[18] == 2,
    )


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
    return header.marked_open and header.in_wal_mode and not wal_of(path).exists()
