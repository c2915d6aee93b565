"""A roster brought in: all or nothing, again and again, nobody lost."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
import xlsxwriter

from ceremony_app.domain.events import EventKind
from ceremony_app.domain.people import Person
from ceremony_app.domain.roster import RosterReading
from ceremony_app.roster.reading import read_roster
from ceremony_app.services.people import PeopleDesk
from ceremony_app.services.record import Record
from ceremony_app.services.roster import RosterImport
from ceremony_app.storage.journal import Journal
from tests.helpers.day import Day, begin

HEADER = ("NAMA", "NIP", "GOL", "JABATAN", "UNIT KERJA")
FIRST = [
    ("Siti Aminah, S.H.", "198001012005011001", "III/c", "Analis", "Divisi Administrasi"),
    ("Budi", "198101012005011002", "III/a", "Penjaga", "Divisi Administrasi"),
    ("Tukang Kebun", "", "", "PPNPN", "Divisi Administrasi"),
]


@pytest.fixture
def day(tmp_path: Path) -> Iterator[Day]:
    opened = begin(tmp_path / "a.ikrar", people=0)
    with opened.file:
        yield opened
        assert Record(opened.file).verify().ok


def reading(folder: Path, rows: list[tuple[str, ...]]) -> RosterReading:
    path = folder / "roster.xlsx"
    book = xlsxwriter.Workbook(str(path))
    sheet = book.add_worksheet()
    for number, row in enumerate([HEADER, *rows]):
        for column, value in enumerate(row):
            sheet.write_string(number, column, value)
    book.close()
    return read_roster(path, today=date(2026, 1, 1))


def people(day: Day) -> dict[str, Person]:
    return {person.name: person for person in PeopleDesk(day.file).everyone()}


def test_everybody_comes_in_with_a_badge_by_one_event(day: Day, tmp_path: Path) -> None:
    report = RosterImport(day.file).run(reading(tmp_path, FIRST))
    assert (report.read, report.added, report.written) == (3, 3, True)
    assert set(people(day)) == {"Siti Aminah, S.H.", "Budi", "Tukang Kebun"}
    assert len(PeopleDesk(day.file).badges()) == 3
    assert len(Journal(day.file).of_kind(EventKind.ROSTER_IMPORTED)) == 1


def test_again_changes_nothing_and_a_new_post_updates_the_same_person(
    day: Day, tmp_path: Path
) -> None:
    RosterImport(day.file).run(reading(tmp_path, FIRST))
    before = people(day)
    again = RosterImport(day.file).run(reading(tmp_path, FIRST))
    assert (again.added, again.updated, again.unchanged) == (0, 0, 3)
    promoted = [("Budi", "198101012005011002", "III/b", "Komandan", "Divisi Administrasi")]
    report = RosterImport(day.file).run(reading(tmp_path, promoted))
    assert (report.added, report.updated, report.missing.count) == (0, 1, 2)
    after = people(day)
    assert after["Budi"].id == before["Budi"].id
    assert after["Budi"].post == "Komandan"
    assert all(person.active for person in after.values())


def test_those_who_are_missing_are_deactivated_only_when_told(day: Day, tmp_path: Path) -> None:
    RosterImport(day.file).run(reading(tmp_path, FIRST))
    report = RosterImport(day.file).run(reading(tmp_path, FIRST[:1]), deactivate_missing=True)
    assert report.missing.deactivated
    assert {name: person.active for name, person in people(day).items()} == {
        "Siti Aminah, S.H.": True,
        "Budi": False,
        "Tukang Kebun": False,
    }
    RosterImport(day.file).run(reading(tmp_path, FIRST))
    assert all(person.active for person in people(day).values())


def test_one_rejected_row_keeps_everybody_out(day: Day, tmp_path: Path) -> None:
    wrong = [*FIRST, ("Salah", "19800101200501100", "III/c", "Analis", "Divisi Administrasi")]
    before = Record(day.file).summary().events
    report = RosterImport(day.file).run(reading(tmp_path, wrong))
    assert (report.written, len(report.rejected)) == (False, 1)
    assert report.rejected[0].row == 5
    assert people(day) == {}
    assert Record(day.file).summary().events == before
    skipped = RosterImport(day.file).run(reading(tmp_path, wrong), skip_rejected=True)
    assert (skipped.written, skipped.added) == (True, 3)


def test_a_dry_run_writes_nothing(day: Day, tmp_path: Path) -> None:
    report = RosterImport(day.file).run(reading(tmp_path, FIRST), dry_run=True)
    assert (report.added, report.written) == (3, False)
    assert people(day) == {}


def test_two_of_one_name_without_a_number_stay_two(day: Day, tmp_path: Path) -> None:
    twins = [FIRST[2], (FIRST[2][0], "", "", "Satpam", FIRST[2][4])]
    RosterImport(day.file).run(reading(tmp_path, twins), skip_rejected=True)
    count = len(PeopleDesk(day.file).everyone())
    again = RosterImport(day.file).run(reading(tmp_path, twins), skip_rejected=True)
    assert again.added == 0
    assert len(PeopleDesk(day.file).everyone()) == count
