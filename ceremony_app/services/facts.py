"""The facts that papers state, gathered from one open file."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace

from ceremony_app.domain.attendance import Quorum, QuorumReport
from ceremony_app.domain.ceremony import Details, Pact, PactForm
from ceremony_app.domain.names import sort_key
from ceremony_app.domain.papers import (
    AttendanceRow,
    AttendanceSheet,
    BadgePrint,
    BadgeSheet,
    Completion,
    CountsByHand,
    MinutesData,
    Occasion,
    PactSheet,
    PactSigning,
    RepresentativeSigning,
    TextRead,
    WitnessFact,
)
from ceremony_app.domain.people import Party, Person, PersonKind, Role
from ceremony_app.domain.ranks import rank_order
from ceremony_app.domain.sessions import Session
from ceremony_app.domain.show import units
from ceremony_app.domain.signing import UNSIGNED, SignerState
from ceremony_app.domain.status import Status
from ceremony_app.services.checkin import CheckIn, PersonState
from ceremony_app.services.clock_watch import clock_jumps
from ceremony_app.services.earlier_minutes import earlier_minutes
from ceremony_app.services.pledges import Pledges
from ceremony_app.services.preparation import Preparation
from ceremony_app.services.quorum import QuorumCount
from ceremony_app.services.readings import Readings, TextReading
from ceremony_app.services.record import Seal
from ceremony_app.services.signers import Signers
from ceremony_app.storage.attendance import Attendance
from ceremony_app.storage.ceremony_file import CeremonyFile
from ceremony_app.storage.people import People


@dataclass(frozen=True, slots=True)
class Choice:
    """What a paper is asked for: which session, under which number, and of a paper with a sheet
    for each person, of which division; an empty one asks for all."""

    session: Session
    number: str = ""
    division: str = ""


class Facts:
    """Reads what papers need; makes nothing and records nothing.

    With `details` that are not kept yet it says what papers would state if they were.
    """

    def __init__(self, file: CeremonyFile, details: Details | None = None) -> None:
        self._file = file
        self._unsaved = details
        self._people = People(file)
        self._attendance = Attendance(file)

    @property
    def details(self) -> Details:
        return self._unsaved or Preparation(self._file).details()

    def occasion(self, choice: Choice) -> Occasion:
        """What the head of a paper says."""
        return _occasion(self.details, choice.session)

    def badge_sheet(self, division: str = "", *, line_codes: bool = False) -> BadgeSheet:
        """The valid badges of active people, by division and name; of one division if named."""
        held = self._people.badges()
        badges = tuple(
            BadgePrint(
                name=person.name,
                post=person.post,
                division=person.division or person.institution,
                token=held[person.id].token,
                id_number=person.id_number,
            )
            for person in self._listed()
            if person.id in held and division in ("", person.division)
        )
        return BadgeSheet(badges, heading=self.details.title, line_codes=line_codes)

    def pact_sheet(self, pact: Pact, form: PactForm, choice: Choice) -> PactSheet:
        """One pact as it is signed: by representatives, or by each active person of the staff."""
        details = self.details
        staff = [
            person
            for person in (self._listed() if form is PactForm.INDIVIDUAL else ())
            if person.kind is PersonKind.STAFF and choice.division in ("", person.division)
        ]
        return PactSheet(
            occasion=_occasion(details, choice.session),
            pact=pact,
            form=form,
            number=choice.number or pact.number,
            representatives=details.with_role(Role.REPRESENTATIVE),
            people=tuple(staff),
            acknowledgers=details.with_role(Role.ACKNOWLEDGER),
            witnesses=tuple(party for party in details.with_role(Role.WITNESS) if party.signs),
            legal_bases=tuple(basis.citation for basis in details.legal_bases),
            signed=frozenset(self._attendance.signed(pact.id)),
            stand_ins={
                who: state.stand_in
                for who, state in Signers(self._file).states(pact.id).items()
                if state.stand_in
            },
            stamp_duty=details.stamp_duty,
        )

    def attendance_sheet(self, choice: Choice, *, by_rank: bool = False) -> AttendanceSheet:
        """Everybody by division and name, or by rank, the highest first; guests last.

        With what is recorded of each.
        """
        details = self.details
        listing = _ranked_listing if by_rank else _listing
        states = sorted(self._states(choice.session), key=listing)
        return AttendanceSheet(
            occasion=_occasion(details, choice.session),
            rows=tuple(_row(no, state) for no, state in enumerate(states, start=1)),
            signers=details.with_role(Role.ACKNOWLEDGER) or details.with_role(Role.PRESIDER),
            by_division=not by_rank,
            by_rank=by_rank,
        )

    def minutes(self, choice: Choice, seal: Seal) -> MinutesData:
        """What happened in a session, up to the seal."""
        details = self.details
        states = self._states(choice.session)
        staff = [state for state in states if state.person.kind is PersonKind.STAFF]
        counts = Counter(state.status for state in staff if state.status)
        presider = next(iter(details.with_role(Role.PRESIDER)), None)
        return MinutesData(
            occasion=_occasion(details, choice.session),
            head=seal.head.replace(" ", ""),
            events=seal.events,
            number=choice.number,
            presider=presider,
            people=len(staff),
            counts=tuple((status, counts[status]) for status in Status if counts[status]),
            guests=sum(1 for s in states if s.status and s.person.kind is PersonKind.GUEST),
            texts=tuple(self._readings(details, choice.session)),
            pacts=tuple(self._signing(details, pact) for pact in details.pacts),
            witnesses=tuple(self._witnesses(details)),
            signers=(presider,) if presider else (),
            legal_bases=tuple(basis.citation for basis in details.legal_bases),
            clock_jumps=clock_jumps(self._file, choice.session),
            supplements=earlier_minutes(self._file, choice.session),
            quorum=self._quorum(details, choice.session),
        )

    def _quorum(self, details: Details, session: Session) -> QuorumReport | None:
        if details.quorum is Quorum.NONE:
            return None
        return QuorumCount(self._file).read(session, details.quorum)

    def _listed(self) -> list[Person]:
        people = [person for person in self._people.everyone() if person.active]
        return sorted(people, key=_person_listing)

    def _states(self, session: Session) -> list[PersonState]:
        return CheckIn(self._file, session, "").states()

    def _readings(self, details: Details, session: Session) -> Iterable[TextRead]:
        reader = next(
            iter(details.with_role(Role.READER) or details.with_role(Role.PRESIDER)), None
        )
        for reading in Readings(self._file, session.id).all():
            if reading.completion is not Completion.NOT_READ or not reading.text.optional:
                yield replace(self._read(reading, session), reader=_reader(reading, reader))

    def _read(self, reading: TextReading, session: Session) -> TextRead:
        text = reading.text
        tally = Pledges(self._file).tally(text, session)
        read = TextRead(
            title=text.title,
            completion=reading.completion,
            phrases=len(units(text)),
            reason=reading.reason,
            text=text,
            reading=reading.reading,
            at=reading.at,
            by_hand=CountsByHand(tally.spoken, tally.not_followed, tally.left_early),
        )
        if reading.event is None:
            return read
        return replace(read, present=tally.present, latecomers=tally.late, untimed=tally.untimed)

    def _signing(self, details: Details, pact: Pact) -> PactSigning:
        states = Signers(self._file).states(pact.id)
        if pact.form is PactForm.INDIVIDUAL:
            staff = [p for p in self._listed() if p.kind is PersonKind.STAFF]
            signed = [state for p in staff if (state := states.get(p.id)) and state.signed]
            later = sum(state.is_later for state in signed)
            return PactSigning(
                pact.title,
                pact.form,
                people=len(staff),
                people_signed=len(signed),
                people_later=later,
            )
        parties = (Role.REPRESENTATIVE, Role.ACKNOWLEDGER)
        return PactSigning(
            pact.title,
            pact.form,
            tuple(
                _place(party, states.get(party.id, UNSIGNED))
                for role in parties
                for party in details.with_role(role)
            ),
        )

    def _witnesses(self, details: Details) -> Iterable[WitnessFact]:
        there = self._attendance.witnessed()
        signed = {person for pact in details.pacts for person in self._attendance.signed(pact.id)}
        for party in details.with_role(Role.WITNESS):
            yield WitnessFact(party, party.id in there, party.id in signed, signs=party.signs)


def _reader(reading: TextReading, reader: Party | None) -> Party | None:
    """Who is said to have read: from paper, whoever was named when it was recorded."""
    if reading.completion is not Completion.ON_PAPER:
        return reader
    return Party(id="", role=Role.READER, name=reading.reader)


def _place(party: Party, state: SignerState) -> RepresentativeSigning:
    return RepresentativeSigning(
        party,
        bool(state.signed),
        state.source,
        state.at,
        state.stand_in,
        absent=bool(state.absent),
    )


def _occasion(details: Details, session: Session) -> Occasion:
    occasion = Occasion.of(details)
    return occasion if session.main else replace(occasion, session=session.name)


def _person_listing(person: Person) -> tuple[bool, str, str]:
    return person.kind is PersonKind.GUEST, person.division, sort_key(person.name)


def _listing(state: PersonState) -> tuple[bool, str, str]:
    return _person_listing(state.person)


def _ranked_listing(state: PersonState) -> tuple[bool, int, str, str]:
    person = state.person
    is_guest = person.kind is PersonKind.GUEST
    return is_guest, -rank_order(person.rank), person.rank, sort_key(person.name)


def _row(no: int, state: PersonState) -> AttendanceRow:
    person = state.person
    return AttendanceRow(
        no=no,
        name=person.name,
        id_number=person.id_number,
        id_kind=person.id_kind,
        rank=person.rank,
        post=person.post,
        division=person.division or person.institution,
        status=state.status,
        time=state.at.partition("[")[0],
        letter=state.remark.letter,
    )
