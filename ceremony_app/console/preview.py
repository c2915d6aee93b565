"""Small pictures of the hall: what it sees, and what it would see."""

from collections.abc import Callable

from PySide6.QtCore import QRect, QSize, Qt, QTimer
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ceremony_app.ui_kit.theme import font
from ceremony_app.ui_kit.tools import Tools

Paint = Callable[[QSize], QImage]

USUAL_SHAPE = QSize(1920, 1080)
_HIGHEST = 0.65
"""A projector of an unusual shape must not push the words off the console."""
_AFTER_THE_HALL_MS = 25
"""The hall's own picture is painted first; a console's may come a frame later."""
_TAG = 14
_DARKENED = 150


class Preview(QWidget):
    """Keeps the shape of the hall's picture; painted again only when that has changed.

    A tag stands at its foot where it is not what the hall sees; `hidden` darkens it where the
    hall sees nothing of it.
    """

    def __init__(self, tools: Tools, name: str) -> None:
        super().__init__()
        self._tools = tools
        self._paint: Paint | None = None
        self._shape = USUAL_SHAPE
        self._image = QImage()
        self._tag, self._tone = "", ""
        self._framed, self._hidden = False, False
        self._due = QTimer(self)
        self._due.setSingleShot(True)
        self._due.setInterval(_AFTER_THE_HALL_MS)
        self._due.timeout.connect(self._renew)
        self.setAccessibleName(name)
        self.setMinimumSize(QSize(160, 90))
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def tag(self) -> str:
        """The words at the foot of the picture."""
        return self._tag

    def show_picture(self, paint: Paint, shape: QSize) -> None:
        """Show another picture, asked for in the size that it needs."""
        self._paint = paint
        if shape != self._shape:
            self._shape = shape
            self.updateGeometry()
        self._due.start()

    def mark(
        self, tag: str = "", tone: str = "", *, framed: bool = False, hidden: bool = False
    ) -> None:
        """Words at the foot of the picture, in a verdict's tone, or none; a frame of gold for
        the live one."""
        self._tag, self._tone = tag, tone
        self._framed, self._hidden = framed, hidden
        self.setAccessibleDescription(tag)
        self.update()

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        shape = self._shape
        return min(round(width * shape.height() / shape.width()), round(width * _HIGHEST))

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return QSize(640, 360)

    def paintEvent(self, _: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        place = self._place()
        size = place.size() * self.devicePixelRatioF()
        if self._paint is not None and self._image.size() != size:
            self._image = self._paint(size)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.drawImage(place, self._image)
        colours = self._tools.palette
        wide = 4 if self._framed else 2
        inset = wide // 2
        if self._tag:
            self._draw_tag(painter, place)
        painter.setPen(QPen(QColor(colours.accent if self._framed else colours.line), wide))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(place.adjusted(inset, inset, -inset, -inset))
        painter.end()

    def _draw_tag(self, painter: QPainter, place: QRect) -> None:
        colours = self._tools.palette.colours()
        if self._hidden:
            painter.fillRect(place, QColor(0, 0, 0, _DARKENED))
        band = QRect(place.left(), place.bottom() - 2 * _TAG + 1, place.width(), 2 * _TAG)
        painter.fillRect(band, QColor(colours[self._tone or "calm"]))
        painter.setFont(font(_TAG, bold=True))
        painter.setPen(QColor(colours["on_verdict"]))
        painter.drawText(band, int(Qt.AlignmentFlag.AlignCenter), self._tag)

    def _renew(self) -> None:
        self._image = QImage()
        self.update()

    def _place(self) -> QRect:
        size = self._shape.scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
        left = (self.width() - size.width()) // 2
        return QRect(left, 0, size.width(), size.height())
