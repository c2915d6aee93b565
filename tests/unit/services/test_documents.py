"""Numbers that come after signing, papers marked as signed, copies and new versions of minutes."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from ceremony_app.documents.stationery import Stationery
from ceremony_app.domain.ceremony import PactForm
from ceremony_app.domain.day_papers import DayPaper
from ceremony_app.domain.errors import FileTrouble, Refused
from ceremony_app.domain.events import EventKind
from ceremony_app.domain.paper_code import code_of, shown
from ceremony_app.services.checkin import CheckIn
from ceremony_app.services.day_papers import DayPapers
from ceremony_app.services.documents import Documents
from ceremony_app.services.facts import Choice
from ceremony_app.services.history import History, Wanted
from ceremony_app.services.lock import Lock
from ceremony_app.services.papers import Papers
from ceremony_app.services.preparation import Preparation
from ceremony_app.services.record import Record
from ceremony_app.services.sessions import Sessions
from ceremony_app.services.sign_scans import SignScans
from ceremony_app.storage.ceremony_file import CeremonyFile
from ceremony_app.storage.copies import copy_file
from ceremony_app.storage.journal import Journal, body_of
from ceremony_app.storage.merge import take_in
from ceremony_app.storage.verify import verify
from tests.helpers.ceremony_files import LOCATOR, door, main_session, new_file, opener, tokens
from tests.helpers.clocks import FakeClock
from tests.helpers.pdf_pages import plain, text_of
from tests.helpers.settled import settle

STATIONERY = Stationery.of(LOCATOR)


@pytest.fixture
def file(tmp_path: Path, clock: FakeClock) -> Iterator[CeremonyFile]:
    with new_file(tmp_path / "upacara.ikrar", 6, clock, "banten") as file:
        settle(file)
        yield file


def heads(file: CeremonyFile) -> list[str]:
    return [
        str(body_of(event)["head"])
        for event in Journal(file).of_kind(EventKind.DOCUMENT_MADE)
        if body_of(event)["kind"] == "minutes"
    ]


def make_minutes(file: CeremonyFile, out: Path, number: str = "") -> str:
    Papers(file, STATIONERY).minutes(out, Choice(main_session(file), number))
    return text_of(out)


def test_a_number_that_comes_late_is_recorded_and_can_be_corrected(
    file: CeremonyFile, tmp_path: Path
) -> None:
    make_minutes(file, tmp_path / "a.pdf")
    documents = Documents(file)
    first = documents.give_number(documents.find("minutes", main_session(file)), "W.1-23")
    found = documents.find("minutes", main_session(file))
    assert found.number == "W.1-23"
    with pytest.raises(Refused, match=r"documents\.same_number"):
        documents.give_number(found, " W.1-23 ")
    with pytest.raises(Refused, match=r"documents\.no_number"):
        documents.give_number(found, " ")
    second = documents.give_number(found, "W.1-24")
    assert body_of(second)["corrects"] == [first.writer, first.seq]
    assert documents.find("minutes", main_session(file)).number == "W.1-24"
    assert not any("W.1" in event.body for event in (first, second))
    told = History(file).read(Wanted(5, frozenset({EventKind.NUMBER_GIVEN})))
    assert [(one.note, one.document) for one in told] == [
        ("W.1-24", "minutes"),
        ("W.1-23", "minutes"),
    ]
    assert verify(file).ok


def test_a_follow_up_cites_the_number_that_came_late(file: CeremonyFile, tmp_path: Path) -> None:
    make_minutes(file, tmp_path / "a.pdf")
    documents, later = Documents(file), Sessions(file).add("Susulan")
    documents.give_number(documents.find("minutes", main_session(file)), "W.1-23")
    Papers(file, STATIONERY).minutes(tmp_path / "b.pdf", Choice(later))
    assert "Berita Acara Nomor W.1-23 yang dibuat" in text_of(tmp_path / "b.pdf")


def test_documents_are_found_by_the_code_at_their_foot(file: CeremonyFile, tmp_path: Path) -> None:
    make_minutes(file, tmp_path / "a.pdf")
    documents = Documents(file)
    (made,) = documents.all()
    assert documents.find(shown(code_of(made.id)).lower(), main_session(file)).id == made.id
    with pytest.raises(Refused, match=r"documents\.unknown"):
        documents.find("pact", main_session(file))


def test_what_is_printed_of_a_signed_list_is_a_copy(file: CeremonyFile, tmp_path: Path) -> None:
    papers, choice, out = Papers(file, STATIONERY), Choice(main_session(file)), tmp_path / "a.pdf"
    papers.attendance(out, choice)
    papers.attendance(out, choice)
    assert "SALINAN" not in text_of(out)
    documents = Documents(file)
    event = documents.mark_signed(documents.find("attendance", main_session(file)))
    papers.attendance(out, choice)
    assert "SALINAN" in text_of(out)
    newest, original, _ = documents.all()
    assert newest.copy_of == original.id
    with pytest.raises(Refused, match=r"documents\.not_signable"):
        documents.mark_signed(newest)
    with pytest.raises(Refused, match=r"documents\.signed_already"):
        documents.mark_signed(original)
    DayPapers(file, STATIONERY).make(DayPaper.BY_RANK, out, choice)
    assert "SALINAN" not in text_of(out), "another paper, not signed yet"
    CheckIn(file, main_session(file), "").undo(event.name, "keliru")
    papers.attendance(out, choice)
    assert "SALINAN" not in text_of(out)


def test_a_pact_is_signed_by_people_and_not_as_a_whole(file: CeremonyFile, tmp_path: Path) -> None:
    papers, session = Papers(file, STATIONERY), main_session(file)
    papers.pact(tmp_path / "a.pdf", papers.pact_named(""), Choice(session), PactForm.INDIVIDUAL)
    documents = Documents(file)
    with pytest.raises(Refused, match=r"documents\.not_signable"):
        documents.mark_signed(documents.find("pact", session))


def test_a_copy_of_signed_minutes_cites_their_head_and_number(
    file: CeremonyFile, tmp_path: Path
) -> None:
    make_minutes(file, tmp_path / "a.pdf")
    documents, session = Documents(file), main_session(file)
    documents.mark_signed(documents.find("minutes", session))
    documents.give_number(documents.find("minutes", session), "W.1-23")
    text = make_minutes(file, tmp_path / "b.pdf")
    assert "SALINAN" in text
    assert "Nomor: W.1-23" in text
    assert len(Journal(file).of_kind(EventKind.SEALED)) == 1
    assert heads(file)[0] == heads(file)[1]
    assert plain(heads(file)[0]) in text
    assert "PEMBARUAN" not in text


def test_what_was_added_to_signed_minutes_makes_a_new_version(
    file: CeremonyFile, tmp_path: Path
) -> None:
    make_minutes(file, tmp_path / "a.pdf")
    documents, session = Documents(file), main_session(file)
    documents.mark_signed(documents.find("minutes", session))
    documents.give_number(documents.find("minutes", session), "W.1-23")
    door(file).scan(tokens(file)[0])
    text = make_minutes(file, tmp_path / "b.pdf")
    assert "SALINAN" not in text
    assert "BERITA ACARA (PEMBARUAN)" in text
    assert "memperbarui Berita Acara Nomor W.1-23 tanggal 13 Februari 2023" in text
    old, new = heads(file)
    assert old != new
    assert plain(old) in text
    assert plain(new) in text
    assert Record(file).verify(old).ok


def test_only_what_the_minutes_state_makes_an_update(
    file: CeremonyFile, tmp_path: Path, clock: FakeClock
) -> None:
    make_minutes(file, tmp_path / "a.pdf")
    documents, session = Documents(file), main_session(file)
    documents.mark_signed(documents.find("minutes", session))
    SignScans(file, Preparation(file).details().pacts[0], session).scan("halo")
    Lock(file, clock, "Utara").set("2468")
    for name, scanned in (("bare.ikrar", ()), ("used.ikrar", (tokens(file)[0],))):
        copy_file(file.path, tmp_path / name)
        with opener(clock).open(tmp_path / name) as other:
            for token in scanned:
                door(other).scan(token)
        take_in(file, tmp_path / name)
        text = make_minutes(file, tmp_path / "b.pdf")
        assert ("SALINAN" in text, "(PEMBARUAN)" in text) == (not scanned, bool(scanned))


def test_a_paper_that_could_not_be_written_leaves_a_seal_that_the_next_one_uses(
    file: CeremonyFile, tmp_path: Path
) -> None:
    (tmp_path / "a.pdf").mkdir()
    with pytest.raises(FileTrouble):
        make_minutes(file, tmp_path / "a.pdf")
    assert len(Journal(file).of_kind(EventKind.SEALED)) == 1
    make_minutes(file, tmp_path / "b.pdf")
    make_minutes(file, tmp_path / "c.pdf")
    assert len(Journal(file).of_kind(EventKind.SEALED)) == 1
    door(file).scan(tokens(file)[0])
    make_minutes(file, tmp_path / "d.pdf")
    assert len(Journal(file).of_kind(EventKind.SEALED)) == 2
