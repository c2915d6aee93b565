"""A sign on every screen that says which one it is: its number, its name, what it is used for."""

from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt, QTimer
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QScreen
from PySide6.QtWidgets import QWidget

from ceremony_app.domain.messages import Catalogue, Message
from ceremony_app.ui_kit.palette import BRIGHT
from ceremony_app.ui_kit.theme import font

SECONDS: Final = 5
"""Long enough to walk to the projector's end of the hall with the eyes."""

_WIDE, _HIGH, _TOP = 0.46, 0.19, 0.77
"""The sign's size and place in sizes of the screen: below the words that the hall may read."""

_ON_TOP: Final = (
    Qt.WindowType.Window
    | Qt.WindowType.FramelessWindowHint
    | Qt.WindowType.WindowStaysOnTopHint
    | Qt.WindowType.WindowDoesNotAcceptFocus
    | Qt.WindowType.WindowTransparentForInput
    | Qt.WindowType.BypassWindowManagerHint
)


class ScreenSign(QWidget):
    """One sign; it takes no keys and no clicks, and goes by itself."""

    def __init__(self, screen: QScreen, number: int, words: str, role: str) -> None:
        super().__init__(None, _ON_TOP)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAccessibleName(f"{number}: {words}, {role}")
        self._number = str(number)
        self._words = words
        self._role = role
        area = screen.geometry()
        self.setScreen(screen)
        self.setGeometry(
            area.x() + round(area.width() * (1 - _WIDE) / 2),
            area.y() + round(area.height() * _TOP),
            round(area.width() * _WIDE),
            max(round(area.height() * _HIGH), 96),
        )
        QTimer.singleShot(SECONDS * 1000, self, self.close)

    def paintEvent(self, _: QPaintEvent) -> None:  # noqa: N802 - Qt's own name
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        whole = QRectF(self.rect())
        side = min(whole.height(), whole.width() * 0.3)
        painter.fillRect(whole, QColor(BRIGHT.accent))
        edge = max(2.0, side * 0.03)
        painter.fillRect(whole.adjusted(edge, edge, -edge, -edge), QColor(BRIGHT.bar))
        badge = QRectF(0, 0, side, whole.height()).adjusted(*[side * 0.14] * 2, *[-side * 0.14] * 2)
        painter.setBrush(QColor(BRIGHT.accent))
        painter.drawRoundedRect(badge, side * 0.08, side * 0.08)
        self._line(painter, badge, self._number, 0.56 * badge.height(), BRIGHT.on_accent)
        room = whole.adjusted(side * 1.05, 0, -side * 0.2, 0)
        middle = QPointF(room.right(), room.top() + room.height() * 0.54)
        upper = QRectF(room.topLeft(), middle)
        lower = QRectF(QPointF(room.left(), middle.y()), room.bottomRight())
        lead = Qt.AlignmentFlag.AlignLeft
        at_foot, at_head = lead | Qt.AlignmentFlag.AlignBottom, lead | Qt.AlignmentFlag.AlignTop
        self._line(painter, upper, self._role, 0.24 * side, BRIGHT.bar_ink, at_foot)
        self._line(painter, lower, self._words, 0.15 * side, BRIGHT.bar_quiet, at_head)
        painter.end()

    def _line(
        self,
        painter: QPainter,
        room: QRectF,
        words: str,
        size: float,
        colour: str,
        where: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignCenter,
    ) -> None:
        """One line, as small as it has to be."""
        bold = colour != BRIGHT.bar_quiet
        wide = QFontMetricsF(font(max(1, round(size)), bold=bold)).horizontalAdvance(words)
        fitting = min(1.0, room.width() / max(wide, 1.0))
        painter.setFont(font(max(1, int(size * fitting)), bold=bold))
        painter.setPen(QColor(colour))
        painter.drawText(room, int(where), words)
        painter.setPen(Qt.PenStyle.NoPen)


class ScreenSigns:
    """Puts signs on screens, in the language of `say`."""

    def __init__(self, say: Catalogue) -> None:
        self._say = say

    def show_on(self, screen: QScreen, number: int, words: str, role: Message) -> ScreenSign:
        """A sign on one screen, for SECONDS."""
        sign = ScreenSign(screen, number, words, self._say.say(role))
        sign.show()
        return sign
