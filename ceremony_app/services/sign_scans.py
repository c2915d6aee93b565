"""Badges scanned at the signing table: who has signed, and never who has come."""

from ceremony_app.domain.ceremony import Pact, PactForm
from ceremony_app.domain.events import EventKind, Json
from ceremony_app.domain.names import sort_key
from ceremony_app.domain.people import Party, Person, PersonKind
from ceremony_app.domain.sessions import Session
from ceremony_app.domain.signing import (
    UNSIGNED,
    SignAnswer,
    SignatureSource,
    SignerState,
    SignVerdict,
    signing_order,
)
from ceremony_app.domain.token import read_token
from ceremony_app.domain.verdicts import Seen
from ceremony_app.services.preparation import Preparation
from ceremony_app.services.signers import Signers
from ceremony_app.services.signing import Signing
from ceremony_app.storage.attendance import Attendance
from ceremony_app.storage.ceremony_file import CeremonyFile
from ceremony_app.storage.people import HeldBadge, People
from ceremony_app.storage.scans import shape_of
from ceremony_app.storage.writer import Entry


class SignScans:
    """Scans for one pact in one session; each is an event, whatever its verdict."""

    def __init__(self, file: CeremonyFile, pact: Pact, session: Session) -> None:
        self._file = file
        self._pact = pact
        self._session = session
        self._people = People(file)
        self._signing = Signing(file)
        self._signers = Signers(file)

    def scan(self, scanned: str) -> SignAnswer:
        """Record one scan; nothing about attendance is written.

        Raises Refused for somebody recorded as absent, who has to be taken back first, and
        DiskTrouble or FileTrouble, and then nothing of this scan was kept.
        """
        token = read_token(scanned)
        if token is None:
            return self._refused(SignVerdict.MALFORMED, shape_of(scanned))
        held = self._people.holder(token)
        if held is None or not held[1].active:
            return self._refused(SignVerdict.UNKNOWN, {"token": token}, token)
        badge, person = held
        if badge.revoked:
            return self._revoked(badge, person)
        return self.person(person, badge)

    def person(self, person: Person, badge: HeldBadge | None = None) -> SignAnswer:
        """Record that somebody signed, by the badge, or else as the operator saw it."""
        who = self._signer(person)
        body: dict[str, Json] = {"badge": badge.id} if badge else {}
        token = badge.token if badge else ""
        if who is None:
            return self._refused(SignVerdict.NOT_A_SIGNER, body, token, person)
        before = self._signers.state(self._pact.id, who.id)
        if before.signed:
            return self._refused(SignVerdict.ALREADY, body, token, person, before)
        source = SignatureSource.SCANNED if badge else SignatureSource.OPERATOR
        event = self._signing.sign(
            self._pact, who, self._session, source, badge.id if badge else ""
        )
        return SignAnswer(
            seq=event.seq,
            event=event.name,
            verdict=SignVerdict.SIGNED,
            token=token,
            person=_seen(person),
            at=event.local,
            first_at=event.local,
            signer=who.id,
            attended=self._attended(person),
        )

    def _signer(self, person: Person) -> Party | Person | None:
        """As whom somebody signs this pact: themselves, or a part on the representatives' sheet.

        A stand-in signs in the place of the one who is not there.
        """
        if self._pact.form is PactForm.INDIVIDUAL:
            return person if person.kind is PersonKind.STAFF else None
        states = self._signers.states(self._pact.id)
        for party in signing_order(Preparation(self._file).details()):
            if _is(states.get(party.id, UNSIGNED).signs_as(party), person):
                return party
        return None

    def _revoked(self, badge: HeldBadge, person: Person) -> SignAnswer:
        at, body = self._people.revoked_at(badge.token), dict[str, Json](badge=badge.id)
        return self._refused(SignVerdict.REVOKED, body, badge.token, person, revoked_at=at)

    def _refused(
        self,
        verdict: SignVerdict,
        body: dict[str, Json],
        token: str = "",
        person: Person | None = None,
        before: SignerState = UNSIGNED,
        revoked_at: str = "",
    ) -> SignAnswer:
        body = {**body, "pact": self._pact.id, "verdict": verdict.value}
        who = person.id if person else ""
        with self._file.transaction():
            event = self._file.append(
                Entry(EventKind.SIGN_REFUSED, body, session=self._session.id, person=who)
            )
        held = self._people.badges_of(who) if revoked_at else []
        return SignAnswer(
            seq=event.seq,
            event=event.name,
            verdict=verdict,
            token=token,
            person=_seen(person) if person else None,
            at=event.local,
            first_at=before.at,
            attended=person is not None and self._attended(person),
            revoked_at=revoked_at,
            replaced=any(not badge.revoked for badge in held),
        )

    def _attended(self, person: Person) -> bool:
        return Attendance(self._file).has_come(self._session.id, person.id)


def _is(party: Party, person: Person) -> bool:
    """Whether a party is somebody of the roster: by its id, its number, or its whole name."""
    if party.person or party.id_number:
        return party.person == person.id or (party.id_number or "-") == person.id_number
    return bool(party.name) and sort_key(party.name) == sort_key(person.name)


def _seen(person: Person) -> Seen:
    return Seen(person.id, person.id_number, person.name, person.post, person.division)
