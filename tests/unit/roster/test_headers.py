"""The header found by itself, below titles, over two rows, on the right sheet."""

from datetime import date
from pathlib import Path

import openpyxl
import pytest

from ceremony_app.domain.errors import FileTrouble
from ceremony_app.domain.roster import Column, Field, RosterReading, column_letter, column_position
from ceremony_app.roster.reading import preview, read_roster, remap
from ceremony_app.roster.vocabulary import read_field, recognise
from tests.helpers.roster_files import (
    HEADER,
    PEOPLE,
    TABLE,
    Rows,
    write_text,
    write_xls,
    write_xlsx,
)

TODAY = date(2026, 11, 22)
BUDI = ("196608011988031001", "Budi")
ANI = ("199003142015032002", "Ani")


def read(path: Path, **more: object) -> RosterReading:
    return read_roster(path, today=TODAY, **more)  # type: ignore[arg-type]


def letters(reading: RosterReading) -> dict[str, str]:
    return {field.value: column.letter for field, column in reading.mapping.items()}


@pytest.mark.parametrize(
    ("header", "field"),
    [
        ("NIP", Field.ID_NUMBER),
        ("N I P", Field.ID_NUMBER),
        ("NIP BARU", Field.ID_NUMBER),
        ("NIP/NRP", Field.ID_NUMBER),
        ("NIP / NI PPPK", Field.ID_NUMBER),
        ("NIP\n(18 digit)", Field.ID_NUMBER),
        ("Nomor Induk Pegawai", Field.ID_NUMBER),
        ("NAMA", Field.NAME),
        ("Nama Lengkap", Field.NAME),
        ("N A M A", Field.NAME),
        ("NAMA PEGAWAI", Field.NAME),
        ("Nama (dengan gelar)", Field.NAME),
        ("GELAR DEPAN", Field.TITLE_BEFORE),
        ("Gelar Belakang", Field.TITLE_AFTER),
        ("GOL", Field.RANK),
        ("GOL.", Field.RANK),
        ("Gol/Ruang", Field.RANK),
        ("Pangkat/Gol", Field.RANK),
        ("PANGKAT (GOL/RUANG)", Field.RANK),
        ("PANGKAT", Field.RANK_NAME),
        ("JABATAN", Field.POST),
        ("Nama Jabatan", Field.POST),
        ("UNIT KERJA", Field.DIVISION),
        ("UNOR", Field.DIVISION),
        ("Satker", Field.DIVISION),
        ("DIVISI", Field.DIVISION),
        ("Nama Unit Kerja", Field.DIVISION),
        ("STATUS", Field.STAFF_KIND),
        ("Status Kepegawaian", Field.STAFF_KIND),
        ("Instansi", Field.INSTITUTION),
    ],
)
def test_what_headers_mean(header: str, field: Field) -> None:
    known = recognise(header)
    assert known is not None
    assert known[0] is field


@pytest.mark.parametrize(
    "header",
    [
        *("No", "NIP LAMA", "NIP ATASAN", "NIK", "NAMA ISTRI", "NAMA ATASAN", "TMT JABATAN"),
        *("TMT GOL", "TANGGAL LAHIR", "JENIS KELAMIN", "KETERANGAN", "TANDA TANGAN", "", "x" * 90),
    ],
)
def test_headers_of_other_things(header: str) -> None:
    assert recognise(header) is None


def test_title_rows_above_and_empty_columns_between(tmp_path: Path) -> None:
    rows: Rows = [
        ["DAFTAR NAMA PEGAWAI"],
        ["KANTOR WILAYAH BANTEN"],
        [],
        ["", "No", "", "NIP", "NAMA", "", "UNIT KERJA"],
        ["", 1, "", *BUDI, "", "Divisi A"],
    ]
    reading = read(write_xlsx(tmp_path / "a.xlsx", rows))
    assert reading.header_row == 4
    assert letters(reading) == {"id_number": "D", "name": "E", "division": "G"}
    assert [(one.name, one.division) for one in reading.people] == [("Budi", "Divisi A")]


def test_a_sheet_that_begins_further_down_and_right(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    for column, (title, value) in enumerate(zip(("NIP", "NAMA"), BUDI, strict=True), 5):
        sheet.cell(7, column, title)
        sheet.cell(8, column, value)
    book.save(tmp_path / "a.xlsx")
    reading = read(tmp_path / "a.xlsx")
    assert (reading.header_row, len(reading.people)) == (7, 1)
    assert letters(reading) == {"id_number": "E", "name": "F"}
    assert preview(reading, 8, 1) == [(8, list(BUDI))]


def test_a_header_of_two_rows(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    for row in (
        ["NO", "PEGAWAI", "", "GELAR", "", "PANGKAT", ""],
        ["", "NIP", "NAMA", "DEPAN", "BELAKANG", "NAMA PANGKAT", "GOL"],
        ["1", *BUDI, "Dr.", "S.H.", "Penata", "III/c"],
    ):
        sheet.append(row)
    for merged in ("A1:A2", "B1:C1", "D1:E1", "F1:G1"):
        sheet.merge_cells(merged)
    book.save(tmp_path / "a.xlsx")
    reading = read(tmp_path / "a.xlsx")
    assert reading.header_row == 2
    (person,) = reading.people
    assert (person.name, person.rank) == ("Dr. Budi, S.H.", "Penata, III/c")


def test_a_header_merged_over_two_rows(tmp_path: Path) -> None:
    rows = [["NIP", "NAMA", "PANGKAT", ""], ["", "", "PANGKAT", "GOL"], [*BUDI, "Penata", "III/c"]]
    reading = read(write_xls(tmp_path / "a.xls", rows))
    assert reading.header_row == 2
    assert reading.people[0].rank == "Penata, III/c"


def test_a_first_person_is_not_taken_for_a_header(tmp_path: Path) -> None:
    rows = [["NIP", "NAMA", "X"], [BUDI[0], "Budi", "Divisi"], [ANI[0], "Ani", "Divisi"]]
    reading = read(write_xlsx(tmp_path / "a.xlsx", rows))
    assert (reading.header_row, len(reading.people)) == (1, 2)


def test_of_two_columns_the_better_is_taken(tmp_path: Path) -> None:
    header = ["NIP LAMA", "NIP", "NIP BARU", "SATKER", "DIVISI", "NAMA"]
    rows = [header, ["060045678", "", BUDI[0], "Kanwil", "Divisi A", "Budi"]]
    reading = read(write_xlsx(tmp_path / "a.xlsx", rows))
    assert letters(reading) == {"id_number": "C", "division": "E", "name": "F"}
    assert [column.header for column in reading.ignored] == ["NIP LAMA", "NIP", "SATKER"]


@pytest.mark.parametrize("field", ["id_number", "nip", "NIP", "Nomor Induk"])
def test_a_column_is_overruled_by_header(tmp_path: Path, field: str) -> None:
    rows = [["NIP", "KODE KHUSUS", "NAMA"], ["rusak", BUDI[0], "Budi"]]
    path = write_xlsx(tmp_path / "a.xlsx", rows)
    reading = read(path, mapping={field: "kode khusus"})
    assert reading.mapping[Field.ID_NUMBER] == Column("B", "KODE KHUSUS")
    assert reading.people[0].id_number == BUDI[0]


def test_a_column_is_overruled_by_letter_and_taken_away(tmp_path: Path) -> None:
    path = write_xlsx(tmp_path / "a.xlsx", TABLE)
    reading = read(path, mapping={"division": "e", "post": "F", "rank": ""})
    assert (reading.people[0].division, reading.people[0].post) == ("Kepala", "Divisi A")
    assert Field.RANK not in reading.mapping
    assert reading.people[0].rank == ""


def test_a_sheet_without_any_header_by_letters(tmp_path: Path) -> None:
    path = write_text("utf-8", ";")(tmp_path / "a.csv", [("66080123", "Budi"), ("66080124", "Ani")])
    reading = read(path, mapping={"nip": "A", "nama": "B"})
    assert reading.header_row == 0
    assert [one.name for one in reading.people] == ["Budi", "Ani"]


def test_columns_without_understood_headers_are_known_by_what_they_hold(tmp_path: Path) -> None:
    rows = [["Kode", "Siapa"], *([number, name] for _, number, name, *_ in PEOPLE)]
    reading = read(write_xlsx(tmp_path / "a.xlsx", rows))
    assert letters(reading) == {"id_number": "A", "name": "B"}
    assert [remark.key for remark in reading.remarks] == [
        "roster.remark.guessed",
        "roster.remark.no_divisions",
    ]
    assert len(reading.people) == 4


def test_a_preview_maps_anew_and_keeps_corrections(tmp_path: Path) -> None:
    path = write_xlsx(tmp_path / "a.xlsx", TABLE)
    reading = remap(read(path), {"division": "JABATAN"})
    assert reading.people[0].division == "Kepala"
    with pytest.raises(FileTrouble, match="no_such_column"):
        remap(reading, {"division": "nosuch"})
    with pytest.raises(FileTrouble, match="no_header"):
        remap(reading, {"name": ""})


def test_the_best_of_several_sheets(tmp_path: Path) -> None:
    sheets: dict[str, Rows] = {
        "Sampul": [["KANTOR WILAYAH"]],
        "Ringkas": [["NAMA"], ["Budi"]],
        "Data": TABLE,
        "Contoh": [HEADER, *PEOPLE, *PEOPLE],
    }
    path = write_xlsx(tmp_path / "a.xlsx", sheets)
    reading = read(path)
    assert reading.sheet.name == "Data"
    assert [one.name for one in reading.sheets] == list(sheets)
    assert read(path, sheet="ringkas").people[0].name == "Budi"
    assert read(path, sheet="3").sheet.name == "Data"


def test_a_hidden_sheet_is_read_only_when_asked(tmp_path: Path) -> None:
    path = write_xlsx(tmp_path / "a.xlsx", {"Lama": [*TABLE, *PEOPLE], "Baru": TABLE[:3]})
    book = openpyxl.load_workbook(path)
    book["Lama"].sheet_state = "hidden"
    book.save(path)
    reading = read(path)
    assert (reading.sheet.name, [one.hidden for one in reading.sheets]) == ("Baru", [True, False])
    assert read(path, sheet="Lama").read == 8


def test_a_column_asked_for_picks_the_sheet_that_has_it(tmp_path: Path) -> None:
    other = [["NIP", "NAMA", "KODE"], [*BUDI, "Divisi K"]]
    path = write_xlsx(tmp_path / "a.xlsx", {"Satu": TABLE, "Dua": other})
    assert read(path, mapping={"divisi": "KODE"}).people[0].division == "Divisi K"


@pytest.mark.parametrize(
    ("more", "key"),
    [
        ({"sheet": "nosuch"}, "no_such_sheet"),
        ({"sheet": "9"}, "no_such_sheet"),
        ({"mapping": {"name": "nosuch"}}, "no_such_column"),
        ({"mapping": {"name": "ZZ"}}, "no_such_column"),
        ({"mapping": {"shoe size": "A"}}, "no_such_field"),
    ],
)
def test_what_is_not_there(tmp_path: Path, more: dict[str, object], key: str) -> None:
    path = write_xlsx(tmp_path / "a.xlsx", TABLE)
    with pytest.raises(FileTrouble) as trouble:
        read(path, **more)
    assert trouble.value.message.key == f"roster.file.{key}"


@pytest.mark.parametrize(
    ("rows", "key"),
    [
        ([["BERAS", "HARGA"], ["Cianjur", "12000"]], "no_header"),
        ([["NIP", "JABATAN"], ["66080123", "Kepala"]], "no_header"),
        ([HEADER], "nobody"),
        ([HEADER, ["", "", "Jumlah", "", "", "", ""]], "nobody"),
    ],
)
def test_a_table_that_is_no_roster(tmp_path: Path, rows: Rows, key: str) -> None:
    with pytest.raises(FileTrouble) as trouble:
        read(write_xlsx(tmp_path / "a.xlsx", rows))
    assert trouble.value.message.key == f"roster.file.{key}"


def test_letters_of_columns() -> None:
    assert [column_letter(at) for at in (0, 25, 26, 701, 702, 16_383)] == [
        *("A", "Z", "AA", "ZZ", "AAA", "XFD")
    ]
    assert all(column_position(column_letter(at)) == at for at in range(20_000) if at < 18_278)
    assert column_position("A1") is None


def test_fields_by_their_names() -> None:
    assert all(read_field(field.value) is field for field in Field)
    assert read_field("gelar depan") is Field.TITLE_BEFORE
    assert read_field("sepatu") is None
