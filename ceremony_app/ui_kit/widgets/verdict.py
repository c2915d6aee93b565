"""The big panel that answers a scan: colour, icon and word, read from two metres."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QColor,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from ceremony_app.ui_kit.theme import font
from ceremony_app.ui_kit.tools import Tools
from ceremony_app.ui_kit.widgets.fitted import LEAST, LEFT, Fitting


@dataclass(frozen=True, slots=True)
class Answer:
    """What the panel shows: `tone` is good, warn, bad or calm; `lines` stand below the name.

    `keys` are (key, what it does) for what may be done next; `moment` stands in a corner, so
    that the same answer given twice is seen to be two.
    """

    tone: str
    icon: str
    word: str
    name: str = ""
    lines: tuple[str, ...] = ()
    keys: tuple[tuple[str, str], ...] = ()
    moment: str = ""


class VerdictPanel(QWidget):
    """Paints one answer as large as the panel allows; every word is shrunk until it fits.

    `painted` says that the answer in `answer` stands on the screen.
    """

    painted = Signal()

    def __init__(self, tools: Tools, at_rest: Answer) -> None:
        super().__init__()
        self._tools = tools
        self._answer = at_rest
        self._fitting = Fitting()
        self.setMinimumSize(320, 190)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.show_answer(at_rest)

    @property
    def answer(self) -> Answer:
        return self._answer

    def show_answer(self, answer: Answer) -> None:
        """Replace what is shown, now and not with the next frame; nothing fades at a door."""
        self._answer = answer
        self.setAccessibleName(". ".join(part for part in (answer.word, answer.name) if part))
        said = [*answer.lines, *(f"{key}: {does}" for key, does in answer.keys)]
        self.setAccessibleDescription(". ".join(said))
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))
        self.repaint()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return QSize(1100, 270)

    def paintEvent(self, _: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._tools.palette.colours()[self._answer.tone]))
        painter.drawRoundedRect(QRectF(self.rect()), 12, 12)
        painter.setPen(QColor(self._tools.palette.on_verdict))
        self._paint_parts(painter)
        painter.end()
        self.painted.emit()

    def _paint_parts(self, painter: QPainter) -> None:
        """An icon at the left, and beside it always in the same places: word, name, the rest."""
        answer = self._answer
        edge = max(14.0, self.height() * 0.07)
        whole = QRectF(self.rect()).adjusted(edge * 1.4, edge, -edge * 1.4, -edge)
        side = min(whole.height() * 0.74, whole.width() * 0.17)
        self._icon(painter, whole.x(), whole.center().y() - side / 2, side)
        text = whole.adjusted(side + edge * 1.6, 0, 0, 0)
        head = _part(text, 0.0, 0.38)
        if answer.moment:
            head.setRight(self._moment(painter, head))
        self._fitting.paint(painter, head, answer.word, head.height(), bold=True)
        below = 0.41
        if answer.name:
            named = _part(text, 0.39, 0.65)
            self._fitting.paint(painter, named, answer.name, text.height() * 0.24, bold=True)
            below = 0.66
        rest = _part(text, below, 1.0)
        if answer.keys:
            line = min(rest.height() * 0.48, text.height() * 0.2)
            self._keys(painter, QRectF(rest.x(), rest.bottom() - line, rest.width(), line))
            rest.setBottom(rest.bottom() - line - 2)
        self._fitting.paint(painter, rest, "\n".join(answer.lines), text.height() * 0.14)

    def _moment(self, painter: QPainter, head: QRectF) -> float:
        """Paint the moment at the right of the first line; answers where it begins."""
        size = max(LEAST + 2, round(head.height() * 0.26))
        painter.setFont(font(size))
        width = self._fitting.metrics(size, bold=False).horizontalAdvance(self._answer.moment)
        place = QRectF(head.right() - width - 2, head.y(), width + 2, size * 1.4)
        painter.drawText(place, int(LEFT), self._answer.moment)
        return place.left() - 16

    def _keys(self, painter: QPainter, place: QRectF) -> None:
        """Each key as it lies on the keyboard, and what it does."""
        words = "".join(f"{key}{does}" for key, does in self._answer.keys)
        most = max(LEAST, round(place.height() / 1.6))
        gaps = 6 * len(self._answer.keys)
        size = self._fitting.size_of_line(place.width(), words, gaps, most)
        metrics, left = self._fitting.metrics(size, bold=True), place.x()
        painter.setFont(font(size, bold=True))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for key, does in self._answer.keys:
            cap = QRectF(left, place.y() + 1, metrics.horizontalAdvance(key) + size, size * 1.5)
            painter.setPen(QPen(QColor(self._tools.palette.on_verdict), 1.6))
            painter.drawRoundedRect(cap, 5, 5)
            painter.drawText(cap, int(Qt.AlignmentFlag.AlignCenter), key)
            left = cap.right() + size * 0.5
            width = metrics.horizontalAdvance(does) + 4
            painter.drawText(QRectF(left, cap.y(), width, cap.height()), int(LEFT), does)
            left += width + size * 1.2

    def _icon(self, painter: QPainter, left: float, top: float, side: float) -> None:
        drawn = self._tools.icons.pixmap(
            self._answer.icon, self._tools.palette.on_verdict, int(side), self.devicePixelRatioF()
        )
        painter.drawPixmap(int(left), int(top), drawn)


def _part(whole: QRectF, begin: float, end: float) -> QRectF:
    """The part of a place between two shares of its height."""
    height = whole.height()
    return QRectF(whole.x(), whole.y() + begin * height, whole.width(), (end - begin) * height)
