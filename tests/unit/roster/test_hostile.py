"""Files that mean harm or are none: one sentence each, quickly, in little memory."""

import contextlib
import os
import struct
import subprocess
import sys
import zipfile
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
import xlwt
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from odf.opendocument import OpenDocumentSpreadsheet
from odf.table import Table, TableRow

from ceremony_app.domain.errors import FileTrouble
from ceremony_app.roster.reading import read_roster
from ceremony_app.roster.workbooks import Fence
from tests.helpers.roster_files import (
    TABLE,
    as_html,
    as_text,
    inline,
    ods_cell,
    write_ods,
    write_xls,
    write_xlsx,
    zip_of,
)

TODAY = date(2026, 11, 22)
NIP = "196608011988031001"
HEAD = f'<row r="1">{inline("A1", "NIP")}{inline("B1", "NAMA")}</row>'
BUDI = f'<row r="2">{inline("A2", NIP)}{inline("B2", "Budi")}</row>'


def test_what_is_no_file_at_all(tmp_path: Path, refusal: Callable[[Path], str]) -> None:
    assert refusal(tmp_path / "nosuch.xlsx") == "missing"
    assert refusal(tmp_path) == "directory"
    assert refusal(tmp_path / ("x" * 300)) == "unreadable"
    assert refusal(Path("a\0b.xlsx")) == "unreadable"
    if hasattr(os, "mkfifo"):
        os.mkfifo(tmp_path / "pipe.xlsx")
        assert refusal(tmp_path / "pipe.xlsx") == "not_a_file"


def test_a_file_that_may_not_be_read(tmp_path: Path) -> None:
    path = write_xlsx(tmp_path / "a.xlsx", TABLE)
    path.chmod(0)
    code = (
        "import os, sys, datetime, pathlib\n"
        "from ceremony_app.roster.reading import read_roster\n"
        "if os.getuid() == 0: os.setgroups([]); os.setgid(65534); os.setuid(65534)\n"
        "try: read_roster(pathlib.Path(sys.argv[1]), today=datetime.date.today())\n"
        "except Exception as error: print(error.message.key)\n"
    )
    for folder in path.parents:
        if folder.stat().st_uid == os.getuid() and str(folder).startswith("/tmp/"):
            folder.chmod(0o755)
    done = subprocess.run(
        [sys.executable, "-c", code, path], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "roster.file.no_permission"


@pytest.mark.parametrize(
    ("content", "key"),
    [
        (b"", "empty"),
        (b"\x00\x00\x00\x00", "empty"),
        (b"\xef\xbb\xbf\r\n  \r\n", "empty"),
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n\x00\x01\x02\x03\x04\x05\x06", "not_a_workbook"),
        (b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20, "not_a_workbook"),
        (b"\xff\xd8\xff\xe0" + bytes(range(256)) * 20, "not_a_workbook"),
        (b"SQLite format 3\x00" + bytes(100), "not_a_workbook"),
        (b"PK\x03\x04" + b"x" * 100, "damaged"),
        (b"PK\x05\x06" + bytes(18), "not_a_workbook"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"x" * 2_000, "damaged"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "damaged"),
        (b"Selamat pagi.\nIni surat biasa.\n", "no_header"),
        (b"<html><table></table></html>", "no_header"),
        (
            b"<?xml version='1.0'?><x xmlns='urn:schemas-microsoft-com:office:spreadsheet'>",
            "damaged",
        ),
        (b"\xff\xfe\x00\xd8\x00\xd8", "not_a_workbook"),
        (b'NIP;NAMA\n1;"Budi\n2;Ani\n', "broken_line"),
        (b"NIP;NAMA\n" + b"x" * 1_200_000, "long_line"),
        (b"NIP;NAMA\n" + b";" * 900_000, "too_wide"),
        (b'NIP;NAMA\n1;"' + b"x\n" * 200_000 + b'"\n', "broken_line"),
        (b"NIP;NAMA\n" + b"x\n" * 300_001, "too_many_rows"),
    ],
    ids=lambda value: value if isinstance(value, str) else None,
)
def test_what_is_no_roster_inside(
    tmp_path: Path, refusal: Callable[[Path], str], content: bytes, key: str
) -> None:
    path = tmp_path / "daftar.xlsx"
    path.write_bytes(content)
    assert refusal(path) == key


def test_zips_that_are_no_workbooks(tmp_path: Path, refusal: Callable[[Path], str]) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(zip_of({"word/document.xml": b"<w/>", "[Content_Types].xml": b"<Types/>"}))
    assert refusal(path) == "not_a_workbook"
    path.write_bytes(zip_of({"[Content_Types].xml": b"application/vnd.ms-excel.sheet.binary"}))
    assert refusal(path) == "binary_workbook"
    path.write_bytes(zip_of({"[Content_Types].xml": b"spreadsheetml"}))
    assert refusal(path) == "damaged"


def test_files_with_a_password(tmp_path: Path, refusal: Callable[[Path], str]) -> None:
    path = write_xlsx(tmp_path / "a.xlsx", TABLE)
    content = bytearray(path.read_bytes())
    # The mark of encryption in the central directory, where zips are looked up.
    for at in range(len(content) - 4):
        if content[at : at + 4] == b"PK\x01\x02":
            content[at + 8] |= 1
    path.write_bytes(content)
    assert refusal(path) == "password"
    manifest = b"<manifest><manifest:encryption-data/></manifest>"
    kind = b"application/vnd.oasis.opendocument.spreadsheet"
    path.write_bytes(zip_of({"mimetype": kind, "META-INF/manifest.xml": manifest}))
    assert refusal(path) == "password"


def test_an_old_workbook_with_a_password(tmp_path: Path, refusal: Callable[[Path], str]) -> None:
    path = write_xls(tmp_path / "a.xls", TABLE)
    content = path.read_bytes()
    # The record for the window's protection, turned into the one that says "encrypted".
    place = content.index(struct.pack("<HH", 0x0019, 2), 512)
    path.write_bytes(content[:place] + struct.pack("<HH", 0x002F, 2) + content[place + 4 :])
    assert refusal(path) == "password"


@pytest.mark.parametrize(
    "attributes", [{"rows": 900_000, "columns": 1}, {"rows": 9, "columns": 16_000}]
)
def test_repeats_without_end_in_an_open_document(
    tmp_path: Path, refusal: Callable[[Path], str], attributes: dict[str, int]
) -> None:
    document = OpenDocumentSpreadsheet()
    table = Table(name="Pegawai")
    row = TableRow(numberrowsrepeated=attributes["rows"])
    row.addElement(ods_cell("x", numbercolumnsrepeated=attributes["columns"]))
    table.addElement(row)
    document.spreadsheet.addElement(table)
    document.save(tmp_path / "a.ods")
    assert refusal(tmp_path / "a.ods") == "too_far"


def test_entities_in_an_open_document_are_not_expanded(
    tmp_path: Path, refusal: Callable[[Path], str]
) -> None:
    bomb = "".join(f'<!ENTITY e{at + 1} "{f"&e{at};" * 10}">' for at in range(9))
    content = f'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e0 "ha">{bomb}]><x>&e9;</x>'
    kind = b"application/vnd.oasis.opendocument.spreadsheet"
    path = tmp_path / "a.ods"
    path.write_bytes(zip_of({"mimetype": kind, "content.xml": content.encode()}))
    assert refusal(path) == "damaged"


def test_a_cell_of_an_old_workbook_too_far_to_the_right(
    tmp_path: Path, refusal: Callable[[Path], str]
) -> None:
    book = xlwt.Workbook()
    book.add_sheet("Pegawai").write(0, 0, 0.123456789)
    path = tmp_path / "a.xls"
    book.save(str(path))
    content = bytearray(path.read_bytes())
    struct.pack_into("<HH", content, content.index(struct.pack("<HH", 0x0203, 14)) + 4, 9, 65_535)
    path.write_bytes(content)
    assert refusal(path) == "too_far"


def test_a_file_of_another_program_in_the_same_packing(
    tmp_path: Path, refusal: Callable[[Path], str]
) -> None:
    path = write_xls(tmp_path / "a.xls", TABLE)
    word = path.read_bytes().replace("Workbook".encode("utf-16-le"), "Wordbook".encode("utf-16-le"))
    path.write_bytes(word)
    assert refusal(path) == "not_a_workbook"
    locked = "EncryptedPackage"[:8].encode("utf-16-le")
    assert locked not in word


def test_a_page_with_spans_without_end(tmp_path: Path) -> None:
    path = tmp_path / "a.xls"
    page = as_html(TABLE).replace("<td ", "<td colspan=99999999 rowspan=99999999 ", 1)
    path.write_text(page, "utf-8")
    with pytest.raises(FileTrouble):
        read_roster(path, today=TODAY)


class PanicException(BaseException):
    """Stands for a panic of native code, under the name that calamine's have."""


def test_a_panic_of_the_library_is_a_known_trouble() -> None:
    with pytest.raises(FileTrouble, match="damaged"), Fence("a.xlsx"):
        raise PanicException
    with pytest.raises(KeyboardInterrupt), Fence("a.xlsx"):
        raise KeyboardInterrupt


def read_or_refuse(path: Path) -> None:
    """Anything but a FileTrouble fails the test."""
    with contextlib.suppress(FileTrouble):
        read_roster(path, today=TODAY)


WHOLE = {"xlsx": write_xlsx, "xls": write_xls, "ods": write_ods}


@pytest.mark.parametrize("kind", WHOLE)
@settings(max_examples=120, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_a_damaged_file_is_read_or_refused_and_nothing_else(
    tmp_path_factory: pytest.TempPathFactory, kind: str, data: st.DataObject
) -> None:
    folder = tmp_path_factory.getbasetemp()
    whole = folder / f"whole.{kind}"
    if not whole.exists():
        WHOLE[kind](whole, TABLE)
    content = bytearray(whole.read_bytes())
    for _ in range(data.draw(st.integers(1, 6))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    cut = data.draw(st.one_of(st.none(), st.integers(0, len(content))))
    path = folder / f"damaged.{kind}"
    path.write_bytes(content[:cut])
    read_or_refuse(path)


@settings(max_examples=150, deadline=None)
@given(content=st.binary(max_size=400))
def test_any_bytes_are_read_or_refused(
    tmp_path_factory: pytest.TempPathFactory, content: bytes
) -> None:
    path = tmp_path_factory.getbasetemp() / "any.csv"
    path.write_bytes(b"NIP;NAMA\n" + content)
    read_or_refuse(path)


def test_a_zip_with_a_part_twice_is_read_once(tmp_path: Path) -> None:
    path = write_xlsx(tmp_path / "a.xlsx", TABLE)
    with zipfile.ZipFile(path) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    with zipfile.ZipFile(path, "a") as package:
        again = ("xl/worksheets/sheet1.xml", parts["xl/worksheets/sheet1.xml"])
        with pytest.warns(UserWarning, match="Duplicate name"):
            package.writestr(*again)
    assert len(read_roster(path, today=TODAY).people) == 4


def test_text_beyond_latin_is_text(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(as_text([("NIP", "NAMA"), ("66080123", "Budi 佛")], ";").encode("gb18030"))
    reading = read_roster(path, today=TODAY)
    assert [remark.key for remark in reading.remarks][:1] == ["roster.remark.encoding"]
