"""Drafts for the letter system: fields, words, no head, and the record left unsealed."""

from dataclasses import replace
from pathlib import Path

from docx import Document
from docx.shared import Mm

from ceremony_app.documents.stationery import Stationery
from ceremony_app.domain.attendance import Quorum
from ceremony_app.domain.ceremony import Paper
from ceremony_app.domain.events import EventKind
from ceremony_app.services.documents import Documents
from ceremony_app.services.facts import Choice
from ceremony_app.services.papers import Papers
from ceremony_app.services.preparation import Preparation
from ceremony_app.storage.ceremony_file import CeremonyFile
from ceremony_app.storage.journal import Journal, body_of
from tests.helpers.ceremony_files import LOCATOR, door, main_session, new_file, tokens
from tests.helpers.clocks import FakeClock
from tests.helpers.settled import settle
from tests.helpers.word_files import words_of

STATIONERY = Stationery.of(LOCATOR)


def test_the_pact_has_fields_for_what_the_letter_system_gives(
    tmp_path: Path, clock: FakeClock
) -> None:
    out = tmp_path / "pakta.docx"
    with new_file(tmp_path / "a.ikrar", 3, clock, "banten") as file:
        papers = Papers(file, STATIONERY)
        pact = papers.pact_named("")
        papers.pact(out, pact, Choice(main_session(file)), paper=Paper.F4)
        (event,) = Journal(file).of_kind(EventKind.DOCUMENT_MADE)
    text = words_of(out)
    assert body_of(event)["kind"] == "pact_docx"
    assert text.startswith("DRAF")
    for field in ("${nomor_naskah}", "${tanggal_naskah}", "${ttd_pengirim}"):
        assert field in text
    for point in pact.points:
        assert point in text
    assert "Masjuno" in text
    section = Document(str(out)).sections[0]
    assert abs(section.page_height - Mm(330)) < Mm(0.1)


def test_a_draft_of_the_minutes_seals_nothing(file: CeremonyFile, tmp_path: Path) -> None:
    papers, choice = Papers(file, STATIONERY), Choice(main_session(file))
    first = papers.minutes(tmp_path / "a.docx", choice)
    assert Journal(file).of_kind(EventKind.SEALED) == []
    text = words_of(tmp_path / "a.docx")
    assert "BERITA ACARA" in text
    assert "6 (enam) orang" in text
    assert "sidik rekaman" not in text.partition("\n")[2]
    assert papers.minutes(tmp_path / "b.docx", choice) == first


def test_a_draft_tells_what_the_minutes_tell(tmp_path: Path) -> None:
    draft = tmp_path / "a.docx"
    with new_file(tmp_path / "a.ikrar", 6, template="banten") as file:
        settle(file)
        preparation = Preparation(file)
        preparation.change_details(replace(preparation.details(), quorum=Quorum.HALF))
        papers, choice = Papers(file, STATIONERY), Choice(main_session(file))
        papers.minutes(tmp_path / "a.pdf", choice)
        papers.minutes(draft, choice)
        for told in ("Kuorum ditetapkan", "Hadir: 0 (nol) orang"):
            assert told in words_of(draft)
        documents = Documents(file)
        documents.mark_signed(documents.find("minutes", choice.session))
        papers.minutes(draft, choice)
        assert "(PEMBARUAN)" not in words_of(draft)
        door(file).scan(tokens(file)[0])
        papers.minutes(draft, choice)
        assert "BERITA ACARA (PEMBARUAN)" in words_of(draft)
        assert "memperbarui Berita Acara Nomor" in words_of(draft)
        assert len(Journal(file).of_kind(EventKind.SEALED)) == 1
