"""Statuses set by hand, one at a time or for a division, and taken back with a reason."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from ceremony_app.domain.attendance import Standing, standing
from ceremony_app.domain.errors import Refused
from ceremony_app.domain.events import Event, EventKind, Json
from ceremony_app.domain.people import Person
from ceremony_app.domain.sessions import Session
from ceremony_app.domain.status import MarkSource, Status
from ceremony_app.domain.verdicts import Verdict
from ceremony_app.storage.attendance import Attendance
from ceremony_app.storage.ceremony_file import CeremonyFile
from ceremony_app.storage.items import Items
from ceremony_app.storage.journal import Journal, body_of
from ceremony_app.storage.rows import Brought, Item
from ceremony_app.storage.turnout import Turnout
from ceremony_app.storage.writer import Entry

CAN_BE_UNDONE = frozenset(
    {
        EventKind.SCAN.value,
        EventKind.MARK.value,
        EventKind.SIGNED.value,
        EventKind.SIGNER_SUBSTITUTED.value,
        EventKind.SIGNER_ABSENT.value,
        EventKind.DOCUMENT_SIGNED.value,
        EventKind.PLEDGE_SET.value,
        EventKind.WITNESS_PRESENT.value,
        EventKind.TEXT_COMPLETED.value,
        EventKind.SHEET_MATCHED.value,
    }
)


@dataclass(frozen=True, slots=True)
class Remark:
    """What stands beside a status: a note, and the number of the letter that excuses."""

    note: str = ""
    letter: str = ""

    def beside(self, status: Status) -> "Remark":
        """What of it is kept: with a status that is stored bare, the number of the letter only."""
        return self if status.takes_note else replace(self, note="")


NO_REMARK = Remark()


@dataclass(frozen=True, slots=True)
class MarkedMany:
    """What marking many led to: the new events, and how many were left as they were, since
    they came (`here`) or had a status already (`settled`)."""

    events: tuple[Event, ...]
    here: int = 0
    settled: int = 0


class Statuses:
    """Sets statuses in one session, at one door; every change is an event, none deletes."""

    def __init__(self, file: CeremonyFile, session: Session, door: str) -> None:
        self.session = session
        self._file = file
        self._door = door
        self._attendance = Attendance(file)

    def mark(self, person: Person, status: Status, remark: Remark = NO_REMARK) -> Event:
        """Set a status by hand: an absence with its letter, or an arrival without a badge.

        Of the remark is kept what `Remark.beside` says. Raises Refused where an absence
        contradicts an arrival that stands: that has to be undone first, with its reason.
        """
        arrived = self._attendance.arrivals(self.session.id).get(person.id)
        if arrived and not status.is_here:
            raise Refused("checkin.is_present", name=person.name, event=arrived.event)
        with self._file.transaction():
            return self.append(person.id, status, remark)

    def arrive(self, person: Person, remark: Remark = NO_REMARK) -> Event:
        """Write down that somebody has just come: a mark that judges nothing, so that whether it
        is late is the clock's. Raises Refused where they are here already."""
        origin: Mapping[str, Json] = {"source": MarkSource.NOW.value}
        with self._file.transaction():
            arrived = self._attendance.arrivals(self.session.id).get(person.id)
            if arrived:
                raise Refused("checkin.here_already", name=person.name)
            return self._file.append(*self._entry(person.id, Status.PRESENT, remark, origin))

    def mark_rest(
        self, status: Status, remark: Remark = NO_REMARK, *, division: str | None = None
    ) -> MarkedMany:
        """Give a status to everybody of a division, or of all, who neither came nor has one.

        Who was marked unexplained (TK) gets the new status. All in one step: if it fails, nobody
        was marked. Raises Refused for a status that says somebody is here, for a division that
        there is none of, and where nobody is left to be marked.
        """
        if status.is_here:
            raise Refused("statuses.not_many_here")
        tallied = Turnout(self._file, self.session.id)
        roster = [one for one in tallied.roster(None) if division in (None, one.division)]
        if not roster:
            known = ", ".join(one.division for one in tallied.roster(None) if one.division)
            raise Refused("statuses.unknown_division", name=division or "", known=known)
        away = [one for one in tallied.away() if division in (None, one[0].division)]
        rest = [person for person, marked in away if _is_open(marked, status)]
        if not rest:
            raise Refused("statuses.nobody_left")
        with self._file.transaction():
            entries = (self._entry(person.id, status, remark) for person in rest)
            events = self._file.append_all(entries)
        here = sum(one.present for one in roster)
        return MarkedMany(tuple(events), here, len(away) - len(rest))

    def mark_people(
        self, persons: Sequence[str], status: Status, remark: Remark = NO_REMARK
    ) -> MarkedMany:
        """Give an absence to some, by their ids, whatever status they have now; all in one step.

        Who has come meanwhile is left as they are. Raises Refused as `mark_rest` does.
        """
        if status.is_here:
            raise Refused("statuses.not_many_here")
        arrived = self._attendance.arrivals(self.session.id)
        rest = [person for person in persons if person not in arrived]
        if not rest:
            raise Refused("statuses.nobody_left")
        with self._file.transaction():
            entries = (self._entry(person, status, remark) for person in rest)
            return MarkedMany(tuple(self._file.append_all(entries)), len(persons) - len(rest))

    def undo(self, event_name: str, reason: str) -> Event:
        """Take back a scan, a mark, a signature or a completion; nothing is deleted.

        `event_name` is WRITER:SEQ, or the number alone where only one event with it can be
        taken back. Raises Refused without a reason, for an event that has nothing to take back,
        and for one that was taken back already.
        """
        reason = plain_reason(reason)
        event = self._meant(event_name)
        self._refuse_undo([event])
        with self._file.transaction():
            return self._file.append(*self._taken_back(event, reason))

    def undo_all(self, event_names: Iterable[str], reason: str) -> list[Event]:
        """Take back many at once, all or none; raises Refused as `undo` does."""
        reason = plain_reason(reason)
        events = [Journal(self._file).event(name) for name in event_names]
        self._refuse_undo(events)
        with self._file.transaction():
            return self._file.append_all(self._taken_back(event, reason) for event in events)

    def remarks(self) -> dict[str, Remark]:
        """What stands beside the marks that count, by person; only where something does."""
        found = Turnout(self._file, self.session.id).notes()
        words = Items(self._file).notes() if found else {}
        remarks = {
            person: Remark(words.get(note, ""), words.get(letter, ""))
            for person, (note, letter) in found.items()
        }
        return {person: remark for person, remark in remarks.items() if remark != NO_REMARK}

    def append(self, person: str, status: Status, remark: Remark) -> Event:
        """One mark in the running transaction."""
        return self._file.append(*self._entry(person, status, remark))

    def append_from(
        self,
        persons: Iterable[tuple[str, Mapping[str, Json]]],
        status: Status,
        remark: Remark = NO_REMARK,
    ) -> list[Event]:
        """Marks of many in the running transaction, each with where it came from."""
        return self._file.append_all(
            self._entry(person, status, remark, origin) for person, origin in persons
        )

    def _entry(
        self,
        person: str,
        status: Status,
        remark: Remark,
        origin: Mapping[str, Json] | None = None,
    ) -> tuple[Entry, Brought]:
        kept = remark.beside(status)
        note, letter = (Item.note(" ".join(w.split())) for w in (kept.note, kept.letter))
        body: dict[str, Json] = {**(origin or {}), "note": note.id, "status": status.value}
        items: tuple[Item, ...] = (note,)
        if letter.data["words"]:
            body["letter"] = letter.id
            items = (note, letter)
        entry = Entry(EventKind.MARK, body, session=self.session.id, person=person, door=self._door)
        return entry, Brought(items=items)

    def _taken_back(self, event: Event, reason: str) -> tuple[Entry, Brought]:
        note = Item.note(reason)
        body: dict[str, Json] = {"of": [event.writer, event.seq], "reason": note.id}
        entry = Entry(
            EventKind.UNDO, body, session=event.session, person=event.person, door=self._door
        )
        return entry, Brought(items=(note,))

    def _meant(self, name: str) -> Event:
        journal = Journal(self._file)
        candidates = [one for one in journal.numbered(name.strip()) if _can_be_undone(one)]
        if len(candidates) > 1:
            undone = self._attendance.undone()
            candidates = [one for one in candidates if (one.writer, one.seq) not in undone]
        return candidates[0] if len(candidates) == 1 else journal.event(name)

    def _refuse_undo(self, events: Sequence[Event]) -> None:
        undone = self._attendance.undone()
        for event in events:
            if not _can_be_undone(event):
                raise Refused("checkin.nothing_to_undo", event=event.name)
            if (event.writer, event.seq) in undone:
                raise Refused("checkin.undone_already", event=event.name)


def _is_open(marked: str, status: Status) -> bool:
    """Whether somebody who did not come may get this status along with others."""
    known = Status(marked) if marked else None
    return known is not status and standing(known) is Standing.MISSING


def plain_reason(words: str) -> str:
    """What was typed as a reason, in single blanks; raises Refused where nothing was."""
    reason = " ".join(words.split())
    if not reason:
        raise Refused("checkin.no_reason")
    return reason


def _can_be_undone(event: Event) -> bool:
    """Whether it is of a kind that is taken back; of scans, only those that recorded somebody."""
    if event.kind == EventKind.SCAN.value:
        return body_of(event)["verdict"] == Verdict.RECORDED.value
    return event.kind in CAN_BE_UNDONE
