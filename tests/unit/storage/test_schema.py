"""The schema that people read is the one that files have."""

from tests.helpers.schema import SCHEMA, spelled


def test_schema_sql_is_up_to_date() -> None:
    assert SCHEMA.read_text(encoding="utf-8") == spelled(), "python -m tests.helpers.schema"
