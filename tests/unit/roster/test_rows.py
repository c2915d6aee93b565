"""What rows are, what is refused with its reason, and what is put right in the preview."""

import io
from datetime import date, datetime
from pathlib import Path

import openpyxl
import pytest

from ceremony_app.domain.people import IdKind
from ceremony_app.domain.roster import Field, RosterReading
from ceremony_app.roster.reading import preview, read_roster, revalidate
from tests.helpers.roster_files import Rows, write_ods, write_text, write_xls, write_xlsx

TODAY = date(2026, 11, 22)
NIP = "196608011988031001"
OTHER = "199003142015032002"


def read(tmp_path: Path, *rows: object, header: tuple[str, ...] = ("NIP", "NAMA")) -> RosterReading:
    return read_roster(write_xlsx(tmp_path / "a.xlsx", [header, *rows]), today=TODAY)  # type: ignore[list-item]


def reasons(reading: RosterReading) -> list[tuple[int, str, str, str]]:
    return [(one.row, one.column, one.value, one.reason.key) for one in reading.rejected]


def doubts(reading: RosterReading) -> list[tuple[int, str]]:
    return [(one.row, one.reason.key) for one in reading.warnings]


@pytest.mark.parametrize("write", [write_xlsx, write_xls, write_ods])
def test_a_number_in_an_id_column_is_refused_by_its_cell(tmp_path: Path, write: object) -> None:
    rows = [["NIP", "NAMA"], [float(NIP), "Budi"], [OTHER, "Ani"]]
    path = write(tmp_path / "a.x", rows)  # type: ignore[operator]
    reading = read_roster(path, today=TODAY)
    assert reasons(reading) == [(2, "A", "1.96608011988031E+17", "roster.id.damaged_number")]
    assert reading.rejected[0].reason.values["cell"] == "A2"
    assert [one.name for one in reading.people] == ["Ani"]
    assert reading.read == 2


def test_numbers_and_dates_that_would_fit_are_refused_too(tmp_path: Path) -> None:
    reading = read(tmp_path, [66080123, "Budi"], [datetime(2020, 1, 2), "Ani"], [True, "Ujang"])
    assert reasons(reading) == [
        (2, "A", "66080123", "roster.id.number_cell"),
        (3, "A", "2020-01-02", "roster.id.number_cell"),
        (4, "A", "TRUE", "roster.id.number_cell"),
    ]


def test_the_powers_that_csv_makes_of_numbers(tmp_path: Path) -> None:
    rows = [("NIP", "NAMA"), ("1.97E+17", "Budi"), ("1,97310282016051E+17", "Ani")]
    path = write_text("utf-8", ";")(tmp_path / "a.csv", rows)
    assert reasons(read_roster(path, today=TODAY)) == [
        (2, "A", "1.97E+17", "roster.id.scientific"),
        (3, "A", "1,97310282016051E+17", "roster.id.scientific"),
    ]


def test_a_nik_shows_only_its_last_four_digits(tmp_path: Path) -> None:
    reading = read(
        tmp_path,
        ["3175091203900001", "Budi", "3175091203900001"],
        [3175091203900001.0, "Ani", "x"],
        header=("NIP", "NAMA", "NIK"),
    )
    assert [one[2:] for one in reasons(reading)] == [
        ("************0001", "roster.id.nik"),
        ("************0001", "roster.id.nik"),
    ]
    assert "317509" not in str(preview(reading, 1, 9))


def test_the_same_number_twice_is_refused_on_both_rows(tmp_path: Path) -> None:
    reading = read(
        tmp_path, [NIP, "Budi"], [OTHER, "Ani"], ["19660801 198803 1 001", "Budi Santoso"]
    )
    assert reasons(reading) == [
        (2, "A", NIP, "roster.id.twice"),
        (4, "A", "19660801 198803 1 001", "roster.id.twice"),
    ]
    assert [one.reason.values["rows"] for one in reading.rejected] == ["4", "2"]
    assert [one.name for one in reading.people] == ["Ani"]


def test_many_twins_are_not_all_listed(tmp_path: Path) -> None:
    reading = read(tmp_path, *([NIP, f"Budi {at}"] for at in range(9)))
    assert reading.rejected[0].reason.values["rows"] == "3, 4, 5, 6, 7, …"


def test_staff_without_a_number_are_taken_with_a_warning(tmp_path: Path) -> None:
    header = ("NIP", "NAMA", "DIVISI")
    reading = read(
        tmp_path, [NIP, "Budi", "A"], ["", "Ujang", "A"], ["-", "Ujang", "B"], header=header
    )
    assert doubts(reading) == [(3, "roster.id.missing"), (4, "roster.id.missing")]
    assert [(one.name, one.id_number, one.id_kind) for one in reading.people[1:]] == [
        ("Ujang", "", IdKind.NONE),
        ("Ujang", "", IdKind.NONE),
    ]


def test_two_without_a_number_and_with_one_name_are_refused(tmp_path: Path) -> None:
    header = ("NIP", "NAMA", "DIVISI")
    reading = read(
        tmp_path, [NIP, "Budi", "A"], ["", "Ujang", "A"], ["", "Ujang", "A"], header=header
    )
    assert [(one.row, one.reason.key) for one in reading.rejected] == [
        (3, "roster.name.twice"),
        (4, "roster.name.twice"),
    ]


def test_a_sheet_without_numbers_is_remarked_once(tmp_path: Path) -> None:
    reading = read(tmp_path, ["Budi", "A"], ["Ani", "A"], header=("NAMA", "DIVISI"))
    assert (len(reading.people), reading.warnings) == (2, [])
    assert [remark.key for remark in reading.remarks] == ["roster.remark.no_ids"]


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("", "roster.name.missing"),
        ("   \u00a0", "roster.name.missing"),
        (12.0, "roster.name.number_cell"),
        ("12345", "roster.name.no_letters"),
        ("+62 Budi", "roster.name.formula"),
        ("@budi", "roster.name.formula"),
        ("B" * 121, "roster.name.too_long"),
    ],
)
def test_names_that_are_none(tmp_path: Path, name: object, key: str) -> None:
    reading = read(tmp_path, [NIP, name], [OTHER, "Ani"])
    assert [(one.row, one.column, one.reason.key) for one in reading.rejected] == [(2, "B", key)]


def test_a_name_is_kept_as_written(tmp_path: Path) -> None:
    written = "  dr.  BUDI\nsantoso,\u00a0Sp.A\u200b "
    (person,) = read(tmp_path, [NIP, written]).people
    assert person.name == "dr. BUDI santoso, Sp.A"


def test_columns_of_titles(tmp_path: Path) -> None:
    header = ("NIP", "GELAR DEPAN", "NAMA", "GELAR BELAKANG")
    reading = read(
        tmp_path, [NIP, "Dr.", "Budi", "S.H., M.H."], [OTHER, "-", "Ani", ""], header=header
    )
    assert [one.name for one in reading.people] == ["Dr. Budi, S.H., M.H.", "Ani"]


def test_rank_out_of_two_columns(tmp_path: Path) -> None:
    header = ("NIP", "NAMA", "GOL", "PANGKAT", "STATUS")
    kinds = [
        ("III/c", "Penata", "PNS", "Penata, III/c"),
        ("IIIc", "", "PNS", "Penata, III/c"),
        ("", "Penata Tk. I", "PNS", "Penata Tingkat I, III/d"),
        ("III/a", "", "CPNS", "III/a"),
        ("", "AKBP", "POLRI", "AKBP"),
        ("IX", "-", "PPPK", "IX"),
        ("III/f", "", "PNS", "III/f"),
        ("III/c", "Pembina", "PNS", "Pembina, III/c"),
        ("", "", "", ""),
    ]
    rows = [
        [f"1990010120150310{at:02}", "Budi", golongan, pangkat, kind]
        for at, (golongan, pangkat, kind, _) in enumerate(kinds, 1)
    ]
    reading = read(tmp_path, *rows, header=header)
    assert [one.rank for one in reading.people] == [one[3] for one in kinds]
    assert doubts(reading) == [(8, "roster.rank.unknown"), (9, "roster.rank.mismatch")]


def test_rows_that_hold_nobody(tmp_path: Path) -> None:
    header = ("No", "NIP", "NAMA", "JABATAN", "UNIT KERJA")
    rows = [
        ["1", "2", "3", "4", "5"],
        ["", "", "", "", ""],
        [1, NIP, "Budi", "Kepala", "Divisi A"],
        ["Jumlah Divisi A", "", "", "", ""],
        ["", "", "Sub Total", 1, ""],
        ["Total", 25, "", "", ""],
        ["No", "NIP", "NAMA", "JABATAN", "UNIT KERJA"],
        ["(1)", "(2)", "(3)", "(4)", "(5)"],
        [2, OTHER, "Ani", "Staf", "Divisi B"],
    ]
    reading = read(tmp_path, *rows, header=header)
    assert [one.name for one in reading.people] == ["Budi", "Ani"]
    assert (reading.read, reading.rejected, reading.warnings) == (2, [], [])


def test_rows_that_may_have_meant_somebody_are_said(tmp_path: Path) -> None:
    header = ("No", "NIP", "NAMA", "JABATAN", "UNIT KERJA")
    rows = [
        ["", "", "I. DIVISI PEMASYARAKATAN", "", ""],
        [1, NIP, "Budi", "Kepala", "Divisi A"],
        ["", "", "", "", "Serang, 17 Oktober 2022"],
        ["", "", "", "", "Kepala Kantor Wilayah,"],
        ["", "", "", "", "NIP. 19660801 198803 1 001"],
    ]
    reading = read(tmp_path, *rows, header=header)
    assert [one.name for one in reading.people] == ["Budi"]
    assert doubts(reading) == [(row, "roster.row.no_person") for row in (2, 4, 5, 6)]


def test_merged_cells_speak_for_all_their_rows(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    rows: Rows = [
        ["DAFTAR PEGAWAI", None, None],
        ["NIP", "NAMA", "DIVISI"],
        ["DIVISI SATU", None, None],
        [NIP, "Budi", "Divisi A"],
        [OTHER, "Ani", None],
        ["66080123", "Ujang", "Divisi B"],
    ]
    for row in rows:
        sheet.append(list(row))
    for merged in ("A1:C1", "A3:C3", "C4:C5"):
        sheet.merge_cells(merged)
    book.save(tmp_path / "a.xlsx")
    reading = read_roster(tmp_path / "a.xlsx", today=TODAY)
    assert [(one.name, one.division) for one in reading.people] == [
        ("Budi", "Divisi A"),
        ("Ani", "Divisi A"),
        ("Ujang", "Divisi B"),
    ]


def test_formulas_give_what_was_saved_and_are_never_evaluated(tmp_path: Path) -> None:
    content = io.BytesIO()
    import xlsxwriter

    book = xlsxwriter.Workbook(content)
    sheet = book.add_worksheet()
    for column, title in enumerate(("NIP", "NAMA", "JABATAN")):
        sheet.write_string(0, column, title)
    sheet.write_formula(1, 0, '="19660801"&"1988031001"', None, NIP)
    sheet.write_formula(1, 1, '=HYPERLINK("http://x","Budi")', None, "Budi")
    sheet.write_string(1, 2, "=1+1")
    sheet.write_string(2, 0, OTHER)
    sheet.write_string(2, 1, "=cmd|' /C calc'!A0")
    book.close()
    (tmp_path / "a.xlsx").write_bytes(content.getvalue())
    reading = read_roster(tmp_path / "a.xlsx", today=TODAY)
    assert [(one.id_number, one.name, one.post) for one in reading.people] == [
        (NIP, "Budi", "=1+1")
    ]
    assert [(one.row, one.reason.key) for one in reading.rejected] == [(3, "roster.name.formula")]
    assert "roster.remark.formulas" in [remark.key for remark in reading.remarks]


def test_long_texts_are_refused(tmp_path: Path) -> None:
    reading = read(tmp_path, [NIP, "Budi", "x" * 301], header=("NIP", "NAMA", "JABATAN"))
    assert [(one.column, one.reason.key) for one in reading.rejected] == [
        ("C", "roster.text.too_long")
    ]
    assert len(reading.rejected[0].value) == 60


def test_rejected_rows_are_put_right_in_the_preview(tmp_path: Path) -> None:
    reading = read(tmp_path, [float(NIP), "Budi"], [OTHER, ""], ["66080123", "Ujang"])
    first = revalidate(reading, {(2, Field.ID_NUMBER): NIP})
    assert [one.name for one in first.people] == ["Budi", "Ujang"]
    both = revalidate(first, {(3, Field.NAME): "Ani"})
    assert [one.name for one in both.people] == ["Budi", "Ani", "Ujang"]
    assert both.rejected == []
    assert len(reading.rejected) == 2


def test_a_correction_is_judged_like_any_cell(tmp_path: Path) -> None:
    reading = read(tmp_path, [float(NIP), "Budi"], [OTHER, "Ani"])
    twice = revalidate(reading, {(2, Field.ID_NUMBER): OTHER})
    assert [one.reason.key for one in twice.rejected] == ["roster.id.twice", "roster.id.twice"]
    still = revalidate(reading, {(2, Field.ID_NUMBER): "12"})
    assert [one.id_number for one in still.people] == ["12", OTHER]
    short = revalidate(reading, {(2, Field.ID_NUMBER): NIP[:-1]})
    assert reasons(short) == [(2, "A", NIP[:-1], "roster.id.length")]


def test_a_field_without_a_column_can_be_filled_in(tmp_path: Path) -> None:
    reading = read(tmp_path, [NIP, "Budi"])
    (person,) = revalidate(reading, {(2, Field.DIVISION): "Divisi A"}).people
    assert person.division == "Divisi A"
    ignored = revalidate(reading, {(99, Field.NAME): "Nobody", (1, Field.NAME): "Header"})
    assert [one.name for one in ignored.people] == ["Budi"]


def test_findings_come_in_the_order_of_the_sheet(tmp_path: Path) -> None:
    reading = read(tmp_path, [NIP, "1"], ["12345678901", "2"], [OTHER, "Ani"])
    assert [(one.row, one.column) for one in reading.rejected] == [(2, "B"), (3, "A"), (3, "B")]


def test_every_reason_is_a_sentence_in_both_languages(
    tmp_path: Path, indonesian: object, english: object
) -> None:
    rows = [
        *([float(NIP), ""], [66080123, 5.0], ["12345678901234567", "=x"], ["1.9E+17", "7"]),
        *(["199002302015032002", "A"], ["199003142015132002", "B"], ["199003142015034002", "C"]),
        *(["199003142015032000", "D"], ["3175091203900001", "E"], ["#?", "F"], [NIP, "G"]),
        *([NIP, "H"], ["", "I"], ["193003142015032002", "J"], ["199003142030032002", "K"]),
        *(["199003141991032002", "L"], ["199003142015992002", "M"], ["", "Catatan"], ["", "I"]),
    ]
    reading = read(tmp_path, *rows)
    keys = {one.reason.key for one in (*reading.rejected, *reading.warnings)}
    assert len(keys) >= 18
    for one in (*reading.rejected, *reading.warnings):
        for catalogue in (indonesian, english):
            said = catalogue.say(one.reason)  # type: ignore[attr-defined]
            assert said.endswith(".")
            assert "{" not in said
