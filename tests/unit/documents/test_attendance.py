"""The attendance list: every row once, whole, under a head, and a block that is never alone."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ceremony_app.documents.attendance import make_attendance
from ceremony_app.documents.stationery import Stationery
from ceremony_app.domain.ceremony import Paper
from ceremony_app.domain.papers import AttendanceRow, AttendanceSheet, Occasion
from ceremony_app.domain.people import IdKind, Party, Role
from ceremony_app.domain.status import Status
from tests.helpers.pdf_pages import embedded_faces, plain, read_pages, text_of

HEAD = Party(
    id="h",
    role=Role.PRESIDER,
    name="Marciana Dominika Jone",
    post="Kepala Kantor Wilayah",
    id_kind=IdKind.NIP,
)


def rows(count: int) -> tuple[AttendanceRow, ...]:
    return tuple(
        AttendanceRow(
            no=number,
            name=f"Pegawai Nomor{number:04}",
            id_number=f"19660801198803{number:04}",
            id_kind=IdKind.NIP,
            rank="Penata, III/c",
            post="Analis Hukum",
            division=f"Divisi {chr(65 + (number - 1) * 3 // max(count, 1))}",
        )
        for number in range(1, count + 1)
    )


def test_the_head_says_when_where_and_what(
    stationery: Stationery, occasion: Occasion, tmp_path: Path
) -> None:
    make_attendance(stationery, AttendanceSheet(occasion, rows(3)), tmp_path / "a.pdf", Paper.A4)
    text = text_of(tmp_path / "a.pdf")
    assert "DAFTAR HADIR" in text
    assert "Hari/Tanggal : Senin, 13 Februari 2023" in text
    assert "Waktu : pukul 08.30 WITA s.d. selesai" in text
    assert "Tempat : Aula Kanwil, Kupang" in text
    assert f"Acara : {occasion.title}" in text
    assert "Jumlah yang terdaftar: 3 (tiga) orang." in text
    assert "Sesi" not in text


def test_a_follow_up_session_is_named_and_blanks_are_blank(
    stationery: Stationery, occasion: Occasion, tmp_path: Path
) -> None:
    blank = replace(occasion, session="Susulan", date="", time="", place="", city="")
    make_attendance(stationery, AttendanceSheet(blank, rows(1)), tmp_path / "a.pdf", Paper.A4)
    text = text_of(tmp_path / "a.pdf")
    assert "Sesi : Susulan" in text
    assert "Hari/Tanggal : ...." in text
    assert "Tempat : ...." in text


@pytest.mark.parametrize("paper", list(Paper))
@pytest.mark.parametrize("count", [0, 1, 340])
def test_every_row_stands_once_in_order_under_a_head(
    stationery: Stationery, occasion: Occasion, tmp_path: Path, count: int, paper: Paper
) -> None:
    sheet = AttendanceSheet(occasion, rows(count), (HEAD,), by_division=True)
    made = make_attendance(stationery, sheet, tmp_path / "a.pdf", paper)
    pages = read_pages(tmp_path / "a.pdf")
    assert made.pages == len(pages)
    text = " ".join(page.text for page in pages).replace(" ", "")
    places = [text.index(f"PegawaiNomor{number:04}") for number in range(1, count + 1)]
    assert places == sorted(places)
    assert text.count("PegawaiNomor") == count
    for number, page in enumerate(pages, start=1):
        assert f"Halaman {number} dari {len(pages)}" in page.text
        assert "Tanda Tangan" in page.text
        assert max(box.bottom for box in page.body) <= paper.size_mm[1] - 25
        assert min(box.left for box in page.boxes) >= 29.5
        assert max(box.right for box in page.boxes) <= paper.size_mm[0] - 20 + 0.1


@pytest.mark.parametrize("count", range(1, 46))
def test_the_signature_block_is_never_alone(
    stationery: Stationery, occasion: Occasion, tmp_path: Path, count: int
) -> None:
    sheet = AttendanceSheet(occasion, rows(count), (HEAD,))
    make_attendance(stationery, sheet, tmp_path / "a.pdf", Paper.A4)
    pages = read_pages(tmp_path / "a.pdf")
    last = pages[-1].text
    assert HEAD.name in last
    assert last.count("Pegawai") >= min(count, 2)


def test_places_to_sign_are_staggered(
    stationery: Stationery, occasion: Occasion, tmp_path: Path
) -> None:
    make_attendance(stationery, AttendanceSheet(occasion, rows(8)), tmp_path / "a.pdf", Paper.A4)
    (page,) = read_pages(tmp_path / "a.pdf")
    # The label stands in the signature column, right of the middle of the page.
    lefts = {
        box.text: box.left
        for box in page.boxes
        if 145 < box.left < 172 and box.text in "12345678" and box.top > 60
    }
    odd = {lefts[number] for number in "1357"}
    even = {lefts[number] for number in "2468"}
    assert max(odd) - min(odd) < 1
    assert min(even) - max(odd) > 8


def test_statuses_and_times_are_told_and_times_can_be_left_out(
    stationery: Stationery, occasion: Occasion, tmp_path: Path
) -> None:
    there = replace(rows(1)[0], status=Status.PRESENT, time="2023-02-13T00:12:00.000Z")
    away = replace(rows(2)[1], status=Status.ASSIGNED_ELSEWHERE)
    sheet = AttendanceSheet(occasion, (there, away))
    make_attendance(stationery, sheet, tmp_path / "a.pdf", Paper.A4)
    text = text_of(tmp_path / "a.pdf")
    assert "Hadir 08.12" in text
    assert "DL" in text
    assert "Jumlah yang tercatat hadir: 1 (satu) orang." in text
    without = replace(sheet, with_times=False)
    make_attendance(stationery, without, tmp_path / "b.pdf", Paper.A4)
    assert "08.12" not in text_of(tmp_path / "b.pdf")


def test_a_private_number_is_masked(
    stationery: Stationery, occasion: Occasion, tmp_path: Path
) -> None:
    row = replace(rows(1)[0], id_number="3273010101800001", id_kind=IdKind.LOCAL)
    make_attendance(stationery, AttendanceSheet(occasion, (row,)), tmp_path / "a.pdf", Paper.A4)
    text = text_of(tmp_path / "a.pdf")
    assert "************0001" in text
    assert "327301" not in text


def test_same_data_same_bytes_and_fonts_are_embedded(
    stationery: Stationery, occasion: Occasion, tmp_path: Path
) -> None:
    sheet = AttendanceSheet(occasion, rows(40), (HEAD,))
    first = make_attendance(stationery, sheet, tmp_path / "a.pdf", Paper.A4)
    assert first == make_attendance(stationery, sheet, tmp_path / "b.pdf", Paper.A4)
    fonts, files = embedded_faces((tmp_path / "a.pdf").read_bytes())
    assert fonts == files == 2


CELLS = st.text(alphabet="ABCabc defgh'.,", max_size=120)


@given(
    cells=st.lists(st.tuples(CELLS, CELLS, CELLS), min_size=1, max_size=30),
    paper=st.sampled_from(list(Paper)),
)
@settings(
    deadline=None, max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_long_names_and_posts_are_wrapped_and_never_cut(
    stationery: Stationery,
    occasion: Occasion,
    tmp_path: Path,
    cells: list[tuple[str, str, str]],
    paper: Paper,
) -> None:
    sheet = AttendanceSheet(
        occasion,
        tuple(
            AttendanceRow(no, name, post=post, rank=rank)
            for no, (name, post, rank) in enumerate(cells, start=1)
        ),
        (HEAD,),
    )
    make_attendance(stationery, sheet, tmp_path / "a.pdf", paper)
    pages = read_pages(tmp_path / "a.pdf")
    for page in pages:
        assert max(box.bottom for box in page.body) <= paper.size_mm[1] - 25
        assert max(box.right for box in page.boxes) <= paper.size_mm[0] - 20 + 0.1
    shown = sorted("".join(box.text for page in pages for box in page.boxes))
    for words in {words for row in cells for words in row}:
        letters = [letter for letter in plain(words) if letter.isalpha()]
        assert all(shown.count(letter) >= letters.count(letter) for letter in set(letters))


def test_a_letter_stands_beside_the_absence_that_it_excuses(
    stationery: Stationery, occasion: Occasion, tmp_path: Path
) -> None:
    away = replace(rows(1)[0], status=Status.ASSIGNED_ELSEWHERE, letter="ST-12/2023")
    came = replace(
        rows(2)[1], status=Status.PRESENT, letter="ST-13", time="2023-02-13T07:05:00.000+08:00"
    )
    make_attendance(
        stationery, AttendanceSheet(occasion, (away, came)), tmp_path / "a.pdf", Paper.A4
    )
    text = text_of(tmp_path / "a.pdf").replace(" ", "")
    assert "DLST-12/2023" in text
    assert "ST-13" not in text
