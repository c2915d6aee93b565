"""A paper is seen as it was made, or not at all."""

from dataclasses import replace
from pathlib import Path

import pytest

from ceremony_app.documents.stationery import Stationery
from ceremony_app.domain.ceremony import PactForm, Paper
from ceremony_app.domain.signed_sheets import PaperMade
from ceremony_app.domain.signing import SignatureSource
from ceremony_app.services.documents import Documents
from ceremony_app.services.facts import Choice
from ceremony_app.services.paper_again import PaperAgain, page_of
from ceremony_app.services.papers import Papers
from ceremony_app.services.papers_made import papers_made
from ceremony_app.services.preparation import Preparation
from ceremony_app.services.signing import Signing
from ceremony_app.storage.ceremony_file import CeremonyFile
from ceremony_app.storage.journal import Journal
from ceremony_app.storage.people import People
from tests.helpers.ceremony_files import LOCATOR, door, main_session, new_file
from tests.helpers.pdf_pages import text_of
from tests.helpers.settled import settle

STATIONERY = Stationery.of(LOCATOR)


@pytest.mark.parametrize("size", list(Paper))
def test_papers_are_made_again_byte_by_byte(
    file: CeremonyFile, tmp_path: Path, size: Paper
) -> None:
    papers, choice, made = Papers(file, STATIONERY), Choice(main_session(file), "W.1-2"), []
    pact = papers.pact_named("")
    for at, form in enumerate(PactForm):
        made.append(tmp_path / f"pakta-{at}.pdf")
        papers.pact(made[-1], pact, choice, form, size)
    made += [tmp_path / "daftar.pdf", tmp_path / "berita.pdf"]
    papers.attendance(made[-2], choice, size)
    papers.minutes(made[-1], choice, size)
    events = Journal(file).count()
    for paper, original in zip(papers_made(file), made, strict=True):
        again = tmp_path / "lagi.pdf"
        assert PaperAgain(file, STATIONERY).make(paper, again), paper.kind
        assert again.read_bytes() == original.read_bytes()
    assert Journal(file).count() == events


def test_an_original_is_seen_as_one_after_it_was_signed(file: CeremonyFile, tmp_path: Path) -> None:
    papers, session = Papers(file, STATIONERY), main_session(file)
    pact, person = papers.pact_named(""), People(file).everyone()[0]
    for name in ("asli", "salinan"):
        papers.pact(tmp_path / f"{name}.pdf", pact, Choice(session), PactForm.INDIVIDUAL)
        if name == "asli":
            Signing(file).sign(pact, person, session, SignatureSource.OPERATOR)
    original, copy = (one for one in papers_made(file) if one.kind == "pact_individual")
    out = tmp_path / "lagi.pdf"
    for paper, name in ((original, "asli.pdf"), (copy, "salinan.pdf")):
        assert PaperAgain(file, STATIONERY).make(paper, out)
        assert out.read_bytes() == (tmp_path / name).read_bytes()


def test_numbers_copies_and_new_versions_do_not_hide_what_was_printed(tmp_path: Path) -> None:
    with new_file(tmp_path / "a.ikrar", 3, template="banten") as file:
        settle(file)
        papers, documents = Papers(file, STATIONERY), Documents(file)
        choice, pact = Choice(main_session(file)), papers.pact_named("")
        papers.pact(tmp_path / "0.pdf", pact, choice, PactForm.INDIVIDUAL)
        papers.attendance(tmp_path / "1.pdf", choice)
        papers.minutes(tmp_path / "2.pdf", choice)
        for kind in ("attendance_pdf", "minutes"):
            documents.mark_signed(documents.find(kind, choice.session))
        for number, kind in enumerate(("pact_individual", "attendance_pdf", "minutes")):
            documents.give_number(documents.find(kind, choice.session), f"W.1-{number}")
        papers.attendance(tmp_path / "3.pdf", choice)
        papers.minutes(tmp_path / "4.pdf", choice)
        # A refusal at the door: another event, and the papers' facts as they were.
        door(file).scan("bukan kartu")
        papers.minutes(tmp_path / "5.pdf", choice)
        assert "SALINAN" in text_of(tmp_path / "4.pdf")
        assert "(PEMBARUAN)" in text_of(tmp_path / "5.pdf")
        for at, paper in enumerate(papers_made(file)):
            assert PaperAgain(file, STATIONERY).make(paper, tmp_path / "lagi.pdf"), paper
            assert (tmp_path / "lagi.pdf").read_bytes() == (tmp_path / f"{at}.pdf").read_bytes()


def test_what_was_changed_since_is_not_shown(file: CeremonyFile, tmp_path: Path) -> None:
    papers = Papers(file, STATIONERY)
    papers.attendance(tmp_path / "a.pdf", Choice(main_session(file)))
    preparation = Preparation(file)
    preparation.change_details(replace(preparation.details(), place="Lapangan"))
    (paper,) = papers_made(file)
    assert not PaperAgain(file, STATIONERY).make(paper, tmp_path / "lagi.pdf")


def test_a_sheet_is_found_among_the_pages() -> None:
    people = tuple("abcdef")
    paper = PaperMade("d", "7KQ29XMD", "pact_individual", "", "", "s", "w:1", 12, "p", people)
    asked = ((1, 1), (1, 2), (6, 2), (2, 0), (7, 9))
    assert [page_of(paper, *one) for one in asked] == [1, 2, 12, 3, 12]
