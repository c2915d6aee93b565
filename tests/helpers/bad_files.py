"""Files that are no good as ceremonies, each made from a good one."""

import shutil
import sqlite3
from collections.abc import Callable
from pathlib import Path

Make = Callable[[Path, Path], object]


def copied_while_open(good: Path, bad: Path) -> None:
    """A file whose newest writes stayed behind in the WAL of the first computer."""
    raw = bytearray(good.read_bytes())
    raw[18] = raw[19] = 2
    raw[61] |= 1
    bad.write_bytes(raw)


def newer(good: Path, bad: Path) -> None:
    shutil.copy(good, bad)
    connection = sqlite3.connect(bad)
    connection.execute("PRAGMA user_version = 9999")
    connection.close()


def damaged(good: Path, bad: Path) -> None:
    raw = bytearray(good.read_bytes())
    raw[4096:] = b"\xa5" * (len(raw) - 4096)
    bad.write_bytes(raw)


def other_database(_good: Path, bad: Path) -> None:
    connection = sqlite3.connect(bad)
    connection.execute("CREATE TABLE a (b)")
    connection.close()


BAD: dict[str, Make] = {
    "missing": lambda _good, _bad: None,
    "folder": lambda _good, bad: bad.mkdir(),
    "empty": lambda _good, bad: bad.touch(),
    "text": lambda _good, bad: bad.write_text("Daftar hadir\n" * 100, "utf-8"),
    "short": lambda good, bad: bad.write_bytes(good.read_bytes()[:60]),
    "other_database": other_database,
    "damaged": damaged,
    "newer": newer,
    "copied_while_open": copied_while_open,
}
