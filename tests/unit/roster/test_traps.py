"""Workbooks that would take more memory or time than there is, were they not measured first."""

import struct
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
import xlsxwriter

from ceremony_app.roster import limits
from ceremony_app.roster.reading import read_roster
from tests.helpers.roster_files import inline, write_raw_xlsx, zip_of

TODAY = date(2026, 11, 22)
NIP = "196608011988031001"
HEAD = f'<row r="1">{inline("A1", "NIP")}{inline("B1", "NAMA")}</row>'
BUDI = f'<row r="2">{inline("A2", NIP)}{inline("B2", "Budi")}</row>'


def test_a_zip_bomb_that_says_so(tmp_path: Path, refusal: Callable[[Path], str]) -> None:
    path = write_raw_xlsx(tmp_path / "a.xlsx", "<sheetData/>" + " " * (limits.UNPACKED_BYTES + 1))
    assert path.stat().st_size < 1_000_000
    assert refusal(path) == "zip_bomb"


def test_a_zip_bomb_that_lies_of_its_size(tmp_path: Path, refusal: Callable[[Path], str]) -> None:
    path = write_raw_xlsx(tmp_path / "a.xlsx", "<sheetData/>" + " " * 50_000_000)
    content = bytearray(path.read_bytes())
    for mark, place in ((b"PK\x01\x02", 24), (b"PK\x03\x04", 22)):
        at = content.find(mark)
        while at >= 0:
            size = struct.unpack_from("<I", content, at + place)[0]
            if size > 1_000_000:
                struct.pack_into("<I", content, at + place, 1_000)
            at = content.find(mark, at + 4)
    path.write_bytes(content)
    assert refusal(path) == "damaged"


def test_a_zip_of_very_many_parts(tmp_path: Path, refusal: Callable[[Path], str]) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(zip_of({f"xl/worksheets/{at}.xml": b"" for at in range(limits.PARTS + 1)}))
    assert refusal(path) == "zip_bomb"


@pytest.mark.parametrize(
    "far",
    [
        '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>',
        f'<row r="3">{inline("XFD3", "x")}</row>',
        f'<row r="3">{inline("A16777217", "x")}</row>',
        f'<row r="3">{inline("ZZ900000", "x")}</row>',
        '<row r="1048576"><x:c r="XFD1048576"><x:v>1</x:v></x:c></row>',
        "<row r='1048576'><c r='XFD1048576'><v>1</v></c></row>",
        '<row r = "1048576"><c t="n" r = "XFD1048576"><v>1</v></c></row>',
        '<row r="1000000">' + "<c><v>1</v></c>" * 1_001 + "</row>",
        '<row r="1000000">' + "<c t='n'><v>1</v></c>" * 900 + "</row>",
    ],
    ids=range(9),
)
def test_cells_so_far_apart_that_memory_would_not_do(
    tmp_path: Path, refusal: Callable[[Path], str], far: str
) -> None:
    path = write_raw_xlsx(tmp_path / "a.xlsx", f"<sheetData>{HEAD}{BUDI}{far}</sheetData>")
    assert refusal(path) == "too_far"


@pytest.mark.parametrize(
    "odd",
    [
        f"<sheetData>{HEAD.replace('<c ', '<x:c ').replace('</c>', '</x:c>')}{BUDI}</sheetData>",
        f"<sheetData>{HEAD}{BUDI}</sheetData>".replace('"', "'"),
        f"<sheetData>{HEAD}{BUDI}<row r='1048576'/></sheetData>",
        f'<sheetData>{HEAD}{BUDI}<row r="1048576"><c r="XFD1048576" s="1"/></row></sheetData>',
        '<dimension ref="A1:XFD1048576"/>' + f"<sheetData>{HEAD}{BUDI}</sheetData>",
        f'<sheetData>{HEAD}{BUDI}<row r="9">{inline("AB9", ":c ")}</row></sheetData>',
    ],
    ids=range(6),
)
def test_sheets_in_an_odd_spelling_are_read(tmp_path: Path, odd: str) -> None:
    path = write_raw_xlsx(tmp_path / "a.xlsx", odd)
    assert [one.name for one in read_roster(path, today=TODAY).people] == ["Budi"]


def test_far_cells_before_a_harmless_second_sheet(
    tmp_path: Path, refusal: Callable[[Path], str]
) -> None:
    far = '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
    both = f"<x:sheetData>{HEAD}{BUDI}{far}</x:sheetData><sheetData>{BUDI}</sheetData>"
    assert refusal(write_raw_xlsx(tmp_path / "a.xlsx", both)) == "too_far"


def test_one_long_text_in_very_many_cells(tmp_path: Path, refusal: Callable[[Path], str]) -> None:
    cells = "".join(
        f'<row r="{at}"><c r="C{at}" t="s"><v>0</v></c></row>' for at in range(3, 20_003)
    )
    shared = f"<si><t>{'x' * 32_000}</t></si>"
    path = write_raw_xlsx(
        tmp_path / "a.xlsx", f"<sheetData>{HEAD}{BUDI}{cells}</sheetData>", shared
    )
    assert refusal(path) == "zip_bomb"


def test_one_long_text_beside_many_short_ones_is_no_trap(tmp_path: Path) -> None:
    people = "".join(
        f'<row r="{at}">{inline(f"A{at}", f"P-{at}")}<c r="B{at}" t="s"><v>1</v></c></row>'
        for at in range(2, 30_002)
    )
    shared = f"<si><t>{'x' * 30_000}</t></si><si><t>Budi</t></si>"
    path = write_raw_xlsx(tmp_path / "a.xlsx", f"<sheetData>{HEAD}{people}</sheetData>", shared)
    assert len(read_roster(path, today=TODAY).people) == 30_000


@pytest.mark.parametrize("count", ["99999999999", "4294967295", "-1", "many"])
def test_a_count_of_texts_that_lies(tmp_path: Path, count: str) -> None:
    cells = f'<row r="2">{inline("A2", NIP)}<c r="B2" t="s"><v>0</v></c></row>'
    path = write_raw_xlsx(
        tmp_path / "a.xlsx",
        f"<sheetData>{HEAD}{cells}</sheetData>",
        "<si><t>Count Budi</t></si>",
        f'count="{count}" uniqueCount="{count}"',
    )
    assert [one.name for one in read_roster(path, today=TODAY).people] == ["Count Budi"]


def test_a_million_empty_rows_with_a_stray_cell_below(tmp_path: Path) -> None:
    book = xlsxwriter.Workbook(tmp_path / "a.xlsx")
    sheet = book.add_worksheet()
    for at, row in enumerate((("NIP", "NAMA", "DIVISI"), (NIP, "Budi", "Divisi A"))):
        sheet.write_row(at, 0, row)
    sheet.write_string(1_048_575, 2, " ")
    book.close()
    reading = read_roster(tmp_path / "a.xlsx", today=TODAY)
    assert [one.name for one in reading.people] == ["Budi"]
    assert reading.warnings == []


def test_a_million_rows_that_are_filled(tmp_path: Path, refusal: Callable[[Path], str]) -> None:
    book = xlsxwriter.Workbook(tmp_path / "a.xlsx", {"constant_memory": True})
    sheet = book.add_worksheet()
    for at in range(limits.FILLED_ROWS + 5_001):
        sheet.write_string(at, 0, "x")
    book.close()
    assert refusal(tmp_path / "a.xlsx") == "too_many_rows"
