"""A list of shares: a name, a bar, and the counts in figures."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QHelpEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from ceremony_app.ui_kit.theme import font
from ceremony_app.ui_kit.tools import Tools

_ROW = 40


@dataclass(frozen=True, slots=True)
class Share:
    """`part` of `whole` for one name; `words` are the counts as they are to be read."""

    name: str
    part: int
    whole: int
    words: str


class BarList(QWidget):
    """Paints its shares under one another; long names are cut and told whole in a tip."""

    def __init__(self, tools: Tools) -> None:
        super().__init__()
        self._tools = tools
        self._shares: tuple[Share, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def shares(self) -> tuple[Share, ...]:
        return self._shares

    def show_shares(self, shares: Sequence[Share]) -> None:
        """Replace the shares."""
        self._shares = tuple(shares)
        self.setFixedHeight(max(1, _ROW * len(self._shares)))
        self.setAccessibleDescription("; ".join(f"{s.name}: {s.words}" for s in self._shares))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return QSize(260, _ROW * len(self._shares))

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            index = event.pos().y() // _ROW
            if index < len(self._shares):
                share = self._shares[index]
                QToolTip.showText(event.globalPos(), f"{share.name}: {share.words}", self)
            return True
        return super().event(event)

    def paintEvent(self, _: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for index, share in enumerate(self._shares):
            self._paint(painter, share, index * _ROW)
        painter.end()

    def _paint(self, painter: QPainter, share: Share, top: int) -> None:
        colours = self._tools.palette
        figures = QFontMetricsF(font(14, bold=True)).horizontalAdvance(share.words) + 8
        line = QRectF(0, top, self.width(), 24)
        painter.setFont(font(14))
        painter.setPen(QColor(colours.ink))
        room = QFontMetricsF(font(14))
        name = room.elidedText(share.name, Qt.TextElideMode.ElideRight, line.width() - figures - 8)
        painter.drawText(line, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom), name)
        painter.setFont(font(14, bold=True))
        at_right = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom)
        painter.drawText(line, at_right, share.words)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.line))
        bar = QRectF(0, top + 27, self.width(), 7)
        painter.drawRoundedRect(bar, 3.5, 3.5)
        if share.whole and share.part:
            full = share.part >= share.whole
            painter.setBrush(QColor(colours.good if full else colours.focus))
            bar.setWidth(max(7.0, bar.width() * min(1.0, share.part / share.whole)))
            painter.drawRoundedRect(bar, 3.5, 3.5)
