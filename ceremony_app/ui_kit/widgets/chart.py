"""How a hall filled: a curve over the day's minutes, and the lines that matter beside it."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from ceremony_app.ui_kit.theme import font
from ceremony_app.ui_kit.tools import Tools

_LEFT, _RIGHT, _TOP, _BOTTOM = 44.0, 14.0, 18.0, 24.0
_LABEL = 11
_LEAST_BETWEEN = 52.0
"""Pixels that an hour under the axis needs for itself."""


@dataclass(frozen=True, slots=True)
class Line:
    """A count or a minute of the day that matters, and what it is called."""

    at: int
    words: str


@dataclass(frozen=True, slots=True)
class Curve:
    """`counts` are those present at the end of each span of `minutes` from `start`, in minutes of
    the day; `most` is the height of the chart. `level` is a count, `moments` are minutes."""

    start: int
    minutes: int
    counts: tuple[int, ...]
    most: int
    level: Line | None = None
    moments: tuple[Line, ...] = ()

    @property
    def end(self) -> int:
        return self.start + self.minutes * len(self.counts)


class CurveChart(QWidget):
    """Paints one curve; without one, the words given for an empty chart."""

    def __init__(self, tools: Tools, name: str, empty: str) -> None:
        super().__init__()
        self._tools = tools
        self._empty = empty
        self._curve: Curve | None = None
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumHeight(150)

    @property
    def curve(self) -> Curve | None:
        return self._curve

    def show_curve(self, curve: Curve | None, told: str) -> None:
        """Show another curve; `told` says in words what it shows."""
        self.setAccessibleDescription(told)
        if curve != self._curve:
            self._curve = curve
            self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return QSize(520, 210)

    def paintEvent(self, _: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(font(_LABEL))
        if self._curve is None:
            painter.setPen(QColor(self._tools.palette.quiet))
            painter.setFont(font(14))
            painter.drawText(self.rect(), int(Qt.AlignmentFlag.AlignCenter), self._empty)
        else:
            _Drawing(painter, self._curve, self._tools, QRectF(self.rect())).draw()
        painter.end()


class _Drawing:
    """One painting of one curve."""

    def __init__(self, painter: QPainter, curve: Curve, tools: Tools, whole: QRectF) -> None:
        self._painter = painter
        self._curve = curve
        self._colours = tools.palette
        self._area = whole.adjusted(_LEFT, _TOP, -_RIGHT, -_BOTTOM)

    def draw(self) -> None:
        self._grid()
        self._hours()
        self._filling()
        for moment in self._curve.moments:
            self._moment(moment)
        if self._curve.level is not None:
            self._level(self._curve.level)

    def _x(self, minute: float) -> float:
        curve = self._curve
        share = (minute - curve.start) / max(1, curve.end - curve.start)
        return self._area.left() + self._area.width() * min(1.0, max(0.0, share))

    def _y(self, count: float) -> float:
        return self._area.bottom() - self._area.height() * count / max(1, self._curve.most)

    def _grid(self) -> None:
        painter, area = self._painter, self._area
        for quarter in range(5):
            count = round(self._curve.most * quarter / 4)
            y = self._y(count)
            painter.setPen(QPen(QColor(self._colours.line), 1))
            painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y))
            painter.setPen(QColor(self._colours.quiet))
            where = QRectF(0, y - 8, _LEFT - 8, 16)
            at_right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(where, int(at_right), str(count))

    def _hours(self) -> None:
        curve = self._curve
        fits = max(1, int(self._area.width() / _LEAST_BETWEEN))
        step = -(-len(curve.counts) // fits)
        self._painter.setPen(QColor(self._colours.quiet))
        for span in range(0, len(curve.counts) + 1, step):
            minute = curve.start + span * curve.minutes
            where = QRectF(self._x(minute) - 30, self._area.bottom() + 4, 60, 18)
            hour = f"{minute // 60 % 24:02}.{minute % 60:02}"
            self._painter.drawText(where, int(Qt.AlignmentFlag.AlignHCenter), hour)

    def _filling(self) -> None:
        curve, area = self._curve, self._area
        points = [QPointF(self._x(curve.start), self._y(0))]
        points += [
            QPointF(self._x(curve.start + (span + 1) * curve.minutes), self._y(count))
            for span, count in enumerate(curve.counts)
        ]
        ground = QColor(self._colours.focus)
        ground.setAlpha(46)
        self._painter.setPen(Qt.PenStyle.NoPen)
        self._painter.setBrush(ground)
        self._painter.drawPolygon(
            QPolygonF([*points, QPointF(points[-1].x(), area.bottom()), points[0]])
        )
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        self._painter.setPen(QPen(QColor(self._colours.focus), 2.5))
        self._painter.drawPolyline(QPolygonF(points))

    def _moment(self, moment: Line) -> None:
        if not self._curve.start <= moment.at <= self._curve.end:
            return
        x = self._x(moment.at)
        self._painter.setPen(QPen(QColor(self._colours.warn), 1.5, Qt.PenStyle.DashLine))
        self._painter.drawLine(QPointF(x, self._area.top()), QPointF(x, self._area.bottom()))
        wide = QFontMetricsF(self._painter.font()).horizontalAdvance(moment.words) + 4
        left = min(max(0.0, x - wide / 2), self._area.right() + _RIGHT - wide)
        self._painter.setPen(QColor(self._colours.warn_ink))
        where = QRectF(left, 0, wide, _TOP - 2)
        self._painter.drawText(where, int(Qt.AlignmentFlag.AlignCenter), moment.words)

    def _level(self, level: Line) -> None:
        y = self._y(level.at)
        self._painter.setPen(QPen(QColor(self._colours.good), 1.5, Qt.PenStyle.DashLine))
        self._painter.drawLine(QPointF(self._area.left(), y), QPointF(self._area.right(), y))
        self._painter.setPen(QColor(self._colours.good_ink))
        where = QRectF(self._area.left() + 6, y - 17, self._area.width(), 16)
        self._painter.drawText(where, int(Qt.AlignmentFlag.AlignLeft), level.words)
