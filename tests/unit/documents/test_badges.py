"""Badges: the right code beside the right name, and every name whole."""

from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pypdfium2
import pytest
import zxingcpp
from hypothesis import given, settings
from hypothesis import strategies as st

from ceremony_app.documents import qr
from ceremony_app.documents.badge_forms import LEAST_MODULE, READ_FROM_MM, form_of
from ceremony_app.documents.badge_layout import BadgeWords
from ceremony_app.documents.badges import in_print_order, make_badges
from ceremony_app.documents.line_code import bars
from ceremony_app.documents.pdf import MM
from ceremony_app.documents.stationery import Stationery
from ceremony_app.domain.badge_layouts import BadgeLayout
from ceremony_app.domain.ceremony import Paper
from ceremony_app.domain.papers import BadgePrint, BadgeSheet
from ceremony_app.domain.token import new_token
from ceremony_app.scanning.pages import read_badges
from tests.helpers.pdf_pages import embedded_faces, plain, read_pages

LONG = (
    "Prof. Dr. Ir. R. M. Haryo Suryadiningrat Kusumonegoro Wiryoatmodjo, S.H., M.H., LL.M., Ph.D."
)


def badge(
    name: str = "Suparto", post: str = "Penjaga Tahanan", division: str = "Divisi A"
) -> BadgePrint:
    return BadgePrint(name, post, division, new_token(), "196608011988031001")


def crowd(count: int) -> tuple[BadgePrint, ...]:
    return tuple(
        badge(f"Nama {number:03}", division=f"Divisi {number % 3}") for number in range(count)
    )


@pytest.mark.parametrize("paper", list(Paper))
@pytest.mark.parametrize(("count", "pages"), [(0, 1), (1, 1), (10, 1), (11, 2), (340, 34)])
def test_ten_a_page_and_every_code_is_read_back_in_order(
    stationery: Stationery, tmp_path: Path, count: int, pages: int, paper: Paper
) -> None:
    sheet = BadgeSheet(crowd(count), heading="Ikrar Netralitas Pegawai")
    made = make_badges(stationery, sheet, tmp_path / "a.pdf", paper)
    assert made.pages == pages
    expected = [one.token for one in in_print_order(sheet.badges)]
    assert read_badges(tmp_path / "a.pdf") == expected


def test_the_names_stand_on_the_page_of_their_codes(stationery: Stationery, tmp_path: Path) -> None:
    sheet = BadgeSheet(crowd(23))
    make_badges(stationery, sheet, tmp_path / "a.pdf", Paper.A4)
    ordered = in_print_order(sheet.badges)
    for number, page in enumerate(read_pages(tmp_path / "a.pdf")):
        for one in ordered[number * 10 : number * 10 + 10]:
            assert one.name in page.text
            assert one.division in page.text
            assert one.post in page.text


def test_a_badge_does_not_show_the_id_number(stationery: Stationery, tmp_path: Path) -> None:
    make_badges(stationery, BadgeSheet((badge(),)), tmp_path / "a.pdf", Paper.A4)
    assert "1966" not in read_pages(tmp_path / "a.pdf")[0].text.replace(" ", "")


def test_order_is_by_division_then_by_name_without_titles() -> None:
    given_order = (
        badge("Zainal", division=""),
        badge("Dr. Wahyu, S.H.", division="Divisi B"),
        badge("H. Abdul", division="Divisi B"),
        badge("Yusuf", division="Divisi A"),
    )
    names = [one.name for one in in_print_order(given_order)]
    assert names == ["Yusuf", "H. Abdul", "Dr. Wahyu, S.H.", "Zainal"]


def test_all_codes_are_read_with_the_fixed_mask(stationery: Stationery, tmp_path: Path) -> None:
    sheet = BadgeSheet(crowd(1000))
    make_badges(stationery, sheet, tmp_path / "a.pdf", Paper.A4)
    assert read_badges(tmp_path / "a.pdf") == [one.token for one in in_print_order(sheet.badges)]


def test_the_code_is_version_1_level_m_with_its_quiet_zone(
    stationery: Stationery, tmp_path: Path
) -> None:
    one = badge()
    make_badges(stationery, BadgeSheet((one,), heading=LONG), tmp_path / "a.pdf", Paper.A4)
    with pypdfium2.PdfDocument(tmp_path / "a.pdf") as document:
        picture = document[0].render(scale=4, grayscale=True).to_pil()
    (code,) = zxingcpp.read_barcodes(picture)
    assert code.text == one.token
    assert code.ec_level == "M"
    assert len(qr.modules(one.token)) == 21
    module = 1.2 * MM * 4
    corner = code.position.top_left
    quiet = int(4 * module) - 2
    side = int((21 + 4) * module) - 2
    box = (corner.x - quiet, corner.y - quiet, corner.x + side, corner.y + side)
    ring = picture.crop(box)
    dark = sum(1 for value in ring.tobytes() if value < 128)
    inside = sum(sum(row) for row in qr.modules(one.token)) * module**2
    assert dark == pytest.approx(inside, rel=0.03)


@pytest.mark.parametrize("line_codes", [False, True])
@pytest.mark.parametrize(
    ("layout", "pages", "size"),
    [
        (BadgeLayout.LANYARD, 6, (210, 297)),
        (BadgeLayout.LABEL, 23, (100, 50)),
        (BadgeLayout.SMALL_LABEL, 23, (62, 29)),
    ],
)
def test_every_code_of_the_other_layouts_is_read_back_in_order(
    stationery: Stationery,
    tmp_path: Path,
    layout: BadgeLayout,
    pages: int,
    size: tuple[int, int],
    *,
    line_codes: bool,
) -> None:
    sheet = BadgeSheet(crowd(23), "Ikrar Netralitas Pegawai", line_codes, layout)
    made = make_badges(stationery, sheet, tmp_path / "a.pdf", Paper.A4)
    assert made.pages == pages
    ordered = [one.token for one in in_print_order(sheet.badges)]
    assert read_badges(tmp_path / "a.pdf") == ordered
    page = read_pages(tmp_path / "a.pdf")[0]
    assert (page.width, page.height) == pytest.approx(size, abs=0.1)
    with pypdfium2.PdfDocument(tmp_path / "a.pdf") as document:
        first = document[0].render(scale=203 / 72, grayscale=True).to_pil()
    a_page = len(zxingcpp.read_barcodes(first))
    lines = line_codes and layout.takes_line_codes
    assert a_page == (4 if layout is BadgeLayout.LANYARD else 1) * (2 if lines else 1)


@pytest.mark.parametrize("line_codes", [False, True])
@pytest.mark.parametrize("layout", list(BadgeLayout))
def test_modules_are_large_and_nothing_stands_in_a_codes_quiet_zone(
    stationery: Stationery, tmp_path: Path, layout: BadgeLayout, *, line_codes: bool
) -> None:
    form = form_of(layout, line_codes=line_codes)
    assert form.module >= LEAST_MODULE
    quiet = 4 * form.module
    assert form.code_left >= quiet - 0.01
    assert form.code_left + form.code_side + quiet <= form.width
    sheet = BadgeSheet((badge(LONG, LONG, LONG),), LONG, line_codes, layout)
    make_badges(stationery, sheet, tmp_path / "a.pdf", Paper.A4)
    scale = 8
    with pypdfium2.PdfDocument(tmp_path / "a.pdf") as document:
        width, height = document[0].get_size()
        picture = document[0].render(scale=scale, grayscale=True).to_pil()
    columns, rows = {BadgeLayout.GRID: (2, 5), BadgeLayout.LANYARD: (2, 2)}.get(layout, (1, 1))
    left = (width - columns * form.width) / 2 + form.code_left
    top = (height - rows * form.height) / 2 + form.code_top
    side = form.code_side + quiet
    ring = picture.crop(
        tuple(round(edge * scale) for edge in (left - quiet, top - quiet, left + side, top + side))
    )
    dark = sum(1 for value in ring.tobytes() if value < 128)
    modules = sum(sum(row) for row in qr.modules(sheet.badges[0].token))
    assert dark == pytest.approx(modules * (form.module * scale) ** 2, rel=0.02)


@pytest.mark.parametrize(
    "name", ["Suparto", "Dr. H. Muhammad Ridwan Latuconsina, S.H., M.H.", "Ni Luh Putu Sukertini"]
)
def test_a_name_round_the_neck_is_read_from_two_metres(stationery: Stationery, name: str) -> None:
    form = form_of(BadgeLayout.LANYARD, line_codes=False)
    division = "Kantor Wilayah Kementerian Hukum dan Hak Asasi Manusia"
    lines = BadgeWords(stationery.faces, "", form).of(badge(name, "Kepala Divisi", division))
    of_name = [line for line in lines if line.size == lines[0].size]
    assert " ".join(line.words for line in of_name) == name
    capitals_mm = lines[0].size * 0.716 / MM
    assert capitals_mm >= READ_FROM_MM / 300


def test_a_name_shrinks_before_one_of_its_words_is_broken(stationery: Stationery) -> None:
    form = form_of(BadgeLayout.LANYARD, line_codes=False)
    name = "Raden Wiryokusumonegoroatmodjo Hadiningrat"
    *lines, _ = BadgeWords(stationery.faces, "", form).of(badge(name, "", ""))
    assert "Wiryokusumonegoroatmodjo" in [line.words for line in lines]


def test_line_codes_are_read_too(stationery: Stationery, tmp_path: Path) -> None:
    sheet = BadgeSheet(crowd(10), line_codes=True)
    make_badges(stationery, sheet, tmp_path / "a.pdf", Paper.A4)
    with pypdfium2.PdfDocument(tmp_path / "a.pdf") as document:
        picture = document[0].render(scale=300 / 72, grayscale=True).to_pil()
    found = zxingcpp.read_barcodes(picture)
    lines = {code.text for code in found if code.format == zxingcpp.BarcodeFormat.Code128}
    assert lines == {one.token for one in sheet.badges}
    widest = "IKABCDEFGHJKMNPQRST"  # pairs of figures, of which it has none, are narrower
    assert bars(widest).width * 0.25 == pytest.approx(61, abs=1.5)


@given(
    name=st.text(alphabet="ABCWM abc defgh'.,", min_size=1, max_size=120),
    post=st.text(alphabet="ABC abc defgh'.,", max_size=150),
    division=st.text(alphabet="ABC abc defgh'.,", max_size=150),
    line_codes=st.booleans(),
    layout=st.sampled_from(BadgeLayout),
)
@settings(deadline=None, max_examples=250)
def test_every_word_fits_beside_or_above_the_code(
    stationery: Stationery,
    name: str,
    post: str,
    division: str,
    layout: BadgeLayout,
    *,
    line_codes: bool,
) -> None:
    form = form_of(layout, line_codes=line_codes)
    *lines, token = BadgeWords(stationery.faces, "", form).of(badge(name, post, division))
    set_words = "".join(line.words for line in lines).replace(" ", "")
    wanted = name + (post if form.words.with_post else "") + division
    assert set_words == plain(wanted).replace(" ", "")
    for above, below in pairwise(lines):
        assert below.baseline - above.baseline >= below.size * 0.8
    quiet = (form.code_top - 4 * form.module, form.code_left + form.code_side + 4 * form.module)
    for line in lines:
        assert line.baseline - line.size * 0.95 > form.rule
        assert line.x + line.face.width(line.words, line.size) <= form.width - form.edge + 0.1
        above_code, beside_code = line.baseline + line.size * 0.22 <= quiet[0], line.x >= quiet[1]
        assert above_code or beside_code
        assert line.x >= form.edge - 0.1
        assert line.baseline + line.size * 0.22 < token.baseline - token.size * 0.72
        assert form.line_top is None or line.baseline + line.size * 0.22 < form.line_top


@pytest.mark.parametrize("name", [LONG, "X" * 70, "I"])
def test_long_names_shrink_then_wrap(stationery: Stationery, name: str, tmp_path: Path) -> None:
    form = form_of(BadgeLayout.GRID, line_codes=False)
    sizes = {line.size for line in BadgeWords(stationery.faces, "", form).of(badge(name))[:1]}
    assert sizes <= {15.0, 14.0, 13.0, 12.0, 11.0}
    make_badges(stationery, BadgeSheet((badge(name),)), tmp_path / "a.pdf", Paper.A4)
    text = read_pages(tmp_path / "a.pdf")[0].text
    assert name.replace(" ", "") in text.replace(" ", "")


def test_a_name_that_nearly_fits_shrinks_on_one_line(stationery: Stationery) -> None:
    words = BadgeWords(stationery.faces, "", form_of(BadgeLayout.GRID, line_codes=False))
    short, longer = (words.of(badge(name))[0] for name in ("Siti", "Ni Luh Putu Sukertini"))
    assert longer.words == "Ni Luh Putu Sukertini"
    assert longer.size < short.size


@pytest.mark.parametrize("token", [f"IK{number:017}" for number in range(60)])
def test_rectangles_cover_the_dark_modules_once(token: str) -> None:
    grid = [[0] * qr.MODULES for _ in range(qr.MODULES)]
    for left, top, width, height in qr.rectangles(token):
        for row in range(top, top + height):
            for column in range(left, left + width):
                grid[row][column] += 1
    assert [bytes(row) for row in grid] == qr.modules(token)


def test_same_data_same_bytes_and_fonts_embedded_once(
    stationery: Stationery, tmp_path: Path
) -> None:
    sheet = BadgeSheet(crowd(60), heading="Ikrar")
    first = make_badges(stationery, sheet, tmp_path / "a.pdf", Paper.A4)
    again = replace(sheet, badges=tuple(reversed(sheet.badges)))
    assert first == make_badges(stationery, again, tmp_path / "b.pdf", Paper.A4)
    fonts, files = embedded_faces((tmp_path / "a.pdf").read_bytes())
    assert fonts == files == 2


def test_progress_is_told_and_stopping_leaves_the_old_file(
    stationery: Stationery, tmp_path: Path
) -> None:
    class Stopped(Exception):
        pass

    told: list[tuple[int, int]] = []

    def stop(done: int, total: int) -> None:
        told.append((done, total))
        if done == 20:
            raise Stopped

    (tmp_path / "a.pdf").write_bytes(b"old")
    with pytest.raises(Stopped):
        make_badges(stationery, BadgeSheet(crowd(45)), tmp_path / "a.pdf", Paper.A4, stop)
    assert told == [(10, 45), (20, 45)]
    assert (tmp_path / "a.pdf").read_bytes() == b"old"


def test_nothing_leaves_the_badge(stationery: Stationery, tmp_path: Path) -> None:
    sheet = BadgeSheet(tuple(badge(LONG) for _ in range(10)), heading=LONG * 2)
    make_badges(stationery, sheet, tmp_path / "a.pdf", Paper.F4)
    (page,) = read_pages(tmp_path / "a.pdf")
    assert min(box.left for box in page.boxes) >= 17.5
    assert max(box.right for box in page.boxes) <= 215 - 17.5
    assert min(box.top for box in page.boxes) >= 27.5
    assert max(box.bottom for box in page.boxes) <= 330 - 27.5
