"""The quorum: against the frozen roster, reached at a moment, moved honestly by what comes home."""

from dataclasses import replace
from pathlib import Path

import pytest

from ceremony_app.domain.attendance import Quorum, QuorumReport
from ceremony_app.domain.events import EventKind, Json
from ceremony_app.services.attendance_picture import AttendancePictures
from ceremony_app.services.attendance_rules import AttendanceRules
from ceremony_app.services.facts import Choice, Facts
from ceremony_app.services.people import PeopleDesk
from ceremony_app.services.preparation import Preparation
from ceremony_app.services.quorum import QuorumCount
from ceremony_app.services.record import Seal
from ceremony_app.services.sessions import Sessions
from ceremony_app.storage.ceremony_file import CeremonyFile
from ceremony_app.storage.copies import copy_file
from ceremony_app.storage.merge import take_in
from tests.helpers.ceremony_files import (
    append,
    bring_in,
    door,
    made_up_staff,
    main_session,
    new_file,
    opener,
    tokens,
)
from tests.helpers.clocks import FakeClock


def quorum(file: CeremonyFile, rule: Quorum = Quorum.TWO_THIRDS) -> QuorumReport:
    return QuorumCount(file).read(main_session(file), rule)


def freeze(file: CeremonyFile) -> list[Json]:
    text = Preparation(file).text("").text
    frozen = append(file, EventKind.ATTENDANCE_FROZEN, main_session(file).id, text=text.id)
    return [frozen.writer, frozen.seq]


def complete(file: CeremonyFile, at: list[Json]) -> None:
    text = Preparation(file).text("").text
    session = main_session(file).id
    append(file, EventKind.TEXT_COMPLETED, session, frozen=at, how="shown", text=text.id)


def test_it_is_reached_when_the_last_one_needed_comes(file: CeremonyFile, clock: FakeClock) -> None:
    badges = tokens(file)
    at = []
    for number in (0, 3, 1, 2):
        assert quorum(file).office.reached == ""
        clock.run(60)
        at.append(door(file).scan(badges[number]).at)
    clock.run(60)
    door(file).scan(badges[4])
    report = quorum(file)
    assert (report.office.needed, report.office.present) == (4, 5)
    assert report.office.reached == at[3]
    by_name = {line.name: line for line in report.divisions}
    assert by_name["Divisi 0"].reached == at[1]
    assert by_name["Divisi 2"].reached == ""
    assert report.frozen == ""


def test_who_is_taken_back_counts_no_more(file: CeremonyFile, clock: FakeClock) -> None:
    badges = tokens(file)
    scans = []
    for badge in badges[:4]:
        clock.run(60)
        scans.append(door(file).scan(badge))
    assert quorum(file).office.reached == scans[3].at
    door(file).undo(scans[0].event, "kartu orang lain")
    assert quorum(file).office.reached == ""
    clock.run(60)
    assert door(file).scan(badges[5]).at == quorum(file).office.reached


def test_the_roster_is_that_of_the_freeze(file: CeremonyFile, clock: FakeClock) -> None:
    """People who join, leave or change divisions afterwards move nothing."""
    for badge in tokens(file)[:4]:
        door(file).scan(badge)
    clock.run(60)
    freeze(file)
    clock.run(60)
    before = quorum(file)
    assert before.frozen == "2023-02-13T07:31:00.000+07:00[WIB]"
    bring_in(file, made_up_staff(9)[6:])
    people = sorted(PeopleDesk(file).everyone(), key=lambda person: person.name)
    PeopleDesk(file).correct(people[0]._replace(division="Divisi 2"))
    PeopleDesk(file).correct(people[1]._replace(active=False))
    assert quorum(file) == before
    assert sum(line.people for line in before.divisions) == 6


def test_a_trial_run_does_not_freeze_what_the_oath_counts_from(
    file: CeremonyFile, clock: FakeClock
) -> None:
    """Of several freezes the one counts that a completed text counts from."""
    freeze(file)
    clock.run(60)
    bring_in(file, made_up_staff(8)[6:])
    clock.run(60)
    assert quorum(file).office.people == 6
    real = freeze(file)
    assert quorum(file).office.people == 8
    complete(file, real)
    clock.run(60)
    bring_in(file, made_up_staff(9)[8:])
    freeze(file)
    assert quorum(file).office.people == 8


def test_a_second_laptop_that_comes_home_moves_the_moment(tmp_path: Path, clock: FakeClock) -> None:
    main, other = tmp_path / "a.ikrar", tmp_path / "b.ikrar"
    new_file(main, 6, clock).close()
    copy_file(main, other)
    clock.run(60)
    with opener(clock).open(other) as file:
        first = [door(file, "Timur").scan(badge) for badge in tokens(file)[:2]]
    clock.run(60)
    with opener(clock).open(main) as file:
        for badge in tokens(file)[2:6]:
            clock.run(60)
            last = door(file).scan(badge)
        assert quorum(file).office.reached == last.at
        take_in(file, other)
        after = quorum(file)
        assert after.office.present == 6
        assert first[0].at < after.office.reached < last.at


@pytest.mark.parametrize("rule", list(Quorum))
def test_without_people_nothing_is_reached(tmp_path: Path, clock: FakeClock, rule: Quorum) -> None:
    with new_file(tmp_path / "kosong.ikrar", 0, clock) as file:
        report = quorum(file, rule)
        assert (report.office.people, report.office.needed, report.office.reached) == (0, 0, "")
        assert report.divisions == ()


def test_the_minutes_state_the_quorum_where_one_is_set(
    file: CeremonyFile, clock: FakeClock
) -> None:
    """In the session that they are of, against the roster as it was frozen."""
    choice = Choice(main_session(file))
    assert Facts(file).minutes(choice, Seal("", 0)).quorum is None
    AttendanceRules(file).set_quorum(Quorum.HALF)
    clock.run(60)
    came = [door(file).scan(badge).at for badge in tokens(file)[:3]]
    freeze(file)
    bring_in(file, made_up_staff(9)[6:])
    report = Facts(file).minutes(choice, Seal("", 0)).quorum
    assert report is not None
    assert (report.rule, report.office.people, report.office.reached) == (Quorum.HALF, 6, came[2])
    follow_up = Choice(Sessions(file).add("susulan"))
    other = Facts(file).minutes(follow_up, Seal("", 0)).quorum
    assert other is not None
    assert (other.office.present, other.frozen) == (0, "")


def test_the_picture_reads_rule_curve_and_counts(file: CeremonyFile, clock: FakeClock) -> None:
    preparation = Preparation(file)
    preparation.change_details(replace(preparation.details(), quorum=Quorum.HALF))
    for badge in tokens(file)[:3]:
        door(file).scan(badge)
        clock.run(60)
    door(file).guest("Warits Tamu", "Ketua", "Bawaslu")
    picture = AttendancePictures(file).read(main_session(file))
    assert picture.quorum.office.reached.startswith("2023-02-13T07:32")
    assert picture.arrivals is not None
    assert picture.arrivals.counts == (1, 2, 3)
    assert [tally.here for tally in picture.tallies] == [1, 1, 1]
    assert picture.total.people == 6
