"""The door's use cases: scan, mark, undo, write down a guest, and count."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from ceremony_app.domain.errors import Refused
from ceremony_app.domain.events import Event, EventKind, has_control
from ceremony_app.domain.ids import new_id
from ceremony_app.domain.people import IdKind, Person, PersonKind
from ceremony_app.domain.sessions import Session
from ceremony_app.domain.status import Status
from ceremony_app.domain.token import new_token
from ceremony_app.domain.verdicts import ScanAnswer
from ceremony_app.services.preparation import Preparation
from ceremony_app.services.statuses import NO_REMARK, Remark, Statuses
from ceremony_app.storage.attendance import Arrival, Attendance, DivisionCount
from ceremony_app.storage.ceremony_file import CeremonyFile
from ceremony_app.storage.journal import Journal
from ceremony_app.storage.people import People
from ceremony_app.storage.rows import Badge, Brought
from ceremony_app.storage.scans import Scans
from ceremony_app.storage.writer import Entry


@dataclass(frozen=True, slots=True)
class PersonState:
    """A person as the door sees one: the status that counts, since when, at which door.

    `status` is None for somebody of whom nothing is recorded. `at` is empty also where nobody
    knows when they came, since they were read from paper. `event` is what a correction takes
    back: the arrival that counts, else the mark. `judged` is a mark by hand that outweighs the
    clock of that arrival, and is taken back before it. `remark` stands beside the mark. `also`
    are arrivals that other doors recorded, not knowing of this one.
    """

    person: Person
    status: Status | None
    at: str = ""
    door: str = ""
    event: str = ""
    remark: Remark = NO_REMARK
    also: tuple[Arrival, ...] = ()
    judged: str = ""

    @property
    def newest(self) -> str:
        """The event that is taken back first."""
        return self.judged or self.event


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
        self.statuses = Statuses(file, session, door)

    def scan(self, scanned: str) -> ScanAnswer:
        """Record one scan, whatever it is; the answer is durable when it is given.

        Raises DiskTrouble or FileTrouble, and then nothing of this scan was kept.
        """
        return self._scans.record(scanned, self.session.id, self.door)

    def mark(self, person: Person, status: Status, note: str = "", letter: str = "") -> Event:
        """Set a status by hand; see `Statuses.mark`."""
        return self.statuses.mark(person, status, Remark(note, letter))

    def arrive(self, person: Person, remark: Remark = NO_REMARK) -> Event:
        """Write down that somebody has just come without a badge; the clock says whether late.

        Raises Refused where the session is closed, and where they are here already.
        """
        self._refuse_closed()
        return self.statuses.arrive(person, remark)

    def undo(self, event_name: str, reason: str) -> Event:
        """Take something back, by its event; see `Statuses.undo`."""
        return self.statuses.undo(event_name, reason)

    def guest(self, name: str, post: str, institution: str = "") -> tuple[Person, Event]:
        """Write down a walk-in guest and record the arrival; raises Refused without a name."""
        name, post = " ".join(name.split()), " ".join(post.split())
        if not name:
            raise Refused("checkin.guest_name")
        self._refuse_closed()
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
            event = self.statuses.append(person.id, Status.PRESENT, NO_REMARK)
        return person, event

    def _refuse_closed(self) -> None:
        """Another door may have closed the session since this one was opened."""
        if self.session.id not in self._attendance.open_sessions():
            raise Refused("checkin.closed", session=self.session.name)

    def divisions(self) -> list[DivisionCount]:
        """Active staff and those present, by division."""
        return self._attendance.divisions(self.session.id)

    def present_count(self) -> int:
        return self._attendance.present_count(self.session.id)

    def states(self) -> list[PersonState]:
        """Everybody who is active, staff and guests, with what is recorded of them."""
        arrivals = self._attendance.arrivals(self.session.id)
        marks = self._attendance.marks(self.session.id)
        remarks = self.statuses.remarks()
        # Only a merge can bring together what two doors recorded of one person.
        merged = Journal(self._file).of_kind(EventKind.COPY_MERGED)
        also = self._attendance.also_seen(self.session.id) if merged else {}
        late = Preparation(self._file).details().late_rule(self.session.id)
        states = []
        for person in self._people.everyone():
            if not person.active:
                continue
            arrival = arrivals.get(person.id)
            code, event = marks.get(person.id, ("", ""))
            marked = Status(code) if code else None
            status = late.status(marked, arrival.moment if arrival else None)
            state = PersonState(
                person, status, event=event, remark=remarks.get(person.id, NO_REMARK)
            )
            states.append(_arrived(state, marked, arrival, also) if arrival else state)
        return states


def _arrived(
    state: PersonState,
    marked: Status | None,
    arrival: Arrival,
    also: Mapping[str, tuple[Arrival, ...]],
) -> PersonState:
    """The state of somebody who came; `state.event` is the mark, if there is one."""
    by_hand = marked is not None and marked.is_here and state.event != arrival.event
    return replace(
        state,
        at=arrival.moment,
        door=arrival.door,
        event=arrival.event,
        also=also.get(arrival.person, ()),
        judged=state.event if by_hand else "",
    )
