"""Statuses: late by the clock, a whole division at once, remarks, and everything taken back."""

from dataclasses import replace

import pytest

from ceremony_app.domain.errors import Refused
from ceremony_app.domain.events import EventKind
from ceremony_app.domain.papers import AttendanceSheet
from ceremony_app.domain.status import Status
from ceremony_app.services.attendance_picture import AttendancePictures
from ceremony_app.services.checkin import CheckIn, PersonState
from ceremony_app.services.facts import Choice, Facts
from ceremony_app.services.people import PeopleDesk
from ceremony_app.services.preparation import Preparation
from ceremony_app.services.record import Record, Seal
from ceremony_app.services.sessions import Sessions
from ceremony_app.services.statuses import Remark, Statuses
from ceremony_app.storage.ceremony_file import CeremonyFile
from ceremony_app.storage.journal import Journal
from ceremony_app.storage.verify import verify
from tests.helpers.ceremony_files import door, main_session, tokens
from tests.helpers.clocks import FakeClock


def states(file: CeremonyFile, session: str = "") -> dict[str, PersonState]:
    """By the first two words of the name."""
    found = CheckIn(file, Sessions(file).find(session), "").states()
    return {one.person.name.partition(",")[0]: one for one in found}


def late_from(file: CeremonyFile, time: str, session: str = "") -> None:
    preparation, of = Preparation(file), Sessions(file).find(session).id
    details = preparation.details()
    preparation.change_details(replace(details, late_from={**details.late_from, of: time}))


def statuses(file: CeremonyFile, session: str = "") -> Statuses:
    return Statuses(file, Sessions(file).find(session), "Utara")


def sheet(file: CeremonyFile) -> AttendanceSheet:
    return Facts(file).attendance_sheet(Choice(main_session(file)))


def counted(file: CeremonyFile) -> dict[Status, int]:
    minutes = Facts(file).minutes(Choice(main_session(file)), Seal("", 0))
    return dict(minutes.counts)


def refusal(work: object, *arguments: object, **named: object) -> str:
    with pytest.raises(Refused) as caught:
        work(*arguments, **named)  # type: ignore[operator]
    return caught.value.message.key


def test_who_comes_after_the_set_time_is_late_everywhere(
    file: CeremonyFile, clock: FakeClock
) -> None:
    """List, minutes and picture agree, and nothing of it was set by hand."""
    badges = tokens(file)
    door(file).scan(badges[0])
    clock.run(31 * 60)
    door(file).scan(badges[1])
    assert counted(file) == {Status.PRESENT: 2}
    late_from(file, "08:00")
    assert counted(file) == {Status.PRESENT: 1, Status.LATE: 1}
    listed = {row.name.partition(",")[0]: row.status for row in sheet(file).rows if row.status}
    assert listed == {"Pegawai 000": Status.PRESENT, "Pegawai 001": Status.LATE}
    total = AttendancePictures(file).read(main_session(file)).total
    assert (total.present, total.late, total.missing) == (1, 1, 4)
    assert not Journal(file).of_kind(EventKind.MARK)
    late_from(file, "")
    assert counted(file) == {Status.PRESENT: 2}


def test_a_hand_may_overrule_the_clock_and_be_taken_back(
    file: CeremonyFile, clock: FakeClock
) -> None:
    late_from(file, "07:00")
    door(file).scan(tokens(file)[0])
    one = states(file)["Pegawai 000"]
    assert one.status is Status.LATE
    judged = statuses(file).mark(one.person, Status.PRESENT, Remark("menjemput pejabat"))
    after = states(file)["Pegawai 000"]
    assert (after.status, after.newest) == (Status.PRESENT, judged.name)
    assert (after.event, one.newest) == (one.event, one.event)
    clock.run(5)
    statuses(file).undo(judged.name, "keliru orang")
    assert states(file)["Pegawai 000"].status is Status.LATE


def test_who_is_written_down_at_the_door_is_late_by_the_clock(
    file: CeremonyFile, clock: FakeClock
) -> None:
    """One key at the door judges nothing: it says that somebody has just come."""
    late_from(file, "08:00")
    door(file).arrive(states(file)["Pegawai 000"].person, Remark("Kartu tertinggal"))
    clock.run(31 * 60)
    came = door(file).arrive(states(file)["Pegawai 001"].person, Remark("Kartu rusak"))
    assert counted(file) == {Status.PRESENT: 1, Status.LATE: 1}
    total = AttendancePictures(file).read(main_session(file)).total
    assert (total.present, total.late, total.missing) == (1, 1, 4)
    one = states(file)["Pegawai 001"]
    assert (one.status, one.event, one.remark.note) == (Status.LATE, came.name, "Kartu rusak")
    # The ceremony begins later than planned; and a hand may still judge.
    late_from(file, "09:00")
    assert counted(file) == {Status.PRESENT: 2}
    statuses(file).mark(one.person, Status.LATE)
    assert counted(file) == {Status.PRESENT: 1, Status.LATE: 1}
    assert verify(file).ok


def test_who_is_here_or_finds_a_closed_session_is_not_written_down(file: CeremonyFile) -> None:
    door(file).scan(tokens(file)[0])
    here, away = states(file)["Pegawai 000"].person, states(file)["Pegawai 001"].person
    assert refusal(door(file).arrive, here) == "checkin.here_already"
    Sessions(file).close(main_session(file))
    assert refusal(door(file).arrive, away) == "checkin.closed"
    assert not Journal(file).of_kind(EventKind.MARK)


def test_an_absence_set_before_gives_way_to_an_arrival_without_a_badge(file: CeremonyFile) -> None:
    one = states(file)["Pegawai 000"].person
    statuses(file).mark(one, Status.SICK)
    came = door(file).arrive(one)
    assert states(file)["Pegawai 000"].status is Status.PRESENT
    statuses(file).undo(came.name, "orang lain")
    assert states(file)["Pegawai 000"].status is Status.SICK
    assert verify(file).ok


def test_each_session_has_its_own_time(file: CeremonyFile, clock: FakeClock) -> None:
    late_from(file, "07:00")
    Sessions(file).add("susulan")
    CheckIn(file, Sessions(file).find("susulan"), "").scan(tokens(file)[0])
    assert states(file, "susulan")["Pegawai 000"].status is Status.PRESENT
    late_from(file, "07:10", "susulan")
    assert states(file, "susulan")["Pegawai 000"].status is Status.LATE


def test_a_letter_and_a_note_stand_beside_a_status(file: CeremonyFile) -> None:
    person = states(file)["Pegawai 002"].person
    door(file).mark(person, Status.ASSIGNED_ELSEWHERE, "ke Kupang", "ST-12/2023")
    state = states(file)["Pegawai 002"]
    assert state.remark == Remark("ke Kupang", "ST-12/2023")
    assert [row.letter for row in sheet(file).rows if row.letter] == ["ST-12/2023"]
    body = Journal(file).event(state.event).body
    assert "ST-12" not in body
    assert "Kupang" not in body
    door(file).mark(person, Status.SICK)
    assert states(file)["Pegawai 002"].remark == Remark()


def test_sick_is_stored_bare(file: CeremonyFile) -> None:
    """Whoever writes it, one by one or for many: no word of what somebody suffers from."""
    one, two, three = (states(file)[f"Pegawai 00{n}"].person for n in (2, 3, 4))
    diagnosis = Remark("demam berdarah", "SKD-7")
    door(file).mark(one, Status.SICK, diagnosis.note, diagnosis.letter)
    statuses(file).mark_people([two.id], Status.SICK, diagnosis)
    statuses(file).mark_rest(Status.SICK, diagnosis, division=three.division)
    found = states(file)
    assert {found[f"Pegawai 00{n}"].remark for n in (2, 3, 4)} == {Remark("", "SKD-7")}
    file.close()
    assert b"demam" not in b"".join(one.read_bytes() for one in file.path.parent.glob("upacara*"))


@pytest.mark.parametrize("status", list(Status))
@pytest.mark.parametrize("when", ["before", "after"])
def test_every_status_before_and_after_the_ceremony(
    file: CeremonyFile, status: Status, when: str
) -> None:
    """Single and, for absences, for a division; each change is an event more."""
    if when == "after":
        Sessions(file).close(main_session(file))
        Record(file).seal()
    person, before = states(file)["Pegawai 000"].person, Journal(file).count()
    remark = Remark("keterangan", "ST-1")
    marked = statuses(file).mark(person, status, remark)
    state = states(file)["Pegawai 000"]
    assert (state.status, state.remark) == (status, remark.beside(status))
    statuses(file).undo(marked.name, "keliru")
    assert states(file)["Pegawai 000"].status is None
    assert Journal(file).count() == before + 2
    if not status.is_here:
        many = statuses(file).mark_rest(status, remark, division="Divisi 1")
        assert len(many.events) == 2
        assert states(file)["Pegawai 001"].remark == remark.beside(status)
    assert verify(file).ok


def test_a_division_is_marked_but_for_those_of_whom_something_is_known(
    file: CeremonyFile,
) -> None:
    door(file).scan(tokens(file)[0])
    sick = states(file)["Pegawai 003"].person
    door(file).mark(sick, Status.SICK)
    assert refusal(statuses(file).mark_rest, Status.ON_DUTY, division="Divisi 0") == (
        "statuses.nobody_left"
    )
    done = statuses(file).mark_rest(Status.ON_DUTY, Remark("", "SP-3"), division="Divisi 1")
    assert (len(done.events), done.here, done.settled) == (2, 0, 0)
    after = states(file)
    assert [after[f"Pegawai 00{n}"].status for n in range(6)] == [
        Status.PRESENT,
        Status.ON_DUTY,
        None,
        Status.SICK,
        Status.ON_DUTY,
        None,
    ]
    assert after["Pegawai 004"].remark.letter == "SP-3"
    assert verify(file).ok


def test_the_rest_are_unexplained_afterwards_and_a_letter_may_still_come(
    file: CeremonyFile,
) -> None:
    door(file).scan(tokens(file)[0])
    Sessions(file).close(main_session(file))
    done = statuses(file).mark_rest(Status.UNEXPLAINED)
    assert (len(done.events), done.here) == (5, 1)
    assert refusal(statuses(file).mark_rest, Status.UNEXPLAINED) == "statuses.nobody_left"
    assert AttendancePictures(file).read(main_session(file)).total.missing == 5
    letter = statuses(file).mark_rest(Status.LEAVE, Remark("", "C-1"), division="Divisi 2")
    assert len(letter.events) == 2
    total = AttendancePictures(file).read(main_session(file)).total
    assert (total.present, total.excused, total.missing) == (1, 2, 3)
    assert verify(file).ok


def test_many_marks_are_taken_back_at_once_and_all_or_none(file: CeremonyFile) -> None:
    done = statuses(file).mark_rest(Status.ON_DUTY)
    names = [event.name for event in done.events]
    assert refusal(statuses(file).undo_all, names, " ") == "checkin.no_reason"
    statuses(file).undo(names[0], "satu dulu")
    assert refusal(statuses(file).undo_all, names, "semua") == "checkin.undone_already"
    assert sum(one.status is Status.ON_DUTY for one in states(file).values()) == 5
    statuses(file).undo_all(names[1:], "salah divisi")
    assert not any(one.status for one in states(file).values())
    assert verify(file).ok
    assert Record(file).seal().events > 0


def test_what_is_refused_leaves_no_event(file: CeremonyFile) -> None:
    before = Journal(file).count()
    assert refusal(statuses(file).mark_rest, Status.PRESENT) == "statuses.not_many_here"
    assert refusal(statuses(file).mark_rest, Status.SICK, division="Divisi X") == (
        "statuses.unknown_division"
    )
    assert Journal(file).count() == before


def test_arrivals_marked_before_are_taken_back_with_the_many(file: CeremonyFile) -> None:
    """Taking back marks that were arrivals moves the derived tables too."""
    people = PeopleDesk(file).everyone()[:3]
    events = [statuses(file).mark(person, Status.PRESENT).name for person in people]
    assert door(file).present_count() == 3
    statuses(file).undo_all(events, "daftar yang salah")
    assert door(file).present_count() == 0
    assert verify(file).ok
