"""The table: who signed, who in whose place, who was absent, and which witnesses were there."""

from dataclasses import replace

from ceremony_app.domain.ceremony import Pact
from ceremony_app.domain.errors import Refused
from ceremony_app.domain.events import Event, EventKind, Json
from ceremony_app.domain.ids import new_id
from ceremony_app.domain.names import sort_key
from ceremony_app.domain.people import Party, Person, Role
from ceremony_app.domain.sessions import Session
from ceremony_app.domain.signing import SignatureSource, SignerState, StandIn, moved
from ceremony_app.services.preparation import Preparation
from ceremony_app.services.signers import Signers, stand_in_body
from ceremony_app.storage.attendance import Attendance
from ceremony_app.storage.ceremony_file import CeremonyFile
from ceremony_app.storage.people import People
from ceremony_app.storage.rows import NOTE, Brought, Item
from ceremony_app.storage.writer import Entry


class Signing:
    """Signatures of one open file; taking one back is `CheckIn.undo`, with its reason."""

    def __init__(self, file: CeremonyFile) -> None:
        self._file = file
        self._attendance = Attendance(file)
        self._signers = Signers(file)

    def signed(self, pact: Pact) -> dict[str, str]:
        """Who signed a pact, by the id of party or person, with the event that says so."""
        return {who: event for who, (_, event) in self._attendance.signed(pact.id).items()}

    def states(self, pact: Pact) -> dict[str, SignerState]:
        """Everybody of whom anything is recorded under a pact, by the id of party or person."""
        return self._signers.states(pact.id)

    def sign(
        self,
        pact: Pact,
        who: Party | Person,
        session: Session,
        source: SignatureSource,
        badge: str = "",
    ) -> Event:
        """Record a signature at the moment it happens, or that a sheet came back with it.

        Where somebody stands in for a representative, it is the stand-in's, and the event says
        so. `badge` is the id of the one that was scanned. Raises Refused where there is a
        signature already, and for one at the table of somebody recorded as absent.
        """
        with self._file.transaction():
            state = self._signers.state(pact.id, who.id)
            name = state.stand_in.name if state.stand_in else who.name
            if state.signed:
                raise Refused("signing.already", name=name or "?", pact=pact.title)
            if state.absent and source is not SignatureSource.RETURNED_SHEET:
                raise Refused("signing.absent", name=name or "?")
            body: dict[str, Json] = {"pact": pact.id, "source": source.value}
            if badge:
                body["badge"] = badge
            if state.substituted:
                body |= stand_in_body(self._file, state.substituted)
            return self._append(EventKind.SIGNED, who.id, session, body)

    def stand_in(self, asked: str, post: str = "") -> StandIn:
        """Somebody of the roster by number or whole name, else whoever was typed.

        Raises Refused without a name, and where several of the roster have that name.
        """
        words, post = " ".join(asked.split()), " ".join(post.split())
        if not words:
            raise Refused("signing.no_stand_in")
        plain = "".join(c for c in words if c.isalnum())
        people = People(self._file)
        found = people.by_number(plain) if plain.isdecimal() else []
        if plain.isdecimal() and not found:
            raise Refused("people.unknown_number", number=plain[-4:])
        key = sort_key(words)
        found = found or [p for p in people.everyone() if p.active and sort_key(p.name) == key]
        if len(found) > 1:
            raise Refused("signing.several", name=words)
        return StandIn.of(found[0], post) if found else StandIn(words, post)

    def substitute(
        self, pact: Pact, party: Party, stand_in: StandIn, session: Session, reason: str
    ) -> Event:
        """Record that somebody signs in a representative's place, and why.

        Raises Refused without a reason, after a signature, where somebody else is named, and for
        a part that nobody represents.
        """
        reason = _reason(reason)
        if party.role is not Role.REPRESENTATIVE:
            raise Refused("signing.not_for_others", name=party.name or "?")
        with self._file.transaction():
            state = self._signers.state(pact.id, party.id)
            if state.signed:
                raise Refused("signing.already", name=party.name or "?", pact=pact.title)
            if state.substituted:
                raise Refused("signing.substituted_already", name=party.name or "?")
            note, items = Item.note(reason), []
            body: dict[str, Json] = {"pact": pact.id, "reason": note.id}
            known = People(self._file).by_id(stand_in.person)
            if known:
                body["stand_in"] = known.id
            if known is None or stand_in.post != known.post:
                typed = _typed(stand_in)
                body["typed"] = typed.id
                items.append(typed)
            brought = Brought(items=(note, *items))
            return self._append(EventKind.SIGNER_SUBSTITUTED, party.id, session, body, brought)

    def absent(self, pact: Pact, party: Party, session: Session, reason: str) -> Event:
        """Record that somebody was not there when the pact was signed, and why.

        Raises Refused without a reason, and where a signature, a stand-in or an absence is
        recorded already.
        """
        reason = _reason(reason)
        with self._file.transaction():
            state = self._signers.state(pact.id, party.id)
            if state.latest:
                raise Refused("signing.settled", name=party.name or "?")
            note = Item.note(reason)
            body: dict[str, Json] = {"pact": pact.id, "reason": note.id}
            brought = Brought(items=(note,))
            return self._append(EventKind.SIGNER_ABSENT, party.id, session, body, brought)

    def move(self, party: Party, by: int) -> None:
        """Let somebody sign earlier or later among those of the same part."""
        preparation = Preparation(self._file)
        details = preparation.details()
        parties = moved(details.parties, party.id, by)
        if parties != details.parties:
            preparation.change_details(replace(details, parties=parties))

    def witnesses(self) -> dict[str, str]:
        """Witnesses who are there, by id, with the event that says so."""
        return self._attendance.witnessed()

    def witness_present(self, witness: Party, session: Session) -> Event:
        """Record that a witness is there; whether he or she signs is another fact."""
        with self._file.transaction():
            if witness.id in self._attendance.witnessed():
                raise Refused("signing.witness_already", name=witness.name or "?")
            return self._append(EventKind.WITNESS_PRESENT, witness.id, session, {})

    def _append(
        self,
        kind: EventKind,
        who: str,
        session: Session,
        body: dict[str, Json],
        brought: Brought | None = None,
    ) -> Event:
        entry = Entry(kind, body, session=session.id, person=who)
        return self._file.append(entry, brought)


def _typed(stand_in: StandIn) -> Item:
    """What was typed of a stand-in: a note, so that it is erased as notes are."""
    words = "" if stand_in.person else stand_in.name
    return Item(new_id(), NOTE, {"words": words, "post": stand_in.post})


def _reason(words: str) -> str:
    reason = " ".join(words.split())
    if not reason:
        raise Refused("signing.no_reason")
    return reason
