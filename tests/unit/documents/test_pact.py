"""The pact's sheet: who signs, under which heading, on which paper."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ceremony_app.documents.pact import make_pact
from ceremony_app.documents.stationery import Stationery
from ceremony_app.domain.ceremony import Pact, PactForm, Paper
from ceremony_app.domain.papers import Occasion, PactSheet
from ceremony_app.domain.people import IdKind, Party, Person, PersonKind, Role
from tests.helpers.pact_parts import HEAD, POINTS, SANCTION, people, representative, witness
from tests.helpers.pdf_pages import embedded_faces, plain, read_pages, text_of


@pytest.fixture
def sheet(occasion: Occasion) -> PactSheet:
    pact = Pact(
        id="p",
        key="pakta",
        title="Pakta Integritas Netralitas Pegawai",
        points=POINTS,
        form=PactForm.REPRESENTATIVES,
        opening="Kami yang bertanda tangan di bawah ini, mewakili pegawai, menyatakan akan:",
        sanction=SANCTION,
    )
    return PactSheet(
        occasion=occasion,
        pact=pact,
        form=PactForm.REPRESENTATIVES,
        representatives=tuple(representative(number) for number in range(1, 4)),
    )


def test_the_representatives_sheet_says_what_was_given(
    stationery: Stationery, sheet: PactSheet, tmp_path: Path
) -> None:
    made = make_pact(stationery, sheet, tmp_path / "a.pdf", Paper.A4)
    text = text_of(tmp_path / "a.pdf")
    assert made.pages == 1
    assert "KEMENTERIAN HUKUM DAN HAK ASASI MANUSIA KANTOR WILAYAH NUSA TENGGARA TIMUR" in text
    assert "PAKTA INTEGRITAS NETRALITAS PEGAWAI Nomor: ...." in text
    assert sheet.pact.opening in text
    for number, point in enumerate(POINTS, start=1):
        assert f"{number}. {point}" in text
    assert SANCTION in text
    assert "Kupang, 13 Februari 2023" in text
    assert "Halaman 1 dari 1" in text


def test_representatives_are_headed_as_such_and_never_as_delegates(
    stationery: Stationery, sheet: PactSheet, tmp_path: Path
) -> None:
    wide = replace(sheet, representatives=sheet.representatives[:2])
    make_pact(stationery, wide, tmp_path / "a.pdf", Paper.A4)
    text = text_of(tmp_path / "a.pdf")
    for number in (1, 2):
        assert f"Perwakilan Divisi Urusan {number}" in text
        assert f"Kepala Divisi Urusan {number}," in text
        assert f"Nama Wakil {number}, S.H." in text
        assert f"NIP 1966080119880310{number:02}" in text
    assert "a.n." not in text
    assert "elektronik" not in text


def test_order_is_kept(stationery: Stationery, sheet: PactSheet, tmp_path: Path) -> None:
    many = tuple(representative(number) for number in range(1, 13))
    make_pact(stationery, replace(sheet, representatives=many), tmp_path / "a.pdf", Paper.A4)
    boxes = [page.text for page in read_pages(tmp_path / "a.pdf")]
    text = " ".join(boxes)
    places = [text.index(f"Nama Wakil {number},") for number in range(1, 13)]
    assert places == sorted(places)


def test_a_signer_without_a_number_gets_no_number_line(
    stationery: Stationery, sheet: PactSheet, tmp_path: Path
) -> None:
    nobody = replace(sheet.representatives[0], id_number="", id_kind=IdKind.NONE)
    police = replace(sheet.representatives[0], id_number="12345678", id_kind=IdKind.NRP)
    unknown = replace(sheet.representatives[0], id_number="", id_kind=IdKind.NIP)
    texts = {}
    for name, party in (("nobody", nobody), ("police", police), ("unknown", unknown)):
        one = replace(sheet, representatives=(party,))
        make_pact(stationery, one, tmp_path / f"{name}.pdf", Paper.A4)
        texts[name] = text_of(tmp_path / f"{name}.pdf")
    assert "NIP" not in texts["nobody"]
    assert "NRP 12345678" in texts["police"]
    assert "NIP ......" in texts["unknown"]


def test_blanks_stand_for_what_is_not_known(
    stationery: Stationery, sheet: PactSheet, tmp_path: Path
) -> None:
    empty = replace(
        sheet,
        occasion=Occasion(),
        representatives=(Party(id="x", role=Role.REPRESENTATIVE),),
        pact=replace(sheet.pact, points=()),
    )
    make_pact(stationery, empty, tmp_path / "a.pdf", Paper.A4)
    text = text_of(tmp_path / "a.pdf")
    assert "1. ...." in text
    assert "Perwakilan ...." in text
    assert "20....." in text


def test_only_witnesses_who_sign_and_those_who_take_note_have_blocks(
    stationery: Stationery, sheet: PactSheet, tmp_path: Path
) -> None:
    make_pact(stationery, sheet, tmp_path / "without.pdf", Paper.A4)
    without = text_of(tmp_path / "without.pdf")
    assert "Saksi," not in without
    assert "Mengetahui," not in without
    full = replace(sheet, acknowledgers=(HEAD,), witnesses=(witness(1),))
    make_pact(stationery, full, tmp_path / "with.pdf", Paper.A4)
    with_both = text_of(tmp_path / "with.pdf")
    assert "Saksi," in with_both
    assert "Bawaslu 1," in with_both
    assert "Nama Saksi 1" in with_both
    assert "Mengetahui," in with_both
    assert "Plt. Kepala Kantor Wilayah," in with_both
    assert "NRP 12345678" in with_both


def test_legal_bases_are_printed_as_given(
    stationery: Stationery, sheet: PactSheet, tmp_path: Path
) -> None:
    bases = ("Undang-Undang Nomor 5 Tahun 2014", "Peraturan Pemerintah Nomor 53 Tahun 2010")
    make_pact(stationery, replace(sheet, legal_bases=bases), tmp_path / "a.pdf", Paper.A4)
    text = text_of(tmp_path / "a.pdf")
    assert f"a. {bases[0]}; b. {bases[1]}." in text
    assert "20 Tahun 2023" not in text


@pytest.mark.parametrize("paper", list(Paper))
def test_margins_are_those_of_the_regulation(
    stationery: Stationery, sheet: PactSheet, tmp_path: Path, paper: Paper
) -> None:
    crowd = tuple(representative(number) for number in range(1, 13))
    full = replace(
        sheet,
        representatives=crowd,
        acknowledgers=(HEAD,),
        witnesses=tuple(witness(number) for number in range(6)),
    )
    make_pact(stationery, full, tmp_path / "a.pdf", paper)
    width, height = paper.size_mm
    for number, page in enumerate(read_pages(tmp_path / "a.pdf")):
        assert (page.width, page.height) == (
            pytest.approx(width, abs=0.1),
            pytest.approx(height, abs=0.1),
        )
        assert min(box.left for box in page.boxes) >= 30 - 0.5
        assert max(box.right for box in page.boxes) <= width - 20 + 0.1
        assert max(box.bottom for box in page.body) <= height - 25
        if number:
            assert min(box.top for box in page.boxes) >= 20


def test_individual_sheets_are_one_a_person(
    stationery: Stationery, sheet: PactSheet, tmp_path: Path
) -> None:
    told: list[tuple[int, int]] = []
    staff = people(340)
    each = replace(sheet, form=PactForm.INDIVIDUAL, people=staff)
    made = make_pact(
        stationery,
        each,
        tmp_path / "a.pdf",
        Paper.F4,
        lambda done, total: told.append((done, total)),
    )
    pages = read_pages(tmp_path / "a.pdf")
    assert made.pages == len(pages) == 340
    for person, page in zip(staff, pages, strict=True):
        assert page.text.count(person.name) == 2
        assert page.text.count(person.id_number) == 2
        assert "Halaman 1 dari 1" in page.text
    assert told[-1] == (340, 340)
    assert (tmp_path / "a.pdf").stat().st_size < 2_000_000


def test_an_individual_sheet_does_not_take_the_representatives_opening(
    stationery: Stationery, sheet: PactSheet, tmp_path: Path
) -> None:
    one = replace(sheet, form=PactForm.INDIVIDUAL, people=people(1), acknowledgers=(HEAD,))
    make_pact(stationery, one, tmp_path / "a.pdf", Paper.A4)
    text = text_of(tmp_path / "a.pdf")
    assert "mewakili" not in text
    assert "Yang bertanda tangan di bawah ini:" in text
    assert "Yang membuat pernyataan," in text
    assert "Mengetahui," in text


def test_people_without_number_or_rank_are_not_asked_for_one(
    stationery: Stationery, sheet: PactSheet, tmp_path: Path
) -> None:
    worker = Person(id="1", name="Suparto", post="Pengemudi", division="Divisi Administrasi")
    guest = Person(id="2", name="Tamu", institution="Bawaslu", kind=PersonKind.GUEST)
    one = replace(sheet, form=PactForm.INDIVIDUAL, people=(worker, guest))
    make_pact(stationery, one, tmp_path / "a.pdf", Paper.A4)
    first, second = (page.text for page in read_pages(tmp_path / "a.pdf"))
    assert "NIP" not in first + second
    assert "Pangkat" not in first + second
    assert "Instansi : Bawaslu" in second


def test_with_nobody_on_the_roster_there_is_one_sheet_of_blanks(
    stationery: Stationery, sheet: PactSheet, tmp_path: Path
) -> None:
    made = make_pact(
        stationery, replace(sheet, form=PactForm.INDIVIDUAL), tmp_path / "a.pdf", Paper.A4
    )
    assert made.pages == 1
    assert "Nama : ...." in text_of(tmp_path / "a.pdf")


def test_same_data_same_bytes_with_fonts_embedded_once(
    stationery: Stationery, sheet: PactSheet, tmp_path: Path
) -> None:
    each = replace(sheet, form=PactForm.INDIVIDUAL, people=people(30))
    first = make_pact(stationery, each, tmp_path / "a.pdf", Paper.A4)
    second = make_pact(stationery, each, tmp_path / "b.pdf", Paper.A4)
    assert first == second
    fonts, files = embedded_faces((tmp_path / "a.pdf").read_bytes())
    assert fonts == files == 2


def test_whoever_stops_it_leaves_the_old_file(
    stationery: Stationery, sheet: PactSheet, tmp_path: Path
) -> None:
    class Stopped(Exception):
        pass

    def stop(done: int, _total: int) -> None:
        if done == 3:
            raise Stopped

    (tmp_path / "a.pdf").write_bytes(b"old")
    each = replace(sheet, form=PactForm.INDIVIDUAL, people=people(9))
    with pytest.raises(Stopped):
        make_pact(stationery, each, tmp_path / "a.pdf", Paper.A4, stop)
    assert (tmp_path / "a.pdf").read_bytes() == b"old"
    assert [path.name for path in tmp_path.iterdir()] == ["a.pdf"]


NAMES = st.text(alphabet="ABCabc defgh'.,", min_size=1, max_size=90).filter(lambda n: n.strip())


@given(
    names=st.lists(NAMES, min_size=1, max_size=12),
    points=st.lists(st.text(alphabet="abcde fghij", min_size=1, max_size=600), max_size=9),
    witnesses=st.integers(min_value=0, max_value=6),
    paper=st.sampled_from(list(Paper)),
)
@settings(
    deadline=None, max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_nothing_is_cut_and_no_signature_stands_alone(
    stationery: Stationery,
    sheet: PactSheet,
    tmp_path: Path,
    names: list[str],
    points: list[str],
    witnesses: int,
    paper: Paper,
) -> None:
    signers = tuple(
        replace(representative(number), name=name) for number, name in enumerate(names, start=1)
    )
    full = replace(
        sheet,
        representatives=signers,
        witnesses=tuple(witness(number) for number in range(witnesses)),
        pact=replace(sheet.pact, points=tuple(points)),
    )
    make_pact(stationery, full, tmp_path / "a.pdf", paper)
    pages = read_pages(tmp_path / "a.pdf")
    letters = "".join(page.text for page in pages).replace(" ", "")
    for words in (*names, *points):
        assert plain(words).replace(" ", "") in letters
    for page in pages:
        assert max((box.bottom for box in page.body), default=0) <= paper.size_mm[1] - 25
        assert max(box.right for box in page.boxes) <= paper.size_mm[0] - 20 + 0.1
        if "NIP 19" in page.text:
            assert "sanksi" in page.text or "Lanjutan tanda tangan" in page.text


@pytest.mark.parametrize("count", range(6, 46, 2))
def test_signatures_take_the_last_words_along_to_the_next_page(
    stationery: Stationery, sheet: PactSheet, tmp_path: Path, count: int
) -> None:
    longer = replace(
        sheet,
        representatives=tuple(representative(number) for number in range(1, 10)),
        pact=replace(sheet.pact, points=("Satu baris saja.",) * count),
    )
    make_pact(stationery, longer, tmp_path / "a.pdf", Paper.A4)
    (signed,) = (page for page in read_pages(tmp_path / "a.pdf") if "NIP 19" in page.text)
    assert SANCTION in signed.text
    assert "Lanjutan" not in signed.text
