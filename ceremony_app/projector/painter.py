"""The one painter: every picture of the hall, the podium and the previews comes from here."""

from collections.abc import Callable, Iterable
from functools import lru_cache

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen

from ceremony_app.domain.messages import Catalogue
from ceremony_app.domain.show import Cover, Show, Step
from ceremony_app.domain.texts import Text
from ceremony_app.projector.colours import NAVY, Colours
from ceremony_app.projector.frame import Frame
from ceremony_app.projector.hall_scene import hall_layout, hall_scene
from ceremony_app.projector.items import Fill, Item, Shape, Words
from ceremony_app.projector.letters import Letters
from ceremony_app.projector.podium_scene import following_breath, podium_scene, podium_size
from ceremony_app.projector.stage import Stage
from ceremony_app.projector.still_scenes import black_cover, logo_cover, still_scene
from ceremony_app.projector.text_layout import TextLayout
from ceremony_app.projector.typeset import Typesetter
from ceremony_app.projector.views import Picture, View

_LAYOUTS = 64
"""How many layouts (a text, a view, a size) are kept."""


class Painter:
    """Paints the pictures of one show.

    Texts are fitted once for each size and kept; `prepare` does it beforehand. `words` is the
    catalogue of the hall's language. Needs a QGuiApplication.
    """

    def __init__(
        self, show: Show, letters: Letters, words: Catalogue, colours: Colours = NAVY
    ) -> None:
        self.show = show
        self._stage = Stage(show, words, Typesetter(letters), colours)
        self._letters = letters
        self._texts = {text.id: text for text in show.texts()}
        self._hall_layout = lru_cache(_LAYOUTS)(self._make_hall_layout)
        self._podium_size = lru_cache(_LAYOUTS)(self._make_podium_size)

    def prepare(self, view: View, size: tuple[int, int]) -> None:
        """Fits every text of the show, so that no picture has to."""
        frame = Frame(*size)
        for text in self._texts:
            if view is View.HALL:
                self._hall_layout(text, frame)
            else:
                self._podium_size(text, frame)

    def items(self, picture: Picture) -> tuple[Item, ...]:
        """What a picture is made of, bottom first."""
        frame = Frame(picture.width, picture.height)
        return tuple(self._scene(picture, frame))

    def paint(self, painter: QPainter, picture: Picture) -> None:
        """Draws a picture from the top left corner of whatever is painted on."""
        painter.setRenderHints(
            QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing
        )
        for item in self.items(picture):
            self._draw(painter, item)

    def image(self, picture: Picture) -> QImage:
        """A picture as an opaque image of its own size."""
        image = QImage(picture.width, picture.height, QImage.Format.Format_RGB32)
        painter = QPainter(image)
        try:
            self.paint(painter, picture)
        finally:
            painter.end()
        return image

    def text_layout(self, text: Text, size: tuple[int, int]) -> TextLayout:
        """How a text of the show lies in the hall's picture of a size."""
        return self._hall_layout(text.id, Frame(*size))

    def _scene(self, picture: Picture, frame: Frame) -> Iterable[Item]:
        covers: dict[Cover, Callable[[Stage, Frame], Iterable[Item]]] = {
            Cover.BLACK: black_cover,
            Cover.LOGO: logo_cover,
        }
        if picture.state.cover in covers:
            return covers[picture.state.cover](self._stage, frame)
        step = self._stage.show.step(picture.state)
        if step.text is None:
            return still_scene(step, picture.live, self._stage, frame)
        return self._text_scene(step, step.text, picture.view, frame)

    def _text_scene(self, step: Step, text: Text, view: View, frame: Frame) -> Iterable[Item]:
        if view is View.HALL:
            return hall_scene(step, self._hall_layout(text.id, frame), self._stage, frame)
        following = following_breath(self._stage.show, step)
        size = self._podium_size(text.id, frame)
        return podium_scene(step, following, size, self._stage, frame)

    def _make_hall_layout(self, text: str, frame: Frame) -> TextLayout:
        return hall_layout(self._texts[text], self._stage, frame)

    def _make_podium_size(self, text: str, frame: Frame) -> int:
        return podium_size(self._texts[text], self._stage.show, self._stage, frame)

    def _draw(self, painter: QPainter, item: Item) -> None:
        colour = QColor(item.colour)
        match item:
            case Words():
                painter.setFont(self._letters.font(item.size, bold=item.bold))
                painter.setPen(colour)
                painter.drawText(QPointF(item.rect.left(), item.baseline), item.words)
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
