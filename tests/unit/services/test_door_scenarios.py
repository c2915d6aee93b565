"""The door's scenarios, one test each, by the names that libpretixsync's offline check gives them.

Its "blocked" is two things here: a person struck from the roster (`unknown`) and a code that is no
badge's (`malformed`). Its questions at the door do not carry over: a door asks nobody anything. The
rest of each scenario is in depth elsewhere: kills in tests/soak, merging in
tests/unit/storage/test_merge*, two doors in tests/unit/storage/test_two_doors.py, clocks in
test_clock_watch.py, a scan during a dialog in tests/gui/test_scans_in_dialogs.py.
"""

import json
import shutil
import subprocess
import threading
from dataclasses import replace
from pathlib import Path

import pytest

from ceremony_app.domain.attendance import LateRule
from ceremony_app.domain.ceremony import Zone
from ceremony_app.domain.events import EventKind
from ceremony_app.domain.name_index import NameIndex
from ceremony_app.domain.people import Person
from ceremony_app.domain.pledges import Pledge
from ceremony_app.domain.status import Status
from ceremony_app.domain.token import new_token
from ceremony_app.domain.verdicts import ScanAnswer, Verdict
from ceremony_app.services.attendance_picture import AttendancePictures
from ceremony_app.services.ceremonies import Ceremonies
from ceremony_app.services.checkin import CheckIn
from ceremony_app.services.people import PeopleDesk
from ceremony_app.services.pledges import Pledges
from ceremony_app.services.preparation import Preparation
from ceremony_app.services.sessions import Sessions
from ceremony_app.services.templates import Templates
from ceremony_app.storage.attendance import Attendance
from ceremony_app.storage.ceremony_file import CeremonyFile
from ceremony_app.storage.journal import Journal
from ceremony_app.storage.merge import take_in
from ceremony_app.storage.verify import verify
from tests.helpers.ceremony_files import (
    LOCATOR,
    bring_in,
    door,
    made_up_staff,
    main_session,
    new_file,
    opener,
    tokens,
)
from tests.helpers.clocks import FakeClock
from tests.helpers.other_laptops import copy_with, scans
from tests.helpers.processes import command, environment


def named(file: CeremonyFile) -> list[Person]:
    return sorted(PeopleDesk(file).everyone(), key=lambda person: person.name)


# Accepted or not


def test_accepted(file: CeremonyFile) -> None:
    badge, person = tokens(file)[0], named(file)[0]
    answer = door(file, "Utara").scan(badge)
    assert answer.verdict is Verdict.RECORDED
    assert answer.person is not None
    assert (answer.person.name, answer.person.id_number) == (person.name, person.id_number)
    assert (answer.at, answer.first_at, answer.first_door) == (answer.at, answer.at, "Utara")
    assert answer.at == "2023-02-13T07:30:00.000+07:00[WIB]"
    assert door(file).present_count() == 1


def test_unknown(file: CeremonyFile) -> None:
    answer = door(file).scan(new_token())
    assert (answer.verdict, answer.person, answer.first_at) == (Verdict.UNKNOWN, None, "")
    assert door(file).present_count() == 0


def test_revoked(file: CeremonyFile) -> None:
    person, old = named(file)[0], tokens(file)[0]
    new = PeopleDesk(file).reissue(person)
    assert door(file).scan(old).verdict is Verdict.REVOKED
    assert door(file).scan(new).verdict is Verdict.RECORDED


def test_blocked_as_a_person(file: CeremonyFile) -> None:
    PeopleDesk(file).correct(named(file)[0]._replace(active=False))
    answer = door(file).scan(tokens(file)[0])
    assert (answer.verdict, answer.person) == (Verdict.UNKNOWN, None)


def test_blocked_as_a_code(file: CeremonyFile) -> None:
    answer = door(file).scan("3578011212700001")
    assert (answer.verdict, answer.token, answer.person) == (Verdict.MALFORMED, "", None)


# Already in


def test_already_in_locally(file: CeremonyFile, clock: FakeClock) -> None:
    badge = tokens(file)[0]
    first = door(file, "Utara").scan(badge)
    clock.run(90)
    again = door(file, "Selatan").scan(badge.lower())
    assert again.verdict is Verdict.ALREADY
    assert (again.first_at, again.first_door, again.door) == (first.at, "Utara", "Selatan")
    assert (again.token, again.seq) == (badge, first.seq + 1)
    assert door(file).present_count() == 1


def test_already_in_from_elsewhere(origin: Path) -> None:
    south = copy_with(origin, "south.ikrar", scans("Selatan", 0))
    with opener().open(origin) as file:
        take_in(file, south)
        again = door(file, "Utara").scan(tokens(file)[0])
    assert (again.verdict, again.first_door, again.door) == (Verdict.ALREADY, "Selatan", "Utara")


def test_several_entries(file: CeremonyFile, clock: FakeClock) -> None:
    """However often: once recorded, never toggled, and each scan kept."""
    badge = tokens(file)[0]
    answers: list[ScanAnswer] = []
    for _ in range(5):
        answers.append(door(file).scan(badge))
        clock.run(60)
    verdicts = [answer.verdict for answer in answers]
    assert verdicts == [Verdict.RECORDED, *[Verdict.ALREADY] * 4]
    assert {answer.first_at for answer in answers} == {answers[0].at}
    assert door(file).present_count() == 1
    assert sum(event.kind == "scan" for event in Journal(file).latest(50)) == 5


def test_leave_and_return(file: CeremonyFile, clock: FakeClock) -> None:
    """A door knows no exit: who left early is said of the pledge, and is still `already`."""
    person, badge, session = named(file)[0], tokens(file)[0], main_session(file)
    door(file).scan(badge)
    text = Preparation(file).text("").text
    Pledges(file).set([person], Pledge.LEFT_EARLY, text, session, "")
    clock.run(600)
    assert door(file).scan(badge).verdict is Verdict.ALREADY
    by_hand = Pledges(file).by_hand(text, session)
    assert by_hand[person.id].how is Pledge.LEFT_EARLY
    assert door(file).present_count() == 1


# Lists, times, days


def test_other_list(file: CeremonyFile, tmp_path: Path) -> None:
    """Sessions do not know each other's arrivals, ceremonies do not know each other's badges."""
    badge, follow_up = tokens(file)[0], CheckIn(file, Sessions(file).add("susulan"), "Utara")
    assert door(file).scan(badge).verdict is Verdict.RECORDED
    assert follow_up.scan(badge).verdict is Verdict.RECORDED
    assert (door(file).present_count(), follow_up.present_count()) == (1, 1)
    with new_file(tmp_path / "lain.ikrar", 3) as other:
        assert door(file).scan(tokens(other)[0]).verdict is Verdict.UNKNOWN


def test_not_yet_and_no_longer_valid_to_the_second(file: CeremonyFile, clock: FakeClock) -> None:
    """A session opens and closes by hand; the scan before and after it falls on its own side."""
    badges, sessions = tokens(file), Sessions(file)
    sessions.close(main_session(file))
    assert door(file).scan(badges[0]).verdict is Verdict.CLOSED, "not yet"
    sessions.open(main_session(file))
    assert door(file).scan(badges[0]).verdict is Verdict.RECORDED
    clock.run(1)
    assert door(file).scan(badges[1]).verdict is Verdict.RECORDED
    sessions.close(main_session(file))
    answer = door(file).scan(badges[2])
    assert (answer.verdict, answer.first_at) == (Verdict.CLOSED, ""), "no longer"
    clock.run(1)
    again = door(file).scan(badges[1])
    assert again.verdict is Verdict.CLOSED
    assert again.first_at == "2023-02-13T07:30:01.000+07:00[WIB]", "and is said to be here"


def test_late_to_the_second(file: CeremonyFile, clock: FakeClock) -> None:
    preparation, session = Preparation(file), main_session(file).id
    preparation.change_details(replace(preparation.details(), late_from={session: "07:31"}))
    clock.run(59.999)
    door(file).scan(tokens(file)[0])
    clock.run(0.001)
    door(file).scan(tokens(file)[1])
    statuses = {state.person.name: state.status for state in door(file).states()}
    assert [statuses[one.name] for one in named(file)[:2]] == [Status.PRESENT, Status.LATE]


@pytest.mark.parametrize(("zone", "day"), [("WIB", "2023-02-13"), ("WIT", "2023-02-14")])
def test_limits_by_day_in_the_events_own_time_zone(tmp_path: Path, zone: str, day: str) -> None:
    """The same moment is another day in Jayapura: late only where the ceremony's day has come."""
    clock = FakeClock("2023-02-13T16:00:00+00:00")
    ceremonies = Ceremonies(opener(clock), Templates(LOCATOR.templates))
    with ceremonies.create(tmp_path / "timur.ikrar", "generic", {"zone": zone}) as file:
        bring_in(file, made_up_staff(1))
        answer = door(file).scan(tokens(file)[0])
        assert (answer.at[:10], Preparation(file).details().zone) == (day, Zone(zone))
        assert LateRule("00:00", "2023-02-14").is_late(answer.at) is (zone == "WIT")


# Finding and counting


@pytest.mark.parametrize("typed", ["TJOKRO", "krodimul", "cokro"])
def test_search_by_part_case_blind(typed: str) -> None:
    """Any part of any word, in either case and spelling; titles count for nothing."""
    names = ["Sri Rahayu, S.H.", "R. Tjokrodimuljo, S.H., M.H.", "Wayan Indarto"]
    assert NameIndex(names, ["", "", ""]).find(typed) == [1]


def test_totals_by_kind(file: CeremonyFile, clock: FakeClock) -> None:
    preparation, session, people = Preparation(file), main_session(file), named(file)
    preparation.change_details(replace(preparation.details(), late_from={session.id: "07:31"}))
    door(file).scan(tokens(file)[0])
    clock.run(60)
    door(file).scan(tokens(file)[1])
    door(file).mark(people[2], Status.SICK)
    door(file).mark(people[3], Status.UNEXPLAINED)
    door(file).guest("Warits", "Ketua", "Bawaslu")
    total = AttendancePictures(file).read(session).total
    assert (total.present, total.late, total.excused, total.missing) == (1, 1, 1, 3)
    assert door(file).present_count() == 3, "the guest is here, and not of the staff"


# Codes


def test_codes_valid(file: CeremonyFile) -> None:
    badge = tokens(file)[0]
    spelled = f"{badge[:2]} {badge[2:10]}-{badge[10:]}".lower()
    assert door(file).scan(spelled).verdict is Verdict.RECORDED


def test_codes_forged(file: CeremonyFile) -> None:
    """A changed or swapped character is seen; a code made up whole is on no roster."""
    badge = tokens(file)[0]
    changed = badge[:5] + ("7" if badge[5] != "7" else "8") + badge[6:]
    at = next(n for n in range(2, 18) if badge[n] != badge[n + 1])
    swapped = badge[:at] + badge[at + 1] + badge[at] + badge[at + 2 :]
    verdicts = [door(file).scan(code).verdict for code in (changed, swapped, new_token())]
    assert verdicts == [Verdict.MALFORMED, Verdict.MALFORMED, Verdict.UNKNOWN]


def test_codes_revoked(file: CeremonyFile) -> None:
    """Also where its holder is here already, which is then said."""
    arrived = door(file).scan(tokens(file)[0])
    PeopleDesk(file).revoke(named(file)[0])
    answer = door(file).scan(arrived.token)
    assert (answer.verdict, answer.first_at) == (Verdict.REVOKED, arrived.at)


# What libpretixsync does not try


def test_two_scans_at_once(tmp_path: Path) -> None:
    with new_file(tmp_path / "upacara.ikrar", 1) as file:
        badge, path = tokens(file)[0], file.path
    together, verdicts = threading.Barrier(2), list[Verdict]()

    def scan(name: str) -> None:
        with opener().open(path) as file:
            north = door(file, name)
            together.wait()
            verdicts.append(north.scan(badge).verdict)

    doors = [threading.Thread(target=scan, args=(name,)) for name in ("Utara", "Selatan")]
    for one in doors:
        one.start()
    for one in doors:
        one.join()
    assert sorted(verdicts) == [Verdict.ALREADY, Verdict.RECORDED]


def test_killed_between_beep_and_commit(tmp_path: Path) -> None:
    """There is nothing between: what was answered is there after a kill, whole."""
    with new_file(tmp_path / "upacara.ikrar", 2) as file:
        badges, path = tokens(file), file.path
    program = subprocess.Popen(
        command("scan", path, "Utara"),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env=environment(),
        text=True,
    )
    assert program.stdin is not None
    assert program.stdout is not None
    with program:
        assert program.stdout.readline() == "ready\n"
        program.stdin.write(f"{badges[0]}\n")
        program.stdin.flush()
        answered = json.loads(program.stdout.readline())
        program.kill()
    with opener().open(path) as file:
        assert verify(file).ok
        assert Journal(file).event(answered["event"]).kind == EventKind.SCAN
        verdicts = [door(file).scan(badge).verdict for badge in badges]
    assert verdicts == [Verdict.ALREADY, Verdict.RECORDED]


def test_the_same_record_twice(origin: Path) -> None:
    north = copy_with(origin, "north.ikrar", scans("Utara", 0, 1))
    with opener().open(origin) as file:
        assert take_in(file, north).scans == 2
        events = Journal(file).count()
        assert take_in(file, north).events == 0
        assert (Journal(file).count(), door(file).present_count()) == (events, 2)


def test_two_doors_then_merge(origin: Path) -> None:
    """Each of them let somebody in whom the other let in too: one attendance, both scans kept."""
    early, late = FakeClock("2023-02-13T00:31:00+00:00"), FakeClock("2023-02-13T00:35:00+00:00")
    south = copy_with(origin, "south.ikrar", scans("Selatan", 0, 1), early)
    with opener(late).open(origin) as file:
        scans("Utara", 0, 2)(file)
        assert take_in(file, south).both == 1
        arrivals = Attendance(file).arrivals(main_session(file).id)
        doors = sorted(one.door for one in arrivals.values())
        assert doors == ["Selatan", "Selatan", "Utara"]
        assert verify(file).ok


def test_clock_set_back(file: CeremonyFile, clock: FakeClock) -> None:
    """What comes later stays later, whatever the clock on the wall says."""
    badges = tokens(file)
    first = door(file).scan(badges[0])
    clock.run(60)
    clock.set_wall("2023-02-12T23:00:00+00:00")
    second = door(file).scan(badges[1])
    again = door(file).scan(badges[0])
    assert second.at < first.at
    assert (again.verdict, again.first_at) == (Verdict.ALREADY, first.at)
    ticks = [Journal(file).event(one.event).tick for one in (first, second, again)]
    assert ticks == sorted(ticks)
    assert verify(file).ok


def test_a_copied_file(origin: Path, tmp_path: Path) -> None:
    """Two laptops with one file: no event of the one can be taken for one of the other."""
    copied = tmp_path / "salinan.ikrar"
    shutil.copy(origin, copied)
    named_by: list[str] = []
    for path, who in ((origin, "Utara"), (copied, "Selatan")):
        with opener().open(path) as file:
            named_by.append(door(file, who).scan(tokens(file)[0]).event)
    assert named_by[0] != named_by[1]
    with opener().open(origin) as file:
        take_in(file, copied)
        assert {Journal(file).event(name).door for name in named_by} == {"Utara", "Selatan"}
        assert door(file).present_count() == 1
        assert verify(file).ok
