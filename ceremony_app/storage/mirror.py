"""The mirror on a second drive: a checked copy, and every event since, appended at once.

`NAME.mirror/base.ikrar` is the copy; `NAME.mirror/events.jsonl` holds a line for each later
event with the rows that it brought. A spare laptop can go on from it after a second's loss.
"""

import json
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ceremony_app.domain.errors import FileTrouble
from ceremony_app.storage.backup import copy_to
from ceremony_app.storage.derived import rebuild
from ceremony_app.storage.driver import Connection, connect, known_troubles, transaction
from ceremony_app.storage.rows import TABLES

Line = dict[str, Any]


@dataclass(frozen=True, slots=True)
class MirrorPlace:
    """Where the mirror of one ceremony lies on a drive."""

    folder: Path

    @classmethod
    def on_drive(cls, drive: Path, path: Path) -> "MirrorPlace":
        return cls(drive / f"{path.stem}.mirror")

    @property
    def base(self) -> Path:
        return self.folder / "base.ikrar"

    @property
    def events(self) -> Path:
        return self.folder / "events.jsonl"


class Mirror:
    """Follows one file through a connection of its own; `catch_up` is called again and again."""

    def __init__(self, source: Path, place: MirrorPlace) -> None:
        self._connection = connect(source, read_only=True)
        self._place = place
        self._known: dict[str, int] = {}
        self._begun = False

    def catch_up(self) -> int:
        """Append what was written since the last call, durably; answers how many events.

        Raises DiskTrouble or FileTrouble where the drive is full or gone; the next call then
        begins with a new copy, so that nothing is missing once the drive is back.
        """
        try:
            if not self._begun:
                self._begin()
            return self._append()
        except Exception:
            self._begun = False
            raise

    def close(self) -> None:
        self._connection.close()

    def _begin(self) -> None:
        with known_troubles(self._place.base):
            self._place.folder.mkdir(parents=True, exist_ok=True)
        copy_to(self._connection, self._place.base)
        with known_troubles(self._place.events):
            self._place.events.write_bytes(b"")
        base = connect(self._place.base, read_only=True)
        try:
            self._known = _heads(base)
        finally:
            base.close()
        self._begun = True

    def _append(self) -> int:
        self._connection.execute("BEGIN")
        try:
            heads = _heads(self._connection)
            lines = list(_lines_after(self._connection, self._known, heads))
        finally:
            self._connection.execute("ROLLBACK")
        if lines:
            with known_troubles(self._place.events), self._place.events.open("ab") as file:
                file.write(b"".join(lines))
                file.flush()
                os.fsync(file.fileno())
        self._known = heads
        return len(lines)


def restore_mirror(place: MirrorPlace, target: Path) -> int:
    """Write base and later events as `target`; answers how many events were added to the base.

    A last line that was cut when the drive was pulled is left out. Raises FileTrouble where
    there is no mirror, or `target` exists.
    """
    if target.exists():
        raise FileTrouble("storage.exists_already", file=target.name)
    base = connect(place.base, read_only=True) if place.base.exists() else None
    if base is None:
        raise FileTrouble("storage.no_mirror", file=place.folder.name)
    try:
        copy_to(base, target)
    finally:
        base.close()
    connection = connect(target)
    try:
        with known_troubles(target), transaction(connection):
            return _replay(connection, place.events)
    finally:
        connection.close()


def _heads(connection: Connection) -> dict[str, int]:
    return dict(connection.execute("SELECT writer, seq FROM head").fetchall())


def _lines_after(
    connection: Connection, known: dict[str, int], heads: dict[str, int]
) -> Iterator[bytes]:
    for writer, seq in heads.items():
        rows = connection.execute(
            "SELECT * FROM event WHERE writer = ? AND seq > ? ORDER BY seq",
            (writer, known.get(writer, 0)),
        )
        if seq > known.get(writer, 0):
            for row in rows.fetchall():
                line = {"event": _spelled(row), "rows": _brought(connection, row)}
                yield json.dumps(line, ensure_ascii=False).encode() + b"\n"


def _brought(connection: Connection, event: tuple[Any, ...]) -> dict[str, list[list[object]]]:
    if '"rows"' not in event[10]:
        return {}
    named = json.loads(event[10]).get("rows", {})
    return {
        table: [
            _spelled(row)
            for row in connection.execute(
                f"SELECT * FROM {table} WHERE writer = ? AND seq = ?",  # noqa: S608
                event[:2],
            ).fetchall()
        ]
        for table in TABLES
        if table in named
    }


def _spelled(row: tuple[Any, ...]) -> list[object]:
    return [{"hex": value.hex()} if isinstance(value, bytes) else value for value in row]


def _read(values: list[Any]) -> list[object]:
    return [bytes.fromhex(value["hex"]) if isinstance(value, dict) else value for value in values]


def _replay(connection: Connection, events: Path) -> int:
    added = 0
    for line in _whole_lines(events):
        event = _read(line["event"])
        _insert(connection, "event", event)
        for table, rows in line["rows"].items():
            for row in rows:
                _insert(connection, table, _read(row))
        connection.execute(
            "INSERT OR REPLACE INTO head VALUES (?, ?, ?, ?)",
            (event[0], event[1], event[2], event[12]),
        )
        added += 1
    if added:
        rebuild(connection)
    return added


def _insert(connection: Connection, table: str, values: list[object]) -> None:
    marks = ", ".join("?" * len(values))
    connection.execute(f"INSERT INTO {table} VALUES ({marks})", values)  # noqa: S608


def _whole_lines(events: Path) -> Iterator[Line]:
    if not events.exists():
        return
    with events.open("rb") as file:
        for raw in file:
            if not raw.endswith(b"\n"):
                return
            yield json.loads(raw)
