"""Shows and painters to try: the templates' own, and made-up texts."""

import itertools
from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QApplication

from ceremony_app import locator
from ceremony_app.domain.ceremony import Cue, CueKind, Details
from ceremony_app.domain.live import Live
from ceremony_app.domain.messages import Catalogue
from ceremony_app.domain.show import Show, ShowState
from ceremony_app.domain.template import fill
from ceremony_app.domain.texts import Text
from ceremony_app.projector.art import Art
from ceremony_app.projector.letters import Letters
from ceremony_app.projector.painter import Painter
from ceremony_app.projector.views import View, picture_of
from ceremony_app.services.templates import Templates
from tests.helpers.cue_gallery import LIVE, attachments, gallery
from tests.unit.projector.shown import HD, Paint, Shown

PLACES = locator.installed()
WORDS = Catalogue.read(PLACES.translations, "id")


def show_of(template: str) -> Show:
    """The show of a template as it ships."""
    numbers = itertools.count()
    return Show(*fill(Templates(PLACES.templates).get(template), {}, lambda: str(next(numbers))))


def show_with(text: Text) -> Show:
    """A show of one text alone."""
    return Show(
        Details("t", "T", programme=(Cue("c", CueKind.TEXT, "Ikrar", text=text.id),)), [text]
    )


@pytest.fixture(scope="session")
def letters(qapp: QApplication) -> Letters:
    assert qapp
    return Letters(PLACES.fonts)


@pytest.fixture(scope="session")
def painter_for(letters: Letters) -> Callable[[Show], Painter]:
    return lambda show: Painter(show, letters, WORDS)


@pytest.fixture(scope="session")
def banten(painter_for: Callable[[Show], Painter]) -> Painter:
    return painter_for(show_of("banten"))


@pytest.fixture(scope="session")
def paint(letters: Letters) -> Paint:
    """Paints an item of a show (the gallery's where none is given) by the id of its cue."""
    art = Art.of(attachments())

    def shown(
        cue: str,
        live: Live = LIVE,
        view: View = View.HALL,
        *,
        show: Show | None = None,
        size: tuple[int, int] = HD,
        state: ShowState | None = None,
    ) -> Shown:
        show = show or gallery()
        painter = Painter(show, letters, WORDS, art)
        place = [one.id for one in show.cues].index(cue)
        at = state or show.jump(show.first(), place)
        return Shown(painter, picture_of(view, size, show, at, live))

    return shown
