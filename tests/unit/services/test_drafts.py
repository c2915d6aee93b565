"""Papers with mistakes are made all the same: as drafts, on every page and in the record."""

from dataclasses import replace
from pathlib import Path

import pytest

from ceremony_app.documents.stationery import Stationery
from ceremony_app.domain.ceremony import LegalBasis, Pact, PactForm, Paper
from ceremony_app.domain.clock import SystemClock
from ceremony_app.domain.day_papers import DayPaper
from ceremony_app.domain.events import EventKind, Json
from ceremony_app.domain.mistakes import Topic
from ceremony_app.domain.papers import Made
from ceremony_app.domain.people import Role
from ceremony_app.domain.template import BLANK
from ceremony_app.services.archive_paper import check_paper
from ceremony_app.services.day_papers import DayPapers
from ceremony_app.services.facts import Choice
from ceremony_app.services.opening import opener
from ceremony_app.services.paper_mistakes import paper_mistakes
from ceremony_app.services.papers import BadgeWish, Papers
from ceremony_app.services.preparation import Preparation
from ceremony_app.services.readiness import Readiness
from ceremony_app.services.sessions import Sessions
from ceremony_app.services.signing import SignatureSource, Signing
from ceremony_app.services.templates import Templates
from ceremony_app.storage.journal import Journal, body_of
from tests.helpers.ceremony_files import LOCATOR
from tests.helpers.day import Day, begin
from tests.helpers.hall_photographs import bring
from tests.helpers.pdf_pages import read_pages, text_of

STATIONERY = Stationery.of(LOCATOR)
TEMPLATES = [template.id for template in Templates(LOCATOR.templates).all()]


@pytest.fixture
def day(tmp_path: Path) -> Day:
    """A ceremony without a mistake."""
    made = begin(tmp_path / "a.ikrar", place="Aula")
    made.approve()
    return made


def spoil(day: Day) -> None:
    """Take the first representative's post away."""
    preparation = Preparation(day.file)
    details = preparation.details()
    first = details.with_role(Role.REPRESENTATIVE)[0]
    parties = [replace(p, post="") if p.id == first.id else p for p in details.parties]
    preparation.change_details(replace(details, parties=tuple(parties)))


def make_pact(day: Day, out: Path) -> Made:
    papers = Papers(day.file, STATIONERY)
    return papers.pact(out, papers.pact_named(""), Choice(day.session))


def drafts(day: Day) -> list[Json]:
    """Of each document made, in order, whether it is recorded as a draft."""
    return [
        body_of(e).get("draft", False) for e in Journal(day.file).of_kind(EventKind.DOCUMENT_MADE)
    ]


def test_a_paper_without_mistakes_is_no_draft(day: Day, tmp_path: Path) -> None:
    with day.file:
        assert not make_pact(day, tmp_path / "a.pdf").mistakes
        assert "DRAF" not in text_of(tmp_path / "a.pdf")
        assert drafts(day) == [False]


def test_a_mistake_stands_across_every_page_and_in_the_record(day: Day, tmp_path: Path) -> None:
    spoil(day)
    papers, out = Papers(day.file, STATIONERY), tmp_path / "a.pdf"
    with day.file:
        (mistake,) = make_pact(day, out).mistakes
        assert mistake.field == "post"
        assert all("DRAF" in page.text for page in read_pages(out))
        assert "DRAF · Pakta Integritas" in text_of(out)
        # It stands on no other paper.
        pact = papers.pact_named("")
        assert not papers.pact(out, pact, Choice(day.session), PactForm.INDIVIDUAL).mistakes
        assert not papers.attendance(out, Choice(day.session)).mistakes
        assert not papers.minutes(out, Choice(day.session)).mistakes
        assert not papers.badges(out, BadgeWish(), Choice(day.session)).mistakes
        assert drafts(day) == [True, False, False, False, False]
        found = {check.name: check for check in Readiness(day.file, day.clock).checks()}
        assert found["papers"].state == "warn"
        assert found["papers"].says.values["first"] == mistake.told


def test_a_draft_of_what_is_signed_is_a_copy_too(day: Day, tmp_path: Path) -> None:
    spoil(day)
    with day.file:
        pact = Papers(day.file, STATIONERY).pact_named("")
        signer = Preparation(day.file).details().with_role(Role.REPRESENTATIVE)[0]
        Signing(day.file).sign(pact, signer, day.session, SignatureSource.OPERATOR)
        make_pact(day, tmp_path / "a.pdf")
    assert "DRAF · SALINAN" in text_of(tmp_path / "a.pdf")


def test_a_draft_is_known_as_one(day: Day, tmp_path: Path) -> None:
    spoil(day)
    with day.file:
        make_pact(day, tmp_path / "b.pdf")
    reader = opener(LOCATOR, SystemClock(), "")
    found = check_paper(tmp_path / "b.pdf", reader.read)
    assert found.ok
    assert found.what is not None
    assert found.what.key == "archive.document.draft"


def test_a_rehearsal_says_that_it_is_one(day: Day, tmp_path: Path) -> None:
    spoil(day)
    out = tmp_path / "a.pdf"
    rehearsal = replace(STATIONERY, mark="GLADI")
    with day.file:
        papers = Papers(day.file, rehearsal)
        assert papers.pact(out, papers.pact_named(""), Choice(day.session)).mistakes
    assert "GLADI" in text_of(out)
    assert "DRAF" not in text_of(out)


def test_every_attendance_list_and_reading_sheet_is_looked_at(tmp_path: Path) -> None:
    day = begin(tmp_path / "a.ikrar")  # no place yet, and a text that nobody approved
    with day.file:
        desk, choice = DayPapers(day.file, STATIONERY), Choice(day.session)
        bring(day.file, tmp_path)
        for kind in DayPaper:
            out = tmp_path / f"{kind}.pdf"
            is_draft = bool(desk.make(kind, out, choice, Paper.A4).mistakes)
            assert is_draft == ("DRAF" in text_of(out)), kind
            if kind in (DayPaper.BY_RANK, DayPaper.BLANK_LIST, DayPaper.READING):
                assert is_draft, kind


def test_later_minutes_cite_the_original(day: Day, tmp_path: Path) -> None:
    with day.file:
        papers, out = Papers(day.file, STATIONERY), tmp_path / "a.pdf"
        papers.minutes(out, Choice(day.session, "W.1"))
        preparation = Preparation(day.file)
        preparation.change_details(replace(preparation.details(), place=""))
        assert papers.minutes(out, Choice(day.session, "W.2")).mistakes
        preparation.change_details(replace(preparation.details(), place="Aula"))
        later = Sessions(day.file).add("Susulan")
        papers.minutes(out, Choice(later))
        assert "W.1" in text_of(out)
        assert "W.2" not in text_of(out)


def worded(pact: Pact) -> Pact:
    """A pact with words in the place of its blanks."""
    return replace(
        pact,
        title=pact.title.replace(BLANK, "2024"),
        opening=pact.opening.replace(BLANK, "Kanwil"),
        points=tuple(words.replace(BLANK, "Setia.") for words in pact.points),
        sanction=pact.sanction.replace(BLANK, "sanksi"),
    )


@pytest.mark.parametrize("template", TEMPLATES)
def test_a_template_with_everything_filled_in_is_clean(template: str, tmp_path: Path) -> None:
    day = begin(tmp_path / "a.ikrar", people=0, template=template)
    with day.file:
        details = Preparation(day.file).details()
        parties = [
            replace(party, name=party.name or f"Nama {at}", post=party.post or "Kepala Divisi")
            for at, party in enumerate(details.parties)
        ]
        filled = replace(
            details,
            date="2022-10-17",
            place="Aula",
            city="Serang",
            parties=tuple(parties),
            pacts=tuple(map(worded, details.pacts)),
            legal_bases=tuple(LegalBasis(basis.citation) for basis in details.legal_bases),
        )
        found = paper_mistakes(day.file, filled)
    assert {mistake.topic for mistake in found} == {Topic.TEXT}
