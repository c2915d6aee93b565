"""Erasure after retention: personal data is destroyed, the chain still holds.

The hash of an erased row stays, its salt goes with the data: nobody can guess a NIP from what
is left. The record says that an erasure took place (UU 27/2022).
"""

from collections.abc import Sequence
from dataclasses import dataclass

from ceremony_app.domain.events import EventKind, Json
from ceremony_app.storage.ceremony_file import CeremonyFile
from ceremony_app.storage.driver import known_troubles
from ceremony_app.storage.rows import DETAILS, NOTE, PERSON_FIELDS, Brought, Item
from ceremony_app.storage.writer import Entry

_BLANK = ", ".join(f"{name} = NULL" for name in ("salt", *PERSON_FIELDS))


@dataclass(frozen=True, slots=True)
class Erasure:
    """How much was destroyed."""

    persons: int
    notes: int


def erase_persons(file: CeremonyFile, persons: Sequence[str], reason: str) -> Erasure:
    """Destroy what the file holds of some persons, by id."""
    with file.transaction():
        for person in persons:
            file.connection.execute(
                f"UPDATE person SET {_BLANK} WHERE id = ?",  # noqa: S608
                (person,),
            )
        ids: list[Json] = [*persons]
        _say(file, {"all": False, "erased": ids}, reason)
    _vacuum(file)
    return Erasure(len(persons), 0)


def erase_everyone(file: CeremonyFile, reason: str) -> Erasure:
    """Destroy all persons, all notes, and the details, which name people; texts stay."""
    with file.transaction():
        connection = file.connection
        persons = connection.execute(
            f"UPDATE person SET {_BLANK} WHERE salt IS NOT NULL"  # noqa: S608
        ).rowcount
        notes = connection.execute(
            "UPDATE item SET salt = NULL, data = NULL WHERE kind IN (?, ?) AND salt IS NOT NULL",
            (NOTE, DETAILS),
        ).rowcount
        _say(file, {"all": True, "erased": []}, reason)
    _vacuum(file)
    return Erasure(persons, notes)


def _say(file: CeremonyFile, body: dict[str, Json], reason: str) -> None:
    note = Item.note(reason)
    entry = Entry(EventKind.ERASED, body | {"reason": note.id})
    file.append(entry, Brought(items=(note,)))


def _vacuum(file: CeremonyFile) -> None:
    """Leave nothing of it in free pages or in the WAL."""
    with known_troubles(file.path):
        file.connection.execute("VACUUM")
        file.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
