"""Whether a file is a copy that was made for a rehearsal: its chain says so."""

from pathlib import Path

from ceremony_app.domain.events import EventKind
from ceremony_app.storage.driver import Connection, connect, known_troubles

_BEGUN = "SELECT writer, seq FROM {}event WHERE kind = ? AND kind <> 'scan'"


def begun_rehearsals(connection: Connection, schema: str = "main") -> set[tuple[str, int]]:
    """The events that made a rehearsal of a file, by writer and sequence number."""
    asked = _BEGUN.format(f"{schema}.")
    return set(connection.execute(asked, (EventKind.REHEARSAL_BEGUN.value,)).fetchall())


def is_rehearsal(path: Path) -> bool:
    """The same for a file that is not open; raises FileTrouble where it cannot be read."""
    with known_troubles(path):
        connection = connect(path, read_only=True)
        try:
            return bool(begun_rehearsals(connection))
        finally:
            connection.close()
