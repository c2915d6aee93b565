"""The one painter: every picture of the hall, the podium and the previews comes from here."""

from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import lru_cache

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPainter, QPen

from ceremony_app.domain.ceremony import CueKind
from ceremony_app.domain.messages import Catalogue
from ceremony_app.domain.show import Cover, Show, Step
from ceremony_app.domain.texts import Text
from ceremony_app.projector.art import Art
from ceremony_app.projector.countdown_scene import countdown_figures
from ceremony_app.projector.covers import black_cover, logo_cover
from ceremony_app.projector.frame import Frame
from ceremony_app.projector.furniture import backdrop, rehearsal_mark
from ceremony_app.projector.hall_scene import hall_layout, hall_scene
from ceremony_app.projector.items import Fill, Image, Item, Shape, Words
from ceremony_app.projector.letters import Letters, is_leftward
from ceremony_app.projector.podium_furniture import clocks, message_band
from ceremony_app.projector.podium_scene import Sizes, podium_scene, podium_sizes
from ceremony_app.projector.podium_still import podium_countdown, podium_still
from ceremony_app.projector.stage import Stage
from ceremony_app.projector.still_scenes import still_scene
from ceremony_app.projector.text_layout import TextLayout
from ceremony_app.projector.typeset import Typesetter
from ceremony_app.projector.views import Picture, View, picture_of

_LAYOUTS = 64
"""How many layouts (a text, a view, a size) are kept."""

_BEHIND_TEXT = 0.5
"""How strong a background is while people read from the screen."""

_COVERS: dict[Cover, Callable[[Stage, Frame], Iterable[Item]]] = {
    Cover.BLACK: black_cover,
    Cover.LOGO: logo_cover,
}


class Painter:
    """Paints the pictures of one show.

    Texts are fitted once for each size and kept; `prepare` does it beforehand. `words` is the
    catalogue of the hall's language. Needs a QGuiApplication.
    """

    def __init__(
        self, show: Show, letters: Letters, words: Catalogue, art: Art | None = None
    ) -> None:
        self.show = show
        self.art = art or Art()
        self._stage = Stage(show.details, words, Typesetter(letters), self.art)
        self._letters = letters
        self._hall_layout = lru_cache(_LAYOUTS)(self._make_hall_layout)
        self._podium_sizes = lru_cache(_LAYOUTS)(self._make_podium_sizes)

    def change_programme(self, show: Show) -> bool:
        """Paint another programme; whether pictures painted before are good as they are.

        They are where nothing but the programme and its texts has changed.
        """
        programme = show.details.programme
        is_same = replace(self.show.details, programme=programme) == show.details
        self.show = show
        self._stage = replace(self._stage, details=show.details)
        if not is_same:
            self._hall_layout.cache_clear()
            self._podium_sizes.cache_clear()
        return is_same

    def prepare(self, view: View, size: tuple[int, int]) -> None:
        """Fits texts and background and makes the fonts, so that no picture of the show has to."""
        frame = Frame(*size)
        if view is View.HALL:
            for strength in (1.0, _BEHIND_TEXT):
                tuple(backdrop(self._stage, frame, strength))
        for text in self.show.texts():
            if view is View.HALL:
                self._hall_layout(text, frame)
            else:
                self._podium_sizes(text, frame)
        for cue in range(len(self.show.cues)):
            state = self.show.jump(self.show.first(), cue)
            for item in self.items(picture_of(view, size, self.show, state)):
                if isinstance(item, Words):
                    self._letters.font(item.size, bold=item.bold)

    @property
    def made(self) -> int:
        """How many fonts and layouts were made so far: none may be on the way from a key."""
        layouts = (self._hall_layout, self._podium_sizes)
        return self._letters.faces.fonts_made + sum(one.cache_info().misses for one in layouts)

    def items(self, picture: Picture) -> tuple[Item, ...]:
        """What a picture is made of, bottom first."""
        under = replace(picture, bare=picture.bare or picture.ticks)
        return (*self._still_items(under), *self._moving_items(picture))

    def paint(self, painter: QPainter, picture: Picture) -> None:
        """Draws a picture from the top left corner of whatever is painted on."""
        self._draw_all(painter, self.items(picture))

    def image(self, picture: Picture) -> QImage:
        """A picture as an opaque image of its own size."""
        image = QImage(picture.width, picture.height, QImage.Format.Format_RGB32)
        for _ in self.strokes(picture, image):
            pass
        return image

    def strokes(self, picture: Picture, image: QImage) -> Generator[None, None, None]:
        """Paints a picture onto an image of its size, one item with each step."""
        with painting(image) as painter:
            _smooth(painter)
            for item in self.items(picture):
                self._draw(painter, item)
                yield

    def ticked(self, still: QImage, picture: Picture) -> QImage:
        """A picture from the image of `picture.still`: clocks are painted over a copy of it.

        Where nothing ticks it is that image itself.
        """
        if not picture.ticks:
            return still
        image = still.copy()
        with painting(image) as painter:
            self._draw_all(painter, self._moving_items(picture))
        return image

    def text_layout(self, text: Text, size: tuple[int, int]) -> TextLayout:
        """How a text of the show lies in the hall's picture of a size."""
        return self._hall_layout(text, Frame(*size))

    def _still_items(self, picture: Picture) -> Iterator[Item]:
        frame, stage = Frame(picture.width, picture.height), self._stage
        step = picture.step
        yield Fill(frame.whole, stage.colours.ground)
        if picture.view is View.PODIUM and step is not None:
            yield from self._podium_items(step, picture, frame)
        else:
            yield from backdrop(stage, frame, _strength(picture))
            yield from self._hall_items(step, picture, frame)
        yield from rehearsal_mark(stage, frame)

    def _hall_items(self, step: Step | None, picture: Picture, frame: Frame) -> Iterable[Item]:
        stage = self._stage
        if step is None:
            return _COVERS[picture.cover](stage, frame)
        if step.text is None:
            return still_scene(step, picture.live, stage, frame, runs=picture.bare)
        return hall_scene(step, self._hall_layout(step.text, frame), stage, frame)

    def _podium_items(self, step: Step, picture: Picture, frame: Frame) -> Iterator[Item]:
        stage, following = self._stage, picture.following
        if step.text is None:
            yield from podium_still(step, following, picture, stage, frame)
        else:
            sizes = self._podium_sizes(step.text, frame)
            yield from podium_scene(step, following, sizes, stage, frame)
        yield from message_band(picture.live.message, stage, frame)

    def _moving_items(self, picture: Picture) -> Iterator[Item]:
        """What ticks; nothing of it shows in the picture's still image."""
        frame, stage, live = Frame(picture.width, picture.height), self._stage, picture.live
        if live.remaining is not None:
            figures = countdown_figures if picture.view is View.HALL else podium_countdown
            yield from figures(live.remaining, stage, frame)
        yield from clocks(live.pacing, stage, frame)

    def _make_hall_layout(self, text: Text, frame: Frame) -> TextLayout:
        return hall_layout(text, self._stage, frame)

    def _make_podium_sizes(self, text: Text, frame: Frame) -> Sizes:
        return podium_sizes(text, self._stage, frame)

    def _draw_all(self, painter: QPainter, items: Iterable[Item]) -> None:
        _smooth(painter)
        for item in items:
            self._draw(painter, item)

    def _draw(self, painter: QPainter, item: Item) -> None:
        if isinstance(item, Image):
            painter.drawImage(item.rect, item.image)
            return
        colour = QColor(item.colour)
        match item:
            case Words():
                painter.setFont(self._letters.font(item.size, bold=item.bold))
                painter.setPen(colour)
                draw_words(painter, item)
            case Fill(radius=0.0):
                painter.fillRect(item.rect, colour)
            case Fill():
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(colour)
                painter.drawRoundedRect(item.rect, item.radius, item.radius)
            case Shape():
                self._draw_shape(painter, item, colour)

    @staticmethod
    def _draw_shape(painter: QPainter, shape: Shape, colour: QColor) -> None:
        if not shape.pen:
            painter.fillPath(shape.path, colour)
            return
        pen = QPen(colour, shape.pen)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.strokePath(shape.path, pen)


def _strength(picture: Picture) -> float:
    """How strong the background is: none behind black and behind pictures, less behind texts."""
    step = picture.step
    if step is None:
        return 0.0 if picture.cover is Cover.BLACK else 1.0
    if step.cue.kind in (CueKind.PICTURE, CueKind.BLANK):
        return 0.0
    return _BEHIND_TEXT if step.text else 1.0


def draw_words(painter: QPainter, line: Words) -> None:
    """A line in the font that is set; with slots, word by word.

    A line with a quotation in it still runs as Indonesian does, even where it begins with that.
    """
    ways = Qt.LayoutDirection
    way = ways.RightToLeft if is_leftward(line.words) else ways.LeftToRight
    painter.setLayoutDirection(way)
    if not line.slots:
        painter.drawText(QPointF(line.rect.left(), line.baseline), line.words)
        return
    for word, (start, apart) in zip(line.words.split(" "), line.slots, strict=True):
        font = painter.font()
        font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, apart)
        painter.setFont(font)
        painter.drawText(QPointF(line.rect.left() + start, line.baseline), word)


def _smooth(painter: QPainter) -> None:
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)


@contextmanager
def painting(image: QImage) -> Iterator[QPainter]:
    """A painter on an image, ended whatever happens."""
    painter = QPainter(image)
    try:
        yield painter
    finally:
        painter.end()
