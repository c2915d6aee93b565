"""Reading who came, who pledged and who signed: three facts, kept apart."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from ceremony_app.storage.ceremony_file import CeremonyFile

SOURCED = """
sourced AS MATERIALIZED (
  SELECT writer, seq, json_extract(body, '$.source') AS source
  FROM event WHERE kind = 'mark' AND kind <> 'scan' AND session = ?1
    AND json_extract(body, '$.source') IS NOT NULL)
"""
"""The marks of a session that say how they came about (`MarkSource`), for a WITH."""

_ARRIVALS = f"""
WITH {SOURCED}
SELECT p.person, p.local, p.door, p.writer, p.seq, s.source IS NOT 'paper' AS timed
FROM present p LEFT JOIN sourced s ON s.writer = p.writer AND s.seq = p.seq
WHERE p.session = ?1
"""  # noqa: S608
_MARKS = f"""
WITH {SOURCED}
SELECT m.person, CASE WHEN s.source IS 'now' THEN '' ELSE m.status END AS status, m.writer, m.seq
FROM marked m LEFT JOIN sourced s ON s.writer = m.writer AND s.seq = m.seq
WHERE m.session = ?1
"""  # noqa: S608
_BY_MINUTE = f"""
WITH {SOURCED}
SELECT substr(p.local, 1, 16) AS minute, count(*) AS n
FROM present p LEFT JOIN sourced s ON s.writer = p.writer AND s.seq = p.seq
WHERE p.session = ?1 AND s.source IS NOT 'paper' GROUP BY minute ORDER BY minute
"""  # noqa: S608
_ALSO_SEEN = """
SELECT p.person, e.local, e.door, e.writer, e.seq,
  json_extract(e.body, '$.source') IS NOT 'paper' AS timed
FROM event e
LEFT JOIN joined j ON j.person = e.person
JOIN present p ON p.session = e.session AND p.person = coalesce(j.survivor, e.person)
WHERE e.session = ? AND e.writer <> p.writer
  AND (e.kind = 'scan' AND json_extract(e.body, '$.verdict') = 'recorded'
    OR e.kind = 'mark' AND json_extract(e.body, '$.status') IN ('hadir', 'terlambat'))
  AND NOT EXISTS (SELECT 1 FROM undone u WHERE u.writer = e.writer AND u.seq = e.seq)
ORDER BY e.tick, e.writer, e.seq
"""


@dataclass(frozen=True, slots=True)
class Arrival:
    """The attendance that counts for a person in a session; `local` is ISO with the zone.

    `timed`: whether that is when they came. What was read from paper has the moment of typing.
    """

    person: str
    local: str
    door: str
    event: str
    timed: bool = True

    @property
    def moment(self) -> str:
        """When they came, empty where nobody knows."""
        return self.local if self.timed else ""


@dataclass(frozen=True, slots=True)
class DivisionCount:
    """How many active people a division has, and how many of them are present."""

    name: str
    people: int
    present: int


@dataclass(frozen=True, slots=True)
class Signature:
    """A signature that counts: how it is known, when it was recorded (local ISO), its event and
    that event's body as it is stored."""

    source: str
    local: str
    event: str
    body: str


class Attendance:
    """The derived tables of one file, for reading."""

    def __init__(self, file: CeremonyFile) -> None:
        self._file = file

    def arrivals(self, session: str) -> dict[str, Arrival]:
        """The first arrival that stands, by person."""
        rows = self._file.database.query(_ARRIVALS, (session,))
        return {row["person"]: _arrival(row) for row in rows}

    def also_seen(self, session: str) -> dict[str, tuple[Arrival, ...]]:
        """Arrivals that stand beside the one that counts, since another opening of the file did
        not know of it: after a merge somebody may have been recorded at two doors.

        Looks through the session's events: not for the way of a scan.
        """
        seen: dict[str, tuple[Arrival, ...]] = {}
        for row in self._file.database.query(_ALSO_SEEN, (session,)):
            found = _arrival(row)
            seen[found.person] = (*seen.get(found.person, ()), found)
        return seen

    def marks(self, session: str) -> dict[str, tuple[str, str]]:
        """The latest status set by hand, and its event, by person.

        The status is empty where a hand wrote down that somebody has just come: the clock
        decides whether that was late.
        """
        return {
            row["person"]: (row["status"], f"{row['writer']}:{row['seq']}")
            for row in self._file.database.query(_MARKS, (session,))
        }

    def arrivals_by_minute(self, session: str) -> list[tuple[str, int]]:
        """How many came in each minute in which somebody did, by local ISO minute, in order;
        without those who were read from paper."""
        rows = self._file.database.query(_BY_MINUTE, (session,))
        return [(row["minute"], row["n"]) for row in rows]

    def present_count(self, session: str) -> int:
        query = "SELECT count(*) AS n FROM present WHERE session = ?"
        return int(next(iter(self._file.database.query(query, (session,))))["n"])

    def divisions(self, session: str) -> list[DivisionCount]:
        """Every division by name, with its active people and those present."""
        query = """
        SELECT p.division AS name, count(*) AS people, count(a.person) AS present
        FROM person p LEFT JOIN present a ON a.person = p.id AND a.session = ?
        WHERE p.current = 1 AND p.active = 1 AND p.kind = 'staff'
          AND p.id NOT IN (SELECT person FROM joined)
        GROUP BY p.division ORDER BY p.division
        """
        return [
            DivisionCount(row["name"] or "", row["people"], row["present"])
            for row in self._file.database.query(query, (session,))
        ]

    def pledged(self, session: str, text: str) -> dict[str, str]:
        """Who pledged a text, with the source: `present` or `hand`."""
        query = "SELECT person, source FROM pledged WHERE session = ? AND text = ?"
        rows = self._file.database.query(query, (session, text))
        return {row["person"]: row["source"] for row in rows}

    def pledged_count(self, session: str) -> int:
        """Persons who pledged at least one text in a session."""
        query = "SELECT count(DISTINCT person) AS n FROM pledged WHERE session = ?"
        return int(next(iter(self._file.database.query(query, (session,))))["n"])

    def signed(self, pact: str) -> dict[str, tuple[str, str]]:
        """Who signed a pact: source and event, by person or party."""
        query = "SELECT person, source, writer, seq FROM signed WHERE pact = ?"
        return {
            row["person"]: (row["source"], f"{row['writer']}:{row['seq']}")
            for row in self._file.database.query(query, (pact,))
        }

    def has_come(self, session: str, person: str) -> bool:
        """Whether an arrival of one person stands."""
        query = "SELECT 1 FROM present WHERE session = ? AND person = ?"
        return self._file.connection.execute(query, (session, person)).fetchone() is not None

    def signatures(self, pact: str, who: str = "") -> dict[str, Signature]:
        """The signatures that count under a pact, by person or party; of one if named."""
        query = """
        SELECT s.person, s.source, s.writer, s.seq, e.local, e.body
        FROM signed s JOIN event e ON e.writer = s.writer AND e.seq = s.seq WHERE s.pact = ?1
          AND (?2 = '' OR s.person = ?2)
        """
        return {
            row["person"]: Signature(
                row["source"], row["local"], f"{row['writer']}:{row['seq']}", row["body"]
            )
            for row in self._file.database.query(query, (pact, who))
        }

    def signed_count(self) -> int:
        """Signatures over all pacts."""
        return int(next(iter(self._file.database.query("SELECT count(*) AS n FROM signed")))["n"])

    def witnessed(self) -> dict[str, str]:
        """Witnesses who were there, with the event that says so."""
        query = "SELECT person, writer, seq FROM witnessed"
        return {r["person"]: f"{r['writer']}:{r['seq']}" for r in self._file.database.query(query)}

    def open_sessions(self) -> frozenset[str]:
        query = "SELECT session FROM session_state WHERE open"
        return frozenset(row["session"] for row in self._file.database.query(query))

    def approvals(self) -> dict[str, tuple[bool, str, str]]:
        """Whether a text is approved, the hash that was, and the event, by text."""
        query = "SELECT text, approved, sha256, writer, seq FROM approval"
        return {
            row["text"]: (bool(row["approved"]), row["sha256"], f"{row['writer']}:{row['seq']}")
            for row in self._file.database.query(query)
        }

    def undone(self) -> set[tuple[str, int]]:
        """Events that somebody took back, by writer and sequence number."""
        query = "SELECT writer, seq FROM undone"
        return {(row["writer"], row["seq"]) for row in self._file.database.query(query)}

    def joined(self) -> dict[str, str]:
        """Rows that were joined to another person's: survivor by person."""
        query = "SELECT person, survivor FROM joined"
        return {row["person"]: row["survivor"] for row in self._file.database.query(query)}


def _arrival(row: Mapping[str, Any]) -> Arrival:
    name = f"{row['writer']}:{row['seq']}"
    return Arrival(row["person"], row["local"], row["door"], name, bool(row["timed"]))
