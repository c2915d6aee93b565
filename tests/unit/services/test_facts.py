"""What papers state: facts of the record, and nothing that it does not know."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from ceremony_app.domain.ceremony import PactForm
from ceremony_app.domain.papers import Completion, CountsByHand
from ceremony_app.domain.people import Role
from ceremony_app.domain.pledges import Pledge
from ceremony_app.domain.signing import SignatureSource
from ceremony_app.domain.status import Status
from ceremony_app.services.facts import Choice, Facts
from ceremony_app.services.paper_reading import PaperReading
from ceremony_app.services.people import PeopleDesk
from ceremony_app.services.pledges import Pledges
from ceremony_app.services.preparation import Preparation
from ceremony_app.services.record import Seal
from ceremony_app.services.sessions import Sessions
from ceremony_app.services.signing import Signing
from tests.helpers.day import Day, begin

SEAL = Seal("0123 4567 89ab cdef 0123 4567 89ab cdef", 12)


@pytest.fixture
def day(tmp_path: Path) -> Iterator[Day]:
    opened = begin(tmp_path / "a.ikrar", template="jatim")
    with opened.file:
        yield opened


def choice(day: Day, number: str = "") -> Choice:
    return Choice(day.session, number)


def test_badges_are_those_that_are_valid_now(day: Day) -> None:
    facts, first = Facts(day.file), day.people[0]
    before = {badge.token for badge in facts.badge_sheet().badges}
    fresh = PeopleDesk(day.file).reissue(first)
    tokens = {badge.token for badge in facts.badge_sheet().badges}
    assert len(tokens) == len(day.people)
    assert fresh in tokens
    assert len(tokens & before) == len(day.people) - 1
    PeopleDesk(day.file).revoke(first)
    assert len(facts.badge_sheet().badges) == len(day.people) - 1
    assert {b.division for b in facts.badge_sheet("Divisi Keimigrasian").badges} == {
        "Divisi Keimigrasian"
    }


def test_the_attendance_list_has_everybody_by_division_and_guests_last(day: Day) -> None:
    day.arrive(day.people[1])
    day.door.mark(day.people[0], Status.SICK, "surat 12")
    day.door.guest("A. Warits", "Ketua", "Bawaslu Jawa Timur")
    rows = Facts(day.file).attendance_sheet(choice(day)).rows
    assert [row.no for row in rows] == list(range(1, 8))
    assert [row.division for row in rows] == (
        ["Divisi Administrasi"] * 3 + ["Divisi Keimigrasian"] * 3 + ["Bawaslu Jawa Timur"]
    )
    status = {row.name: row.status for row in rows}
    assert status["Pegawai 1, S.H."] is Status.SICK
    assert status["Pegawai 2, S.H."] is Status.PRESENT
    assert status["Pegawai 3, S.H."] is None
    assert status["A. Warits"] is Status.PRESENT


def test_minutes_count_by_status_and_leave_the_rest_uncounted(day: Day) -> None:
    day.arrive(*day.people[:2])
    day.door.mark(day.people[2], Status.ASSIGNED_ELSEWHERE)
    day.door.mark(day.people[3], Status.LATE)
    day.door.guest("A. Warits", "Ketua")
    minutes = Facts(day.file).minutes(choice(day, "W.15-1"), SEAL)
    assert dict(minutes.counts) == {
        Status.PRESENT: 2,
        Status.LATE: 1,
        Status.ASSIGNED_ELSEWHERE: 1,
    }
    assert (minutes.people, minutes.guests, minutes.number) == (6, 1, "W.15-1")
    assert minutes.head == "0123456789abcdef" * 2


def test_minutes_tell_a_text_that_was_read_from_one_that_was_not(day: Day) -> None:
    facts = Facts(day.file)
    assert [text.completion for text in facts.minutes(choice(day), SEAL).texts] == [
        Completion.NOT_READ
    ]
    day.approve()
    day.arrive(*day.people[:4])
    stage = day.stage()
    for at, step in enumerate(day.show().steps()):
        stage.presented(step, screen="EPSON", visible=True)
        day.clock.let_pass(10)
        if at == 20:
            day.arrive(day.people[4])
    (text,) = facts.minutes(choice(day), SEAL).texts
    assert (text.completion, text.present, text.latecomers) == (Completion.SHOWN, 4, 1)
    pledge = Preparation(day.file).text("").text
    Pledges(day.file).set(day.people[:2], Pledge.LEFT_EARLY, pledge, day.session)
    Pledges(day.file).set(day.people[4:6], Pledge.SPOKEN, pledge, day.session, "di pos jaga")
    (text,) = facts.minutes(choice(day), SEAL).texts
    assert (text.present, text.latecomers) == (2, 1), "who left early came in time all the same"
    assert text.by_hand == CountsByHand(spoken=2, left_early=2)


def test_a_text_left_in_the_middle_is_partial(day: Day) -> None:
    day.approve()
    stage = day.stage()
    for step in [step for step in day.show().steps() if step.text][:5]:
        stage.presented(step, screen="EPSON", visible=True)
        day.clock.let_pass(10)
    (text,) = Facts(day.file).minutes(choice(day), SEAL).texts
    assert (text.completion, text.present) == (Completion.PARTIAL, None)


def test_a_witness_who_was_there_has_not_thereby_signed(day: Day) -> None:
    facts = Facts(day.file)
    (witness,) = facts.details.with_role(Role.WITNESS)
    (fact,) = facts.minutes(choice(day), SEAL).witnesses
    assert (fact.present, fact.signed, fact.signs) == (False, False, False)
    Signing(day.file).witness_present(witness, day.session)
    (fact,) = facts.minutes(choice(day), SEAL).witnesses
    assert (fact.present, fact.signed) == (True, False)
    Signing(day.file).sign(
        facts.details.pacts[0], witness, day.session, SignatureSource.RETURNED_SHEET
    )
    (fact,) = facts.minutes(choice(day), SEAL).witnesses
    assert (fact.present, fact.signed) == (True, True)


def test_the_individual_form_has_a_sheet_for_each_of_the_staff(day: Day) -> None:
    day.door.guest("A. Warits", "Ketua")
    facts = Facts(day.file)
    pact = facts.details.pacts[0]
    assert len(facts.pact_sheet(pact, PactForm.INDIVIDUAL, choice(day)).people) == 6
    assert facts.pact_sheet(pact, PactForm.REPRESENTATIVES, choice(day)).people == ()


def test_a_follow_up_session_has_its_own_attendance(day: Day) -> None:
    day.arrive(*day.people[:3])
    follow_up = Sessions(day.file).add("Susulan")
    facts = Facts(day.file)
    sheet = facts.attendance_sheet(Choice(follow_up))
    assert sheet.occasion.session == "Susulan"
    assert [row.status for row in sheet.rows] == [None] * 6
    assert facts.attendance_sheet(choice(day)).occasion.session == ""


def test_a_reading_from_paper_names_its_reader_and_time(day: Day) -> None:
    day.approve()
    day.arrive(*day.people[:4])
    PaperReading(day.file, day.session).record(Preparation(day.file).text(""), "Regu B")
    (text,) = Facts(day.file).minutes(choice(day), SEAL).texts
    assert (text.completion, text.present, text.latecomers) == (Completion.ON_PAPER, 4, 0)
    assert text.reader is not None
    assert (text.reader.name, text.at[11:16], text.reading) == ("Regu B", "07:30", None)


def test_a_text_that_was_confirmed_still_says_what_the_screen_showed(day: Day) -> None:
    day.approve()
    stage = day.stage()
    steps = [step for step in day.show().steps() if step.text]
    for step in steps[:4]:
        stage.presented(step, screen="EPSON", visible=True)
        day.clock.let_pass(10)
    stage.closed()
    (text,) = Facts(day.file).minutes(choice(day), SEAL).texts
    assert text.completion is Completion.PARTIAL
    assert steps[0].text is not None
    stage.confirm(steps[0].text, "listrik padam")
    (text,) = Facts(day.file).minutes(choice(day), SEAL).texts
    assert (text.completion, text.reason) == (Completion.CONFIRMED, "listrik padam")
    assert text.reading is not None
    assert len(text.reading.skipped) == text.phrases - 2
