"""Counting who came, by groups that SQL makes: a page of figures reads no person for it."""

import json
from collections.abc import Mapping
from dataclasses import dataclass

from ceremony_app.domain.people import Person
from ceremony_app.storage.attendance import SOURCED
from ceremony_app.storage.ceremony_file import CeremonyFile
from ceremony_app.storage.rows import PERSON_FIELDS, person_of

_STAFF = """p.current = 1 AND p.active = 1 AND p.kind = 'staff'
  AND p.id NOT IN (SELECT person FROM joined)"""
_GROUPS = f"""
WITH {SOURCED}
SELECT coalesce(p.division, '') AS division,
  CASE WHEN judged.source IS 'now' THEN '' ELSE coalesce(m.status, '') END AS status,
  a.person IS NOT NULL AS came,
  CASE WHEN s.source IS 'paper' THEN '' ELSE coalesce(substr(a.local, 1, 16), '') END AS minute,
  count(*) AS n
FROM person p
LEFT JOIN present a ON a.session = ?1 AND a.person = p.id
LEFT JOIN sourced s ON s.writer = a.writer AND s.seq = a.seq
LEFT JOIN marked m ON m.session = ?1 AND m.person = p.id
LEFT JOIN sourced judged ON judged.writer = m.writer AND judged.seq = m.seq
WHERE {_STAFF} GROUP BY 1, 2, 3, 4
"""  # noqa: S608
_AWAY = f"""
SELECT p.id, {", ".join(f"p.{name}" for name in PERSON_FIELDS)}, coalesce(m.status, '') AS status
FROM person p LEFT JOIN marked m ON m.session = ?1 AND m.person = p.id
WHERE {_STAFF}
  AND NOT EXISTS (SELECT 1 FROM present a WHERE a.session = ?1 AND a.person = p.id)
"""  # noqa: S608
# The roster as it stood at a tick: of each row's versions the newest that was there already.
_ROSTER = """
roster AS (
  SELECT id, division FROM (
    SELECT p.id, coalesce(p.division, '') AS division, p.kind, p.active,
      row_number() OVER (PARTITION BY p.id ORDER BY e.tick DESC, e.writer DESC, e.seq DESC) AS place
    FROM person p JOIN event e ON e.writer = p.writer AND e.seq = p.seq
    WHERE e.tick <= ?2)
  WHERE place = 1 AND kind = 'staff' AND active = 1 AND id NOT IN (SELECT person FROM joined))
"""
_ROSTER_NOW = f"""
roster AS (SELECT p.id, coalesce(p.division, '') AS division FROM person p WHERE {_STAFF})
"""  # noqa: S608
_BY_DIVISION = """
SELECT r.division, count(*) AS people, count(a.person) AS present,
  count(CASE WHEN s.source = 'paper' THEN 1 END) AS untimed
FROM roster r LEFT JOIN present a ON a.session = ?1 AND a.person = r.id
LEFT JOIN sourced s ON s.writer = a.writer AND s.seq = a.seq
GROUP BY r.division ORDER BY r.division
"""
_REACHED = """
came AS (
  SELECT r.division, a.local,
    row_number() OVER (PARTITION BY r.division ORDER BY a.tick, a.writer, a.seq) AS place,
    row_number() OVER (ORDER BY a.tick, a.writer, a.seq) AS overall
  FROM roster r JOIN present a ON a.session = ?1 AND a.person = r.id
  LEFT JOIN sourced s ON s.writer = a.writer AND s.seq = a.seq
  WHERE s.source IS NOT 'paper'),
wanted AS (SELECT key AS division, value AS needed FROM json_each(?3))
SELECT 0 AS whole, c.division, c.local FROM came c
JOIN wanted w ON w.division = c.division AND w.needed = c.place
UNION ALL SELECT 1, '', local FROM came WHERE overall = ?4
"""
_NOTES = """
SELECT m.person, json_extract(e.body, '$.note') AS note, json_extract(e.body, '$.letter') AS letter
FROM marked m JOIN event e ON e.writer = m.writer AND e.seq = m.seq WHERE m.session = ?
"""


@dataclass(frozen=True, slots=True)
class Group:
    """So many staff of one division with one mark (or none), who came in one local minute.

    `minute` is empty for those who did not come, and where nobody knows when they did.
    """

    division: str
    status: str
    came: bool
    minute: str
    people: int


@dataclass(frozen=True, slots=True)
class RosterCount:
    """A division of the roster: its people, those of them who are present, and those of these
    of whom nobody knows when they came."""

    division: str
    people: int
    present: int
    untimed: int = 0


@dataclass(frozen=True, slots=True)
class Reached:
    """When so many had come: of the whole roster, and by division; only where they have."""

    office: str
    divisions: Mapping[str, str]


class Turnout:
    """Counts of one session in one file."""

    def __init__(self, file: CeremonyFile, session: str) -> None:
        self._file = file
        self._session = session

    def groups(self) -> list[Group]:
        """Active staff by division, mark and minute of arrival: few rows, however many came."""
        rows = self._file.database.query(_GROUPS, (self._session,))
        return [
            Group(row["division"], row["status"], bool(row["came"]), row["minute"], row["n"])
            for row in rows
        ]

    def away(self) -> list[tuple[Person, str]]:
        """Active staff who did not come, each with the status that was set by hand, or none."""
        rows = self._file.connection.execute(_AWAY, (self._session,))
        return [(person_of(person), status) for *person, status in rows]

    def roster(self, tick: int | None) -> list[RosterCount]:
        """The roster by division, as it stood at a tick, or as it stands now."""
        roster = _ROSTER if tick is not None else _ROSTER_NOW
        sql = f"WITH {SOURCED}, {roster} {_BY_DIVISION}"
        values = (self._session,) if tick is None else (self._session, tick)
        return [
            RosterCount(row["division"], row["people"], row["present"], row["untimed"])
            for row in self._file.database.query(sql, values)
        ]

    def reached(self, tick: int | None, office: int, divisions: Mapping[str, int]) -> Reached:
        """The local moment of the arrival that made the count: the record's own order decides.

        Who was read from paper makes no moment: nobody knows when they came.
        """
        roster = _ROSTER if tick is not None else _ROSTER_NOW
        values = (self._session, tick or 0, json.dumps(divisions), office)
        rows = list(self._file.database.query(f"WITH {SOURCED}, {roster}, {_REACHED}", values))
        return Reached(
            next((row["local"] for row in rows if row["whole"]), ""),
            {row["division"]: row["local"] for row in rows if not row["whole"]},
        )

    def notes(self) -> dict[str, tuple[str, str]]:
        """The ids of the notes with the marks that count: remark and letter, by person."""
        rows = self._file.database.query(_NOTES, (self._session,))
        return {row["person"]: (row["note"] or "", row["letter"] or "") for row in rows}
