"""Where things stand on a sheet, measured in millimetres on A4 and F4."""

from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest

from ceremony_app.documents.attendance import make_attendance
from ceremony_app.documents.pact import make_pact
from ceremony_app.documents.stationery import Stationery
from ceremony_app.domain.ceremony import Pact, PactForm, Paper
from ceremony_app.domain.papers import AttendanceRow, AttendanceSheet, Occasion, PactSheet
from tests.helpers.pact_parts import HEAD, POINTS, SANCTION, people, representative
from tests.helpers.paper_pieces import Piece, Sheet, read_sheets

POINT = 25.4 / 72
BETWEEN = 7.0
"""Millimetres between two blocks."""

both = pytest.mark.parametrize("paper", Paper)


@pytest.fixture
def sheet(occasion: Occasion) -> PactSheet:
    pact = Pact("p", "pakta", "Pakta Integritas", POINTS, PactForm.REPRESENTATIVES, "", SANCTION)
    signers = tuple(representative(number) for number in range(1, 5))
    return PactSheet(occasion, pact, pact.form, representatives=signers, people=people(1))


def made(stationery: Stationery, sheet: PactSheet, out: Path, paper: Paper) -> Sheet:
    make_pact(replace(stationery, code="7KQ29XMD"), sheet, out / "a.pdf", paper)
    (only,) = read_sheets((out / "a.pdf").read_bytes())
    return only


def piece(sheet: Sheet, words: str) -> Piece:
    """The one piece that begins with these words."""
    found = [one for one in (*sheet.body, *sheet.foot) if one.words.startswith(words)]
    assert len(found) == 1, words
    return found[0]


@both
def test_the_letterhead_stands_in_the_middle_and_the_text_two_lines_below(
    stationery: Stationery, sheet: PactSheet, tmp_path: Path, paper: Paper
) -> None:
    page, width = made(stationery, sheet, tmp_path, paper), paper.size_mm[0]
    ministry, office = page.body[0], page.body[1]
    middle = (30 + width - 20) / 2
    for line in (ministry, office, piece(page, "PAKTA INTEGRITAS"), piece(page, "Nomor: ")):
        assert (line.left + line.right) / 2 == pytest.approx(middle, abs=0.6)
    assert ministry.top == pytest.approx(12 + 1.5, abs=1.0)
    last_of_head = max(one.bottom for one in page.body if one.bottom < 45)
    assert piece(page, "PAKTA INTEGRITAS").top - last_of_head >= 2 * 12 * 1.2 * POINT


@both
def test_blocks_stand_in_two_columns_with_room_for_hand_and_stamp(
    stationery: Stationery, sheet: PactSheet, tmp_path: Path, paper: Paper
) -> None:
    page, width = made(stationery, sheet, tmp_path, paper), paper.size_mm[0]
    second = 30 + (width - 50 - BETWEEN) / 2 + BETWEEN
    for number in range(1, 5):
        left = 30.0 if number % 2 else second
        lines = [
            piece(page, f"Perwakilan Divisi Urusan {number}"),
            piece(page, f"Kepala Divisi Urusan {number},"),
            piece(page, f"Nama Wakil {number}, S.H."),
            piece(page, f"NIP 1966080119880310{number:02}"),
        ]
        assert [line.left for line in lines] == pytest.approx([left] * 4, abs=0.5)
        room = lines[2].top - lines[1].bottom
        assert 3.5 * 12 * 1.2 * POINT <= room <= 6 * 12 * 1.2 * POINT
        inside = [
            one
            for one in page.body
            if lines[1].bottom < one.top < lines[2].top - 1 and abs(one.left - left) < 40
        ]
        assert inside == []
    date = piece(page, "Kupang, 13 Februari 2023")
    assert date.left == pytest.approx(second, abs=0.5)


@both
def test_numbers_hang_and_text_is_flush_at_both_margins(
    stationery: Stationery, sheet: PactSheet, tmp_path: Path, paper: Paper
) -> None:
    page, width = made(stationery, sheet, tmp_path, paper), paper.size_mm[0]
    hanging = 30 + 1.9 * 12 * POINT
    for number, words in enumerate(POINTS, start=1):
        first = piece(page, words[:20])
        assert piece(page, f"{number}.").left == pytest.approx(30.0, abs=0.6)
        assert first.left == pytest.approx(hanging, abs=0.5)
    assert piece(page, POINTS[0][:20]).right == pytest.approx(width - 20, abs=0.6)


@both
def test_labels_colons_and_values_stand_in_columns(
    stationery: Stationery, sheet: PactSheet, tmp_path: Path, paper: Paper
) -> None:
    each = replace(sheet, form=PactForm.INDIVIDUAL, acknowledgers=(HEAD,))
    page = made(stationery, each, tmp_path, paper)
    colons = [one for one in page.body if one.words.strip() == ":"]
    assert len(colons) == 5
    assert max(one.left for one in colons) - min(one.left for one in colons) < 0.01
    for label in ("Nama ", "Pangkat/Golongan", "Jabatan", "Unit Kerja"):
        assert piece(page, label).left == pytest.approx(30.0, abs=0.5)
    for value in ("Penata, III/c", "Analis Hukum"):
        assert piece(page, value).left == pytest.approx(colons[0].left + 1.9, abs=0.7)


@both
def test_the_foot_reaches_from_margin_to_margin_and_no_further_down(
    stationery: Stationery, sheet: PactSheet, tmp_path: Path, paper: Paper
) -> None:
    page, (width, height) = made(stationery, sheet, tmp_path, paper), paper.size_mm
    count = piece(page, "Halaman 1 dari 1")
    assert count.right == pytest.approx(width - 20, abs=0.6)
    assert piece(page, "7KQ2-9XMD").left == pytest.approx(30 + 21 * 0.5 + 3, abs=0.5)
    assert height - 18.5 < min(one.top for one in page.foot)
    assert max(one.bottom for one in page.foot) < height - 10


@both
def test_places_to_sign_are_odd_ones_left_and_even_ones_right(
    stationery: Stationery, occasion: Occasion, tmp_path: Path, paper: Paper
) -> None:
    rows = tuple(AttendanceRow(number, f"Pegawai {number}") for number in range(1, 7))
    make_attendance(stationery, AttendanceSheet(occasion, rows), tmp_path / "a.pdf", paper)
    (page,) = read_sheets((tmp_path / "a.pdf").read_bytes())
    places = [piece(page, f"{number}.") for number in range(1, 7)]
    column = piece(page, "Tanda Tangan")
    odd, even = {round(one.left, 1) for one in places[::2]}, [one.left for one in places[1::2]]
    assert max(odd) - min(odd) < 0.6
    assert max(even) - min(even) < 0.6
    assert max(odd) < (column.left + column.right) / 2 - 5
    assert min(even) > max(odd) + 8
    names = [piece(page, f"Pegawai {number}") for number in range(1, 7)]
    heights = [later.top - earlier.top for earlier, later in pairwise(names)]
    assert min(heights) >= 9.4
