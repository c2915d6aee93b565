"""db/schema.sql, for reading: `python -m tests.helpers.schema` writes it from the migrations."""

from ceremony_app.storage.migrations import Migrations
from tests.helpers.ceremony_files import LOCATOR

SCHEMA = LOCATOR.root / "db" / "schema.sql"

_HEAD = """\
-- What a ceremony's file holds once every script of db/migrations has run. Generated from them,
-- for reading; the remarks are in the scripts.
"""


def spelled() -> str:
    """Tables first, then views, indexes and triggers, each by name."""
    known = Migrations.read(LOCATOR.migrations).schema()
    kinds = ("CREATE TABLE", "CREATE VIEW", "CREATE UNIQUE INDEX", "CREATE INDEX", "CREATE TRIGGER")
    ordered = [sql for kind in kinds for _, sql in sorted(known.items()) if sql.startswith(kind)]
    assert len(ordered) == len(known)
    return "\n".join([_HEAD, *(f"{sql};\n" for sql in ordered)])


if __name__ == "__main__":
    SCHEMA.write_text(spelled(), encoding="utf-8")
