"""Bringing a file's schema up to the version that this program knows."""

from dataclasses import dataclass
from pathlib import Path

from ceremony_app.storage.driver import Connection
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

    def apply(self, connection: Connection, version: int) -> None:
        """Apply what a file of `version` lacks, each script whole or not at all."""
        for number, script in enumerate(self.scripts[version:], start=version + 1):
            connection.executescript(
                f"BEGIN IMMEDIATE;\n{script}\nPRAGMA user_version = {number | OPEN_MARK};\nCOMMIT;"
            )

    def schema(self) -> dict[str, str]:
        """The SQL of every table, index, view and trigger that this version knows, by name."""
        from ceremony_app.storage.driver import connect

        connection = connect(":memory:")
        try:
            self.apply(connection, 0)
            return schema_of(connection)
        finally:
            connection.close()


def schema_of(connection: Connection) -> dict[str, str]:
    """The SQL of everything in a file's schema, by name."""
    rows = connection.execute(
        "SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY name"
    )
    return {str(name): str(sql) for name, sql in rows}
