"""Every word of every picture can be read against what really lies beneath it."""

import itertools
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QImage

from ceremony_app.domain.ceremony import Look, Theme
from ceremony_app.domain.show import Step
from ceremony_app.projector.art import Art
from ceremony_app.projector.colours import CLEAR, READABLE, THEMES
from ceremony_app.projector.items import Fill, Image, Item, Shape, Words
from ceremony_app.projector.letters import Letters
from ceremony_app.projector.painter import Painter
from ceremony_app.projector.views import View, picture_of
from ceremony_app.ui_kit.palette import contrast
from tests.helpers.cue_gallery import LATE, attachments, gallery, looks
from tests.unit.projector.conftest import WORDS

SIZE = (960, 540)
SEEN = 3.0
"""The least contrast of figures that carry a meaning (WCAG 2.2, 1.4.11)."""


@pytest.mark.parametrize("look", list(looks()), ids=str)
def test_all_words_can_be_read_and_those_of_the_moment_best(letters: Letters, look: Look) -> None:
    show = gallery(look, rehearsal=True)
    painter = Painter(show, letters, WORDS, Art.of(attachments()))
    for view, step in itertools.product(View, show.steps()):
        for state in (step.state, step.state.with_logo()):
            items = painter.items(picture_of(view, SIZE, show, state, LATE))
            for at, item in enumerate(items):
                if isinstance(item, Words):
                    beneath = set(_beneath(items[:at], item.rect))
                    least = CLEAR if _is_of_the_moment(item, step) else READABLE
                    for ground in beneath:
                        found = contrast(item.colour, ground)
                        assert found >= least, (step.code, item.words, item.colour, ground)


@pytest.mark.parametrize("look", list(looks()), ids=str)
def test_signs_can_be_seen(letters: Letters, look: Look) -> None:
    show = gallery(look)
    painter = Painter(show, letters, WORDS, Art.of(attachments()))
    for view, step in itertools.product(View, show.steps()):
        items = painter.items(picture_of(view, SIZE, show, step.state, LATE))
        for at, item in enumerate(items):
            if isinstance(item, Shape):
                for ground in set(_beneath(items[:at], item.path.boundingRect())):
                    assert contrast(item.colour, ground) >= SEEN, (step.code, item.colour, ground)


def _is_of_the_moment(line: Words, step: Step) -> bool:
    return line.bold and line.words in step.words


def _beneath(items: tuple[Item, ...], rect: QRectF) -> Iterator[str]:
    """The colours under some points of a rectangle, as painted."""
    for across, down in itertools.product((0.05, 0.35, 0.65, 0.95), (0.3, 0.5, 0.7)):
        point = QPointF(rect.left() + across * rect.width(), rect.top() + down * rect.height())
        for item in reversed(items):
            if isinstance(item, Fill) and item.rect.contains(point):
                yield item.colour
                break
            if isinstance(item, Image) and item.rect.contains(point):
                yield _dot(item.image, point - item.rect.topLeft())
                break


def _dot(image: QImage, point: QPointF) -> str:
    return QColor(image.pixel(int(point.x()), int(point.y()))).name()


def test_the_themes_are_three_and_differ() -> None:
    assert set(THEMES) == set(Theme)
    assert len({colours.ground for colours in THEMES.values()}) == 3


def test_plain_has_no_colour() -> None:
    plain = THEMES[Theme.PLAIN]
    for words, ground, _ in plain.pairs():
        assert QColor(words).saturation() == QColor(ground).saturation() == 0
