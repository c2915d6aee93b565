"""The big panel that answers a scan: colour, icon and word, read from two metres."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QColor,
    QFontMetricsF,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from ceremony_app.ui_kit.theme import font
from ceremony_app.ui_kit.tools import Tools

_CENTRE = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter
_WRAP = _CENTRE | Qt.TextFlag.TextWordWrap


@dataclass(frozen=True, slots=True)
class Answer:
    """What the panel shows: `tone` is good, warn, bad or calm; `lines` stand below the name."""

    tone: str
    icon: str
    word: str
    name: str = ""
    lines: tuple[str, ...] = ()


class VerdictPanel(QWidget):
    """Paints one answer as large as the panel allows; every word is shrunk until it fits."""

    def __init__(self, tools: Tools, at_rest: Answer) -> None:
        super().__init__()
        self._tools = tools
        self._answer = at_rest
        self.setMinimumSize(320, 220)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.show_answer(at_rest)

    @property
    def answer(self) -> Answer:
        return self._answer

    def show_answer(self, answer: Answer) -> None:
        """Replace what is shown at once; nothing fades at a door."""
        self._answer = answer
        self.setAccessibleName(". ".join(part for part in (answer.word, answer.name) if part))
        self.setAccessibleDescription(". ".join(answer.lines))
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return QSize(640, 380)

    def paintEvent(self, _: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._tools.palette.colours()[self._answer.tone]))
        painter.drawRoundedRect(QRectF(self.rect()), 12, 12)
        painter.setPen(QColor(self._tools.palette.on_verdict))
        self._paint_parts(painter)
        painter.end()

    def _paint_parts(self, painter: QPainter) -> None:
        answer, whole = self._answer, QRectF(self.rect()).adjusted(24, 18, -24, -18)
        head = whole.height() * (0.36 if answer.name else 0.66)
        side = min(head * (0.62 if answer.name else 0.5), 120.0)
        if answer.name:
            self._paint_word_beside_icon(
                painter, QRectF(whole.x(), whole.y(), whole.width(), head), side
            )
        else:
            self._icon(painter, whole.center().x() - side / 2, whole.y() + head * 0.08, side)
            under = QRectF(whole.x(), whole.y() + side + head * 0.1, whole.width(), head * 0.4)
            _fit(painter, under, answer.word, 72, bold=True)
        name = QRectF(whole.x(), whole.y() + head, whole.width(), whole.height() * 0.36)
        rest_from = head
        if answer.name:
            _fit(painter, name, answer.name, 64, bold=True)
            rest_from += name.height()
        rest = QRectF(whole.x(), whole.y() + rest_from, whole.width(), whole.height() - rest_from)
        _fit(painter, rest, "\n".join(answer.lines), 30)

    def _paint_word_beside_icon(self, painter: QPainter, place: QRectF, side: float) -> None:
        room = place.width() - side - 20
        size = _largest(QRectF(0, 0, room, place.height()), self._answer.word, 72, bold=True)
        width = QFontMetricsF(font(size, bold=True)).horizontalAdvance(self._answer.word)
        left = place.center().x() - (width + side + 20) / 2
        self._icon(painter, left, place.center().y() - side / 2, side)
        painter.setFont(font(size, bold=True))
        words = QRectF(left + side + 20, place.y(), width + 4, place.height())
        painter.drawText(words, int(Qt.AlignmentFlag.AlignVCenter), self._answer.word)

    def _icon(self, painter: QPainter, left: float, top: float, side: float) -> None:
        drawn = self._tools.icons.pixmap(
            self._answer.icon, self._tools.palette.on_verdict, int(side), self.devicePixelRatioF()
        )
        painter.drawPixmap(int(left), int(top), drawn)


def _fit(painter: QPainter, place: QRectF, words: str, most: int, *, bold: bool = False) -> None:
    if words:
        painter.setFont(font(_largest(place, words, most, bold=bold), bold=bold))
        painter.drawText(place, int(_WRAP), words)


def _largest(place: QRectF, words: str, most: int, *, bold: bool) -> int:
    for size in range(most, 13, -2):
        metrics = QFontMetricsF(font(size, bold=bold))
        taken = metrics.boundingRect(place, int(_WRAP), words)
        longest = max(metrics.horizontalAdvance(word) for word in words.split() or [""])
        if taken.height() <= place.height() and longest <= place.width():
            return size
    return 14
