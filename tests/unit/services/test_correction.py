"""A word is changed at 07.55: all of it or nothing, and the record tells."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ceremony_app.domain.errors import Refused
from ceremony_app.domain.events import EventKind
from ceremony_app.domain.phrases import suggested_point
from ceremony_app.domain.show import Show
from ceremony_app.domain.template import BLANK
from ceremony_app.domain.texts import Text
from ceremony_app.services.correction import Correction, reworded
from ceremony_app.services.preparation import Preparation
from ceremony_app.services.sessions import Sessions
from ceremony_app.services.stage import Stage
from ceremony_app.storage.ceremony_file import CeremonyFile
from ceremony_app.storage.journal import Journal
from tests.helpers.desks import ceremonies, make_ceremony


@pytest.fixture
def file(tmp_path: Path) -> Iterator[CeremonyFile]:
    path = make_ceremony(tmp_path / "banten.ikrar", people=1, approved=True)
    with ceremonies().open(path) as opened:
        yield opened


@pytest.fixture
def text(file: CeremonyFile) -> Text:
    return Preparation(file).text("").text


def test_the_changed_text_is_approved_and_the_record_has_every_step(
    file: CeremonyFile, text: Text
) -> None:
    changed = reworded(text, 0, 0, "Menjaga  teguh")
    kept = Correction(file).correct(changed, "Tejo Harwanto", "satu kata")
    state = Preparation(file).text(text.id)
    assert kept == state.text == changed
    assert (state.approved, state.by) == (True, "Tejo Harwanto")
    kinds = [event.kind for event in Journal(file).latest(3)]
    assert kinds == [EventKind.TEXT_APPROVED, EventKind.TEXT_CHANGED, EventKind.TEXT_REOPENED]


@pytest.mark.parametrize(
    ("words", "by", "reason"),
    [("Lain", "", "alasan"), ("Lain", "Tejo", " "), (BLANK, "Tejo", "alasan"), ("", "T", "a")],
)
def test_what_is_refused_leaves_the_text_approved_as_it_was(
    file: CeremonyFile, text: Text, words: str, by: str, reason: str
) -> None:
    with pytest.raises(Refused):
        Correction(file).correct(reworded(text, 0, 0, words), by, reason)
    state = Preparation(file).text(text.id)
    assert (state.text, state.approved) == (text, True)


def test_a_text_on_the_screen_is_not_changed(file: CeremonyFile, text: Text) -> None:
    session = Sessions(file).main()
    show = Show(Preparation(file).details(), [text])
    step = next(step for step in show.steps() if step.text)
    Stage(file, session).presented(step, screen="Proyektor", visible=True)
    with pytest.raises(Refused) as refused:
        Correction(file).correct(reworded(text, 0, 0, "Lain"), "Tejo", "satu kata")
    assert refused.value.message.key == "text.on_screen"


@given(st.booleans(), st.booleans(), st.integers(1, 4), st.data())
def test_one_phrase_changes_and_no_other(
    opening: bool, closing: bool, points: int, data: st.DataObject
) -> None:
    point = suggested_point("satu dua tiga, empat lima enam tujuh delapan, sembilan sepuluh")
    text = Text(
        "t",
        "t",
        "T",
        (point,) * points,
        point if opening else None,
        point if closing else None,
    )
    part = data.draw(st.integers(0, len(text.parts) - 1))
    phrase = data.draw(st.integers(0, len(point.phrases) - 1))
    changed = reworded(text, part, phrase, "yang baru")
    assert len(changed.parts) == len(text.parts)
    for at, (before, after) in enumerate(zip(text.parts, changed.parts, strict=True)):
        words = [phrase.words for phrase in before.phrases]
        if at == part:
            words[phrase] = "yang baru"
        assert [phrase.words for phrase in after.phrases] == words
