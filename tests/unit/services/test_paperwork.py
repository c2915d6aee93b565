"""A document's code, its event, and whose its sheets are."""

from dataclasses import replace
from pathlib import Path

from ceremony_app.documents.stationery import Stationery
from ceremony_app.domain.ceremony import PactForm
from ceremony_app.domain.events import EventKind
from ceremony_app.domain.paper_code import code_of, shown
from ceremony_app.domain.signing import SignatureSource
from ceremony_app.domain.wording import grouped_head
from ceremony_app.services.facts import Choice
from ceremony_app.services.papers import Papers
from ceremony_app.services.people import PeopleDesk
from ceremony_app.services.preparation import Preparation
from ceremony_app.services.sessions import Sessions
from ceremony_app.services.signing import Signing
from ceremony_app.storage.ceremony_file import CeremonyFile
from ceremony_app.storage.items import Items
from ceremony_app.storage.journal import Journal, body_of
from ceremony_app.storage.rows import SHEET_ORDER
from tests.helpers.ceremony_files import LOCATOR, main_session
from tests.helpers.pdf_pages import plain, read_pages, text_of

STATIONERY = Stationery.of(LOCATOR)


def test_the_code_on_paper_is_that_of_the_event(file: CeremonyFile, tmp_path: Path) -> None:
    papers, choice = Papers(file, STATIONERY), Choice(main_session(file))
    out = tmp_path / "a.pdf"
    papers.attendance(out, choice)
    (event,) = Journal(file).of_kind(EventKind.DOCUMENT_MADE)
    code = shown(code_of(str(body_of(event)["document"])))
    assert f"{code} · kode arsip, bukan tanda tangan elektronik" in text_of(out)


def test_an_office_can_do_without(file: CeremonyFile, tmp_path: Path) -> None:
    preparation = Preparation(file)
    preparation.change_details(replace(preparation.details(), archive_code=False))
    Papers(file, STATIONERY).attendance(tmp_path / "a.pdf", Choice(main_session(file)))
    assert "kode arsip" not in text_of(tmp_path / "a.pdf")


def test_whose_each_sheet_is_stands_in_the_record(file: CeremonyFile, tmp_path: Path) -> None:
    papers, choice = Papers(file, STATIONERY), Choice(main_session(file))
    pact = papers.pact_named("")
    papers.pact(tmp_path / "a.pdf", pact, choice, PactForm.INDIVIDUAL)
    (event,) = Journal(file).of_kind(EventKind.DOCUMENT_MADE)
    (order,) = Items(file).of_kind(SHEET_ORDER)
    assert body_of(event)["sheets"] == order.id
    names = {person.id: person.name for person in PeopleDesk(file).everyone()}
    sheets = order.data["sheets"]
    assert isinstance(sheets, list)
    for identity, page in zip(sheets, read_pages(tmp_path / "a.pdf"), strict=True):
        assert names[str(identity)] in page.text


def test_who_has_signed_gets_a_copy_when_it_is_printed_again(
    file: CeremonyFile, tmp_path: Path
) -> None:
    papers, session, out = Papers(file, STATIONERY), main_session(file), tmp_path / "a.pdf"
    pact, person = papers.pact_named(""), PeopleDesk(file).everyone()[0]
    papers.pact(out, pact, Choice(session), PactForm.INDIVIDUAL)
    assert "SALINAN" not in text_of(out)
    Signing(file).sign(pact, person, session, SignatureSource.OPERATOR)
    papers.pact(out, pact, Choice(session), PactForm.INDIVIDUAL)
    copies = [page for page in read_pages(out) if "SALINAN" in page.text]
    assert [person.name in page.text for page in copies] == [True]


def test_a_follow_up_session_supplements_the_first_minutes(
    file: CeremonyFile, tmp_path: Path
) -> None:
    papers, out, main = Papers(file, STATIONERY), tmp_path / "a.pdf", main_session(file)
    later = Sessions(file).add("Susulan")
    papers.minutes(out, Choice(later))
    assert "BERITA ACARA TAMBAHAN" not in text_of(out)
    papers.minutes(out, Choice(main, "W.1-23"))
    assert "TAMBAHAN" not in text_of(out)
    made = [body_of(event) for event in Journal(file).of_kind(EventKind.DOCUMENT_MADE)]
    head = grouped_head(str(made[-1]["head"]).replace(" ", ""))
    papers.minutes(out, Choice(later, "W.1-24"))
    text = text_of(out)
    assert "BERITA ACARA TAMBAHAN" in text
    assert "Nomor W.1-23 yang dibuat tanggal" in text
    assert plain(head) in text
    assert "Nomor: W.1-24" in text
