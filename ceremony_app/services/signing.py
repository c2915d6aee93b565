"""The table: who signed, and which witnesses were there."""

from enum import StrEnum

from ceremony_app.domain.ceremony import Pact
from ceremony_app.domain.errors import Refused
from ceremony_app.domain.events import Event, EventKind, Json
from ceremony_app.domain.people import Party, Person
from ceremony_app.domain.sessions import Session
from ceremony_app.storage.attendance import Attendance
from ceremony_app.storage.ceremony_file import CeremonyFile
from ceremony_app.storage.writer import Entry


class SignatureSource(StrEnum):
    """How the program knows of a signature."""

    OPERATOR = "operator"
    SCANNED = "scanned"
    RETURNED_SHEET = "returned_sheet"


class Signing:
    """Signatures of one open file; taking one back is `CheckIn.undo`, with its reason."""

    def __init__(self, file: CeremonyFile) -> None:
        self._file = file
        self._attendance = Attendance(file)

    def signed(self, pact: Pact) -> dict[str, str]:
        """Who signed a pact, by the id of party or person, with the event that says so."""
        return {who: event for who, (_, event) in self._attendance.signed(pact.id).items()}

    def sign(
        self, pact: Pact, who: Party | Person, session: Session, source: SignatureSource
    ) -> Event:
        """Record a signature at the moment it happens; raises Refused where there is one."""
        if who.id in self._attendance.signed(pact.id):
            raise Refused("signing.already", name=who.name or "?", pact=pact.title)
        body: dict[str, Json] = {"pact": pact.id, "source": source.value}
        return self._write(EventKind.SIGNED, who.id, session, body)

    def witnesses(self) -> dict[str, str]:
        """Witnesses who are there, by id, with the event that says so."""
        return self._attendance.witnessed()

    def witness_present(self, witness: Party, session: Session) -> Event:
        """Record that a witness is there; whether he or she signs is another fact."""
        if witness.id in self._attendance.witnessed():
            raise Refused("signing.witness_already", name=witness.name or "?")
        return self._write(EventKind.WITNESS_PRESENT, witness.id, session, {})

    def _write(self, kind: EventKind, who: str, session: Session, body: dict[str, Json]) -> Event:
        entry = Entry(kind, body, session=session.id, person=who)
        with self._file.transaction():
            return self._file.append(entry)
