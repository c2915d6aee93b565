"""Whether one file holds all that another one does: what may be written over."""

from pathlib import Path

from ceremony_app.domain.errors import FileTrouble
from ceremony_app.storage.driver import Connection, connect, known_troubles
from ceremony_app.storage.header import copied_while_open, read_header


def holds_all_of(path: Path, other: Path) -> bool:
    """Whether every event of `other` stands in `path`, word for word.

    The chains make it enough to look at the end of each. Neither file may be open in this
    process. Raises FileTrouble where one of them is no ceremony, incomplete or damaged.
    """
    ours, theirs = _opened(path), _opened(other)
    try:
        with known_troubles(other):
            heads = theirs.execute("SELECT writer, seq, hash FROM head").fetchall()
        with known_troubles(path):
            return all(_has(ours, *head) for head in heads)
    finally:
        ours.close()
        theirs.close()


def _opened(path: Path) -> Connection:
    if copied_while_open(path, read_header(path)):
        raise FileTrouble("storage.copied_while_open", file=path.name)
    with known_troubles(path):
        return connect(path, read_only=True)


def _has(connection: Connection, writer: str, seq: int, digest: bytes) -> bool:
    row = connection.execute(
        "SELECT hash FROM event WHERE writer = ? AND seq = ?", (writer, seq)
    ).fetchone()
    return row is not None and row[0] == digest
