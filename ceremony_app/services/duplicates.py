"""What the record holds of single rows, for whoever decides that two of them are one person."""

from collections.abc import Sequence
from dataclasses import dataclass

from ceremony_app.domain.lookalikes import Pair, lookalikes
from ceremony_app.domain.people import Person
from ceremony_app.domain.sessions import Session
from ceremony_app.domain.status import Status
from ceremony_app.services.preparation import Preparation
from ceremony_app.services.sessions import Sessions
from ceremony_app.storage.attendance import Attendance
from ceremony_app.storage.ceremony_file import CeremonyFile
from ceremony_app.storage.people import People


@dataclass(frozen=True, slots=True)
class Came:
    """What is recorded of somebody in one session; `at` is local ISO, empty for an absence."""

    session: str
    status: Status
    at: str = ""


@dataclass(frozen=True, slots=True)
class Holding:
    """What one row holds: badges that are valid, sessions, texts pledged, pacts signed."""

    person: Person
    badges: int
    came: tuple[Came, ...]
    pledged: int
    signed: int


class Duplicates:
    """Looks at rows that may be one person; joining them is `PeopleDesk.join`."""

    def __init__(self, file: CeremonyFile) -> None:
        self._file = file
        self._attendance = Attendance(file)

    def lookalikes(self) -> list[Pair]:
        """Rows that may be one person; see `ceremony_app.domain.lookalikes`."""
        return lookalikes(People(self._file).everyone())

    def holdings(self, people: Sequence[Person]) -> list[Holding]:
        """What each row holds, in the order given."""
        preparation, sessions = Preparation(self._file), Sessions(self._file).all()
        pacts, texts = preparation.details().pacts, preparation.texts()
        signed = [self._attendance.signed(pact.id) for pact in pacts]
        pledged = [
            self._attendance.pledged(session.id, state.text.id)
            for session in sessions
            for state in texts
        ]
        came = [self._came(session) for session in sessions]
        return [
            Holding(
                person,
                badges=sum(1 for b in People(self._file).badges_of(person.id) if not b.revoked),
                came=tuple(those[person.id] for those in came if person.id in those),
                pledged=sum(person.id in those for those in pledged),
                signed=sum(person.id in those for those in signed),
            )
            for person in people
        ]

    def _came(self, session: Session) -> dict[str, Came]:
        """What counts for everybody in one session: an arrival before a status set by hand."""
        late = Preparation(self._file).details().late_rule(session.id)
        marks = {
            p: Status(one) for p, (one, _) in self._attendance.marks(session.id).items() if one
        }
        arrived = {p: one.moment for p, one in self._attendance.arrivals(session.id).items()}
        return {
            person: Came(session.name, status, arrived.get(person, ""))
            for person in {**marks, **arrived}
            if (status := late.status(marks.get(person), arrived.get(person)))
        }
