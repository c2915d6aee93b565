"""Attendance from paper: the number means who stood there when the list was printed."""

from dataclasses import replace
from pathlib import Path

import pytest

from ceremony_app.console.door.missing_words import curve_of, quorum_told
from ceremony_app.documents.stationery import Stationery
from ceremony_app.domain.attendance import Quorum
from ceremony_app.domain.ceremony import Paper
from ceremony_app.domain.errors import Refused
from ceremony_app.domain.events import EventKind
from ceremony_app.domain.messages import Catalogue
from ceremony_app.domain.paper_code import code_of, shown
from ceremony_app.domain.status import Status
from ceremony_app.domain.verdicts import Verdict
from ceremony_app.services.attendance_picture import AttendancePictures
from ceremony_app.services.facts import Choice, Facts
from ceremony_app.services.paper_list import PaperLists
from ceremony_app.services.paper_list_print import PrintedList, print_paper_list
from ceremony_app.services.people import PeopleDesk
from ceremony_app.services.preparation import Preparation
from ceremony_app.services.quorum import QuorumCount
from ceremony_app.storage.ceremony_file import CeremonyFile
from ceremony_app.storage.journal import Journal, body_of
from ceremony_app.storage.verify import verify
from tests.helpers.ceremony_files import LOCATOR, door, made_up_staff, main_session, tokens
from tests.helpers.clocks import FakeClock
from tests.helpers.pdf_pages import read_pages, text_of

SAY = Catalogue.read(LOCATOR.translations, "id")


def printed(file: CeremonyFile, folder: Path, name: str = "daftar.pdf") -> PrintedList:
    choice = Choice(main_session(file))
    return print_paper_list(file, Stationery.of(LOCATOR), folder / name, choice)


def names(file: CeremonyFile, typed: str, code: str = "") -> list[str]:
    lists = PaperLists(file)
    lines = lists.preview(lists.find(code), typed, main_session(file))
    return [line.person.name for line in lines]


def test_the_paper_shows_numbers_names_and_its_code(file: CeremonyFile, tmp_path: Path) -> None:
    made = printed(file, tmp_path)
    words = " ".join(text_of(tmp_path / "daftar.pdf").split())
    assert made.list.code in words
    assert "08.30 WITA" in words or "07.30 WIB" in words or "09.30 WIT" in words
    assert "19700101" not in words
    for number, name in enumerate(names(file, "1-6"), start=1):
        assert f"{number} {name}" in words
    event = Journal(file).of_kind(EventKind.DOCUMENT_MADE)[-1]
    assert body_of(event)["kind"] == "paper_list"


def test_it_carries_the_code_of_its_document(file: CeremonyFile, tmp_path: Path) -> None:
    made = printed(file, tmp_path)
    code = shown(code_of(made.list.id))
    assert f"{code} · kode arsip, bukan tanda tangan elektronik" in text_of(tmp_path / "daftar.pdf")
    event = Journal(file).of_kind(EventKind.DOCUMENT_MADE)[-1]
    assert body_of(event)["document"] == made.list.id


def test_a_draft_is_not_a_list(file: CeremonyFile, tmp_path: Path) -> None:
    choice, out = Choice(main_session(file)), tmp_path / "a.pdf"
    print_paper_list(file, Stationery.of(LOCATOR), out, choice, Paper.F4, drafting=True)
    assert read_pages(out)[0].height == pytest.approx(330, abs=0.5)
    assert PaperLists(file).all() == []
    assert Journal(file).of_kind(EventKind.DOCUMENT_MADE) == []


def test_numbers_typed_are_arrivals_from_paper(file: CeremonyFile, tmp_path: Path) -> None:
    made = printed(file, tmp_path)
    lists, session = PaperLists(file), main_session(file)
    done = lists.record(made.list, "1, 3-4", session, "Utara", note="listrik padam")
    assert len(done.events) == 3
    assert door(file).present_count() == 3
    body = body_of(done.events[1])
    assert (body["source"], body["number"], body["list"]) == ("paper", 3, made.list.id)
    here = {state.person.name for state in door(file).states() if state.status}
    assert here == set(names(file, "1,3,4"))
    assert verify(file).ok


def test_a_number_stays_with_its_person_whatever_the_roster_does(
    file: CeremonyFile, tmp_path: Path
) -> None:
    first = printed(file, tmp_path)
    before = names(file, "1-6")
    desk = PeopleDesk(file)
    added = desk.add(made_up_staff(1)[0]._replace(name="Aan", id_number="9", division="Divisi 0"))
    person = next(one for one in desk.everyone() if one.name == before[5])
    desk.correct(person._replace(division="Bagian Awal"))
    second = printed(file, tmp_path, "baru.pdf")
    assert names(file, "1-6", first.list.code) == before
    assert names(file, "1-3", second.list.code)[:2] == [before[5], added.name]
    assert names(file, "1-7") == names(file, "1-7", second.list.code)


def test_who_is_here_already_is_not_recorded_twice(file: CeremonyFile, tmp_path: Path) -> None:
    made = printed(file, tmp_path)
    lists, session = PaperLists(file), main_session(file)
    door(file).scan(tokens(file)[0])
    done = lists.record(made.list, "1-6", session)
    assert (len(done.events), len(done.here)) == (5, 1)
    with pytest.raises(Refused) as caught:
        lists.record(made.list, "2", session)
    assert caught.value.message.key == "paper_list.all_here"


def test_joined_rows_are_one_person(file: CeremonyFile, tmp_path: Path) -> None:
    made = printed(file, tmp_path)
    lists, session = PaperLists(file), main_session(file)
    people = {one.id: one for one in PeopleDesk(file).everyone()}
    one, two = (people[made.list.people[at]] for at in (0, 1))
    PeopleDesk(file).join(two, one)
    assert [line.person.name for line in lists.preview(made.list, "2", session)] == [one.name]
    assert len(lists.record(made.list, "1-3", session).events) == 2


def test_what_is_refused_records_nothing(file: CeremonyFile, tmp_path: Path) -> None:
    lists, session = PaperLists(file), main_session(file)
    with pytest.raises(Refused, match="none_printed"):
        lists.find()
    made = printed(file, tmp_path)
    events = Journal(file).count()
    for typed, status in (("7", Status.PRESENT), ("1-7", Status.LATE), ("1", Status.SICK)):
        with pytest.raises(Refused):
            lists.record(made.list, typed, session, status=status)
    with pytest.raises(Refused, match="unknown_code"):
        lists.find("ZZZZ")
    assert Journal(file).count() == events


def test_no_list_prints_the_moment_of_typing(
    file: CeremonyFile, clock: FakeClock, tmp_path: Path
) -> None:
    """Typed in at noon: neither late by the clock nor said to have come at noon."""
    made = printed(file, tmp_path)
    session, preparation = main_session(file), Preparation(file)
    details = preparation.details()
    preparation.change_details(replace(details, late_from={session.id: "08:00"}))
    clock.run(4 * 3600)
    PaperLists(file).record(made.list, "2", session)
    row = Facts(file).attendance_sheet(Choice(session)).rows[1]
    assert (row.status, row.time) == (Status.PRESENT, "")
    answer = door(file).scan(tokens(file)[3])
    assert (answer.verdict, answer.first_timed) == (Verdict.ALREADY, False)
    assert [state.at for state in door(file).states() if state.status] == [""]


def test_the_chart_and_the_quorum_claim_no_moment_for_paper(
    file: CeremonyFile, clock: FakeClock, tmp_path: Path
) -> None:
    made, badges = printed(file, tmp_path), tokens(file)
    session, preparation = main_session(file), Preparation(file)
    preparation.change_details(replace(preparation.details(), quorum=Quorum.TWO_THIRDS))
    door(file).scan(badges[0])
    clock.run(3600)
    PaperLists(file).record(made.list, "2-4", session)
    picture = AttendancePictures(file).read(session)
    office = picture.quorum.office
    assert picture.arrivals is not None
    assert (picture.arrivals.counts, picture.untimed, picture.total.here) == ((1,), 3, 4)
    assert (office.is_complete, office.reached, office.untimed) == (True, "", 3)
    assert quorum_told(SAY, picture.quorum)[0].startswith(
        "Kuorum tercapai, pukulnya tidak diketahui: 4 hadir (3 dari daftar kertas)"
    )
    assert "3 lagi tercatat dari daftar kertas" in curve_of(SAY, picture)[1]
    # Three more with a moment: then it was reached at the latest.
    for badge in (badges[2], badges[5]):
        clock.run(60)
        door(file).scan(badge)
    door(file).undo(_mark_of(file, badges[1]), "keliru")
    clock.run(60)
    at = door(file).scan(badges[1]).at
    office = QuorumCount(file).read(session, Quorum.TWO_THIRDS).office
    assert (office.reached, office.untimed) == (at, 2)
    said, _ = quorum_told(SAY, AttendancePictures(file).read(session).quorum)
    assert said.startswith("Kuorum tercapai paling lambat pukul 08.")
    assert verify(file).ok


def test_with_paper_alone_there_is_no_curve(file: CeremonyFile, tmp_path: Path) -> None:
    made, session = printed(file, tmp_path), main_session(file)
    PaperLists(file).record(made.list, "1-2", session)
    picture = AttendancePictures(file).read(session)
    curve, told = curve_of(SAY, picture)
    assert curve is None
    assert told.startswith("2 pegawai tercatat dari daftar kertas")


def _mark_of(file: CeremonyFile, badge: str) -> str:
    """The event of the arrival that counts for the holder of a badge."""
    person = door(file).scan(badge).person
    assert person is not None
    return next(state.event for state in door(file).states() if state.person.id == person.id)


def test_an_empty_roster_has_no_list(file: CeremonyFile, tmp_path: Path) -> None:
    desk = PeopleDesk(file)
    for person in desk.everyone():
        desk.correct(person._replace(active=False))
    with pytest.raises(Refused, match="nobody"):
        printed(file, tmp_path)
    assert not (tmp_path / "daftar.pdf").exists()
