"""Three facts about everybody: who came, who pledged, who signed; and pledges set by hand."""

from collections.abc import Sequence
from dataclasses import dataclass

from ceremony_app.domain.errors import Refused
from ceremony_app.domain.events import Event, EventKind, Json
from ceremony_app.domain.people import Person
from ceremony_app.domain.pledges import Pledge
from ceremony_app.domain.sessions import Session
from ceremony_app.domain.texts import Text
from ceremony_app.services.checkin import CheckIn, PersonState
from ceremony_app.services.operators import Operators, readable
from ceremony_app.services.preparation import Preparation
from ceremony_app.storage.attendance import Attendance
from ceremony_app.storage.ceremony_file import CeremonyFile
from ceremony_app.storage.items import Items
from ceremony_app.storage.journal import Journal
from ceremony_app.storage.people import People
from ceremony_app.storage.rows import Brought, Item
from ceremony_app.storage.writer import Entry


@dataclass(frozen=True, slots=True)
class SetByHand:
    """What somebody set: `by` the operator as typed, `at` local ISO, `event` to take it back."""

    how: Pledge
    reason: str
    by: str
    at: str
    event: str


@dataclass(frozen=True, slots=True)
class ThreeFacts:
    """What the record says of one person: attended, pledged and signed are three facts.

    `signed` counts the pacts that bear the person's own signature.
    """

    state: PersonState
    pledged: bool
    by_hand: SetByHand | None
    signed: int

    @property
    def person(self) -> Person:
        return self.state.person

    @property
    def is_here(self) -> bool:
        """Whether an arrival is recorded that nobody took back."""
        return self.state.status is not None and self.state.status.is_here

    @property
    def is_timed(self) -> bool:
        """Whether it is known when they came; of who was read from paper it is not."""
        return bool(self.state.at)


@dataclass(frozen=True, slots=True)
class Overview:
    """The facts of everybody about one text in one session.

    `frozen_at` (local ISO) is when the attendance was frozen for it; empty where it never was.
    `completed` is whether the text is recorded as read to its end.
    """

    facts: tuple[ThreeFacts, ...]
    frozen_at: str
    completed: bool


@dataclass(frozen=True, slots=True)
class Tally:
    """How many pledged a text in one session, and how many did not though they came.

    `present` were there when the attendance was frozen and nobody set anything else; `late`
    came afterwards; the others were set by hand. `untimed` were read from paper once the
    attendance was frozen: whether they had been there, nobody knows.
    """

    present: int
    late: int
    spoken: int
    not_followed: int
    left_early: int
    untimed: int = 0


class Pledges:
    """The pledges of one open file; taking one back is `CheckIn.undo`, with its reason."""

    def __init__(self, file: CeremonyFile) -> None:
        self._file = file
        self._attendance = Attendance(file)
        self._journal = Journal(file)
        self._people = People(file)

    def set(
        self, people: Sequence[Person], how: Pledge, text: Text, session: Session, reason: str = ""
    ) -> list[Event]:
        """Set by hand what people did while a text was spoken; all of them, or nobody.

        Raises Refused where SPOKEN has no reason: it is claimed in somebody else's name. The
        other two need none, and nobody should be asked for one.
        """
        reason = " ".join(reason.split())
        if how.pledged and not reason:
            raise Refused("pledges.no_reason", name=people[0].name, count=len(people))
        with self._file.transaction():
            return [self._set(person.id, how, text.id, session, reason) for person in people]

    def overview(self, text: Text, session: Session) -> Overview:
        """What the record says of everybody who is active, staff and guests."""
        pledged = self._attendance.pledged(session.id, text.id)
        by_hand = self.by_hand(text, session)
        signed = self._signed()
        facts = (
            ThreeFacts(
                state,
                pledged=state.person.id in pledged,
                by_hand=by_hand.get(state.person.id),
                signed=signed.get(state.person.id, 0),
            )
            for state in CheckIn(self._file, session, "").states()
        )
        frozen = self._frozen(text, session)
        completed = self._standing(EventKind.TEXT_COMPLETED, text, session)
        return Overview(tuple(facts), frozen.local if frozen else "", bool(completed))

    def by_hand(self, text: Text, session: Session) -> dict[str, SetByHand]:
        """What was set by hand and stands, by person; the latest where there are several."""
        joined, operators = self._attendance.joined(), Operators(self._file)
        found = {}
        for event in self._standing(EventKind.PLEDGE_SET, text, session):
            body = readable(event)
            found[joined.get(event.person, event.person)] = SetByHand(
                how=Pledge.of(str(body.get("how", "")), pledged=bool(body.get("pledged"))),
                reason=Items(self._file).note(str(body.get("reason", ""))),
                by=operators[event.writer],
                at=event.local,
                event=event.name,
            )
        return found

    def tally(self, text: Text, session: Session) -> Tally:
        """How many pledged; those set by hand are counted apart."""
        by_hand = self.by_hand(text, session)
        arrivals = self._attendance.arrivals(session.id)
        sources = self._attendance.pledged(session.id, text.id).values()
        present = sum(source == "present" for source in sources)
        frozen = self._frozen(text, session)
        tick = frozen.tick if frozen else 0
        in_time = sum(
            1
            for person in by_hand
            if person in arrivals and self._journal.event(arrivals[person].event).tick <= tick
        )
        untimed = sum(
            not one.timed and self._journal.event(one.event).tick > tick
            for one in arrivals.values()
        )
        counts = {how: sum(one.how is how for one in by_hand.values()) for how in Pledge}
        return Tally(
            present=present,
            late=len(arrivals) - present - in_time - untimed,
            spoken=counts[Pledge.SPOKEN],
            not_followed=counts[Pledge.NOT_FOLLOWED],
            left_early=counts[Pledge.LEFT_EARLY],
            untimed=untimed,
        )

    def _set(self, person: str, how: Pledge, text: str, session: Session, reason: str) -> Event:
        note = Item.note(reason)
        body: dict[str, Json] = {
            "how": how.value,
            "pledged": how.pledged,
            "reason": note.id if reason else "",
            "text": text,
        }
        entry = Entry(EventKind.PLEDGE_SET, body, session=session.id, person=person)
        return self._file.append(entry, Brought(items=(note,)) if reason else None)

    def _frozen(self, text: Text, session: Session) -> Event | None:
        """What the attendance that counts is held against: the event that the last completion
        names, which may be any where a text was read from paper; else the latest freezing."""
        completions = self._standing(EventKind.TEXT_COMPLETED, text, session)
        if completions:
            frozen = readable(completions[-1]).get("frozen")
            if isinstance(frozen, list) and len(frozen) == 2:
                return next(iter(self._journal.numbered(str(frozen[1]), str(frozen[0]))), None)
        return next(reversed(self._standing(EventKind.ATTENDANCE_FROZEN, text, session)), None)

    def _standing(self, kind: EventKind, text: Text, session: Session) -> list[Event]:
        """Events of a kind about a text in a session that nobody took back, in their order."""
        undone = self._attendance.undone()
        return [
            event
            for event in self._journal.of_kind(kind)
            if event.session == session.id
            and (event.writer, event.seq) not in undone
            and readable(event).get("text") == text.id
        ]

    def _signed(self) -> dict[str, int]:
        """How many pacts bear somebody's own signature, by person; representatives by number."""
        details = Preparation(self._file).details()
        numbers = {p.id: p.id_number for p in details.parties if p.id_number}
        people = {one.id_number: one.id for one in self._people.everyone() if one.id_number}
        counts: dict[str, int] = {}
        for pact in details.pacts:
            for who in self._attendance.signed(pact.id):
                person = people.get(numbers.get(who, ""), who)
                counts[person] = counts.get(person, 0) + 1
        return counts
