"""The door's use cases: scan, mark, undo, write down a guest, and count."""

from dataclasses import dataclass

from ceremony_app.domain.errors import Refused
from ceremony_app.domain.events import Event, EventKind, Json, has_control
from ceremony_app.domain.ids import new_id
from ceremony_app.domain.people import IdKind, Person, PersonKind
from ceremony_app.domain.sessions import Session
from ceremony_app.domain.status import Status
from ceremony_app.domain.token import new_token
from ceremony_app.domain.verdicts import ScanAnswer, Verdict
from ceremony_app.storage.attendance import Attendance, DivisionCount
from ceremony_app.storage.ceremony_file import CeremonyFile
from ceremony_app.storage.journal import Journal, body_of
from ceremony_app.storage.people import People
from ceremony_app.storage.rows import Badge, Brought, Item
from ceremony_app.storage.scans import Scans
from ceremony_app.storage.writer import Entry

CAN_BE_UNDONE = frozenset(
    {
        EventKind.SCAN.value,
        EventKind.MARK.value,
        EventKind.SIGNED.value,
        EventKind.PLEDGE_SET.value,
        EventKind.WITNESS_PRESENT.value,
        EventKind.TEXT_COMPLETED.value,
    }
)


@dataclass(frozen=True, slots=True)
class PersonState:
    """A person as the door sees one: the status that counts, since when, at which door.

    `status` is None for somebody of whom nothing is recorded.
    """

    person: Person
    status: Status | None
    at: str = ""
    door: str = ""
    event: str = ""


class CheckIn:
    """One door of one session."""

    def __init__(self, file: CeremonyFile, session: Session, door: str) -> None:
        door = " ".join(door.split())
        if has_control(door):
            raise Refused("checkin.door_name", name=repr(door))
        self.session = session
        self.door = door
        self._file = file
        self._scans = Scans(file)
        self._people = People(file)
        self._attendance = Attendance(file)

    def scan(self, scanned: str) -> ScanAnswer:
        """Record one scan, whatever it is; the answer is durable when it is given.

        Raises DiskTrouble or FileTrouble, and then nothing of this scan was kept.
        """
        return self._scans.record(scanned, self.session.id, self.door)

    def mark(self, person: Person, status: Status, note: str = "") -> Event:
        """Set a status by hand: an absence with its letter, or an arrival without a badge.

        Raises Refused where an absence contradicts an arrival that stands: that has to be
        undone first, with its reason.
        """
        arrived = self._attendance.arrivals(self.session.id).get(person.id)
        if arrived and not status.is_here:
            raise Refused("checkin.is_present", name=person.name, event=arrived.event)
        with self._file.transaction():
            return self._mark(person.id, status, note)

    def undo(self, event_name: str, reason: str) -> Event:
        """Take back a scan, a mark, a signature or a completion; nothing is deleted.

        `event_name` is WRITER:SEQ, or the number alone where only one event with it can be
        taken back. Raises Refused without a reason, for an event that has nothing to take back,
        and for one that was taken back already.
        """
        reason = " ".join(reason.split())
        if not reason:
            raise Refused("checkin.no_reason")
        event = self._meant(event_name)
        self._refuse_undo(event)
        note = Item.note(reason)
        body: dict[str, Json] = {"of": [event.writer, event.seq], "reason": note.id}
        with self._file.transaction():
            entry = Entry(
                EventKind.UNDO,
                body,
                session=event.session,
                person=event.person,
                door=self.door,
            )
            return self._file.append(entry, Brought(items=(note,)))

    def guest(self, name: str, post: str, institution: str = "") -> tuple[Person, Event]:
        """Write down a walk-in guest and record the arrival; raises Refused without a name."""
        name, post = " ".join(name.split()), " ".join(post.split())
        if not name:
            raise Refused("checkin.guest_name")
        # Another door may have closed the session since this one was opened.
        if self.session.id not in self._attendance.open_sessions():
            raise Refused("checkin.closed", session=self.session.name)
        person = Person(
            id=new_id(),
            name=name,
            id_kind=IdKind.NONE,
            post=post,
            institution=" ".join(institution.split()),
            kind=PersonKind.GUEST,
        )
        badge = Badge(new_id(), person.id, new_token())
        with self._file.transaction():
            added = Entry(EventKind.PERSON_ADDED, {}, person=person.id)
            self._file.append(added, Brought(persons=(person,), badges=(badge,)))
            event = self._mark(person.id, Status.PRESENT, "")
        return person, event

    def divisions(self) -> list[DivisionCount]:
        """Active staff and those present, by division."""
        return self._attendance.divisions(self.session.id)

    def present_count(self) -> int:
        return self._attendance.present_count(self.session.id)

    def states(self) -> list[PersonState]:
        """Everybody who is active, staff and guests, with what is recorded of them."""
        arrivals = self._attendance.arrivals(self.session.id)
        marks = self._attendance.marks(self.session.id)
        states = []
        for person in self._people.everyone():
            if not person.active:
                continue
            arrival = arrivals.get(person.id)
            marked, event = marks.get(person.id, ("", ""))
            status = Status(marked) if marked else None
            if arrival:
                here = status if status and status.is_here else Status.PRESENT
                states.append(PersonState(person, here, arrival.local, arrival.door, arrival.event))
            else:
                states.append(PersonState(person, status, event=event))
        return states

    def _mark(self, person: str, status: Status, note: str) -> Event:
        words = Item.note(" ".join(note.split()))
        body: dict[str, Json] = {"note": words.id, "status": status.value}
        entry = Entry(EventKind.MARK, body, session=self.session.id, person=person, door=self.door)
        return self._file.append(entry, Brought(items=(words,)))

    def _meant(self, name: str) -> Event:
        journal = Journal(self._file)
        candidates = [one for one in journal.numbered(name.strip()) if _can_be_undone(one)]
        if len(candidates) > 1:
            undone = self._attendance.undone()
            candidates = [one for one in candidates if (one.writer, one.seq) not in undone]
        return candidates[0] if len(candidates) == 1 else journal.event(name)

    def _refuse_undo(self, event: Event) -> None:
        if not _can_be_undone(event):
            raise Refused("checkin.nothing_to_undo", event=event.name)
        if (event.writer, event.seq) in self._attendance.undone():
            raise Refused("checkin.undone_already", event=event.name)


def _can_be_undone(event: Event) -> bool:
    """Whether it is of a kind that is taken back; of scans, only those that recorded somebody."""
    if event.kind == EventKind.SCAN.value:
        return body_of(event)["verdict"] == Verdict.RECORDED.value
    return event.kind in CAN_BE_UNDONE
