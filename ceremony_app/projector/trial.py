"""Texts painted for a usual projector before there is a show."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage

from ceremony_app.domain.ceremony import Cue, CueKind, Details
from ceremony_app.domain.legibility import Reach
from ceremony_app.domain.messages import Catalogue
from ceremony_app.domain.show import Show, ShowState
from ceremony_app.domain.texts import Text
from ceremony_app.projector.art import Art
from ceremony_app.projector.frame import Frame
from ceremony_app.projector.hall_scene import LARGEST
from ceremony_app.projector.letters import Letters
from ceremony_app.projector.painter import Painter
from ceremony_app.projector.views import View, picture_of
from ceremony_app.ui_kit.hall_trial import HallTrial

USUAL = (1920, 1080)
"""The picture that texts are tried on: most projectors show it, or the shape of it."""


class PaintedTrial(HallTrial):
    """A trial by the painter that paints the hall; `words` is the catalogue of its language.

    Pictures are painted in the size of a usual projector and made smaller, so that lines break
    where they will break in the hall.
    """

    def __init__(self, letters: Letters, words: Catalogue) -> None:
        self._letters = letters
        self._words = words
        self._art = Art()

    def bring(self, pictures: Mapping[str, bytes]) -> tuple[str, ...]:
        return tuple(
            identity
            for identity, content in pictures.items()
            if identity not in self._art and not self._art.add(identity, content)
        )

    def missing(self, words: str) -> tuple[str, ...]:
        return self._letters.faces.missing(words)

    def reach(self, details: Details, text: Text) -> Reach:
        layout = self._painter(details, text).text_layout(text, USUAL)
        said = " ".join((text.title, *(part.words for part in text.parts)))
        return Reach(
            capital=layout.size * self._letters.capital / USUAL[1],
            part=layout.tightest.part,
            phrase=layout.tightest.first,
            pages=max(len(pages) for pages in layout.parts),
            is_largest=layout.size >= int(LARGEST * Frame(*USUAL).unit),
            missing=self.missing(said),
        )

    def picture(self, details: Details, text: Text, part: int, phrase: int, width: int) -> QImage:
        painter = self._painter(details, text)
        state = _led(painter.show, part, phrase)
        whole = _whole(painter, state)
        return whole.scaledToWidth(width, Qt.TransformationMode.SmoothTransformation)

    def cue_picture(self, details: Details, texts: Sequence[Text], cue: Cue, width: int) -> QImage:
        alone = replace(details, programme=(replace(cue, skipped=False),))
        show = Show(alone, texts)
        painter = Painter(show, self._letters, self._words, self._art)
        return _whole(painter).scaledToWidth(width, Qt.TransformationMode.SmoothTransformation)

    def _painter(self, details: Details, text: Text) -> Painter:
        cue = Cue("trial", CueKind.TEXT, text.title, text=text.id)
        alone = replace(details, programme=(cue,))
        # An optional text with blanks would be left out of a show.
        show = Show(alone, [replace(text, optional=False)])
        return Painter(show, self._letters, self._words, self._art)


def _whole(painter: Painter, state: ShowState | None = None) -> QImage:
    """The picture at a state, or where the show begins."""
    at = state or painter.show.first()
    return painter.image(picture_of(View.HALL, USUAL, painter.show, at))


def _led(show: Show, part: int, phrase: int) -> ShowState:
    """Where a phrase is led; its part's first phrase, or the text's, where there is none."""
    for wanted in ((part, phrase), (part, 0)):
        try:
            return show.jump(show.first(), 0, *wanted)
        except LookupError:
            continue
    return show.first()
