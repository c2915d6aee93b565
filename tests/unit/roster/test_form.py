"""The form that offices fill in comes home as it went out."""

from datetime import date
from pathlib import Path

import openpyxl
import pytest

from ceremony_app.domain.errors import FileTrouble
from ceremony_app.domain.people import IdKind
from ceremony_app.roster.form import HEADER, write_roster_form
from ceremony_app.roster.reading import read_roster

TODAY = date(2026, 11, 22)


@pytest.fixture
def form(tmp_path: Path) -> Path:
    path = tmp_path / "form.xlsx"
    write_roster_form(path)
    return path


def test_an_empty_form_brings_nobody_not_even_its_examples(form: Path) -> None:
    with pytest.raises(FileTrouble) as trouble:
        read_roster(form, today=TODAY)
    assert trouble.value.message.key == "roster.file.nobody"
    assert trouble.value.message.values["sheet"] == "Pegawai"


def test_the_examples_are_right(form: Path) -> None:
    reading = read_roster(form, today=TODAY, sheet="Contoh")
    assert {one.id_kind for one in reading.people} == set(IdKind) - {IdKind.NONE}
    assert (reading.rejected, reading.warnings) == ([], [])


def test_a_filled_form_is_imported_from_where_people_type(form: Path) -> None:
    book = openpyxl.load_workbook(form)
    sheet = book["Pegawai"]
    assert [cell.value for cell in sheet[3]] == list(HEADER)
    assert sheet.column_dimensions["B"].width > 20
    for column, value in enumerate(("1", "196608011988031001", "Budi", "III/c"), 1):
        cell = sheet.cell(4, column, value)
        cell.number_format = "@"
    book.save(form)
    reading = read_roster(form, today=TODAY)
    (person,) = reading.people
    assert (reading.header_row, person.name, person.rank) == (3, "Budi", "Penata, III/c")


def test_cells_below_the_header_are_text_before_anybody_types(form: Path) -> None:
    sheet = openpyxl.load_workbook(form)["Pegawai"]
    assert sheet.column_dimensions["B"].number_format == "@"


def test_choices_are_offered_for_rank_and_status(form: Path) -> None:
    sheet = openpyxl.load_workbook(form)["Pegawai"]
    rules = {str(rule.sqref): rule for rule in sheet.data_validations.dataValidation}
    assert sorted(rules) == ["B4:B2003", "D4:D2003", "G4:G2003"]
    assert "III/c" in str(rules["D4:D2003"].formula1)
    assert "NIK" in str(rules["B4:B2003"].prompt)


def test_a_filled_form_is_never_written_over_unasked(form: Path) -> None:
    form.write_bytes(b"filled in")
    with pytest.raises(FileTrouble) as trouble:
        write_roster_form(form)
    assert trouble.value.message.key == "roster.form.exists"
    assert form.read_bytes() == b"filled in"
    write_roster_form(form, replace=True)
    assert form.read_bytes().startswith(b"PK")


def test_a_form_that_cannot_be_written_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(FileTrouble) as trouble:
        write_roster_form(tmp_path / "no folder" / "form.xlsx")
    assert trouble.value.message.key == "roster.form.not_written"
    (tmp_path / "taken.xlsx").mkdir()
    with pytest.raises(FileTrouble):
        write_roster_form(tmp_path / "taken.xlsx", replace=True)
    assert [path.name for path in tmp_path.iterdir()] == ["taken.xlsx"]
