"""Reading what is written down: details, texts, sessions, notes."""

from ceremony_app.domain.events import Json
from ceremony_app.storage.ceremony_file import CeremonyFile
from ceremony_app.storage.rows import Item, item_data

_CURRENT = """
SELECT i.id, i.kind, i.data FROM item i
JOIN event e ON e.writer = i.writer AND e.seq = i.seq
WHERE i.kind = ? AND i.current = 1
ORDER BY (
  SELECT min(f.tick) FROM item v JOIN event f ON f.writer = v.writer AND f.seq = v.seq
  WHERE v.id = i.id), i.id
"""


class Items:
    """The versions that count now."""

    def __init__(self, file: CeremonyFile) -> None:
        self._file = file

    def of_kind(self, kind: str) -> list[Item]:
        """All items of a kind, in the order in which they were first written."""
        return [
            Item(row["id"], row["kind"], item_data(row["data"]))
            for row in self._file.database.query(_CURRENT, (kind,))
        ]

    def notes(self) -> dict[str, str]:
        """What was typed as reason, name or number, by the note's id."""
        query = "SELECT id, data FROM item WHERE kind = 'note' AND current = 1"
        return {
            row["id"]: str(item_data(row["data"]).get("words", ""))
            for row in self._file.database.query(query)
        }

    def note(self, identity: str) -> str:
        """The words of one note; empty where there is none or it was erased."""
        return str(self.data(identity).get("words", ""))

    def data(self, identity: str) -> dict[str, Json]:
        """What one item holds; empty where there is none or it was erased."""
        query = "SELECT data FROM item WHERE id = ? AND current = 1"
        for row in self._file.database.query(query, (identity,)):
            return item_data(row["data"])
        return {}
