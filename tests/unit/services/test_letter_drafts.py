"""Drafts for the letter system: fields, words, no head, and the record left unsealed."""

from pathlib import Path

from docx import Document
from docx.shared import Mm

from ceremony_app.documents.stationery import Stationery
from ceremony_app.domain.ceremony import Paper
from ceremony_app.domain.events import EventKind
from ceremony_app.services.facts import Choice
from ceremony_app.services.papers import Papers
from ceremony_app.storage.ceremony_file import CeremonyFile
from ceremony_app.storage.journal import Journal, body_of
from tests.helpers.ceremony_files import LOCATOR, main_session, new_file
from tests.helpers.clocks import FakeClock

STATIONERY = Stationery.of(LOCATOR)


def words_of(path: Path) -> str:
    document = Document(str(path))
    cells = (cell.text for table in document.tables for row in table.rows for cell in row.cells)
    header = document.sections[0].header.paragraphs[0].text
    return "\n".join((header, *(one.text for one in document.paragraphs), *cells))


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
