"""Erasure: no trace in the file, the chain holds, and the record says that it took place."""

from pathlib import Path

import pytest

from ceremony_app.domain.errors import FileTrouble
from ceremony_app.domain.events import EventKind
from ceremony_app.domain.people import Person
from ceremony_app.domain.status import Status
from ceremony_app.domain.verdicts import Verdict
from ceremony_app.services.people import PeopleDesk
from ceremony_app.services.preparation import Preparation
from ceremony_app.storage.ceremony_file import CeremonyFile
from ceremony_app.storage.driver import connect, transaction
from ceremony_app.storage.erase import erase_everyone, erase_persons
from ceremony_app.storage.header import wal_of
from ceremony_app.storage.journal import Journal, body_of
from ceremony_app.storage.verify import verify
from tests.helpers.ceremony_files import append, door, opener, tokens
from tests.unit.storage.conftest import Rich


def bytes_of(file: CeremonyFile) -> bytes:
    """Everything on the disk that belongs to a file."""
    return file.path.read_bytes() + wal_of(file.path).read_bytes()


def by_name(file: CeremonyFile, part: str) -> Person:
    return next(person for person in PeopleDesk(file).everyone() if part in person.name)


def test_a_person(small: CeremonyFile) -> None:
    person, badge = by_name(small, "001"), tokens(small)[1]
    door(small).mark(person, Status.LEAVE, "surat keluarga dari Wahyu Rahasia")
    assert b"Pegawai 001" in bytes_of(small)
    assert person.id_number.encode() in bytes_of(small)
    erased = erase_persons(small, [person.id], "atas permintaan yang bersangkutan")
    assert (erased.persons, erased.notes) == (1, 1)
    for trace in ("Pegawai 001", person.id_number, "Wahyu Rahasia"):
        assert trace.encode() not in bytes_of(small)
    found = verify(small)
    assert found.ok
    assert found.erased == 2
    (event,) = Journal(small).of_kind(EventKind.ERASED)
    assert person.id in body_of(event)["erased"]  # type: ignore[operator]
    assert "permintaan" not in event.body
    assert b"atas permintaan" in bytes_of(small), "why it was done is kept"
    assert door(small).scan(badge).verdict is Verdict.UNKNOWN
    assert {p.name for p in PeopleDesk(small).everyone()} >= {"Pegawai 000, S.H.", ""}


def test_every_version_and_every_row_of_a_person(small: CeremonyFile) -> None:
    desk = PeopleDesk(small)
    first, second = by_name(small, "000"), by_name(small, "001")
    desk.correct(Person(id=first.id, name="Nama Lama Rahasia"))
    desk.correct(Person(id=first.id, name="Nama Baru Rahasia"))
    desk.join(second, first)
    erase_persons(small, [first.id], "x")
    for trace in (b"Rahasia", b"Pegawai 000", b"Pegawai 001"):
        assert trace not in bytes_of(small)
    assert b"Pegawai 002" in bytes_of(small)
    assert verify(small).ok


def test_a_person_with_a_part_in_the_ceremony(rich_open: CeremonyFile) -> None:
    preparation = Preparation(rich_open)
    details = preparation.details()
    person = by_name(rich_open, "000")
    from dataclasses import replace

    party = replace(
        details.parties[0], name=person.name, id_number=person.id_number, person=person.id
    )
    preparation.change_details(replace(details, parties=(party, *details.parties[1:])))
    erase_persons(rich_open, [person.id], "x")
    assert person.name.encode() not in bytes_of(rich_open)
    assert person.id_number.encode() not in bytes_of(rich_open)
    after = Preparation(rich_open).details()
    assert after.parties[0].name == ""
    assert after.parties[0].post == details.parties[0].post
    assert after.parties[1:] == details.parties[1:]
    assert verify(rich_open).ok


def test_everyone(rich: Rich) -> None:
    with opener(operator="Yang Menghapus").open(rich.path) as file:
        names = {person.name for person in PeopleDesk(file).everyone()}
        erased = erase_everyone(file, "masa simpan berakhir")
        assert erased.persons == 11 - 1
        kept = bytes_of(file)
        for trace in (*names, "Zaeroji", "Bu Sri", "Rini Operator", "Siti Operator", "menyusul"):
            assert trace.encode() not in kept, trace
        assert verify(file, rich.head).ok, "the paper's head still matches"
        assert door(file).present_count() > 0, "how many came is kept"
        assert b"Yang Menghapus" not in kept, "operators are people too"
    assert b"masa simpan berakhir" in rich.path.read_bytes()


def test_twice_is_no_harm(small: CeremonyFile) -> None:
    person = by_name(small, "001")
    for _ in range(2):
        erase_persons(small, [person.id], "x")
    for _ in range(2):
        erase_everyone(small, "y")
    assert verify(small).ok


def test_while_another_reads(small: CeremonyFile) -> None:
    """A reader keeps the old pages alive: that is said, and doing it again finishes it."""
    person = by_name(small, "001")
    reader = connect(small.path, read_only=True)
    reader.execute("BEGIN")
    reader.execute("SELECT count(*) FROM person").fetchone()
    small.connection.execute("PRAGMA busy_timeout = 50")
    with pytest.raises(FileTrouble) as caught:
        erase_persons(small, [person.id], "x")
    assert caught.value.message.key == "storage.erased_in_use"
    reader.close()
    erase_persons(small, [person.id], "x")
    assert b"Pegawai 001" not in bytes_of(small)
    assert verify(small).ok


def test_an_erasure_that_no_event_tells(small: CeremonyFile) -> None:
    person = by_name(small, "001")
    with transaction(small.connection):
        small.connection.execute(
            "UPDATE person SET salt = NULL, name = NULL, id_number = NULL, id_kind = NULL,"
            " rank = NULL, post = NULL, division = NULL, staff_kind = NULL, institution = NULL,"
            " kind = NULL, active = NULL WHERE id = ?",
            (person.id,),
        )
    assert "verify.erased_untold" in {problem.key for problem in verify(small).problems}


def test_what_was_written_after_an_erasure_was_not_erased_by_it(small: CeremonyFile) -> None:
    erase_everyone(small, "x")
    append(small, EventKind.DETAILS_CHANGED)
    guest, _ = door(small).guest("Tamu Baru", "Ketua")
    with transaction(small.connection):
        small.connection.execute(
            "UPDATE item SET salt = NULL, data = NULL WHERE writer = ? AND seq ="
            " (SELECT max(seq) FROM event WHERE person = ?)",
            (small.writer.id, guest.id),
        )
    assert {problem.key for problem in verify(small).problems} == {"verify.erased_untold"}


def test_half_an_erasure(small: CeremonyFile) -> None:
    person = by_name(small, "001")
    erase_persons(small, [person.id], "x")
    with transaction(small.connection):
        small.connection.execute("UPDATE person SET name = 'X' WHERE id = ?", (person.id,))
    assert {problem.key for problem in verify(small).problems} == {"verify.half_erased"}


def test_nothing_is_left_beside_the_file(small: CeremonyFile, tmp_path: Path) -> None:
    erase_everyone(small, "x")
    small.close()
    assert [path.name for path in tmp_path.iterdir()] == ["upacara.ikrar"]
