"""A pact that somebody has signed: its words stand, its number may still come."""

from dataclasses import replace
from pathlib import Path

import pytest

from ceremony_app.documents.stationery import Stationery
from ceremony_app.domain.ceremony import Pact, PactForm
from ceremony_app.domain.errors import Refused
from ceremony_app.domain.events import EventKind
from ceremony_app.domain.people import Role
from ceremony_app.services.documents import Documents
from ceremony_app.services.facts import Choice
from ceremony_app.services.papers import Papers
from ceremony_app.services.preparation import Preparation
from ceremony_app.services.signing import SignatureSource, Signing
from ceremony_app.storage.items import Items
from ceremony_app.storage.journal import Journal, body_of
from tests.helpers.ceremony_files import LOCATOR
from tests.helpers.day import begin
from tests.helpers.pdf_pages import text_of


def test_words_are_refused_and_a_number_is_not(tmp_path: Path) -> None:
    day, out = begin(tmp_path / "a.ikrar"), tmp_path / "a.pdf"
    with day.file:
        preparation = Preparation(day.file)
        details = preparation.details()
        before, signer = details.pacts[0], details.with_role(Role.REPRESENTATIVE)[0]
        pact = replace(before, points=("Setia.",))
        preparation.change_details(replace(details, pacts=(pact,)))
        Signing(day.file).sign(pact, signer, day.session, SignatureSource.OPERATOR)
        with pytest.raises(Refused):
            preparation.change_details(replace(details, pacts=(before,)))
        numbered = replace(pact, number="W.1/2")
        preparation.change_details(replace(details, pacts=(numbered,)))
        Papers(day.file, Stationery.of(LOCATOR)).pact(out, numbered, Choice(day.session))
        (made,) = Journal(day.file).of_kind(EventKind.DOCUMENT_MADE)
        assert Items(day.file).note(str(body_of(made)["number"])) == "W.1/2"
    assert "Nomor: W.1/2" in text_of(out)


def test_a_sheet_made_again_takes_the_number_that_came_later(tmp_path: Path) -> None:
    day, out = begin(tmp_path / "a.ikrar"), tmp_path / "a.pdf"
    with day.file:
        papers, documents = Papers(day.file, Stationery.of(LOCATOR)), Documents(day.file)
        pact = papers.pact_named("")

        def printed(number: str = "", pact: Pact = pact) -> str:
            papers.pact(out, pact, Choice(day.session, number), PactForm.REPRESENTATIVES)
            return text_of(out)

        assert "Nomor: W" not in printed("")
        assert "Nomor: W.9/8" in printed("W.9/8")
        assert "Nomor: W" not in printed(""), "a number typed for one printing"
        sheet = documents.find("pact_representatives", day.session)
        documents.give_number(sheet, "W.1/2")
        assert "Nomor: W.1/2" in printed("")
        assert "Nomor: W.1/3" in printed("W.1/3")
        assert "Nomor: W.1/2" in printed("")
        papers.pact(out, pact, Choice(day.session), PactForm.INDIVIDUAL)
        assert "W.1/2" not in text_of(out), "individual sheets are another paper"
