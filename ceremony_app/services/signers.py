"""What the record says of those who sign a pact."""

import json
from dataclasses import replace

from ceremony_app.domain.events import Event, EventKind, Json
from ceremony_app.domain.signing import UNSIGNED, SignatureSource, SignerState, StandIn
from ceremony_app.services.operators import readable
from ceremony_app.storage.attendance import Attendance, Signature
from ceremony_app.storage.ceremony_file import CeremonyFile
from ceremony_app.storage.items import Items
from ceremony_app.storage.journal import Journal, body_of
from ceremony_app.storage.people import People

_NAMED = ("stand_in", "typed")
"""Where a body names who stands in: somebody of the roster, or what was typed."""


class Signers:
    """Reads one open file; pacts are named by their ids."""

    def __init__(self, file: CeremonyFile) -> None:
        self._file = file
        self._items = Items(file)
        self._people = People(file)

    def state(self, pact: str, who: str) -> SignerState:
        """What is recorded of one party or person; quick, however many have signed."""
        signature = Attendance(self._file).signatures(pact, who).get(who)
        before = self.away(pact).get(who, UNSIGNED)
        return self._signed(before, signature) if signature else before

    def states(self, pact: str) -> dict[str, SignerState]:
        """Everybody of whom anything is recorded under a pact, by the id of party or person."""
        states = self.away(pact)
        for who, signature in Attendance(self._file).signatures(pact).items():
            states[who] = self._signed(states.get(who, UNSIGNED), signature)
        return states

    def _signed(self, before: SignerState, signature: Signature) -> SignerState:
        """The signature is of who signed then, whoever is named to sign now."""
        return replace(
            before,
            signed=signature.event,
            source=SignatureSource.of(signature.source),
            at=signature.local,
            stand_in=self.stand_in(_read(signature.body)),
        )

    def away(self, pact: str) -> dict[str, SignerState]:
        """Who is substituted or absent; the latest word counts where there are several.

        Reads no signatures, of which there may be thousands.
        """
        undone = Attendance(self._file).undone()
        states: dict[str, SignerState] = {}
        kinds = (EventKind.SIGNER_SUBSTITUTED, EventKind.SIGNER_ABSENT)
        for event in Journal(self._file).of_kind(*kinds):
            body = readable(event)
            if body.get("pact") != pact or (event.writer, event.seq) in undone:
                continue
            states[event.person] = self._told(event, body)
        return states

    def _told(self, event: Event, body: dict[str, Json]) -> SignerState:
        reason = self._items.note(str(body.get("reason", "")))
        if event.kind == EventKind.SIGNER_ABSENT:
            return SignerState(absent=event.name, reason=reason)
        stand_in = self.stand_in(body)
        return SignerState(stand_in=stand_in, substituted=event.name, reason=reason)

    def stand_in(self, body: dict[str, Json]) -> StandIn | None:
        """Who an event says stands in; a blank name where it was erased, None where nobody does."""
        if not any(name in body for name in _NAMED):
            return None
        typed = self._items.data(str(body.get("typed", "")))
        post = str(typed.get("post", ""))
        person = self._people.by_id(str(body.get("stand_in", "")))
        return StandIn.of(person, post) if person else StandIn(str(typed.get("words", "")), post)


def _read(body: str) -> dict[str, Json]:
    """A stored body as far as it can be read; verifying says what was changed by hand."""
    try:
        found = json.loads(body)
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}


def stand_in_body(file: CeremonyFile, substituted: str) -> dict[str, Json]:
    """Who stands in, as the body of the signature names it: ids alone."""
    body = body_of(Journal(file).event(substituted))
    return {name: body[name] for name in _NAMED if name in body}
