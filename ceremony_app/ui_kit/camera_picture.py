"""What a camera sees, as small as it need be, framed in the colour of what it found."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ceremony_app.ui_kit.palette import Palette

_FRAME = 4


class CameraPicture(QWidget):
    """Shows pictures one after the other, in their own shape."""

    def __init__(self, palette: Palette, name: str) -> None:
        super().__init__()
        self._colours = palette.colours()
        self._image = QImage()
        self._found = False
        self.setAccessibleName(name)
        self.setMinimumSize(240, 160)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return QSize(480, 270)

    def show_picture(self, image: QImage, *, found: bool) -> None:
        """The newest picture; `found` says that a code is in it."""
        self._image, self._found = image, found
        self.update()

    def paintEvent(self, _: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        painter = QPainter(self)
        if not self._image.isNull():
            size = self._image.size().scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
            place = QRect(0, 0, size.width(), size.height())
            place.moveLeft((self.width() - size.width()) // 2)
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(place, self._image)
            if self._found:
                painter.setPen(QPen(QColor(self._colours["good"]), _FRAME * 2))
                painter.setClipRect(place)
                painter.drawRect(place)
        painter.end()
