"""Badges scanned at the signing table."""

from dataclasses import replace

import pytest

from ceremony_app.domain.ceremony import Pact, PactForm
from ceremony_app.domain.errors import Refused
from ceremony_app.domain.events import EventKind
from ceremony_app.domain.people import Party, Person, Role
from ceremony_app.domain.signing import SignatureSource, SignVerdict
from ceremony_app.domain.token import new_token
from ceremony_app.services.people import PeopleDesk
from ceremony_app.services.preparation import Preparation
from ceremony_app.services.sign_scans import SignScans
from ceremony_app.services.signing import Signing
from ceremony_app.storage.attendance import Attendance
from ceremony_app.storage.ceremony_file import CeremonyFile
from ceremony_app.storage.journal import Journal
from ceremony_app.storage.verify import verify
from tests.helpers.ceremony_files import door, main_session


@pytest.fixture
def pact(file: CeremonyFile) -> Pact:
    """A pact that everybody signs."""
    preparation = Preparation(file)
    details = preparation.details()
    made = replace(details.pacts[0], form=PactForm.INDIVIDUAL)
    preparation.change_details(replace(details, pacts=(made,)))
    return made


def scans(file: CeremonyFile, pact: Pact) -> SignScans:
    return SignScans(file, pact, main_session(file))


def holder(file: CeremonyFile, at: int = 0) -> tuple[Person, str]:
    desk = PeopleDesk(file)
    person = desk.everyone()[at]
    badge = desk.badge(person)
    assert badge is not None
    return person, badge.token


def test_a_scan_signs_and_records_no_attendance(file: CeremonyFile, pact: Pact) -> None:
    person, token = holder(file)
    answer = scans(file, pact).scan(token)
    assert (answer.verdict, answer.attended) == (SignVerdict.SIGNED, False)
    assert answer.person is not None
    assert answer.person.name == person.name
    state = Signing(file).states(pact)[person.id]
    assert (state.source, state.signed) == (SignatureSource.SCANNED, answer.event)
    assert Attendance(file).present_count(main_session(file).id) == 0
    assert Journal(file).newest(5, ["scan"]) == []


def test_who_came_is_known_to_have(file: CeremonyFile, pact: Pact) -> None:
    _, token = holder(file)
    door(file).scan(token)
    assert scans(file, pact).scan(token).attended


def test_a_second_scan_says_when_and_never_takes_back(file: CeremonyFile, pact: Pact) -> None:
    _, token = holder(file)
    first = scans(file, pact).scan(token)
    again = scans(file, pact).scan(token.lower())
    assert (again.verdict, again.first_at) == (SignVerdict.ALREADY, first.at)
    assert len(Signing(file).signed(pact)) == 1


def test_what_is_refused_is_an_event_too(file: CeremonyFile, pact: Pact) -> None:
    person, token = holder(file)
    PeopleDesk(file).reissue(person)
    desk = scans(file, pact)
    revoked = desk.scan(token)
    assert (revoked.verdict, revoked.replaced) == (SignVerdict.REVOKED, True)
    assert revoked.revoked_at
    assert desk.scan(new_token()).verdict is SignVerdict.UNKNOWN
    malformed = desk.scan("3578012345678901")
    assert (malformed.verdict, malformed.token) == (SignVerdict.MALFORMED, "")
    guest, _ = door(file).guest("A. Warits", "Ketua")
    badge = PeopleDesk(file).badge(guest)
    assert badge is not None
    assert desk.scan(badge.token).verdict is SignVerdict.NOT_A_SIGNER
    events = Journal(file).of_kind(EventKind.SIGN_REFUSED)
    assert len(events) == 4
    assert not any("3578012345678901" in event.body for event in events)
    assert Signing(file).signed(pact) == {}
    assert verify(file).ok


def test_by_the_number_where_there_is_no_badge(file: CeremonyFile, pact: Pact) -> None:
    person, _ = holder(file)
    answer = scans(file, pact).person(person)
    assert answer.verdict is SignVerdict.SIGNED
    assert Signing(file).states(pact)[person.id].source is SignatureSource.OPERATOR


def test_a_representative_is_known_by_number_or_name(file: CeremonyFile) -> None:
    preparation = Preparation(file)
    (first, token), (second, other), (_, stranger) = (holder(file, at) for at in range(3))
    parties = (
        Party("a", Role.REPRESENTATIVE, first.name, id_number=first.id_number),
        Party("b", Role.REPRESENTATIVE, second.name.partition(",")[0]),
    )
    details = replace(preparation.details(), parties=parties)
    preparation.change_details(details)
    pact = details.pacts[0]
    desk = scans(file, pact)
    assert desk.scan(token).verdict is SignVerdict.SIGNED
    assert desk.scan(other).verdict is SignVerdict.SIGNED
    assert desk.scan(stranger).verdict is SignVerdict.NOT_A_SIGNER
    assert set(Signing(file).signed(pact)) == {"a", "b"}


def test_the_badge_of_a_stand_in_signs_for_the_representative(file: CeremonyFile) -> None:
    preparation, signing = Preparation(file), Signing(file)
    (first, token), (second, other) = (holder(file, at) for at in range(2))
    party = Party("a", Role.REPRESENTATIVE, first.name, id_number=first.id_number)
    details = replace(preparation.details(), parties=(party,))
    preparation.change_details(details)
    pact, session = details.pacts[0], main_session(file)
    signing.substitute(pact, party, signing.stand_in(second.id_number), session, "cuti")
    assert scans(file, pact).scan(token).verdict is SignVerdict.NOT_A_SIGNER
    assert scans(file, pact).scan(other).verdict is SignVerdict.SIGNED
    assert list(signing.signed(pact)) == ["a"]


def test_an_absent_one_has_to_be_taken_back_first(file: CeremonyFile) -> None:
    preparation, signing = Preparation(file), Signing(file)
    person, token = holder(file)
    party = Party("a", Role.REPRESENTATIVE, person.name, id_number=person.id_number)
    details = replace(preparation.details(), parties=(party,))
    preparation.change_details(details)
    signing.absent(details.pacts[0], party, main_session(file), "terlambat")
    with pytest.raises(Refused, match=r"signing\.absent"):
        scans(file, details.pacts[0]).scan(token)
