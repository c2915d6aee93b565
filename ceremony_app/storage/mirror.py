"""The mirror on a second drive: a checked copy, and every event since, appended at once.

`NAME.mirror/base.ikrar` is the copy; `NAME.mirror/events.jsonl` holds a line for each later
event with the rows that it brought. A spare laptop can go on from it after a second's loss.

The two files cannot be replaced in one step, so a line may tell of an event that the base has
already: whoever restores goes by the chains, and takes only what continues one.
"""

import json
import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import astuple, dataclass
from pathlib import Path
from typing import Any

from ceremony_app.domain.errors import FileTrouble
from ceremony_app.domain.events import GENESIS, Event, EventKind
from ceremony_app.storage.copies import copy_file, copy_to, delete_whole
from ceremony_app.storage.derived import rebuild
from ceremony_app.storage.driver import (
    PASSING_KIB,
    Connection,
    connect,
    known_troubles,
    transaction,
)
from ceremony_app.storage.rows import TABLES

Line = dict[str, Any]

_WITH_CONTENTS = (EventKind.ATTACHED, EventKind.ATTACHMENT_CHANGED)


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
        with known_troubles(source):
            self._connection = connect(source, read_only=True, cache_kib=PASSING_KIB)
        self._place = place
        self._known: dict[str, int] = {}
        self._begun = False
        self._erased = False

    def catch_up(self) -> int:
        """Append what was written since the last call, durably; answers how many events.

        Raises DiskTrouble or FileTrouble where the drive is full or gone; the next call then
        begins with a new copy, so that nothing is missing once the drive is back.
        """
        try:
            if not self._begun:
                self._begin()
            appended = self._append()
            if self._erased:
                # What was destroyed must not live on here: a new copy, and no old lines.
                self._begin()
        except Exception:
            self._begun = False
            raise
        return appended

    def close(self) -> None:
        self._connection.close()

    def _begin(self) -> None:
        with known_troubles(self._place.folder):
            # The drive itself is not made up: pulled out, it would become a folder of this disk.
            self._place.folder.mkdir(exist_ok=True)
        copy_to(self._connection, self._place.base)
        with known_troubles(self._place.events):
            self._place.events.write_bytes(b"")
        base = connect(self._place.base, read_only=True)
        try:
            self._known = _heads(base)
        finally:
            base.close()
        self._begun, self._erased = True, False

    def _append(self) -> int:
        with _reading(self._connection):
            heads = _heads(self._connection)
            if heads == self._known:
                return 0
            lines = list(_lines_after(self._connection, self._known, heads))
            self._erased = _has_erased(self._connection, self._known)
        # "r+b" makes no new file: where the drive was changed for another, a base is due first.
        with known_troubles(self._place.events), self._place.events.open("r+b") as file:
            file.seek(0, os.SEEK_END)
            file.writelines(lines)
            file.flush()
            os.fsync(file.fileno())
        self._known = heads
        return len(lines)


def restore_mirror(place: MirrorPlace, target: Path) -> int:
    """Write base and later events as `target`; answers how many events were added to the base.

    What was cut off or spoilt when the drive was pulled out is left out, with what came after
    it. Raises FileTrouble where there is no mirror, or `target` exists; and then, or where the
    disk is full, there is no `target`.
    """
    if target.exists():
        raise FileTrouble("storage.exists_already", file=target.name)
    if not place.base.exists():
        raise FileTrouble("storage.no_mirror", file=place.folder.name)
    part = target.with_name(target.name + ".part")
    try:
        copy_file(place.base, part)
        with known_troubles(target):
            connection = connect(part)
            try:
                with transaction(connection):
                    added = _replay(connection, place.events)
            finally:
                connection.close()
            part.replace(target)
    finally:
        delete_whole(part)
    return added


@contextmanager
def _reading(connection: Connection) -> Iterator[None]:
    """One moment of the file."""
    connection.execute("BEGIN")
    try:
        yield
    finally:
        connection.execute("ROLLBACK")


def _has_erased(connection: Connection, known: dict[str, int]) -> bool:
    rows = connection.execute(
        "SELECT writer, seq FROM event WHERE kind = 'erased' AND kind <> 'scan'"
    )
    return any(seq > known.get(writer, 0) for writer, seq in rows)


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
                if row[6] in _WITH_CONTENTS:
                    line["contents"] = _contents(connection, row)
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


def _contents(connection: Connection, event: tuple[Any, ...]) -> list[list[object]]:
    """The bytes that an event brought, with their hash, unless they were erased since."""
    rows = connection.execute(
        "SELECT c.sha256, c.data FROM item i"
        " JOIN content c ON c.sha256 = json_extract(i.data, '$.sha256')"
        " WHERE i.writer = ? AND i.seq = ?",
        event[:2],
    )
    return [_spelled(row) for row in rows.fetchall()]


def _spelled(row: tuple[Any, ...]) -> list[object]:
    return [{"hex": value.hex()} if isinstance(value, bytes) else value for value in row]


def _read(values: list[Any]) -> list[Any]:
    return [bytes.fromhex(value["hex"]) if isinstance(value, dict) else value for value in values]


def _replay(connection: Connection, events: Path) -> int:
    ends = {
        writer: (seq, digest)
        for writer, seq, digest in connection.execute("SELECT writer, seq, hash FROM head")
    }
    added = 0
    for event, rows, contents in _lines(events):
        seq, digest = ends.get(event.writer, (0, GENESIS))
        if event.seq <= seq:
            continue
        if (event.seq, event.prev) != (seq + 1, digest) or event.computed_hash() != event.hash:
            break
        _insert(connection, "event", astuple(event))
        for table, brought in rows:
            _insert(connection, table, brought)
        connection.executemany("INSERT INTO content VALUES (?, ?) ON CONFLICT DO NOTHING", contents)
        connection.execute(
            "INSERT OR REPLACE INTO head VALUES (?, ?, ?, ?)",
            (event.writer, event.seq, event.tick, event.hash),
        )
        ends[event.writer] = (event.seq, event.hash)
        added += 1
    if added:
        rebuild(connection)
    return added


def _insert(connection: Connection, table: str, values: Sequence[object]) -> None:
    marks = ", ".join("?" * len(values))
    connection.execute(f"INSERT INTO {table} VALUES ({marks})", tuple(values))  # noqa: S608


def _lines(
    events: Path,
) -> Iterator[tuple[Event, list[tuple[str, list[object]]], list[list[object]]]]:
    """Events with their rows and the bytes of attachments, as far as the file can be read."""
    if not events.exists():
        return
    with events.open("rb") as file:
        for raw in file:
            try:
                line: Line = json.loads(raw)
                event = Event(*_read(line["event"]))
                rows = [(t, _read(row)) for t in TABLES for row in line["rows"].get(t, ())]
                contents = [_read(row) for row in line.get("contents", ())]
            except (ValueError, TypeError, KeyError, AttributeError):
                return
            yield event, rows, contents
