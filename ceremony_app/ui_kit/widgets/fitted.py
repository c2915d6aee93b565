"""Words painted as large as their place allows; what was measured once is not measured again."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter

from ceremony_app.ui_kit.theme import font

LEAST = 14
"""No words are painted smaller than this, in device-independent pixels."""

LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
CENTRE = Qt.AlignmentFlag.AlignCenter

_REMEMBERED = 256

_Known = tuple[float, float, str, int, bool]


class Fitting:
    """Belongs to one painted widget: its places are few, and most words come again."""

    def __init__(self) -> None:
        self._sizes: dict[_Known, int] = {}
        self._metrics: dict[tuple[int, bool], QFontMetricsF] = {}

    def paint(
        self,
        painter: QPainter,
        place: QRectF,
        words: str,
        most: float,
        *,
        bold: bool = False,
        align: Qt.AlignmentFlag = LEFT,
    ) -> None:
        """Paint words into a place, wrapped, at the largest size up to `most` that fits."""
        if words:
            size = self.size(place, words, max(round(most), LEAST), bold=bold)
            painter.setFont(font(size, bold=bold))
            painter.drawText(place, int(align | Qt.TextFlag.TextWordWrap), words)

    def size(self, place: QRectF, words: str, most: int, *, bold: bool) -> int:
        """The largest size in pixels at which the wrapped words fit, found by halving."""
        known = (place.width(), place.height(), words, most, bold)
        if known not in self._sizes:
            if len(self._sizes) >= _REMEMBERED:
                self._sizes.clear()
            self._sizes[known] = self._largest(place, words, most, bold=bold)
        return self._sizes[known]

    def size_of_line(self, width: float, words: str, gaps: int, most: int) -> int:
        """A size at which one bold line with so many gaps of half a letter is at most so wide."""
        taken = self.metrics(most, bold=True).horizontalAdvance(words) + gaps * most * 0.5
        return max(LEAST, min(most, int(most * width / taken)))

    def metrics(self, size: int, *, bold: bool) -> QFontMetricsF:
        """How wide and high words of a size are."""
        known = (size, bold)
        if known not in self._metrics:
            self._metrics[known] = QFontMetricsF(font(size, bold=bold))
        return self._metrics[known]

    def _largest(self, place: QRectF, words: str, most: int, *, bold: bool) -> int:
        if self._fits(place, words, self.metrics(most, bold=bold)):
            return most  # as most words do
        least, most = LEAST, max(LEAST, most - 1)
        while least < most:
            size = (least + most + 1) // 2
            if self._fits(place, words, self.metrics(size, bold=bold)):
                least = size
            else:
                most = size - 1
        return least

    def _fits(self, place: QRectF, words: str, metrics: QFontMetricsF) -> bool:
        if "\n" not in words and metrics.horizontalAdvance(words) <= place.width():
            return metrics.height() <= place.height()  # one line: nothing has to be wrapped
        taken = metrics.boundingRect(place, int(Qt.TextFlag.TextWordWrap), words)
        widest = max(map(metrics.horizontalAdvance, words.split()), default=0.0)
        return taken.height() <= place.height() and widest <= place.width()
