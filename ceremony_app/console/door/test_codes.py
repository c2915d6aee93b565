"""The code of the scanner test, square and as a line, drawn as sharp as a screen can."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from ceremony_app.documents import line_code, qr

_MODULE = 7
_LINE_MODULE = 2
_LINE_HEIGHT = 64
_LINE_QUIET = 10
_GAP = 18


class TestCodes(QWidget):
    """Both codes on white: cameras and imagers read either, laser scanners read no screen."""

    def __init__(self, code: str, name: str) -> None:
        super().__init__()
        self._square = qr.rectangles(code)
        self._line = line_code.bars(code)
        self.setAccessibleName(name)
        self.setFixedSize(self._size())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        painter = QPainter(self)
        painter.fillRect(event.rect(), QColor(Qt.GlobalColor.white))
        for bar in (*self._square_bars(), *self._line_bars()):
            painter.fillRect(bar, QColor(Qt.GlobalColor.black))
        painter.end()

    def _size(self) -> QSize:
        square = (qr.MODULES + 2 * qr.QUIET) * _MODULE
        line = (self._line.width + 2 * _LINE_QUIET) * _LINE_MODULE
        return QSize(max(square, line), square + _GAP + _LINE_HEIGHT + _GAP)

    def _square_bars(self) -> list[QRectF]:
        left = (self.width() - qr.MODULES * _MODULE) // 2
        top = qr.QUIET * _MODULE
        return [
            QRectF(left + x * _MODULE, top + y * _MODULE, wide * _MODULE, high * _MODULE)
            for x, y, wide, high in self._square
        ]

    def _line_bars(self) -> list[QRectF]:
        left = (self.width() - self._line.width * _LINE_MODULE) // 2
        top = self.height() - _GAP - _LINE_HEIGHT
        return [
            QRectF(left + x * _LINE_MODULE, top, wide * _LINE_MODULE, _LINE_HEIGHT)
            for x, wide in self._line.bars
        ]
