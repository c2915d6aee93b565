"""Bringing a file's schema up to the version that this program knows."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from ceremony_app.storage.driver import Connection, connect, statements
from ceremony_app.storage.header import OPEN_MARK


@dataclass(frozen=True, slots=True)
class Migrations:
    """The numbered scripts of `db/migrations/`; a file's version is how many it has had."""

    scripts: tuple[str, ...]

    @classmethod
    def read(cls, folder: Path) -> "Migrations":
        """Every `NNNN_name.sql` of the folder, in order."""
        paths = sorted(folder.glob("[0-9][0-9][0-9][0-9]_*.sql"))
        return cls(tuple(path.read_text(encoding="utf-8") for path in paths))

    @property
    def newest(self) -> int:
        return len(self.scripts)

    def apply(self, connection: Connection) -> int:
        """Apply what the file lacks, inside a transaction; answers the version that it had.

        The version is read inside the transaction: another process may have been first.
        """
        kept = int(connection.execute("PRAGMA user_version").fetchone()[0])
        version = kept & (OPEN_MARK - 1)
        for script in self.scripts[version:]:
            for statement in statements(script):
                connection.execute(statement)
        if version < self.newest:
            connection.execute(f"PRAGMA user_version = {self.newest | kept & OPEN_MARK}")
        return version

    def schema(self) -> dict[str, str]:
        """The SQL of every table, index, view and trigger that this version knows, by name."""
        return dict(_schema_after(self))


@lru_cache(maxsize=4)
def _schema_after(migrations: Migrations) -> Mapping[str, str]:
    connection = connect(":memory:")
    try:
        migrations.apply(connection)
        return schema_of(connection)
    finally:
        connection.close()


def schema_of(connection: Connection) -> dict[str, str]:
    """The SQL of everything in a file's schema, by name."""
    rows = connection.execute(
        "SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY name"
    )
    return {str(name): str(sql) for name, sql in rows}
