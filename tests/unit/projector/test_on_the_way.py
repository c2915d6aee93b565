"""Nothing is made between a key and its picture: counted, not timed."""

import pytest
from PySide6.QtWidgets import QApplication

from ceremony_app.domain.live import Live, Pacing
from ceremony_app.domain.show import ShowState
from ceremony_app.projector.letters import Letters
from ceremony_app.projector.painter import Painter
from ceremony_app.projector.step_cache import StepCache, likely_next
from ceremony_app.projector.views import View, picture_of
from ceremony_app.services.templates import Templates
from tests.unit.projector.conftest import PLACES, WORDS, show_of

SIZE = (640, 360)
TEMPLATES = [template.id for template in Templates(PLACES.templates).all()]


@pytest.fixture(params=TEMPLATES)
def painter(request: pytest.FixtureRequest, qapp: QApplication) -> Painter:
    """A painter with letters of its own, so that it counts only what it makes itself."""
    assert qapp
    return Painter(show_of(request.param), Letters(PLACES.fonts), WORDS)


@pytest.mark.parametrize("view", View)
def test_a_whole_show_is_painted_with_what_was_made_beforehand(
    painter: Painter, view: View
) -> None:
    painter.prepare(view, SIZE)
    made = painter.made
    for step in painter.show.steps():
        for state in (step.state, step.state.with_black(), step.state.with_logo()):
            painter.items(picture_of(view, SIZE, painter.show, state))
    assert painter.made == made > 0


@pytest.mark.parametrize("view", View)
def test_no_key_paints_makes_or_fits_anything(painter: Painter, view: View) -> None:
    """Next, back and both covers from every third step, after a rest."""
    show, cache = painter.show, StepCache(painter.strokes)
    painter.prepare(view, SIZE)
    live = Live(present=12, expected=80, pacing=Pacing("08.31", 12, 300))
    for step in show.steps()[::3]:
        cache.want(likely_next(show, step.state, view, SIZE, live))
        while cache.paint_some():
            pass
        made = painter.made
        for state in _after_one_key(painter, step.state):
            cache.take(picture_of(view, SIZE, show, state, live).still)
        assert (cache.late, painter.made) == (0, made)


def _after_one_key(painter: Painter, state: ShowState) -> tuple[ShowState, ...]:
    show = painter.show
    return (
        state,
        show.next(state),
        show.back(state),
        state.with_black(),
        state.with_logo(),
        state.with_freeze(),
    )
