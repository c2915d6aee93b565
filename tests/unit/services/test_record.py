"""The record as a whole: summed up, sealed, held against its head, copied, merged, erased."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from ceremony_app.domain.errors import FileTrouble, Refused
from ceremony_app.services.people import PeopleDesk
from ceremony_app.services.preparation import Preparation
from ceremony_app.services.record import Record, backup, bring_back
from ceremony_app.storage.backup import BackupFolder, Moment
from ceremony_app.storage.mirror import Mirror, MirrorPlace
from tests.helpers.day import Day, begin


@pytest.fixture
def day(tmp_path: Path) -> Iterator[Day]:
    opened = begin(tmp_path / "a.ikrar")
    with opened.file:
        yield opened


def test_a_summary_counts_people_and_those_present(day: Day) -> None:
    day.arrive(*day.people[:4])
    summary = Record(day.file).summary()
    assert (summary.template, summary.people, summary.present) == ("banten", 6, 4)
    assert {(one.name, one.people, one.present) for one in summary.divisions} == {
        ("Divisi Administrasi", 3, 2),
        ("Divisi Keimigrasian", 3, 2),
    }
    assert summary.head == ""


def test_a_seal_is_found_again_by_what_is_printed(day: Day) -> None:
    seal = Record(day.file).seal()
    assert len(seal.head.split()) == 8
    found = Record(day.file).verify(seal.head)
    assert found.ok
    assert found.since == {}
    day.arrive(*day.people[:2])
    later = Record(day.file).verify(seal.head.upper().replace(" ", ""))
    assert later.ok
    assert later.since == {day.file.writer.id: 2}


def test_a_head_that_nobody_sealed_is_a_problem(day: Day) -> None:
    Record(day.file).seal()
    found = Record(day.file).verify("0" * 32)
    assert [problem.key for problem in found.problems] == ["verify.no_such_head"]


@pytest.mark.parametrize("head", ["abc", "z" * 32, "0" * 65])
def test_what_is_no_head_is_refused(day: Day, head: str) -> None:
    with pytest.raises(Refused) as refused:
        Record(day.file).verify(head)
    assert refused.value.message.key == "record.not_a_head"


def test_a_backup_in_use_holds_everything_and_comes_back(day: Day, tmp_path: Path) -> None:
    day.arrive(*day.people[:3])
    stick = tmp_path / "stick"
    stick.mkdir()
    copy = backup(day.file.path, stick)
    assert copy == stick / "a.ikrar"
    fresh = tmp_path / "spare.ikrar"
    assert bring_back(copy, fresh) is None
    with day.file.opener.open(fresh) as restored:
        assert Record(restored).verify().ok
        assert Record(restored).summary().present == 3


def test_a_backup_onto_itself_is_refused(day: Day) -> None:
    with pytest.raises(FileTrouble) as refused:
        backup(day.file.path, day.file.path)
    assert refused.value.message.key == "record.same_file"


def test_a_copy_into_a_folder_leaves_alone_what_is_there(day: Day, tmp_path: Path) -> None:
    day.arrive(*day.people[:3])
    (stick := tmp_path / "stick").mkdir()
    first = Record(day.file).copy_into(stick, day.clock.now())
    kept = first.read_bytes()
    day.arrive(*day.people[3:])
    second = Record(day.file).copy_into(stick, day.clock.now())
    assert first.name == "a.ikrar"
    assert first.read_bytes() == kept
    with day.file.opener.open(second) as copied:
        assert Record(copied).summary().present == 6
    with pytest.raises(FileTrouble) as refused:
        Record(day.file).copy_into(stick, day.clock.now())
    assert refused.value.message.key == "storage.exists_already"


def test_a_mirror_comes_back_as_a_file(day: Day, tmp_path: Path) -> None:
    (stick := tmp_path / "stick").mkdir()
    place = MirrorPlace.on_drive(stick, day.file.path)
    mirror = Mirror(day.file.path, place)
    mirror.catch_up()
    day.arrive(*day.people)
    mirror.catch_up()
    mirror.close()
    spare = tmp_path / "spare.ikrar"
    bring_back(place.folder, spare)
    with day.file.opener.open(spare) as restored:
        assert Record(restored).summary().present == 6
        assert Record(restored).verify().ok


def test_what_another_laptop_wrote_comes_home(day: Day, tmp_path: Path) -> None:
    day.arrive(day.people[0])
    other_path = backup(day.file.path, tmp_path / "other.ikrar")
    with day.file.opener.open(other_path) as other:
        away = Day(other, day.clock, day.people)
        away.arrive(*day.people[:3])
        walked_in, _ = away.door.guest("A. Warits", "Ketua", "Bawaslu Jawa Timur")
    record = Record(day.file)
    assert record.compare(other_path).scans == 3
    day.arrive(day.people[1])
    brought = record.merge(other_path)
    assert (brought.scans, brought.people, brought.both) == (3, 1, 1)
    assert record.summary().present == 4
    assert walked_in.id in {person.id for person in PeopleDesk(day.file).everyone()}
    assert record.merge(other_path).events == 0
    assert record.verify().ok


def test_erasing_a_person_leaves_no_trace_and_a_sound_record(day: Day) -> None:
    day.arrive(*day.people)
    gone = day.people[0]
    folder = BackupFolder.beside(day.file.path)
    folder.add(day.file.connection, Moment.OPENED, day.clock.now())
    Record(day.file).erase([gone], "masa simpan berakhir")
    assert folder.all() == []
    for path in day.file.path.parent.glob("a.ikrar*"):
        assert gone.id_number.encode() not in path.read_bytes()
    found = Record(day.file).verify()
    assert found.ok
    assert found.erased == 1


def test_erasing_everyone_keeps_the_texts_and_the_chain(day: Day) -> None:
    day.arrive(*day.people)
    words = [state.text.points for state in Preparation(day.file).texts()]
    Record(day.file).erase_everyone("masa simpan berakhir")
    for path in day.file.path.parent.glob("a.ikrar*"):
        content = path.read_bytes()
        assert b"Pegawai 1, S.H." not in content
        assert b"Harwanto" not in content
    assert Record(day.file).verify().ok
    assert [state.text.points for state in Preparation(day.file).texts()] == words


def test_an_erasure_without_a_reason_is_refused(day: Day) -> None:
    with pytest.raises(Refused):
        Record(day.file).erase([day.people[0]], " ")
    with pytest.raises(Refused):
        Record(day.file).erase_everyone("")
