"""A small picture of what the hall sees, or will see."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ceremony_app.ui_kit.running_show import RunningShow
from ceremony_app.ui_kit.tools import Tools

_USUAL = QSize(1920, 1080)
_HIGHEST = 0.65
"""A projector of an unusual shape must not push the words off the console."""


class Preview(QWidget):
    """Keeps the shape of the hall's picture; painted again only when the show has moved."""

    def __init__(self, tools: Tools, name: str, *, ahead: bool = False) -> None:
        super().__init__()
        self._tools = tools
        self._ahead = ahead
        self._show: RunningShow | None = None
        self._image = QImage()
        self._live = False
        self.setAccessibleName(name)
        self.setMinimumSize(QSize(160, 90))
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def follow(self, show: RunningShow) -> None:
        """Show pictures of another running show."""
        self._show = show
        self.updateGeometry()
        self.refresh()

    def refresh(self, *, live: bool = False) -> None:
        """The show has moved; `live` puts a frame of gold around the picture."""
        self._live = live
        self._image = QImage()
        self.update()

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        shape = self._show.hall_shape() if self._show is not None else _USUAL
        return min(round(width * shape.height() / shape.width()), round(width * _HIGHEST))

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return QSize(640, 360)

    def paintEvent(self, _: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        painter = QPainter(self)
        place = self._place()
        if self._show is not None:
            size = place.size() * self.devicePixelRatioF()
            if self._image.size() != size:
                self._image = self._show.preview(size, ahead=self._ahead)
            painter.drawImage(place, self._image)
        colours = self._tools.palette
        painter.setPen(QPen(QColor(colours.accent if self._live else colours.line), 2))
        painter.drawRect(place.adjusted(1, 1, -1, -1))
        painter.end()

    def _place(self) -> QRect:
        shape = self._show.hall_shape() if self._show is not None else _USUAL
        size = shape.scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
        left = (self.width() - size.width()) // 2
        return QRect(left, 0, size.width(), size.height())
