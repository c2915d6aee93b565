"""The signing table: who signed, in whose place, who was absent, who signed later."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from ceremony_app.documents.stationery import Stationery
from ceremony_app.domain.ceremony import Pact, PactForm
from ceremony_app.domain.errors import Refused
from ceremony_app.domain.events import EventKind
from ceremony_app.domain.people import Party, Role
from ceremony_app.domain.signing import SignatureSource, StandIn, signing_order
from ceremony_app.domain.wording import shown_number
from ceremony_app.services.checkin import CheckIn
from ceremony_app.services.facts import Choice, Facts
from ceremony_app.services.history import History, Wanted
from ceremony_app.services.papers import Papers
from ceremony_app.services.people import PeopleDesk
from ceremony_app.services.preparation import Preparation
from ceremony_app.services.record import Seal
from ceremony_app.services.signing import Signing
from ceremony_app.storage.ceremony_file import CeremonyFile
from ceremony_app.storage.erase import erase_everyone, erase_persons
from ceremony_app.storage.journal import Journal
from ceremony_app.storage.verify import verify
from tests.helpers.ceremony_files import LOCATOR, main_session, new_file
from tests.helpers.clocks import FakeClock
from tests.helpers.pdf_pages import plain, text_of

STATIONERY = Stationery.of(LOCATOR)


@pytest.fixture
def file(tmp_path: Path, clock: FakeClock) -> Iterator[CeremonyFile]:
    with new_file(tmp_path / "upacara.ikrar", 6, clock, "banten") as file:
        yield file


def pact_of(file: CeremonyFile) -> Pact:
    return Preparation(file).details().pacts[0]


def representatives(file: CeremonyFile) -> tuple[Party, ...]:
    return Preparation(file).details().with_role(Role.REPRESENTATIVE)


def undo(file: CeremonyFile, event: str) -> None:
    CheckIn(file, main_session(file), "").undo(event, "salah baris")


def told(file: CeremonyFile, tmp_path: Path) -> str:
    """What the minutes say, as a draft."""
    out = tmp_path / "berita.pdf"
    papers = Papers(file, STATIONERY, drafting=True)
    papers.minutes(out, Choice(main_session(file)))
    return text_of(out)


def test_a_substitute_signs_in_the_place_of_a_representative(
    file: CeremonyFile, tmp_path: Path
) -> None:
    signing, pact, session = Signing(file), pact_of(file), main_session(file)
    party, person = representatives(file)[0], PeopleDesk(file).everyone()[2]
    stand_in = signing.stand_in(person.id_number)
    signing.substitute(pact, party, stand_in, session, "Pak Masjuno dirawat")
    state = signing.states(pact)[party.id]
    assert (state.stand_in, state.reason) == (StandIn.of(person), "Pak Masjuno dirawat")
    assert state.signed == ""
    assert state.is_open
    place = f"Masjuno, Kepala Divisi Pemasyarakatan, digantikan oleh {person.name}, {person.post}"
    assert f"{place}: belum tercatat menandatangani" in told(file, tmp_path)
    signing.sign(pact, party, session, SignatureSource.OPERATOR)
    text = told(file, tmp_path)
    assert f"{place}: tercatat telah menandatangani" in text
    assert "dirawat" not in text
    # Taken back afterwards, the signature stays that of who gave it.
    undo(file, state.substituted)
    assert signing.states(pact)[party.id].stand_in == StandIn.of(person)
    assert verify(file).ok


def test_a_sheet_made_afterwards_names_the_substitute(file: CeremonyFile, tmp_path: Path) -> None:
    signing, pact, session = Signing(file), pact_of(file), main_session(file)
    first, second, third = representatives(file)
    signing.substitute(pact, first, signing.stand_in("Andi Wijaya", "Kabag Umum"), session, "cuti")
    person = PeopleDesk(file).everyone()[1]
    signing.substitute(pact, second, signing.stand_in(person.name), session, "dinas luar")
    out = tmp_path / "pakta.pdf"
    Papers(file, STATIONERY).pact(out, pact, Choice(session))
    text = text_of(out)
    assert "sebagai pengganti Masjuno" in text
    assert "Kabag Umum," in text
    assert "Andi Wijaya" in text
    assert f"sebagai pengganti {second.name}" in text
    assert plain(f"NIP {shown_number(person.id_number)}") in text
    assert "a.n." not in text
    assert f"sebagai pengganti {third.name}" not in text
    assert "SALINAN" not in text


def test_events_hold_no_names(file: CeremonyFile) -> None:
    signing, pact, session = Signing(file), pact_of(file), main_session(file)
    first, second, _ = representatives(file)
    signing.substitute(
        pact, first, signing.stand_in("Andi Wijaya", "Kabag"), session, "Pak M sakit"
    )
    signing.absent(pact, second, session, "Bu Sri umrah")
    signing.sign(pact, first, session, SignatureSource.OPERATOR)
    bodies = " ".join(
        event.body
        for event in Journal(file).of_kind(
            EventKind.SIGNER_SUBSTITUTED, EventKind.SIGNER_ABSENT, EventKind.SIGNED
        )
    )
    for words in ("Andi", "Kabag", "sakit", "umrah"):
        assert words not in bodies


def test_an_absent_one_signs_later_on_the_sheet_that_came_back(
    file: CeremonyFile, tmp_path: Path
) -> None:
    signing, pact, session = Signing(file), pact_of(file), main_session(file)
    party = representatives(file)[1]
    signing.absent(pact, party, session, "dinas luar")
    assert not signing.states(pact)[party.id].is_open
    assert "tidak hadir saat penandatanganan: belum tercatat" in told(file, tmp_path)
    with pytest.raises(Refused, match=r"signing\.absent"):
        signing.sign(pact, party, session, SignatureSource.OPERATOR)
    signing.sign(pact, party, session, SignatureSource.RETURNED_SHEET)
    state = signing.states(pact)[party.id]
    assert state.is_later
    assert state.absent
    assert (
        "tidak hadir saat penandatanganan: tercatat menandatangani kemudian, "
        "menurut lembar yang kembali tanggal 13 Februari 2023"
    ) in told(file, tmp_path)


def test_each_record_can_be_taken_back(file: CeremonyFile) -> None:
    signing, pact, session = Signing(file), pact_of(file), main_session(file)
    first, second, third = representatives(file)
    signing.absent(pact, first, session, "terlambat")
    signing.substitute(pact, second, signing.stand_in("Andi"), session, "cuti")
    signing.sign(pact, third, session, SignatureSource.OPERATOR)
    for party in (first, second, third):
        undo(file, signing.states(pact)[party.id].latest)
    assert signing.states(pact) == {}


@pytest.mark.parametrize("reason", ["", "  "])
def test_why_is_asked(file: CeremonyFile, reason: str) -> None:
    signing, pact, session = Signing(file), pact_of(file), main_session(file)
    party = representatives(file)[0]
    with pytest.raises(Refused, match=r"signing\.no_reason"):
        signing.absent(pact, party, session, reason)
    with pytest.raises(Refused, match=r"signing\.no_reason"):
        signing.substitute(pact, party, StandIn("Andi"), session, reason)


def test_what_contradicts_is_refused(file: CeremonyFile) -> None:
    signing, pact, session = Signing(file), pact_of(file), main_session(file)
    first, second, _ = representatives(file)
    signing.sign(pact, first, session, SignatureSource.OPERATOR)
    for does in (
        lambda: signing.sign(pact, first, session, SignatureSource.OPERATOR),
        lambda: signing.substitute(pact, first, StandIn("Andi"), session, "cuti"),
    ):
        with pytest.raises(Refused, match=r"signing\.already"):
            does()
    with pytest.raises(Refused, match=r"signing\.settled"):
        signing.absent(pact, first, session, "cuti")
    signing.substitute(pact, second, StandIn("Andi"), session, "cuti")
    with pytest.raises(Refused, match=r"signing\.substituted_already"):
        signing.substitute(pact, second, StandIn("Budi"), session, "cuti")
    presider = Preparation(file).details().with_role(Role.PRESIDER)[0]
    with pytest.raises(Refused, match=r"signing\.not_for_others"):
        signing.substitute(pact, presider, StandIn("Andi"), session, "cuti")


def test_who_stands_in_is_found_on_the_roster_or_typed(file: CeremonyFile) -> None:
    signing, person = Signing(file), PeopleDesk(file).everyone()[0]
    spaced = f"{person.id_number[:8]} {person.id_number[8:]}"
    assert signing.stand_in(spaced).person == person.id
    assert signing.stand_in(person.name.split(",")[0]).person == person.id
    assert signing.stand_in("Bukan Pegawai", "Kabag") == StandIn("Bukan Pegawai", "Kabag")
    with pytest.raises(Refused, match=r"people\.unknown_number"):
        signing.stand_in("196601011988031001")
    with pytest.raises(Refused, match=r"signing\.no_stand_in"):
        signing.stand_in("  ")
    PeopleDesk(file).add(person._replace(id_number=""))
    with pytest.raises(Refused, match=r"signing\.several"):
        signing.stand_in(person.name)


def test_a_stand_in_is_erased_with_the_notes(file: CeremonyFile) -> None:
    signing, pact, session = Signing(file), pact_of(file), main_session(file)
    first, second, _ = representatives(file)
    person = PeopleDesk(file).everyone()[0]
    reason = f"{person.name} ditunjuk"
    signing.substitute(pact, first, signing.stand_in(person.id_number), session, reason)
    signing.substitute(pact, second, StandIn("Andi Wijaya"), session, "cuti")
    erase_persons(file, [person.id], "masa simpan berakhir")
    state = signing.states(pact)[first.id]
    assert state.reason == ""
    assert state.stand_in is not None
    assert state.stand_in.name == ""
    erase_everyone(file, "masa simpan berakhir")
    words = History(file).read(Wanted(5, frozenset({EventKind.SIGNER_SUBSTITUTED})))
    assert [one.stand_in for one in words] == ["", ""]
    assert b"Andi Wijaya" not in file.path.read_bytes()
    assert verify(file).ok


def test_the_order_is_changed_by_hand(file: CeremonyFile) -> None:
    signing = Signing(file)
    first, second, third = representatives(file)
    signing.move(first, 1)
    assert representatives(file) == (second, first, third)
    signing.move(third, 1)
    assert representatives(file) == (second, first, third)
    signing.move(third, -1)
    assert representatives(file) == (second, third, first)
    details = Preparation(file).details()
    assert signing_order(details)[:3] == (second, third, first)


def test_sheets_that_came_back_are_counted_apart(file: CeremonyFile, tmp_path: Path) -> None:
    preparation = Preparation(file)
    details = preparation.details()
    everyone = replace(details.pacts[0], form=PactForm.INDIVIDUAL)
    preparation.change_details(replace(details, pacts=(everyone,)))
    signing, session, people = Signing(file), main_session(file), PeopleDesk(file).everyone()
    signing.sign(everyone, people[0], session, SignatureSource.OPERATOR)
    signing.sign(everyone, people[1], session, SignatureSource.RETURNED_SHEET)
    (pact,) = Facts(file).minutes(Choice(session), Seal("", 0)).pacts
    assert (pact.people, pact.people_signed, pact.people_later) == (6, 2, 1)
    text = told(file, tmp_path)
    assert "oleh 2 (dua) orang dari 6 (enam) orang." in text
    assert "menurut lembar yang kembali: 1 (satu) orang." in text
