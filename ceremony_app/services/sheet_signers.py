"""Who stands on a sheet that came back and is not recorded as having signed.

An offer to whoever looks at the sheet, never a conclusion: a place on it may be empty.
"""

from dataclasses import dataclass

from ceremony_app.domain.ceremony import Pact, PactForm
from ceremony_app.domain.people import Party, Person, Role
from ceremony_app.domain.signed_sheets import SheetPlace
from ceremony_app.domain.signing import SIGNING_ROLES, SignatureSource
from ceremony_app.services.preparation import Preparation
from ceremony_app.services.sessions import Sessions
from ceremony_app.services.signing import Signing
from ceremony_app.storage.attendance import Attendance
from ceremony_app.storage.ceremony_file import CeremonyFile
from ceremony_app.storage.people import People


@dataclass(frozen=True, slots=True)
class Unsigned:
    """Those of a sheet's signers of whom no signature is recorded."""

    pact: Pact
    who: tuple[Party | Person, ...]


class SheetSigners:
    """Reads and records for one open file."""

    def __init__(self, file: CeremonyFile) -> None:
        self._file = file

    def unsigned(self, place: SheetPlace) -> Unsigned | None:
        """None where the sheet is no pact's, or all of it is recorded."""
        details = Preparation(self._file).details()
        pact = next((one for one in details.pacts if one.id == place.paper.pact), None)
        if pact is None:
            return None
        printed: list[Party | Person] = []
        if place.paper.kind == f"pact_{PactForm.REPRESENTATIVES}":
            parties = (party for role in SIGNING_ROLES for party in details.with_role(role))
            printed += (one for one in parties if one.role is not Role.WITNESS or one.signs)
        elif person := self._person(place):
            printed.append(person)
        signed = Signing(self._file).signed(pact)
        who = tuple(one for one in printed if one.name and one.id not in signed)
        return Unsigned(pact, who) if who else None

    def record(self, place: SheetPlace, unsigned: Unsigned) -> int:
        """Record the signatures that somebody saw on the sheet; answers how many."""
        sessions = Sessions(self._file)
        session = next((s for s in sessions.all() if s.id == place.paper.session), sessions.main())
        for who in unsigned.who:
            Signing(self._file).sign(unsigned.pact, who, session, SignatureSource.RETURNED_SHEET)
        return len(unsigned.who)

    def _person(self, place: SheetPlace) -> Person | None:
        whose = place.paper.whose(place.sheet)
        stands = Attendance(self._file).joined().get(whose, whose)
        return People(self._file).by_id(stands) if whose else None
