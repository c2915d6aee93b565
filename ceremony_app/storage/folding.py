"""Folding the WAL into the main file beside the scans, so that no scan waits for it.

SQLite's own way has whoever commits the thousandth page copy all of them, and sync twice more,
before that commit is answered (decision 0110).
"""

from pathlib import Path

from ceremony_app.storage.driver import PASSING_KIB, connect, known_troubles
from ceremony_app.storage.open_mark import checkpoint, close_file

FOLD_PAGES = 1000
"""From so many pages on the WAL is folded in: 4 MB, some three hundred scans."""


class Folding:
    """Folds one file's WAL in through a connection of its own, on a thread that may wait.

    Readers and writers go on meanwhile: what somebody still reads stays in the WAL until the
    next time. Close it before the file itself, or after it; the file is whole either way.
    """

    def __init__(self, path: Path, least: int = FOLD_PAGES) -> None:
        self._path = path
        self._least = least
        with known_troubles(path):
            self._connection = connect(path, cache_kib=PASSING_KIB)

    def fold(self) -> bool:
        """Fold in what there is, if it is worth it; answers whether it was.

        Once the whole WAL is in the main file, the next to write begins it anew. So where a scan
        came in between, the next call folds in the little that is left.

        Raises DiskTrouble where the main file cannot grow; everything is still in the WAL.
        """
        with known_troubles(self._path):
            pages, folded = self._state()
            if pages < self._least or folded >= pages:
                return False
            checkpoint(self._connection)
        return True

    def close(self) -> None:
        """Close the connection; the last one at the file leaves it whole."""
        close_file(self._connection, self._path)

    def _state(self) -> tuple[int, int]:
        """Pages in the WAL, and how many of them the main file has; -1 where there is no WAL."""
        row = self._connection.execute("PRAGMA wal_checkpoint(NOOP)").fetchone()
        return int(row[1]), int(row[2])
