"""Who has not signed a pact: a list to read, to print, to save."""

from collections.abc import Iterator
from dataclasses import dataclass

from ceremony_app.domain.ceremony import Pact, PactForm
from ceremony_app.domain.clock import local_text
from ceremony_app.domain.messages import Message, message
from ceremony_app.domain.names import sort_key
from ceremony_app.domain.papers import MissingRow, MissingSheet
from ceremony_app.domain.people import Party, Person, PersonKind, Role
from ceremony_app.domain.signing import UNSIGNED, SignerState, signing_order
from ceremony_app.services.facts import Choice, Facts
from ceremony_app.services.preparation import Preparation
from ceremony_app.services.signers import Signers
from ceremony_app.storage.ceremony_file import CeremonyFile
from ceremony_app.storage.people import People


@dataclass(frozen=True, slots=True)
class Waiting:
    """Somebody who is to sign and has not; a representative as it is to sign."""

    who: Person | Party
    state: SignerState = UNSIGNED

    @property
    def division(self) -> str:
        return self.who.division

    @property
    def remark(self) -> Message | None:
        """Why the signature is still to come, as far as that is known."""
        if self.state.absent:
            return message("unsigned.paper.absent")
        return message("unsigned.paper.stand_in") if self.state.stand_in else None


class Unsigned:
    """Reads one open file."""

    def __init__(self, file: CeremonyFile) -> None:
        self._file = file
        self._details = Preparation(file).details()

    def waiting(self, pact: Pact, division: str | None = None) -> list[Waiting]:
        """Everybody who has not signed: of the individual form by division and name, of the
        representatives' sheet in the order of signing. Of one division if one is named."""
        states = Signers(self._file).states(pact.id)
        individual = pact.form is PactForm.INDIVIDUAL
        everybody = self._people() if individual else self._parties(states)
        found = (Waiting(who, states.get(who.id, UNSIGNED)) for who in everybody)
        return [
            one for one in found if not one.state.signed and division in (None, one.who.division)
        ]

    def sheet(self, pact: Pact, choice: Choice, division: str | None = None) -> MissingSheet:
        """The list as it stands now."""
        writer, clock = self._file.writer, self._file.opener.opening.clock
        waiting = self.waiting(pact, division)
        return MissingSheet(
            occasion=Facts(self._file).occasion(choice),
            at=local_text(clock.now(), writer.zone),
            rows=tuple(
                MissingRow(no, one.who.name, one.who.post, one.who.division, one.remark)
                for no, one in enumerate(waiting, start=1)
            ),
            pact=pact.title,
        )

    def _people(self) -> list[Person]:
        people = People(self._file).everyone()
        staff = [one for one in people if one.active and one.kind is PersonKind.STAFF]
        return sorted(staff, key=lambda one: (one.division, sort_key(one.name)))

    def _parties(self, states: dict[str, SignerState]) -> Iterator[Party]:
        """Whoever has a block on the sheet."""
        for party in signing_order(self._details):
            if party.role is not Role.WITNESS or party.signs:
                yield states.get(party.id, UNSIGNED).signs_as(party)
