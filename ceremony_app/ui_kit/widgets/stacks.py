"""Bars of several parts: a name, one bar, and the counts in words."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFontMetricsF,
    QHelpEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from ceremony_app.ui_kit.palette import Palette
from ceremony_app.ui_kit.theme import font
from ceremony_app.ui_kit.tools import Tools

_ROW = 46
_BAR_TOP, _BAR_HEIGHT = 27, 11
_PAD = 6
_TONES = ("good", "warn", "calm")
_PATTERNS = {1: Qt.BrushStyle.BDiagPattern, 2: Qt.BrushStyle.Dense5Pattern}
"""Parts differ by pattern as well as by colour; what is left of the whole stays empty."""


@dataclass(frozen=True, slots=True)
class Stack:
    """`parts` of `whole`, in their order from the left; `words` are the counts to be read.

    `mark` is a count that matters (a quorum), drawn as a line through the bar; zero for none.
    """

    name: str
    parts: tuple[int, ...]
    whole: int
    words: str
    mark: int = 0


class StackList(QWidget):
    """Paints its stacks under one another; `chosen` carries the place of one that was clicked."""

    chosen = Signal(int)

    def __init__(self, tools: Tools) -> None:
        super().__init__()
        self._tools = tools
        self._stacks: tuple[Stack, ...] = ()
        self._current = -1
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    @property
    def stacks(self) -> tuple[Stack, ...]:
        return self._stacks

    def show_stacks(self, stacks: Sequence[Stack], current: int = -1) -> None:
        """Replace the stacks; the one at `current` stands out."""
        self._stacks, self._current = tuple(stacks), current
        self.setFixedHeight(max(1, _ROW * len(self._stacks)))
        self.setAccessibleDescription("; ".join(f"{s.name}: {s.words}" for s in self._stacks))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return QSize(320, _ROW * len(self._stacks))

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        place = int(event.position().y()) // _ROW
        if place < len(self._stacks):
            self.chosen.emit(place)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            place = event.pos().y() // _ROW
            if place < len(self._stacks):
                stack = self._stacks[place]
                QToolTip.showText(event.globalPos(), f"{stack.name}: {stack.words}", self)
            return True
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        seen = event.rect()
        for place, stack in enumerate(self._stacks):
            top = place * _ROW
            if top + _ROW >= seen.top() and top <= seen.bottom():
                self._paint(painter, stack, top, is_current=place == self._current)
        painter.end()

    def _paint(self, painter: QPainter, stack: Stack, top: int, *, is_current: bool) -> None:
        colours = self._tools.palette
        if is_current:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colours.selection))
            painter.drawRoundedRect(QRectF(0, top + 1, self.width(), _ROW - 3), 6, 6)
        line = QRectF(_PAD, top + 2, self.width() - 2 * _PAD, 23)
        figures = QFontMetricsF(font(13, bold=True)).horizontalAdvance(stack.words) + 10
        painter.setFont(font(14))
        painter.setPen(QColor(colours.ink))
        name = QFontMetricsF(font(14)).elidedText(
            stack.name, Qt.TextElideMode.ElideRight, max(60.0, line.width() - figures)
        )
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(line, int(Qt.AlignmentFlag.AlignLeft | middle), name)
        painter.setFont(font(13, bold=True))
        painter.setPen(QColor(colours.quiet))
        painter.drawText(line, int(Qt.AlignmentFlag.AlignRight | middle), stack.words)
        bar = QRectF(_PAD, top + _BAR_TOP, self.width() - 2 * _PAD, _BAR_HEIGHT)
        paint_parts(painter, bar, stack, colours)


def paint_parts(painter: QPainter, bar: QRectF, stack: Stack, colours: Palette) -> None:
    """One bar of a stack, rounded at both ends."""
    shape = QPainterPath()
    shape.addRoundedRect(bar, bar.height() / 2, bar.height() / 2)
    painter.fillPath(shape, QColor(colours.line))
    painter.save()
    painter.setClipPath(shape)
    left = bar.left()
    for number, part in enumerate(stack.parts):
        wide = bar.width() * part / stack.whole if stack.whole else 0.0
        rect = QRectF(left, bar.top(), wide, bar.height())
        painter.fillRect(rect, QColor(getattr(colours, _TONES[number])))
        if number in _PATTERNS:
            ink = QColor(colours.on_verdict)
            ink.setAlpha(120)
            painter.fillRect(rect, QBrush(ink, _PATTERNS[number]))
        left += wide
    painter.restore()
    if stack.mark and stack.whole:
        at = bar.left() + bar.width() * min(1.0, stack.mark / stack.whole)
        painter.setPen(QPen(QColor(colours.ink), 2))
        painter.drawLine(QPointF(at, bar.top() - 3), QPointF(at, bar.bottom() + 3))


class StackKey(QWidget):
    """What the parts of a stack are called, each beside a piece of its colour and pattern."""

    def __init__(self, tools: Tools, names: Sequence[str]) -> None:
        super().__init__()
        self._tools = tools
        self._names = tuple(names)
        self.setAccessibleName(", ".join(names))
        self.setFixedHeight(20)

    def paintEvent(self, _: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(font(12))
        room, left = QFontMetricsF(font(12)), float(_PAD)
        for number, name in enumerate(self._names):
            parts = tuple(int(place == number) for place in range(len(_TONES)))
            paint_parts(
                painter, QRectF(left, 5, 22, 10), Stack("", parts, 1, ""), self._tools.palette
            )
            painter.setPen(QColor(self._tools.palette.quiet))
            wide = room.horizontalAdvance(name)
            where = QRectF(left + 28, 0, wide + 4, 20)
            painter.drawText(where, int(Qt.AlignmentFlag.AlignVCenter), name)
            left += wide + 28 + 18
        painter.end()
