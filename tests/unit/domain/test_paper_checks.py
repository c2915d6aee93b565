"""What makes a paper a draft: each mistake, in its field, on the papers that it touches."""

from dataclasses import replace
from datetime import date

import pytest

from ceremony_app.domain.ceremony import Details, LegalBasis, Pact, PactForm
from ceremony_app.domain.messages import Catalogue
from ceremony_app.domain.mistakes import Mistake, PaperKind
from ceremony_app.domain.paper_checks import mistakes, on_paper
from ceremony_app.domain.people import IdKind, Party, Role
from ceremony_app.domain.phrases import suggested_point
from ceremony_app.domain.texts import Text
from tests.helpers.pact_parts import HEAD, representative, witness

TODAY = date(2023, 2, 13)
PACT = Pact("p", "pakta", "Pakta Integritas", ("Setia.", "Jujur."), PactForm.REPRESENTATIVES)
PRESIDER = Party("pr", Role.PRESIDER, "Tejo Harwanto", "Kepala Kantor Wilayah")
CLEAN = Details(
    "t",
    "Ikrar",
    date="2023-02-13",
    place="Aula",
    city="Kupang",
    pacts=(PACT,),
    parties=(PRESIDER, *map(representative, range(1, 4)), HEAD),
    legal_bases=(LegalBasis("UU 5/2014", "UU 20/2023", "2023-10-31"),),
)
TEXT = Text("x", "ikrar", "Ikrar", (suggested_point("Setia."),))
ALL = frozenset(PaperKind)
PACTS = {PaperKind.REPRESENTATIVES, PaperKind.INDIVIDUAL}


def found(details: Details) -> list[Mistake]:
    return list(mistakes(details, [(TEXT, True)], TODAY))


def only(details: Details) -> Mistake:
    (mistake,) = found(details)
    return mistake


def with_party(party: Party) -> Details:
    """The clean ceremony with another party in the place of the one with its id, or added."""
    others = [party if one.id == party.id else one for one in CLEAN.parties]
    if party not in others:
        others.append(party)
    return replace(CLEAN, parties=tuple(others))


def test_a_ceremony_in_which_all_is_filled_in_is_clean() -> None:
    assert not found(CLEAN)


@pytest.mark.parametrize(
    ("field", "papers"),
    [
        ("date", ALL - {PaperKind.READING}),
        ("city", ALL - {PaperKind.READING}),
        ("place", {PaperKind.ATTENDANCE, PaperKind.MINUTES}),
    ],
)
def test_a_paper_says_where_and_when(field: str, papers: set[PaperKind]) -> None:
    empty = replace(CLEAN, **{field: ""}, legal_bases=())
    assert (only(empty).field, only(empty).papers) == (field, papers)


def test_blanks_that_are_filled_in_by_hand_are_no_mistakes() -> None:
    signers = tuple(replace(party, id_number="") for party in CLEAN.parties)
    assert not found(replace(CLEAN, time="", unit="", parties=signers))


@pytest.mark.parametrize("field", ["name", "post"])
def test_a_signer_has_a_name_and_a_post(field: str) -> None:
    mistake = only(with_party(replace(representative(2), **{field: ""})))
    assert (mistake.owner, mistake.field) == ("2", field)
    assert mistake.papers == {PaperKind.REPRESENTATIVES}


def test_a_witness_who_does_not_sign_makes_no_draft() -> None:
    there = replace(witness(1), post="")
    assert not only(with_party(there)).papers
    signing = only(with_party(replace(there, signs=True)))
    assert signing.papers == {*PACTS, PaperKind.MINUTES}


@pytest.mark.parametrize(
    ("kind", "number", "says"),
    [
        (IdKind.NIP, "19660801198803100", "NIP berisi 17 angka"),
        (IdKind.NIP, "196608011988031O01", "NIP berisi 18 angka"),
        (IdKind.NRP, "7809123", "NRP berisi 7 angka"),
        (IdKind.NI_PPPK, "19900101202121100", "NI PPPK berisi 17 angka"),
        (IdKind.NIP, "196613011988031001", "19661301"),
        (IdKind.LOCAL, "19660801198803100", "17 digit"),
    ],
)
def test_a_wrong_number_is_said(
    kind: IdKind, number: str, says: str, indonesian: Catalogue
) -> None:
    party = replace(representative(1), id_kind=kind, id_number=number)
    mistake = only(with_party(party))
    assert mistake.field == "id_number"
    assert says in indonesian.say(mistake.says)
    assert "Perwakilan 1" in indonesian.say(mistake.told)


@pytest.mark.parametrize(
    ("kind", "number"),
    [
        (IdKind.NIP, "196608011988031001"),
        (IdKind.NRP, "78091234"),
        (IdKind.NI_PPPK, "199001012021211001"),
        (IdKind.LOCAL, "PPNPN-001"),
        (IdKind.NONE, "ini tidak dicetak"),
    ],
)
def test_right_numbers_and_none_are_clean(kind: IdKind, number: str) -> None:
    assert not found(with_party(replace(representative(1), id_kind=kind, id_number=number)))


def test_nobody_represents_twice() -> None:
    twin = replace(representative(9), name="NAMA WAKIL 1", id_number="")
    assert (only(with_party(twin)).owner, only(with_party(twin)).field) == ("9", "name")
    same_name = replace(representative(9), name="Nama Wakil 1")
    assert not found(with_party(same_name))


def test_representatives_never_sign_for_another() -> None:
    by_prefix = replace(representative(1), prefix="a.n.", on_behalf_of="Kepala Kantor")
    by_post = replace(representative(1), post="A.n. Kepala Kantor")
    assert only(with_party(by_prefix)).field == "prefix"
    assert only(with_party(by_post)).field == "post"


def test_who_signs_for_another_says_for_whom() -> None:
    signer = replace(HEAD, prefix="a.n.")
    assert only(with_party(signer)).field == "on_behalf_of"
    mandated = replace(signer, prefix="u.b.", on_behalf_of="Kepala Kantor Wilayah")
    assert only(with_party(mandated)).field == "mandated_by"
    whole = replace(mandated, mandated_by="Kepala Divisi Administrasi")
    assert not found(with_party(whole))


def test_as_many_sign_as_a_sheet_holds() -> None:
    many = tuple(map(representative, range(1, 14)))
    others = tuple(replace(witness(at), signs=True) for at in range(1, 8))
    crowd = replace(CLEAN, parties=(PRESIDER, *many, *others))
    assert [dict(one.says.values) for one in found(crowd)] == [
        {"count": 13, "most": 12},
        {"count": 7, "most": 6},
    ]
    assert not found(replace(CLEAN, parties=(PRESIDER, *many[:12], *others[:6])))


def test_a_law_is_superseded_from_its_day_on() -> None:
    assert not found(CLEAN)
    later = only(replace(CLEAN, date="2023-10-31"))
    assert (later.field, later.papers) == ("legal_bases", {*PACTS, PaperKind.MINUTES})


def test_what_is_open_in_a_pact_touches_its_own_sheets_only() -> None:
    other = replace(PACT, id="q", points=("Setia ………… saja.", ""), optional=True)
    wrong = found(replace(CLEAN, pacts=(PACT, other)))
    assert [one.field for one in wrong] == ["points.1", "points.2"]
    assert all(one.optional for one in wrong)
    assert not on_paper(wrong, PaperKind.REPRESENTATIVES, "p")
    assert len(on_paper(wrong, PaperKind.REPRESENTATIVES, "q")) == 2
    assert not on_paper(wrong, PaperKind.ATTENDANCE)
    assert only(replace(CLEAN, pacts=(replace(PACT, points=()),))).field == "points"


def test_a_text_that_nobody_approved_touches_what_states_it() -> None:
    (mistake,) = mistakes(CLEAN, [(TEXT, False)], TODAY)
    assert mistake.papers == {PaperKind.READING, PaperKind.MINUTES}
    (mistake,) = mistakes(CLEAN, [(replace(TEXT, optional=True), False)], TODAY)
    assert mistake.papers == {PaperKind.READING}
