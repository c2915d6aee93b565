"""People who do not exist are as right, and as varied, as those who do."""

from datetime import date
from pathlib import Path

import pytest

from ceremony_app.domain.names import split_titles
from ceremony_app.domain.people import IdKind
from ceremony_app.roster.made_up import DIVISIONS, made_up_people, write_sample_roster
from ceremony_app.roster.reading import read_roster

SAMPLE = Path(__file__).resolve().parents[3] / "db" / "samples" / "pegawai.xlsx"


def test_the_same_seed_gives_the_same_people() -> None:
    assert made_up_people(200, 7) == made_up_people(200, 7)
    assert made_up_people(200, 7) != made_up_people(200, 8)
    assert made_up_people(50, 7) == made_up_people(200, 7)[:50]


@pytest.mark.parametrize("today", [date(2022, 10, 17), date(2026, 11, 22), date(2037, 1, 1)])
def test_nothing_can_be_said_against_them(tmp_path: Path, today: date) -> None:
    people = made_up_people(2_000, 3, ("Divisi A", "Divisi B"))
    write_sample_roster(tmp_path / "a.xlsx", people)
    reading = read_roster(tmp_path / "a.xlsx", today=today)
    assert (reading.read, reading.rejected, reading.warnings) == (2_000, [], [])
    assert [(one.id_number, one.name, one.rank, one.post) for one in reading.people] == [
        one[:4] for one in people
    ]
    assert {one.division for one in reading.people} == {"Divisi A", "Divisi B"}
    assert {one.id_kind for one in reading.people} == {IdKind.NIP, IdKind.NI_PPPK, IdKind.LOCAL}


def test_they_are_as_varied_as_people_are() -> None:
    people = made_up_people(12_000, 1)
    names = [split_titles(one.name) for one in people]
    assert len({one.id_number for one in people}) == 12_000
    assert len({one.name for one in people}) > 6_000
    assert any(" " not in one.name for one in names)
    assert any("'" in one.name for one in names)
    assert any("’" in one.name for one in names)
    assert any(one.name.startswith(("Ni ", "I ", "Ida Bagus ")) for one in names)
    assert any(one.before for one in names)
    assert any(len(one.name) > 55 for one in people)
    assert any("oe" in one.name for one in names)


def test_each_division_has_its_head() -> None:
    posts = [one.post for one in made_up_people(30, 5)]
    assert posts[: len(DIVISIONS)] == [f"Kepala {division}" for division in DIVISIONS]
    assert len(made_up_people(2, 5)) == 2
    assert made_up_people(3, 5, ())[0].division == DIVISIONS[0]


def test_the_sample_is_what_the_function_makes(tmp_path: Path) -> None:
    write_sample_roster(tmp_path / "a.xlsx", made_up_people(340, 2022))
    again = read_roster(tmp_path / "a.xlsx", today=date(2026, 11, 22))
    kept = read_roster(SAMPLE, today=date(2026, 11, 22))
    for one, other in zip(kept.people, again.people, strict=True):
        assert one == other._replace(id=one.id)
    assert len(kept.people) == 340
