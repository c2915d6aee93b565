"""Bringing a roster into the ceremony: all of it or nothing, and nothing is ever deleted."""

from collections.abc import Iterable
from dataclasses import dataclass

from ceremony_app.domain.errors import InputRefused
from ceremony_app.domain.events import EventKind
from ceremony_app.domain.ids import new_ids
from ceremony_app.domain.people import Person, PersonKind
from ceremony_app.domain.roster import Finding, RosterReading
from ceremony_app.domain.token import new_tokens
from ceremony_app.roster.collector import no_collection
from ceremony_app.storage.ceremony_file import CeremonyFile
from ceremony_app.storage.people import People
from ceremony_app.storage.rows import Badge, Brought
from ceremony_app.storage.writer import Entry


@dataclass(frozen=True, slots=True)
class Missing:
    """Active staff of the file who are not on the new roster: what to do with them."""

    count: int = 0
    deactivated: bool = False


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What an import did, or would do: `written` tells which.

    `added`, `updated`, `unchanged` count people, `read` the rows that hold one.
    """

    read: int
    added: int
    updated: int
    unchanged: int
    rejected: tuple[Finding, ...]
    warnings: tuple[Finding, ...]
    missing: Missing
    written: bool


@dataclass(frozen=True, slots=True)
class Plan:
    """What an import would bring."""

    added: tuple[Person, ...]
    updated: tuple[Person, ...]
    unchanged: int
    missing: tuple[Person, ...]


class RosterImport:
    """Imports readings into one open file."""

    def __init__(self, file: CeremonyFile) -> None:
        self._file = file
        self._people = People(file)

    def plan(self, reading: RosterReading) -> Plan:
        """Compare a reading with the people in the file.

        A person is known again by id number; somebody without one by exact name and division.
        """
        known: dict[tuple[str, ...], list[Person]] = {}
        for person in self._people.everyone():
            if person.kind is PersonKind.STAFF:
                identity = _identity(person.id_number, person.name, person.division)
                known.setdefault(identity, []).append(person)
        if not known:
            return Plan(tuple(reading.people), (), 0, ())
        added, updated, unchanged = [], [], 0
        for person in reading.people:
            same = known.get(_identity(person.id_number, person.name, person.division))
            if not same:
                added.append(person)
                continue
            # Each person is met once: two people of one name and no number stay two.
            before = same.pop(0)
            after = person._replace(id=before.id)
            if after == before:
                unchanged += 1
            else:
                updated.append(after)
        missing = [person for same in known.values() for person in same if person.active]
        return Plan(tuple(added), tuple(updated), unchanged, tuple(missing))

    @no_collection()
    def run(
        self,
        reading: RosterReading,
        *,
        skip_rejected: bool = False,
        dry_run: bool = False,
        deactivate_missing: bool = False,
    ) -> ImportReport:
        """Import a reading in one step; a dry run only says what it would do.

        With any rejected row nothing is written, unless `skip_rejected` says otherwise. People
        who are not on the new roster stay as they are, unless `deactivate_missing` is told.
        Raises DiskTrouble or FileTrouble, and then nothing was written.
        """
        plan = self.plan(reading)
        refused = bool(reading.rejected) and not skip_rejected
        write = not dry_run and not refused
        if write:
            gone = plan.missing if deactivate_missing else ()
            self._write(plan, tuple(person._replace(active=False) for person in gone))
        return ImportReport(
            read=reading.read,
            added=len(plan.added),
            updated=len(plan.updated),
            unchanged=plan.unchanged,
            rejected=tuple(reading.rejected),
            warnings=tuple(reading.warnings),
            missing=Missing(len(plan.missing), deactivated=write and deactivate_missing),
            written=write,
        )

    def _write(self, plan: Plan, deactivated: tuple[Person, ...]) -> None:
        persons = (*plan.added, *plan.updated, *deactivated)
        new = len(plan.added)
        holders = (person.id for person in plan.added)
        badges = tuple(map(Badge, new_ids(new), holders, new_tokens(new)))
        entry = Entry(
            EventKind.ROSTER_IMPORTED,
            {
                "added": len(plan.added),
                "deactivated": len(deactivated),
                "unchanged": plan.unchanged,
                "updated": len(plan.updated),
            },
        )
        with self._file.transaction():
            self._file.append(entry, Brought(persons=persons, badges=badges))


def refuse_rejected(report: ImportReport, file: str) -> None:
    """Raises InputRefused where an import came to nothing because of rejected rows."""
    if report.rejected and not report.written:
        raise InputRefused("roster.refused", file=file, count=len(report.rejected))


def divisions_of(people: Iterable[Person]) -> tuple[str, ...]:
    """The divisions that people belong to, in order of name."""
    return tuple(sorted({person.division for person in people if person.division}))


def _identity(id_number: str, name: str, division: str) -> tuple[str, ...]:
    return (id_number,) if id_number else (name, division)
