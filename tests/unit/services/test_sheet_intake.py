"""Signed sheets come back: turned, two in one file, of another ceremony, unreadable."""

import io
from collections.abc import Sequence
from pathlib import Path

import pytest
from PIL import Image, ImageStat

from ceremony_app.domain.ceremony import PactForm
from ceremony_app.domain.errors import Refused
from ceremony_app.domain.events import EventKind
from ceremony_app.domain.signed_sheets import Fate, Matching, PageBrought
from ceremony_app.scanning.sheet_pages import LONGEST_SIDE, is_blank
from ceremony_app.services.record import Record
from ceremony_app.services.sheet_intake import SheetIntake
from ceremony_app.services.signed_sheets import SignedSheets, Target
from ceremony_app.storage.ceremony_file import CeremonyFile
from ceremony_app.storage.journal import Journal, body_of
from ceremony_app.storage.people import People
from tests.helpers import scanned_sheets as sheets
from tests.helpers.ceremony_files import new_file
from tests.helpers.pdf_pages import read_pages
from tests.helpers.scanned_sheets import bring


def fates(brought: Sequence[PageBrought]) -> list[str]:
    return [one.fate.value for one in brought]


def kept(file: CeremonyFile, at: int = 0) -> Image.Image:
    desk = SignedSheets(file)
    return Image.open(io.BytesIO(desk.content(desk.all()[at])))


@pytest.fixture
def pact(file: CeremonyFile, tmp_path: Path) -> Path:
    return sheets.make_pact(file, tmp_path / "pakta.pdf")


def test_a_sheet_is_known_by_its_code(file: CeremonyFile, pact: Path, tmp_path: Path) -> None:
    scan = sheets.save(sheets.scanned(sheets.signed(sheets.drawn(pact, 3))), tmp_path / "a.jpg")
    (page,) = bring(file, scan)
    assert page.fate is Fate.MATCHED
    assert page.page is not None
    place = page.page.place
    assert place is not None
    assert (place.paper.kind, place.sheet, place.page) == ("pact_individual", 3, 1)
    whose = People(file).by_id(place.paper.whose(3))
    assert whose is not None
    assert whose.name in read_pages(pact)[2].text
    (event,) = Journal(file).of_kind(EventKind.SHEET_MATCHED)
    assert event.person == whose.id
    assert set(body_of(event)) == {"attachment", "document", "how", "page", "sheet"}
    assert Record(file).verify().ok


@pytest.mark.parametrize(
    ("quarters", "ending"), [(0, "png"), (1, "jpg"), (2, "pdf"), (2, "jpg"), (3, "tif")]
)
def test_a_sheet_in_any_position_comes_to_stand_upright(
    file: CeremonyFile, pact: Path, tmp_path: Path, quarters: int, ending: str
) -> None:
    upright = sheets.signed(sheets.drawn(pact, 2))
    turned = sheets.scanned(upright, quarters=quarters)
    path = tmp_path / f"miring.{ending}"
    sheets.save_pages([turned], path) if ending == "pdf" else sheets.save(turned, path)
    assert fates(bring(file, path)) == ["matched"]
    picture = kept(file)
    assert picture.height > picture.width
    # The code stands at the lower left and nowhere else.
    corners = [darkness(picture, left, top) for top in (0.02, 0.93) for left in (0.14, 0.81)]
    assert corners.index(max(corners)) == 2


def darkness(picture: Image.Image, left: float, top: float) -> float:
    """How dark a square of a page is, its corner given in parts of width and height."""
    grey, (wide, high) = picture.convert("L"), picture.size
    box = (left * wide, top * high, (left + 0.05) * wide, (top + 0.04) * high)
    return 255 - ImageStat.Stat(grey.crop(tuple(map(round, box)))).mean[0]


def test_a_photograph_on_a_table_is_read(file: CeremonyFile, pact: Path, tmp_path: Path) -> None:
    photograph = sheets.photographed(sheets.signed(sheets.drawn(pact, dpi=200)))
    assert fates(bring(file, sheets.save(photograph, tmp_path / "foto.jpg"))) == ["matched"]
    picture = kept(file)
    assert max(picture.size) <= LONGEST_SIDE
    assert picture.mode == "RGB"


def test_two_sheets_of_two_papers_lie_in_one_file(
    file: CeremonyFile, pact: Path, tmp_path: Path
) -> None:
    other = sheets.make_pact(file, tmp_path / "lain.pdf", PactForm.REPRESENTATIVES)
    pages = [sheets.scanned(sheets.drawn(other)), sheets.scanned(sheets.drawn(pact, 4), quarters=2)]
    brought = bring(file, sheets.save_pages(pages, tmp_path / "dua.pdf"))
    assert fates(brought) == ["matched", "matched"]
    places = [page.place for page in SignedSheets(file).all()]
    assert [(one.paper.kind, one.sheet) for one in places if one] == [
        ("pact_representatives", 1),
        ("pact_individual", 4),
    ]


def test_a_tiff_of_several_pages_is_read_page_by_page(
    file: CeremonyFile, pact: Path, tmp_path: Path
) -> None:
    pages = [sheets.faxed(sheets.scanned(sheets.drawn(pact, at))) for at in (5, 6)]
    brought = bring(file, sheets.save_pages(pages, tmp_path / "fax.tiff"))
    assert fates(brought) == ["matched", "matched"]
    assert [one.page.place.sheet for one in brought if one.page and one.page.place] == [5, 6]
    assert kept(file).mode == "L"


def test_the_same_file_again_changes_nothing(
    file: CeremonyFile, pact: Path, tmp_path: Path
) -> None:
    scan = sheets.save_pages([sheets.drawn(pact, at) for at in (1, 2)], tmp_path / "a.pdf")
    bring(file, scan)
    events = Journal(file).count()
    renamed = scan.rename(tmp_path / "b.pdf")
    assert fates(bring(file, renamed, renamed)) == ["known"] * 4
    assert Journal(file).count() == events


def test_the_sheet_of_another_ceremony_is_refused(file: CeremonyFile, tmp_path: Path) -> None:
    with new_file(tmp_path / "lain.ikrar", 2) as other:
        strange = sheets.make_pact(other, tmp_path / "lain.pdf")
    (page,) = bring(file, sheets.save(sheets.scanned(sheets.drawn(strange)), tmp_path / "a.jpg"))
    assert page.fate is Fate.FOREIGN
    assert page.reason is not None
    assert page.reason.key == "sheets.foreign"
    assert SignedSheets(file).all() == []
    assert not Journal(file).of_kind(EventKind.ATTACHED)


def test_a_page_without_a_code_waits_and_is_matched_by_hand(
    file: CeremonyFile, pact: Path, tmp_path: Path
) -> None:
    stained = sheets.without_code(sheets.signed(sheets.drawn(pact, 2)))
    (page,) = bring(file, sheets.save(stained, tmp_path / "kopi.jpg"))
    assert page.fate is Fate.WAITING
    desk = SignedSheets(file)
    (waiting,) = desk.all()
    (paper,) = desk.papers()
    with pytest.raises(Refused) as caught:
        desk.match(waiting, Target(paper, 7))
    assert caught.value.message.key == "sheets.no_such_sheet"
    desk.match(waiting, Target(paper, 2))
    (matched,) = desk.all()
    assert matched.place is not None
    assert (matched.place.sheet, matched.place.how) == (2, Matching.HAND)
    with pytest.raises(Refused):
        desk.match(matched, Target(paper, 3))
    desk.unmatch(matched, "salah orang")
    assert [one.place for one in desk.all()] == [None]
    assert Record(file).verify().ok


def test_a_page_is_taken_out_and_can_come_again(
    file: CeremonyFile, pact: Path, tmp_path: Path
) -> None:
    scan, desk = sheets.save(sheets.drawn(pact), tmp_path / "a.jpg"), SignedSheets(file)
    bring(file, scan)
    with pytest.raises(Refused):
        desk.take_out(desk.all()[0], "  ")
    desk.take_out(desk.all()[0], "bukan lembar yang sah")
    assert desk.all() == []
    assert fates(bring(file, scan)) == ["matched"]
    assert len(desk.all()) == 1


def test_a_page_is_turned_by_hand(file: CeremonyFile, pact: Path, tmp_path: Path) -> None:
    stained = sheets.without_code(sheets.drawn(pact, 2)).rotate(90, expand=True)
    bring(file, sheets.save(stained, tmp_path / "kopi.jpg"))
    before, desk = kept(file), SignedSheets(file)
    page = desk.turn(desk.all()[0], 1)
    assert desk.all() == [page]
    after = kept(file)
    assert after.size == (before.height, before.width)
    assert darkness(after, 0.16, 0.94) > 100, "the stain lies where the code was"
    assert Record(file).verify().ok


def test_the_back_of_a_sheet_is_left_out(file: CeremonyFile, pact: Path, tmp_path: Path) -> None:
    back = Image.effect_noise((1240, 1754), 6).point(lambda value: min(255, value + 110))
    pages = [sheets.drawn(pact), back.convert("RGB")]
    assert fates(bring(file, sheets.save_pages(pages, tmp_path / "a.pdf"))) == ["matched", "blank"]
    assert len(SignedSheets(file).all()) == 1


def test_a_lonely_signature_is_no_blank_page() -> None:
    assert is_blank(Image.new("RGB", (827, 1169), (236, 232, 220)))
    assert not is_blank(sheets.signed(Image.new("RGB", (827, 1169), (236, 232, 220))))


def test_one_bad_file_stops_no_other(file: CeremonyFile, pact: Path, tmp_path: Path) -> None:
    (tmp_path / "rusak.pdf").write_bytes(pact.read_bytes()[:200])
    (tmp_path / "teks.jpg").write_text("bukan gambar")
    (tmp_path / "iphone.heic").write_bytes(b"\0\0\0\x18ftypheic" + bytes(40))
    good = sheets.save(sheets.drawn(pact), tmp_path / "baik.png")
    names = ("rusak.pdf", "teks.jpg", "iphone.heic", "tiada.pdf", "u.ikrar")
    brought = bring(file, *(tmp_path / name for name in names), good)
    assert fates(brought) == ["damaged"] * 5 + ["matched"]
    assert [one.reason.key for one in brought if one.reason] == [
        "sheets.no_pdf",
        "sheets.no_picture",
        "sheets.heic",
        "attachments.unreadable",
        "sheets.no_picture",
    ]


def test_half_a_picture_is_told_by_its_page(file: CeremonyFile, pact: Path, tmp_path: Path) -> None:
    scan = sheets.save(sheets.drawn(pact), tmp_path / "a.png")
    scan.write_bytes(scan.read_bytes()[: scan.stat().st_size // 2])
    (page,) = bring(file, scan)
    assert (page.fate, page.number) == (Fate.DAMAGED, 1)


class StoppedError(Exception):
    """Stands for whoever cancels."""


def test_what_was_brought_before_a_stop_stays(
    file: CeremonyFile, pact: Path, tmp_path: Path
) -> None:
    scan = sheets.save_pages([sheets.drawn(pact, at) for at in (1, 2, 3)], tmp_path / "a.pdf")

    def stop(done: int, _total: int) -> None:
        if done > 30:
            raise StoppedError

    with pytest.raises(StoppedError):
        SheetIntake(file).bring([scan], stop)
    assert len(SignedSheets(file).all()) == 1
    assert fates(bring(file, scan)) == ["known", "matched", "matched"]


def test_a_sheet_goes_with_the_person(file: CeremonyFile, pact: Path, tmp_path: Path) -> None:
    bring(file, *(sheets.save(sheets.drawn(pact, at), tmp_path / f"{at}.jpg") for at in (1, 2)))
    first, second = SignedSheets(file).all()
    assert first.place is not None
    whose = People(file).by_id(first.place.paper.whose(1))
    assert whose is not None
    Record(file).erase([whose], "masa simpan habis")
    assert [one.scan.id for one in SignedSheets(file).all()] == [second.scan.id]
    (count,) = file.connection.execute("SELECT count(*) FROM content").fetchone()
    assert count == 1
    assert Record(file).verify().ok
