"""The same people out of every format, whatever the file is called."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from ceremony_app.domain.people import IdKind, Person
from ceremony_app.domain.roster import RosterReading
from ceremony_app.roster.reading import read_roster
from tests.helpers.roster_files import (
    PEOPLE,
    TABLE,
    Rows,
    as_html,
    as_text,
    as_xml_workbook,
    write_markup,
    write_ods,
    write_text,
    write_xls,
    write_xlsx,
)

TODAY = date(2026, 11, 22)
OTHERS = Path(__file__).resolve().parents[2] / "data" / "rosters"

EXPECTED = [
    Person(
        *("", "Dr. H. Budi, S.H.", "196608011988031001", IdKind.NIP),
        *("Pembina, IV/a", "Kepala", "Divisi A", "PNS", ""),
    ),
    Person(
        *("", "Ni Made André", "199003142015032002", IdKind.NIP),
        *("Penata, III/c", "Analis", "Divisi B", "PNS", ""),
    ),
    Person(
        *("", "Ma’ruf", "199411052023211003", IdKind.NI_PPPK),
        *("IX", "Pranata", "Divisi B", "PPPK", ""),
    ),
    Person(
        *("", "Ujang", "PPNPN-001", IdKind.LOCAL),
        *("", "Pengemudi", "Divisi A", "PPNPN", ""),
    ),
]

WRITERS: dict[str, Callable[[Path, Rows], Path]] = {
    "pegawai.xlsx": write_xlsx,
    "pegawai.xls": write_xls,
    "pegawai.ods": write_ods,
    "really xlsx.csv": write_xlsx,
    "really xlsx.xls": write_xlsx,
    "really xls.xlsx": write_xls,
    "no ending": write_ods,
    "semicolons.csv": write_text("utf-8", ";"),
    "tabs.tsv": write_text("utf-8", "\t"),
    "tabs called.xls": write_text("utf-8", "\t"),
    "bars.txt": write_text("utf-8", "|"),
    "with bom.csv": write_text("utf-8", ";", b"\xef\xbb\xbf"),
    "windows-1252.csv": write_text("cp1252", ";"),
    "utf-16 with bom.txt": write_text("utf-16", "\t"),
    "utf-16 big.csv": write_text("utf-16-be", ";", b"\xfe\xff"),
    "utf-16 without bom.csv": write_text("utf-16-le", ";"),
    "utf-16 big without bom.csv": write_text("utf-16-be", ";"),
    "utf-32.csv": write_text("utf-32", ";"),
    "page called.xls": write_markup(as_html),
    "page.html": write_markup(as_html),
    "xml workbook.xls": write_markup(as_xml_workbook),
}


def without_ids(reading: RosterReading) -> list[Person]:
    """The people, whose new ids are random."""
    return [one._replace(id="") for one in reading.people]


@pytest.mark.parametrize("name", WRITERS)
def test_the_same_people_out_of_every_format(tmp_path: Path, name: str) -> None:
    rows = [*TABLE]
    reading = read_roster(WRITERS[name](tmp_path / name, rows), today=TODAY)
    assert without_ids(reading) == EXPECTED
    assert len({one.id for one in reading.people}) == 4
    assert (reading.rejected, reading.warnings) == ([], [])
    assert (reading.read, reading.header_row) == (4, 1)
    assert [column.header for column in reading.ignored] == ["No"]


def test_commas_separate_where_names_are_quoted(tmp_path: Path) -> None:
    path = tmp_path / "commas.csv"
    quoted = [[f'"{cell}"' for cell in row] for row in TABLE]
    path.write_text(as_text(quoted, ","), "utf-8")
    assert without_ids(read_roster(path, today=TODAY)) == EXPECTED


def test_semicolons_separate_where_names_have_commas(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("NIP;NAMA\n196608011988031001;Budi, S.H., M.H., M.Si.\n", "utf-8")
    assert read_roster(path, today=TODAY).people[0].name == "Budi, S.H., M.H., M.Si."


def test_the_hint_of_excel_is_followed_and_no_row(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("sep=;\r\n" + as_text(TABLE, ";"), "utf-8")
    assert without_ids(read_roster(path, today=TODAY)) == EXPECTED


def test_a_doubtful_encoding_is_said(tmp_path: Path) -> None:
    path = WRITERS["windows-1252.csv"](tmp_path / "a.csv", TABLE)
    (remark,) = read_roster(path, today=TODAY).remarks
    assert (remark.key, remark.values["encoding"]) == ("roster.remark.encoding", "Windows-1252")


def test_lines_of_an_old_mac_are_lines(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(as_text(TABLE, ";").replace("\r\n", "\r").encode())
    assert without_ids(read_roster(path, today=TODAY)) == EXPECTED


def test_a_quoted_cell_may_have_lines(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text('NIP;NAMA\n196608011988031001;"Budi\nSantoso"\n66080123;Ani\n', "utf-8")
    people = read_roster(path, today=TODAY).people
    assert [one.name for one in people] == ["Budi Santoso", "Ani"]


def test_cells_of_a_page_that_span_others(tmp_path: Path) -> None:
    path = tmp_path / "a.xls"
    path.write_text(
        "<table><tr><td colspan=4>DAFTAR<br>PEGAWAI</td></tr>"
        "<tr><th>NIP<th>NAMA<th>GOL<th>UNIT KERJA</tr>"
        "<tr><td>66080123<td>Ani &amp; Co<td><td rowspan=2>Divisi A</tr>"
        "<tr><td>66080124<td>Budi<td></tr></table>",
        "utf-8",
    )
    people = read_roster(path, today=TODAY).people
    assert [(one.name, one.division) for one in people] == [
        ("Ani & Co", "Divisi A"),
        ("Budi", "Divisi A"),
    ]


def test_a_page_fetches_and_expands_nothing(tmp_path: Path) -> None:
    path = tmp_path / "a.xls"
    path.write_text(
        '<!DOCTYPE html [<!ENTITY f SYSTEM "file:///etc/hostname">]><html><body>'
        '<img src="http://127.0.0.1:9/x"><table><tr><td>NIP<td>NAMA</tr>'
        "<tr><td>66080123<td>Ani &f;</tr></table></body></html>",
        "utf-8",
    )
    (person,) = read_roster(path, today=TODAY).people
    assert person.name.startswith("Ani")
    assert Path("/etc/hostname").read_text().strip() not in person.name


def test_an_xml_workbook_leaves_out_what_is_empty(tmp_path: Path) -> None:
    path = tmp_path / "a.xls"
    rows = as_xml_workbook([("NIP", "NAMA", "DIVISI")]).replace(
        "</Row>",
        '</Row><Row ss:Index="4"><Cell><Data ss:Type="String">66080123</Data></Cell>'
        '<Cell ss:Index="3"><Data ss:Type="String">Divisi A</Data></Cell></Row>'
        '<Row><Cell><Data ss:Type="Number">66080124</Data></Cell>'
        '<Cell><Data ss:Type="String">Budi</Data></Cell></Row>',
    )
    path.write_text(rows, "utf-8")
    reading = read_roster(path, today=TODAY)
    assert [(one.row, one.column, one.reason.key) for one in reading.rejected] == [
        (4, "B", "roster.name.missing"),
        (5, "A", "roster.id.number_cell"),
    ]


@pytest.mark.parametrize("path", sorted(OTHERS.iterdir()), ids=lambda path: path.name)
def test_files_that_another_program_wrote(path: Path) -> None:
    """One sheet saved by Gnumeric in its formats: merged cells, a formula, a numeric NIP."""
    reading = read_roster(path, today=TODAY)
    assert reading.header_row == 3
    assert [(one.name, one.division) for one in reading.people] == [
        ("Dr. H. Budi, S.H.", "Divisi A"),
        ("Ni Made André", "Divisi B"),
        ("Ma’ruf", "Divisi B"),
        ("Ujang", "Divisi C"),
        ("Merged", ""),
    ]
    assert [(one.row, one.column, one.reason.key) for one in reading.rejected] == [
        (8, "B", "roster.id.damaged_number")
    ]
    assert [remark.key for remark in reading.remarks] == ["roster.remark.formulas"]
    assert sorted(reading.sheet.merged) == [(0, 0, 0, 6), (6, 5, 7, 5)]


def test_numbers_in_text_files_are_text(tmp_path: Path) -> None:
    people = [(number, *rest) for _, number, *rest in PEOPLE]
    path = write_text("utf-8", ",")(tmp_path / "a.csv", [("NIP", "NAMA"), people[2][:2]])
    assert read_roster(path, today=TODAY).people[0].id_number == "199411052023211003"
