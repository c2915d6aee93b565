"""Any single value that was changed, added or removed in any table of the record is found.

Whoever tampers takes the triggers away, changes the file, and puts them back as they were.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from ceremony_app.storage.ceremony_file import CeremonyFile
from ceremony_app.storage.driver import DriverError, connect, transaction
from ceremony_app.storage.migrations import Migrations
from ceremony_app.storage.verify import verify
from tests.helpers.ceremony_files import LOCATOR, opener
from tests.helpers.forger import forge_first_door
from tests.unit.storage.conftest import Rich

Row = tuple[object, ...]


def _columns() -> list[tuple[str, str]]:
    """Every column of every table, from the schema itself: a new one is tried by itself."""
    connection = connect(":memory:")
    Migrations.read(LOCATOR.migrations).apply(connection)
    tables = [
        name
        for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
    ]
    found = [
        (table, row[1])
        for table in tables
        for row in connection.execute(f"PRAGMA table_info({table})")
    ]
    connection.close()
    return found


COLUMNS = _columns()
FIRST_ROWS = 6
TABLES = sorted({table for table, _ in COLUMNS})


class Tamperer:
    """Changes an open file behind its own back, one row at a time, and changes it back."""

    def __init__(self, file: CeremonyFile) -> None:
        self._connection = file.connection
        self._connection.execute("PRAGMA synchronous = OFF")
        self._connection.execute("PRAGMA ignore_check_constraints = ON")
        self._triggers = dict(
            self._connection.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")
        )

    def columns(self, table: str) -> list[str]:
        return [name for owner, name in COLUMNS if owner == table]

    def rows(self, table: str) -> list[Row]:
        names = ", ".join(self.columns(table))
        return list(self._connection.execute(f"SELECT {names} FROM {table}").fetchall())

    @contextmanager
    def replaced(self, table: str, before: Row | None, after: Row | None) -> Iterator[None]:
        """One row is another, or gone, or one more is there, until the end of the block."""
        self._swap(table, before, after)
        yield
        self._swap(table, after, before)

    def _swap(self, table: str, before: Row | None, after: Row | None) -> None:
        with transaction(self._connection):
            for name in self._triggers:
                self._connection.execute(f"DROP TRIGGER {name}")
            if before is not None:
                same = " AND ".join(f"{name} IS ?" for name in self.columns(table))
                self._connection.execute(f"DELETE FROM {table} WHERE {same}", before)
            if after is not None:
                marks = ", ".join("?" * len(after))
                self._connection.execute(f"INSERT INTO {table} VALUES ({marks})", after)
            for sql in self._triggers.values():
                self._connection.execute(sql)


def other_values(value: object, number: int) -> list[object]:
    """Values that could stand there instead, the least conspicuous ones among them; of a long
    table, the first rows have more of them tried than the others."""
    others: list[object] = ["x", 1, b"x" * 16]
    if isinstance(value, bytes):
        others = [value[:-1] + bytes([value[-1] ^ 1])]
    elif isinstance(value, int):
        others = [1 - value] if value in (0, 1) else [value + 1000]
    elif isinstance(value, str):
        others = [value + " ", *([value[:-1]] if value else []), "{}", "[1]"]
    return [*others, None] if number < FIRST_ROWS else others[:1]


def refusals(file: CeremonyFile) -> bool:
    """Whether verify objects, and not by a mistake of its own."""
    return not verify(file).ok


@pytest.mark.parametrize(("table", "column"), COLUMNS, ids=[".".join(c) for c in COLUMNS])
def test_every_value_of_every_column(table: str, column: str, rich_open: CeremonyFile) -> None:
    tamperer = Tamperer(rich_open)
    at = tamperer.columns(table).index(column)
    rows = tamperer.rows(table)
    assert rows, f"the made-up ceremony has no row in {table}"
    tried = 0
    for number, row in enumerate(rows):
        for value in other_values(row[at], number):
            if value == row[at] or not _fits(rich_open, table, column, value):
                continue
            changed = (*row[:at], value, *row[at + 1 :])
            with tamperer.replaced(table, row, changed):
                assert refusals(rich_open), (row, value)
            tried += 1
    assert tried
    assert verify(rich_open).ok


@pytest.mark.parametrize("table", TABLES)
def test_every_row_removed(table: str, rich_open: CeremonyFile) -> None:
    tamperer = Tamperer(rich_open)
    for row in tamperer.rows(table):
        with tamperer.replaced(table, row, None):
            assert refusals(rich_open), row
    assert verify(rich_open).ok


@pytest.mark.parametrize("table", TABLES)
def test_a_row_added(table: str, rich_open: CeremonyFile) -> None:
    """One like another row, but for the first value that has to differ; and for people and
    badges also one that differs in nothing that has to."""
    tamperer = Tamperer(rich_open)
    names = tamperer.columns(table)
    for row in tamperer.rows(table):
        at = names.index("token") if table == "badge" else 0
        added = (*row[:at], f"{row[at]}x", *row[at + 1 :])
        with tamperer.replaced(table, None, added):
            assert refusals(rich_open), added
    assert verify(rich_open).ok


def test_the_last_event_of_a_writer_with_its_head(rich_open: CeremonyFile) -> None:
    """Cut off together with the head that told of it, an event is missed by those that named it,
    and by what followed from it; only the very last of all needs the printed head."""
    tamperer = Tamperer(rich_open)
    events = {(row[0], row[1]): row for row in tamperer.rows("event")}
    for head in tamperer.rows("head"):
        writer, seq = str(head[0]), int(str(head[1]))
        before = events.get((writer, seq - 1))
        if before is None or events[writer, seq][6] == "document_made":
            continue
        shorter = (writer, seq - 1, before[2], before[12])
        with (
            tamperer.replaced("event", events[writer, seq], None),
            tamperer.replaced("head", head, shorter),
        ):
            assert refusals(rich_open), events[writer, seq]


def test_a_whole_chain_written_anew_does_not_match_the_paper(rich: Rich) -> None:
    """Somebody who can compute hashes writes the last chain anew from an event in its middle:
    the file agrees with itself, and not with the minutes."""
    with opener().open(rich.path) as file:
        assert verify(file, rich.head).ok
    forge_first_door(rich.path, "Barat")
    with opener().read(rich.path) as file:
        assert verify(file).ok
        assert [p.key for p in verify(file, rich.head).problems] == ["verify.no_such_head"]


@pytest.mark.parametrize(
    "statement",
    [
        "CREATE TABLE more (x)",
        "CREATE INDEX more ON event (door)",
        "DROP INDEX event_of_kind",
        "DROP TRIGGER event_is_never_changed",
        "DROP VIEW arrival",
        "CREATE TRIGGER more AFTER INSERT ON event BEGIN SELECT 1; END",
        "ALTER TABLE event ADD COLUMN more TEXT",
        "CREATE VIEW more AS SELECT 1",
        "ANALYZE",
    ],
)
def test_another_schema(statement: str, rich_open: CeremonyFile) -> None:
    with transaction(rich_open.connection):
        rich_open.connection.execute(statement)
    assert {problem.key for problem in verify(rich_open).problems} == {"verify.schema"}


@pytest.mark.parametrize("value", ["CAST(x'ff' AS TEXT)", "'{'", "'null'", "'{\"rows\":7}'"])
def test_a_value_that_is_no_text_or_no_json(value: str, rich: Rich) -> None:
    """Not even a value that cannot be read stops verify from telling of it."""
    with opener().open(rich.path) as file:
        tamperer = Tamperer(file)
        for row in tamperer.rows("event")[::4]:
            at = tamperer.columns("event").index("body")
            (text,) = file.connection.execute(f"SELECT CAST({value} AS BLOB)").fetchone()
            changed = (*row[:at], text, *row[at + 1 :])
            with _as_text(tamperer, row, changed):
                assert refusals(file), row


@contextmanager
def _as_text(tamperer: Tamperer, row: Row, changed: Row) -> Iterator[None]:
    connection = tamperer._connection
    connection.execute("PRAGMA ignore_check_constraints = ON")
    with transaction(connection):
        for name in tamperer._triggers:
            connection.execute(f"DROP TRIGGER {name}")
        connection.execute(
            "UPDATE event SET body = CAST(? AS TEXT) WHERE writer = ? AND seq = ?",
            (changed[10], row[0], row[1]),
        )
        for sql in tamperer._triggers.values():
            connection.execute(sql)
    yield
    with transaction(connection):
        for name in tamperer._triggers:
            connection.execute(f"DROP TRIGGER {name}")
        connection.execute(
            "UPDATE event SET body = ? WHERE writer = ? AND seq = ?", (row[10], row[0], row[1])
        )
        for sql in tamperer._triggers.values():
            connection.execute(sql)


def _fits(file: CeremonyFile, table: str, column: str, value: object) -> bool:
    """Whether a strict table takes such a value there at all."""
    for _, name, kind, required, _, key in file.connection.execute(f"PRAGMA table_info({table})"):
        if name == column:
            if value is None:
                return not required and not key
            return isinstance(value, {"TEXT": str, "INTEGER": int, "BLOB": bytes}[kind])
    raise LookupError(column)


def test_triggers_refuse_changes(rich_open: CeremonyFile) -> None:
    connection = rich_open.connection
    for table in ("event", "person", "badge", "item"):
        for statement in (
            f"UPDATE {table} SET writer = 'x'",
            f"DELETE FROM {table}",
            f"INSERT OR REPLACE INTO {table} SELECT * FROM {table}",
        ):
            if "REPLACE" in statement and table in ("person",):
                continue  # a second row beside the first: verify tells of it, as above
            with pytest.raises(DriverError, match=r"never|append-only"):
                connection.execute(statement)
    for table, column in (("person", "name"), ("item", "data")):
        with pytest.raises(DriverError, match="never changed"):
            connection.execute(f"UPDATE {table} SET {column} = 'x'")
    assert verify(rich_open).ok


def test_a_verified_file_stays_as_it_was(rich: Rich) -> None:
    before = rich.path.read_bytes()
    with opener().read(rich.path) as file:
        assert verify(file, rich.head).ok
    assert rich.path.read_bytes() == before
    assert sorted(Path(rich.path.parent).iterdir()) == [rich.path]
