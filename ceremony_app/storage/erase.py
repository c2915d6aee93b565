"""Erasure after retention: personal data is destroyed, the chain still holds.

The hash of an erased row stays, its salt goes with the data: nobody can guess a NIP from what
is left. The record says that an erasure took place (UU 27/2022).
"""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ceremony_app.domain.errors import FileTrouble
from ceremony_app.domain.events import EventKind, Json
from ceremony_app.storage.attachments import drop_unnamed
from ceremony_app.storage.ceremony_file import CeremonyFile
from ceremony_app.storage.driver import Connection, known_troubles
from ceremony_app.storage.open_mark import empty_wal
from ceremony_app.storage.rows import (
    ATTACHMENT,
    DETAILS,
    NOTE,
    PERSON_FIELDS,
    Brought,
    Item,
    item_data,
)
from ceremony_app.storage.writer import Entry

_BLANK = ", ".join(f"{name} = NULL" for name in ("salt", *PERSON_FIELDS))
_BEFORE = "(SELECT tick FROM event e WHERE e.writer = r.writer AND e.seq = r.seq) < ?"
_SAME_PERSON = """
SELECT person FROM joined WHERE person = ?1 OR survivor = ?1
  OR survivor = (SELECT survivor FROM joined WHERE person = ?1)
UNION SELECT survivor FROM joined WHERE person = ?1
"""
_NOTES_OF = """
SELECT i.id FROM item i JOIN event e ON e.writer = i.writer AND e.seq = i.seq
WHERE i.kind IN (?1, ?2) AND (e.person = ?3
  OR e.kind = 'signer_substituted' AND json_extract(e.body, '$.stand_in') = ?3)
"""
_PARTS_OF = """
SELECT json_extract(p.value, '$.id') FROM item i, json_each(i.data, '$.parties') p
WHERE i.kind = ? AND i.current = 1 AND json_extract(p.value, '$.person') = ?
"""
# `kind <> 'scan'` says nothing new: it lets SQLite use the index of events by person, which
# leaves scans out.
_SHEETS_OF = """
SELECT json_extract(e.body, '$.attachment') FROM event e
WHERE e.kind = 'sheet_matched' AND e.kind <> 'scan' AND e.person = ?
  AND NOT EXISTS (SELECT 1 FROM undone u WHERE u.writer = e.writer AND u.seq = e.seq)
"""


@dataclass(frozen=True, slots=True)
class Erasure:
    """How much was destroyed: persons, and notes about them, signed sheets among them."""

    persons: int
    notes: int


def erase_persons(file: CeremonyFile, persons: Sequence[str], reason: str) -> Erasure:
    """Destroy what the file holds of some persons, by id.

    That is their rows, under every id that was joined to theirs, the notes and attachments of
    their events, those of their part and of their standing in for others included, the scans of
    sheets that are theirs alone, and their names among those with a part in the ceremony; a sheet
    that others signed too stays. Raises FileTrouble where another program keeps traces of it
    alive; then it is erased, and doing it again finishes it.
    """
    connection = file.connection
    with file.transaction():
        people = _everywhere(connection, persons)
        notes = [
            str(note)
            for person in (*people, *_parts_of(connection, people))
            for (note,) in connection.execute(_NOTES_OF, (NOTE, ATTACHMENT, person))
        ]
        for person in people:
            notes += [str(scan) for (scan,) in connection.execute(_SHEETS_OF, (person,))]
        parts = _parts_without(connection, set(people))
        ids: list[Json] = [*people, *notes, *(item.id for item in parts)]
        _say(file, {"all": False, "erased": ids}, reason)
        erase_again(connection)
        for item in parts:
            file.append(Entry(EventKind.DETAILS_CHANGED, {}), Brought(items=(item,)))
    leave_no_trace(file)
    return Erasure(len(persons), len(notes))


def erase_everyone(file: CeremonyFile, reason: str) -> Erasure:
    """Destroy all persons, notes, attachments, and the details, which name people; texts stay.

    Raises FileTrouble as `erase_persons` does.
    """
    connection = file.connection
    with file.transaction():
        persons = _count(connection, "SELECT count(DISTINCT id) FROM person WHERE salt IS NOT NULL")
        notes = _count(
            connection,
            "SELECT count(*) FROM item WHERE kind = 'note' AND salt IS NOT NULL",
        )
        _say(file, {"all": True, "erased": []}, reason)
        erase_again(connection)
    leave_no_trace(file)
    return Erasure(persons, notes)


def erase_again(connection: Connection) -> int:
    """Destroy what the record says is destroyed: what was written before each erasure.

    Also after a merge, where either file may still hold what the other one erased. Answers how
    many rows it was.
    """
    erasures = connection.execute(
        "SELECT tick, body FROM event WHERE kind = 'erased' AND kind <> 'scan'"
    ).fetchall()
    erased = sum(_erase(connection, tick, json.loads(body)) for tick, body in erasures)
    drop_unnamed(connection)
    return erased


def leave_no_trace(file: CeremonyFile) -> None:
    """Leave nothing of what was erased in free pages or in the WAL."""
    with known_troubles(file.path):
        file.connection.execute("VACUUM")
        emptied = empty_wal(file.connection)
    if not emptied:
        raise FileTrouble("storage.erased_in_use", file=file.path.name)


def _erase(connection: Connection, tick: int, body: dict[str, Json]) -> int:
    if body["all"]:
        which, values = f"kind IN ('{NOTE}', '{DETAILS}', '{ATTACHMENT}')", ()
        return _blank(connection, tick, "1", values, "person") + _blank(
            connection, tick, which, values, "item"
        )
    named = ("id IN (SELECT value FROM json_each(?))", (json.dumps(body["erased"]),))
    return sum(_blank(connection, tick, *named, table) for table in ("person", "item"))


def _blank(
    connection: Connection, tick: int, which: str, values: tuple[str, ...], table: str
) -> int:
    blank = _BLANK if table == "person" else "salt = NULL, data = NULL"
    cursor = connection.execute(
        f"UPDATE {table} AS r SET {blank} WHERE salt IS NOT NULL AND {which} AND {_BEFORE}",  # noqa: S608
        (*values, tick),
    )
    return int(cursor.rowcount)


def _everywhere(connection: Connection, persons: Iterable[str]) -> list[str]:
    """The ids of some persons, and of every row that was joined to theirs or theirs to it."""
    found = dict.fromkeys(persons)
    for person in list(found):
        found.update(dict.fromkeys(row[0] for row in connection.execute(_SAME_PERSON, (person,))))
    return list(found)


def _parts_of(connection: Connection, people: Iterable[str]) -> list[str]:
    """The ids of the parts that these people have in the ceremony."""
    return [
        str(party)
        for person in people
        for (party,) in connection.execute(_PARTS_OF, (DETAILS, person))
    ]


def _parts_without(connection: Connection, people: set[str]) -> list[Item]:
    """The details as they are to be, where some of these people have a part in the ceremony."""
    items = []
    rows = connection.execute(
        "SELECT id, data FROM item WHERE kind = ? AND current = 1", (DETAILS,)
    ).fetchall()
    for identity, data in rows:
        details = item_data(data)
        parties = details.get("parties")
        theirs = [
            party
            for party in (parties if isinstance(parties, list) else ())
            if isinstance(party, dict) and party.get("person") in people
        ]
        for party in theirs:
            party.update({"name": "", "rank": "", "id_number": "", "person": ""})
        if theirs:
            items.append(Item(str(identity), DETAILS, details))
    return items


def _count(connection: Connection, query: str) -> int:
    return int(connection.execute(query).fetchone()[0])


def _say(file: CeremonyFile, body: dict[str, Json], reason: str) -> None:
    note = Item.note(reason)
    entry = Entry(EventKind.ERASED, body | {"reason": note.id})
    file.append(entry, Brought(items=(note,)))
