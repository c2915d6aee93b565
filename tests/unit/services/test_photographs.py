"""Photographs of the ceremony: in their order, with their words, on a paper of their own."""

import re
from pathlib import Path

import pypdfium2
import pypdfium2.raw as pdfium
import pytest

from ceremony_app.documents.stationery import Stationery
from ceremony_app.domain.archive import MANIFEST, Part, read_manifest
from ceremony_app.domain.ceremony import Paper
from ceremony_app.domain.day_papers import DayPaper
from ceremony_app.domain.errors import Refused
from ceremony_app.services.archive_check import check_folder
from ceremony_app.services.day_papers import DayPapers
from ceremony_app.services.facts import Choice
from ceremony_app.services.photographs import Photographs
from ceremony_app.services.record import Record
from ceremony_app.storage.ceremony_file import CeremonyFile
from ceremony_app.storage.journal import Journal
from tests.helpers.archives import write_archive
from tests.helpers.ceremony_files import LOCATOR, main_session
from tests.helpers.hall_photographs import UPRIGHT, WIDE, bring, take
from tests.helpers.pdf_pages import MM, Box, read_pages, text_of

LONG = "Kepala Kantor memimpin pembacaan ikrar di hadapan seluruh pegawai dan tamu undangan. " * 3


def make(file: CeremonyFile, out: Path, paper: Paper = Paper.A4) -> Path:
    desk = DayPapers(file, Stationery.of(LOCATOR))
    desk.make(DayPaper.PHOTOGRAPHS, out, Choice(main_session(file)), paper)
    return out


def pictures(path: Path) -> list[list[Box]]:
    """The pictures of each page, in millimetres from its upper left corner."""
    found = []
    with pypdfium2.PdfDocument(path) as document:
        for page in document:
            high, boxes = page.get_height(), []
            for one in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_IMAGE]):
                left, bottom, right, top = one.get_bounds()
                sides = (left / MM, (high - top) / MM, right / MM, (high - bottom) / MM)
                boxes.append(Box("", *sides))
            found.append(boxes)
    return found


def overlap(one: Box, other: Box) -> bool:
    beside = one.right <= other.left or other.right <= one.left
    return not (beside or one.bottom <= other.top or other.bottom <= one.top)


def test_they_are_kept_in_order_with_their_words(file: CeremonyFile, tmp_path: Path) -> None:
    kept = Photographs(file)
    first, second, third = bring(file, tmp_path, WIDE, UPRIGHT, WIDE)
    kept.move(third, -2)
    kept.describe(second, "  Penandatanganan   pakta ")
    kept.move(first, 9)
    assert [one.caption for one in kept.all()] == [
        "Foto ke-3",
        "Penandatanganan pakta",
        "Foto ke-1",
    ]
    events = Journal(file).count()
    kept.add(tmp_path / "foto-2.jpg", "lain")
    kept.describe(kept.numbered(2), "Penandatanganan pakta")
    assert Journal(file).count() == events
    kept.take_out(kept.numbered(1), "kabur")
    assert len(kept.all()) == 2
    with pytest.raises(Refused):
        kept.take_out(kept.numbered(1), " ")
    with pytest.raises(Refused):
        kept.numbered(3)
    assert Record(file).verify().ok


@pytest.mark.parametrize("paper", list(Paper))
@pytest.mark.parametrize("shapes", ["w", "ww", "uu", "wuw", "wwww", "wuwuw", "wwuuwwuwu"])
def test_none_is_cut_and_none_lies_on_another(
    file: CeremonyFile, tmp_path: Path, paper: Paper, shapes: str
) -> None:
    sizes = [WIDE if one == "w" else UPRIGHT for one in shapes]
    shown = bring(file, tmp_path, *sizes)
    Photographs(file).describe(shown[-1], LONG)
    out = make(file, tmp_path / "a.pdf", paper)
    width, height = paper.size_mm
    pages = pictures(out)
    assert sum(map(len, pages)) == len(shapes)
    assert len(pages) == (1 if len(shapes) <= 5 else 2)
    for boxes in pages:
        for at, box in enumerate(boxes):
            assert box.left >= 30 - 0.1
            assert box.right <= width - 20 + 0.1
            assert box.bottom <= height - 25
            assert not any(overlap(box, other) for other in boxes[:at])
    for boxes, page in zip(pages, read_pages(out), strict=True):
        letters = [letter for letter in page.body if letter.text.strip()]
        assert not any(overlap(letter, box) for box in boxes for letter in letters)
    every = [box for boxes in pages for box in boxes]
    shape = {round((box.right - box.left) / (box.bottom - box.top), 2) for box in every}
    assert shape <= {1.33, 0.75}
    assert " ".join(LONG.split()) in text_of(out)


def test_photographs_are_held_as_photographs(file: CeremonyFile, tmp_path: Path) -> None:
    bring(file, tmp_path, WIDE, WIDE)
    data = make(file, tmp_path / "a.pdf").read_bytes()
    assert len(re.findall(rb"/DCTDecode", data)) == 2
    assert len(data) < 100_000


def test_the_archive_holds_them_with_their_paper(file: CeremonyFile, tmp_path: Path) -> None:
    write_archive(file, tmp_path / "tanpa")
    assert not (tmp_path / "tanpa" / "dokumen" / "dokumentasi.pdf").exists()
    bring(file, tmp_path)
    write_archive(file, tmp_path / "arsip")
    assert (tmp_path / "arsip" / "dokumen" / "dokumentasi.pdf").is_file()
    manifest = read_manifest((tmp_path / "arsip" / MANIFEST).read_bytes())
    (photograph,) = (one for one in manifest.files if one.part is Part.PHOTOGRAPH)
    assert (photograph.path, bool(photograph.event)) == ("foto/001-foto-1.jpg", True)
    assert check_folder(tmp_path / "arsip", record=file).ok


def test_they_go_when_everything_is_erased(file: CeremonyFile, tmp_path: Path) -> None:
    bring(file, tmp_path)
    Record(file).erase_everyone("masa simpan habis")
    assert Photographs(file).all() == []
    with pytest.raises(Refused) as caught:
        make(file, tmp_path / "a.pdf")
    assert caught.value.message.key == "photographs.none"


def test_what_is_no_photograph_is_refused(file: CeremonyFile, tmp_path: Path) -> None:
    (tmp_path / "a.jpg").write_text("bukan foto")
    with pytest.raises(Refused):
        Photographs(file).add(tmp_path / "a.jpg")
    Photographs(file).add(take(tmp_path / "b.png"))
    assert [one.name for one in Photographs(file).all()] == ["b.png"]
