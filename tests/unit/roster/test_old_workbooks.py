"""Excel 97 to 2003 workbooks, held against what calamine reads in the same file."""

import io
import struct
from collections.abc import Sequence
from pathlib import Path

import pytest
import xlwt
from python_calamine import CalamineWorkbook
from xlwt.CompoundDoc import XlsDoc

from ceremony_app.domain.errors import FileTrouble
from ceremony_app.domain.roster import Cell, Sheet
from ceremony_app.roster.compound import Compound, CompoundDamaged
from ceremony_app.roster.old_workbooks import read_old_workbook

_FREE, _LAST, _TABLE = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD


def saved(book: xlwt.Workbook) -> bytes:
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


def first_sheet(content: bytes) -> Sheet:
    return read_old_workbook(content, "a.xls").sheets[0].load()


def as_calamine_reads(content: bytes) -> list[list[Cell]]:
    found = CalamineWorkbook.from_filelike(io.BytesIO(content)).get_sheet_by_index(0)
    return found.to_python(skip_empty_area=False)


def test_cells_of_every_kind() -> None:
    book = xlwt.Workbook()
    sheet = book.add_sheet("Pegawai")
    values: list[Cell] = [1, 2, 3.25, -7, 0.01, 1e300, -0.5, 123456789.0, 196608011988031001, 2**29]
    for column, value in enumerate(values):
        sheet.write(0, column, value)
    for column, text in enumerate(("teks", "é", "佛", "x" * 5_000, "é佛" * 300, "")):
        sheet.write(2, column, text)
    sheet.write(5, 3, True)
    sheet.write(5, 4, xlwt.Formula("1+1"))
    content = saved(book)
    read = first_sheet(content)
    theirs = as_calamine_reads(content)
    assert [list(row)[:9] for row in read.rows[:5]] == [row[:9] for row in theirs[:5]]
    assert read.rows[5][3] is True
    assert read.has_formulas


def test_texts_that_run_on_over_many_records() -> None:
    book = xlwt.Workbook()
    sheet = book.add_sheet("Pegawai")
    for at in range(3_000):
        text = ("Nama panjang é" if at % 3 else "Nama 佛 ") * (1 + at % 40)
        sheet.write(at, 0, f"{text}{at}")
    content = saved(book)
    assert [list(row) for row in first_sheet(content).rows] == as_calamine_reads(content)


def test_rich_texts_keep_only_their_words() -> None:
    book = xlwt.Workbook()
    sheet = book.add_sheet("Pegawai")
    bold = xlwt.easyfont("bold true")
    for at in range(900):
        sheet.write_rich_text(at, 0, [f"Budi{at} ", ("Santoso", bold), " S.H."])
    rows = first_sheet(saved(book)).rows
    assert [row[0] for row in rows] == [f"Budi{at} Santoso S.H." for at in range(900)]


def test_sheets_with_their_names_and_merged_cells() -> None:
    book = xlwt.Workbook()
    for name in ("Sampul", "Data é佛"):
        book.add_sheet(name).write_merge(3, 5, 1, 2, "x")
    book.get_sheet(0).visibility = 1
    sources = read_old_workbook(saved(book), "a.xls").sheets
    assert [(one.name, one.hidden) for one in sources] == [("Sampul", True), ("Data é佛", False)]
    sheet = sources[1].load()
    assert sheet.merged == ((3, 1, 5, 2),)
    assert (len(sheet.rows), len(sheet.rows[0]), sheet.rows[3][1]) == (4, 2, "x")


def record(kind: int, body: bytes = b"") -> bytes:
    return struct.pack("<HH", kind, len(body)) + body


def place(row: int, column: int) -> bytes:
    return struct.pack("<HHH", row, column, 0)


def workbook_of(records: Sequence[bytes], version: int = 0x0600) -> bytes:
    """A stream with one sheet of these records."""
    begin = record(0x0809, struct.pack("<HHHHII", version, 5, 0, 0, 0, 0))
    name = b"\x03\x00abc" if version == 0x0600 else b"\x03abc"
    page = record(0x0042, struct.pack("<H", 1252))
    listed = record(0x0085, struct.pack("<IBB", 0, 0, 0) + name)
    top = len(begin) + len(page) + len(listed) + 4
    listed = record(0x0085, struct.pack("<IBB", top, 0, 0) + name)
    return begin + page + listed + record(0x000A) + begin + b"".join(records) + record(0x000A)


def compound_of(stream: bytes) -> bytes:
    """The stream as the only one in a compound file, in its small sectors of 64 bytes."""
    small = stream + bytes(-len(stream) % 64)
    small_count = len(small) // 64
    sectors = -(-len(small) // 512)
    table = [_TABLE, _LAST, _LAST, *range(4, 3 + sectors), _LAST]
    chain = [*range(1, small_count), _LAST]
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16)
    header += struct.pack("<HHHHH6xIIIIIIII", 0x3E, 3, 0xFFFE, 9, 6, 0, 1, 1, 0, 4096, 2, 1, _LAST)
    header += struct.pack("<II", 0, 0) + struct.pack("<108I", *([_FREE] * 108))

    def entry(name: str, kind: int, start: int, length: int) -> bytes:
        spelt = name.encode("utf-16-le") + b"\0\0"
        return (
            spelt.ljust(64, b"\0")
            + struct.pack("<HBB", len(spelt), kind, 1)
            + struct.pack("<III", _FREE, _FREE, 1 if kind == 5 else _FREE)
            + bytes(36)
            + struct.pack("<III", start, length, 0)
        )

    directory = entry("Root Entry", 5, 3, len(small)) + entry("Workbook", 2, 0, len(stream))
    parts = [
        struct.pack(f"<{len(table)}I", *table).ljust(512, b"\xff"),
        directory.ljust(512, b"\0"),
        struct.pack(f"<{len(chain)}I", *chain).ljust(512, b"\xff"),
        small.ljust(sectors * 512, b"\0"),
    ]
    return header[:512].ljust(512, b"\xff") + b"".join(parts)


def test_a_small_workbook_in_small_sectors() -> None:
    label = record(0x0204, place(0, 0) + struct.pack("<HB", 3, 0) + b"NIP")
    content = compound_of(workbook_of([label] * 1 + [record(0x0203, place(1, 0) + bytes(8))]))
    assert Compound(content).has("Workbook")
    assert [list(row) for row in first_sheet(content).rows] == [["NIP"], [0.0]]


def test_a_workbook_of_excel_95() -> None:
    label = record(0x0204, place(0, 1) + struct.pack("<H", 5) + "André".encode("cp1252"))
    sheet = first_sheet(compound_of(workbook_of([label], version=0x0500)))
    assert (sheet.name, [list(row) for row in sheet.rows]) == ("abc", [["", "André"]])


@pytest.mark.parametrize(
    ("packed", "value"),
    [
        (struct.pack("<d", 3.5)[4:], 3.5),
        (struct.pack("<I", 7 << 2 | 2), 7.0),
        (struct.pack("<i", -7 << 2 | 2), -7.0),
        (struct.pack("<I", 725 << 2 | 3), 7.25),
    ],
)
def test_numbers_in_thirty_bits(packed: bytes, value: float) -> None:
    content = compound_of(workbook_of([record(0x027E, place(0, 0) + packed)]))
    assert first_sheet(content).rows[0] == (value,)


def formula(result: bytes) -> bytes:
    return record(0x0006, place(0, 0) + result + bytes(8))


@pytest.mark.parametrize(
    ("records", "value"),
    [
        ([formula(struct.pack("<d", 2.5))], 2.5),
        (
            [formula(b"\0\0\0\0\0\0\xff\xff"), record(0x04BC), record(0x0207, b"\x02\0\x01a\0b\0")],
            "ab",
        ),
        ([formula(b"\x01\0\x01\0\0\0\xff\xff")], True),
        ([formula(b"\x02\0\x07\0\0\0\xff\xff"), record(0x0203, place(0, 1) + bytes(8))], ""),
    ],
)
def test_formulas_give_the_value_that_was_saved(records: list[bytes], value: Cell) -> None:
    sheet = first_sheet(compound_of(workbook_of(records)))
    assert sheet.rows[0][0] == value
    assert sheet.has_formulas


def test_a_chart_on_a_sheet_holds_no_cells() -> None:
    label = record(0x0204, place(0, 0) + struct.pack("<HB", 1, 0) + b"a")
    other = record(0x0204, place(9, 9) + struct.pack("<HB", 1, 0) + b"z")
    chart = [record(0x0809, bytes(16)), other, record(0x000A)]
    sheet = first_sheet(compound_of(workbook_of([*chart, label])))
    assert [list(row) for row in sheet.rows] == [["a"]]


@pytest.mark.parametrize(
    "records",
    [
        [record(0x00FD, place(0, 0) + struct.pack("<I", 5))],
        [record(0x0203, place(0, 0) + b"123")],
        [record(0x0204, place(0, 0) + struct.pack("<HB", 900, 0) + b"a")],
        [record(0x0205, place(0, 0))],
        [record(0x0006, place(0, 0) + b"12")],
        [record(0x0203, b"1")],
    ],
)
def test_records_cut_short(records: list[bytes]) -> None:
    with pytest.raises(FileTrouble, match="damaged"):
        first_sheet(compound_of(workbook_of(records)))


def test_a_compound_file_that_runs_in_circles(tmp_path: Path) -> None:
    path = tmp_path / "a.xls"
    XlsDoc().save(str(path), workbook_of([]))
    content = bytearray(path.read_bytes())
    assert Compound(bytes(content)).stream("Workbook")
    (first_table,) = struct.unpack_from("<I", content, 76)
    struct.pack_into("<I", content, (first_table + 1) * 512, 0)
    with pytest.raises(CompoundDamaged):
        Compound(bytes(content)).stream("Workbook")
    struct.pack_into("<II", content, 76, first_table, first_table)
    with pytest.raises(CompoundDamaged):
        Compound(bytes(content))
