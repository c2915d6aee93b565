"""The words of a point as they will be led: one breath a line, breaks set by click or key."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from ceremony_app.domain.phrases import join, split
from ceremony_app.domain.texts import Point
from ceremony_app.ui_kit.theme import font
from ceremony_app.ui_kit.tools import Tools

_SIZE = 17
_LINE = 32
_LEFT = 34


@dataclass(frozen=True, slots=True)
class _Word:
    """A word where it stands: `gap` is the number of the gap after it in the whole point."""

    words: str
    place: QRectF
    phrase: int
    gap: int
    ends_phrase: bool


class PhraseEditor(QWidget):
    """Shows the phrases of a point; a click between two words breaks or joins there.

    By keyboard: arrows go from gap to gap and from line to line, the space bar breaks or joins.
    A locked text is only shown. `looked_at` carries the number of the phrase that somebody is at.
    """

    changed = Signal(object)
    looked_at = Signal(int)

    def __init__(self, tools: Tools, point: Point, *, locked: bool) -> None:
        super().__init__()
        self._tools = tools
        self._point = point
        self._locked = locked
        self._gap = 0
        self._hovered = -1
        self._placed: list[_Word] = []
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMinimumWidth(300)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        if not locked:
            self.setMouseTracking(True)
            self.setToolTip(tools.say("prepare.phrases.how"))
        self._place()

    @property
    def point(self) -> Point:
        return self._point

    def show_point(self, point: Point) -> None:
        """Show other phrases."""
        self._point = point
        self._place()
        self.update()

    def turn(self, gap: int) -> None:
        """Break the point at a gap between two words, or join what is broken there."""
        word = next((word for word in self._placed if word.gap == gap), None)
        if self._locked or word is None or gap >= len(self._placed) - 1:
            return
        if word.ends_phrase:
            changed = join(self._point, word.phrase)
        else:
            first = sum(len(p.words.split()) for p in self._point.phrases[: word.phrase])
            changed = split(self._point, word.phrase, gap - first + 1)
        self.show_point(changed)
        self.changed.emit(changed)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return QSize(500, self.height())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._place()

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        super().focusInEvent(event)
        self._look()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        steps = {
            Qt.Key.Key_Left: -1,
            Qt.Key.Key_Right: 1,
            Qt.Key.Key_Up: self._to_line(-1),
            Qt.Key.Key_Down: self._to_line(1),
        }
        step = steps.get(Qt.Key(event.key()), 0)
        if step:
            self._gap = min(max(0, self._gap + step), max(0, len(self._placed) - 2))
        elif event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Return):
            self.turn(self._gap)
        else:
            # Up from the first line and down from the last go on to where the page leads.
            super().keyPressEvent(event)
            return
        self._look()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        hovered = self._gap_at(event.position())
        if hovered != self._hovered:
            self._hovered = hovered
            pointing = Qt.CursorShape.PointingHandCursor
            self.setCursor(pointing if hovered >= 0 else Qt.CursorShape.ArrowCursor)
            self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        gap = self._gap_at(event.position())
        if gap >= 0 and not self._locked:
            self._gap = gap
            self.turn(gap)
        elif (word := self._word_at(event.position())) is not None:
            self._gap = min(word.gap, max(0, len(self._placed) - 2))
        self._look()

    def paintEvent(self, _: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = self._tools.palette
        number = -1
        for word in self._placed:
            if word.phrase != number:
                number = word.phrase
                painter.setFont(font(13))
                painter.setPen(QColor(colours.quiet))
                figure = QRectF(0, word.place.y(), _LEFT - 12, word.place.height())
                at_right = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
                painter.drawText(figure, at_right, str(number + 1))
                painter.setPen(QPen(QColor(colours.accent), 2))
                edge = _LEFT - 6.0
                painter.drawLine(
                    QPointF(edge, word.place.y() + 6), QPointF(edge, word.place.bottom() - 6)
                )
            painter.setFont(font(_SIZE))
            painter.setPen(QColor(colours.ink))
            painter.drawText(word.place, int(Qt.AlignmentFlag.AlignVCenter), word.words)
        self._paint_gaps(painter)
        painter.end()

    def _paint_gaps(self, painter: QPainter) -> None:
        shown = {self._hovered} | ({self._gap} if self.hasFocus() else set())
        for word in self._placed[:-1]:
            if word.gap in shown and not self._locked:
                x = word.place.right() + 3
                painter.setPen(QPen(QColor(self._tools.palette.focus), 2))
                painter.drawLine(
                    QPointF(x, word.place.y() + 4), QPointF(x, word.place.bottom() - 4)
                )
                icon = "join" if word.ends_phrase else "split"
                drawn = self._tools.icons.pixmap(
                    icon, self._tools.palette.focus, 16, self.devicePixelRatioF()
                )
                painter.drawPixmap(QPointF(x - 8, word.place.y() - 8), drawn)

    def _look(self) -> None:
        """Somebody is at another gap: the phrase before it is what they look at."""
        self.update()
        if self._placed:
            self.looked_at.emit(self._placed[min(self._gap, len(self._placed) - 1)].phrase)

    def _to_line(self, by: int) -> int:
        """How many gaps on the nearest word of the line above (-1) or below (1) stands."""
        if not self._placed:
            return 0
        here = self._placed[min(self._gap, len(self._placed) - 1)]
        tops = sorted({word.place.y() for word in self._placed})
        at = tops.index(here.place.y()) + by
        if not 0 <= at < len(tops):
            return 0
        line = [word for word in self._placed if word.place.y() == tops[at]]
        nearest = min(line, key=lambda word: abs(word.place.right() - here.place.right()))
        return nearest.gap - here.gap

    def _word_at(self, where: QPointF) -> _Word | None:
        """The word at a place or before it on its line; None between lines."""
        line = [one for one in self._placed if one.place.top() <= where.y() <= one.place.bottom()]
        before = [one for one in line if one.place.left() <= where.x()]
        return before[-1] if before else next(iter(line), None)

    def _gap_at(self, where: QPointF) -> int:
        for word in self._placed[:-1]:
            space = QRectF(word.place.right() - 5, word.place.y(), 16, word.place.height())
            if word.ends_phrase:
                space.setWidth(60)
            if space.contains(where):
                return word.gap
        return -1

    def _place(self) -> None:
        metrics = QFontMetricsF(font(_SIZE))
        blank, width = metrics.horizontalAdvance(" "), max(self.width(), 300) - 24
        self._placed, top, gap = [], 4.0, 0
        for number, phrase in enumerate(self._point.phrases):
            left = float(_LEFT)
            words = phrase.words.split()
            for at, word in enumerate(words):
                wide = metrics.horizontalAdvance(word)
                if left + wide > width and left > _LEFT:
                    left, top = _LEFT + 18.0, top + _LINE - 6
                place = QRectF(left, top, wide, _LINE)
                self._placed.append(_Word(word, place, number, gap, at == len(words) - 1))
                left, gap = left + wide + blank, gap + 1
            top += _LINE
        self.setFixedHeight(int(top) + 6)
        self.setAccessibleName(
            "; ".join(f"{n}: {p.words}" for n, p in enumerate(self._point.phrases, start=1))
        )
