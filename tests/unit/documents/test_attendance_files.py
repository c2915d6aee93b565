"""The attendance list for other programs: no digit lost, no cell that runs."""

import csv
import io
from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest

from ceremony_app.documents.attendance_files import make_attendance_csv, make_attendance_xlsx
from ceremony_app.documents.cells import neutral
from ceremony_app.documents.stationery import Stationery
from ceremony_app.domain.papers import AttendanceRow, AttendanceSheet, Occasion
from ceremony_app.domain.people import IdKind
from ceremony_app.domain.status import Status

ROW = AttendanceRow(
    no=1,
    name="Siti Nur'aini, S.H.",
    id_number="196608011988031001",
    id_kind=IdKind.NIP,
    rank="Penata, III/c",
    post="Analis; Hukum",
    division="Divisi Administrasi",
    status=Status.SICK,
    time="2023-02-13T07:05:00.000+08:00[WITA]",
    letter="SKS-9/2023",
)
HEADINGS = (
    "No",
    "Nama",
    "NIP",
    "Pangkat/Gol",
    "Jabatan",
    "Divisi",
    "Keterangan",
    "Waktu Hadir",
    "Nomor Surat",
)


@pytest.fixture
def sheet(occasion: Occasion) -> AttendanceSheet:
    hostile = replace(ROW, no=2, name="=cmd|' /C calc'!A0", post="+62", division="@x", rank="-1")
    return AttendanceSheet(
        occasion, (ROW, hostile, replace(ROW, no=3, status=None, time="", letter=""))
    )


def test_the_workbook_keeps_numbers_as_text(
    stationery: Stationery, sheet: AttendanceSheet, tmp_path: Path
) -> None:
    make_attendance_xlsx(stationery, sheet, tmp_path / "a.xlsx")
    page = openpyxl.load_workbook(tmp_path / "a.xlsx").active
    assert page is not None
    assert tuple(cell.value for cell in page[1]) == HEADINGS
    assert [cell.value for cell in page[2]] == [
        1,
        "Siti Nur'aini, S.H.",
        "196608011988031001",
        "Penata, III/c",
        "Analis; Hukum",
        "Divisi Administrasi",
        "Sakit",
        "07.05",
        "SKS-9/2023",
    ]
    assert page["C2"].data_type == "s"
    assert page["C2"].number_format == "@"
    assert not any(cell.value for cell in page[4][6:])


def test_no_cell_of_the_workbook_is_a_formula(
    stationery: Stationery, sheet: AttendanceSheet, tmp_path: Path
) -> None:
    make_attendance_xlsx(stationery, sheet, tmp_path / "a.xlsx")
    page = openpyxl.load_workbook(tmp_path / "a.xlsx").active
    assert page is not None
    assert all(cell.data_type != "f" for row in page.iter_rows() for cell in row)
    assert [page[f"{column}3"].value for column in "BDEF"] == [
        "'=cmd|' /C calc'!A0",
        "'-1",
        "'+62",
        "'@x",
    ]


def test_the_csv_opens_as_indonesian_spreadsheets_expect(
    stationery: Stationery, sheet: AttendanceSheet, tmp_path: Path
) -> None:
    make_attendance_csv(stationery, sheet, tmp_path / "a.csv")
    data = (tmp_path / "a.csv").read_bytes()
    assert data.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""), delimiter=";"))
    assert tuple(rows[0]) == HEADINGS
    assert rows[1][2] == "196608011988031001"
    assert rows[1][4] == "Analis; Hukum"
    assert rows[2][1].startswith("'=")
    assert len(rows) == 4


def test_same_data_same_bytes(
    stationery: Stationery, sheet: AttendanceSheet, tmp_path: Path
) -> None:
    for make in (make_attendance_xlsx, make_attendance_csv):
        assert make(stationery, sheet, tmp_path / "a") == make(stationery, sheet, tmp_path / "b")


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r"])
def test_dangerous_beginnings_are_neutralised(start: str) -> None:
    assert neutral(f"{start}1") == f"'{start}1"


@pytest.mark.parametrize("text", ["", "Siti", "'=1", "1-2", "a=b", "196608011988031001"])
def test_other_text_is_left_alone(text: str) -> None:
    assert neutral(text) == text
