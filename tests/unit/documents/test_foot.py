"""The foot: the code that a reader reads, its label, copies, the logo, the meterai."""

import io
from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest
import zxingcpp
from PIL import Image

from ceremony_app.documents.pact import make_pact, make_pact_files
from ceremony_app.documents.pictures import read_picture
from ceremony_app.documents.stationery import Stationery
from ceremony_app.domain.ceremony import Pact, PactForm, Paper
from ceremony_app.domain.paper_code import SheetCode, read_code
from ceremony_app.domain.papers import Occasion, PactSheet
from tests.helpers.pact_parts import POINTS, people, representative
from tests.helpers.pdf_pages import read_pages, text_of

CODE = "7KQ29XMD"
LABEL = "7KQ2-9XMD · kode arsip, bukan tanda tangan elektronik"


@pytest.fixture
def sheet(occasion: Occasion) -> PactSheet:
    pact = Pact("p", "pakta", "Pakta Integritas", POINTS, PactForm.INDIVIDUAL)
    signers = tuple(representative(number) for number in range(1, 4))
    return PactSheet(occasion, pact, pact.form, representatives=signers, people=people(3))


@pytest.fixture
def coded(stationery: Stationery) -> Stationery:
    return replace(stationery, code=CODE)


def squares(path: Path) -> list[SheetCode | None]:
    """What a reader finds at the foot of each page, printed and scanned at 150 to the inch."""
    with pypdfium2.PdfDocument(path) as document:
        pictures = [page.render(scale=150 / 72).to_pil() for page in document]
    return [read_code(found.text) for one in pictures for found in zxingcpp.read_barcodes(one)]


@pytest.mark.parametrize("paper", list(Paper))
def test_each_page_carries_document_sheet_and_page(
    coded: Stationery, sheet: PactSheet, tmp_path: Path, paper: Paper
) -> None:
    make_pact(coded, sheet, tmp_path / "a.pdf", paper)
    assert squares(tmp_path / "a.pdf") == [SheetCode(CODE, number, 1) for number in (1, 2, 3)]
    for page in read_pages(tmp_path / "a.pdf"):
        assert LABEL in page.text
        assert "Halaman 1 dari 1" in page.text
        assert max(box.bottom for box in page.boxes) <= page.height - 9


def test_without_a_code_nothing_stands_there(
    stationery: Stationery, sheet: PactSheet, tmp_path: Path
) -> None:
    make_pact(stationery, sheet, tmp_path / "a.pdf", Paper.A4)
    assert squares(tmp_path / "a.pdf") == []
    assert "kode arsip" not in text_of(tmp_path / "a.pdf")


def test_only_the_sheet_of_who_has_signed_is_a_copy(
    coded: Stationery, sheet: PactSheet, tmp_path: Path
) -> None:
    signed = replace(sheet, signed=frozenset({sheet.people[1].id}))
    make_pact(coded, signed, tmp_path / "a.pdf", Paper.A4)
    assert ["SALINAN" in page.text for page in read_pages(tmp_path / "a.pdf")] == [
        False,
        True,
        False,
    ]


def test_a_sheet_with_one_signature_has_no_second_original(
    coded: Stationery, sheet: PactSheet, tmp_path: Path
) -> None:
    together = replace(sheet, form=PactForm.REPRESENTATIVES)
    make_pact(coded, together, tmp_path / "a.pdf", Paper.A4)
    assert "SALINAN" not in text_of(tmp_path / "a.pdf")
    signed = replace(together, signed=frozenset({together.representatives[0].id}))
    make_pact(coded, signed, tmp_path / "a.pdf", Paper.A4)
    assert "SALINAN" in text_of(tmp_path / "a.pdf")


def test_a_rehearsal_stays_one_even_on_a_copy(
    coded: Stationery, sheet: PactSheet, tmp_path: Path
) -> None:
    signed = replace(sheet, signed=frozenset({sheet.people[0].id}), people=sheet.people[:1])
    make_pact(coded.for_rehearsal(), signed, tmp_path / "a.pdf", Paper.A4)
    text = text_of(tmp_path / "a.pdf")
    assert "GLADI" in text
    assert "SALINAN" not in text


def test_the_logo_is_held_once_and_moves_no_text_off_the_sheet(
    coded: Stationery, sheet: PactSheet, tmp_path: Path
) -> None:
    written = io.BytesIO()
    Image.effect_noise((300, 400), 90).convert("RGBA").save(written, "PNG")
    with_logo = replace(coded, logo=read_picture(written.getvalue()))
    make_pact(with_logo, sheet, tmp_path / "a.pdf", Paper.A4)
    assert (tmp_path / "a.pdf").read_bytes().count(b"/Subtype /Image") == 1
    for page in read_pages(tmp_path / "a.pdf"):
        head = [box for box in page.boxes if box.bottom < 34]
        assert min(box.left for box in head) >= 30 + 22
        assert max(box.right for box in head) <= page.width - 20


def test_the_meterai_box_is_only_there_when_asked_for(
    coded: Stationery, sheet: PactSheet, tmp_path: Path
) -> None:
    for form in PactForm:
        asked = replace(sheet, form=form, stamp_duty=True)
        made = make_pact(coded, asked, tmp_path / "a.pdf", Paper.A4)
        words = text_of(tmp_path / "a.pdf")
        assert words.count("METERAI") == (made.pages if form is PactForm.INDIVIDUAL else 1)
    make_pact(coded, sheet, tmp_path / "a.pdf", Paper.A4)
    assert "METERAI" not in text_of(tmp_path / "a.pdf")


def test_sheets_in_a_file_each_are_numbered_as_in_one(
    coded: Stationery, sheet: PactSheet, tmp_path: Path
) -> None:
    made = make_pact_files(coded, sheet, tmp_path / "each", Paper.A4)
    files = sorted((tmp_path / "each").iterdir())
    assert made.pages == len(files) == 3
    for number, (person, path) in enumerate(zip(sheet.people, files, strict=True), start=1):
        assert path.name == f"{number} {person.name.rstrip('.')}.pdf"
        assert squares(path) == [SheetCode(CODE, number, 1)]
        assert person.name in text_of(path)
    assert make_pact_files(coded, sheet, tmp_path / "each", Paper.A4) == made
