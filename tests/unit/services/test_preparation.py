"""Details, texts and their approval."""

from dataclasses import replace
from pathlib import Path

import pytest

from ceremony_app.domain.ceremony import Zone
from ceremony_app.domain.errors import Refused
from ceremony_app.domain.events import EventKind
from ceremony_app.domain.texts import Phrase, Point
from ceremony_app.services.ceremonies import Ceremonies
from ceremony_app.services.preparation import Preparation
from ceremony_app.services.templates import Templates
from ceremony_app.storage.ceremony_file import CeremonyFile
from ceremony_app.storage.journal import Journal
from ceremony_app.storage.verify import verify
from tests.helpers.ceremony_files import LOCATOR, append, opener
from tests.helpers.clocks import FakeClock


@pytest.fixture
def filled(tmp_path: Path, clock: FakeClock):  # type: ignore[no-untyped-def]
    ceremonies = Ceremonies(opener(clock), Templates(LOCATOR.templates))
    with ceremonies.create(tmp_path / "banten.ikrar", "banten", {}) as file:
        yield file


def refusal(work: object, *arguments: object) -> str:
    with pytest.raises(Refused) as caught:
        work(*arguments)  # type: ignore[operator]
    return caught.value.message.key


def test_details_are_kept_in_versions(file: CeremonyFile) -> None:
    preparation = Preparation(file)
    before = preparation.details()
    preparation.change_details(replace(before, place="Aula", time="08:00"))
    after = preparation.details()
    assert (after.place, after.time) == ("Aula", "08:00")
    assert replace(after, place=before.place, time=before.time) == before
    assert verify(file).ok


def test_another_zone_counts_from_the_next_event(file: CeremonyFile) -> None:
    preparation = Preparation(file)
    preparation.change_details(replace(preparation.details(), zone=Zone.WIT))
    assert append(file, EventKind.STEP_PRESENTED).local.endswith("+09:00[WIT]")


def test_approval_and_its_end(filled: CeremonyFile, clock: FakeClock) -> None:
    preparation = Preparation(filled)
    state = preparation.text("")
    assert not state.approved
    assert refusal(preparation.approve, state, "  ") == "text.no_approver"
    preparation.approve(state, " Bu  Sri ")
    approved = preparation.text("")
    assert (approved.approved, approved.by) == (True, "Bu Sri")
    assert approved.at == "2023-02-13T07:30:00.000+07:00[WIB]"
    assert refusal(preparation.change_text, approved.text) == "text.locked"
    assert refusal(preparation.reopen, approved, "Bu Sri", " ") == "text.no_reason"
    preparation.reopen(approved, "Bu Sri", "satu kata")
    assert not preparation.text("").approved
    preparation.change_text(replace(state.text, title="Lain"))
    preparation.approve(preparation.text(""), "Bu Sri")
    assert preparation.text("").text.title == "Lain"
    assert len(Journal(filled).of_kind(EventKind.TEXT_APPROVED)) == 2, "the old one stays"
    assert verify(filled).ok


def test_approving_twice_is_one_event(filled: CeremonyFile) -> None:
    preparation = Preparation(filled)
    preparation.approve(preparation.text(""), "Bu Sri")
    events = Journal(filled).count()
    preparation.approve(preparation.text(""), "Pak Budi")
    assert Journal(filled).count() == events
    assert preparation.text("").by == "Bu Sri"


def test_what_was_approved_is_not_what_another_changed(filled: CeremonyFile) -> None:
    """Somebody else changes the text between reading it and approving it."""
    preparation = Preparation(filled)
    read = preparation.text("")
    preparation.change_text(replace(read.text, title="Lain"))
    preparation.approve(read, "Bu Sri")
    assert not preparation.text("").approved


def test_an_empty_text(filled: CeremonyFile) -> None:
    preparation = Preparation(filled)
    text = preparation.text("").text
    preparation.change_text(replace(text, points=(), opening=None, closing=None))
    assert refusal(preparation.approve, preparation.text(""), "Bu Sri") == "text.empty"


def test_regrouping_changes_no_hash(filled: CeremonyFile) -> None:
    preparation = Preparation(filled)
    text = preparation.text("").text
    words = text.points[0].words.split()
    regrouped = Point(tuple(Phrase(word) for word in words))
    preparation.change_text(replace(text, points=(regrouped, *text.points[1:])))
    assert preparation.text("").text.sha256 == text.sha256


def test_texts_stay_in_the_order_of_the_template(tmp_path: Path) -> None:
    """Ids are random; the order is not."""
    ceremonies = Ceremonies(opener(), Templates(LOCATOR.templates))
    for number in range(6):
        with ceremonies.create(tmp_path / f"{number}.ikrar", "setjen", {}) as file:
            preparation = Preparation(file)
            keys = [state.text.key for state in preparation.texts()]
            assert keys == ["ikrar", "zona_integritas"]
            preparation.change_text(replace(preparation.text("ikrar").text, title="Lain"))
            assert [state.text.key for state in preparation.texts()] == keys


def test_texts_are_found_by_id_key_and_title(filled: CeremonyFile) -> None:
    preparation = Preparation(filled)
    text = preparation.text("").text
    for asked in (text.id, text.key, text.title):
        assert preparation.text(asked).text == text
    assert refusal(preparation.text, "none") == "text.unknown"
