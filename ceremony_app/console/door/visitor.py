"""The screen that faces the visitor: a greeting, a name, and whether it is written down."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt, QTimer
from PySide6.QtGui import QColor, QCursor, QGuiApplication, QPainter, QPaintEvent, QScreen
from PySide6.QtWidgets import QWidget

from ceremony_app.domain.messages import Catalogue
from ceremony_app.domain.verdicts import ScanAnswer, Verdict
from ceremony_app.ui_kit.tools import Tools
from ceremony_app.ui_kit.widgets.fitted import CENTRE, Fitting

GREETED_MS = 6_000
"""So long a name stays: read by its owner, and gone before the queue has learnt it."""


@dataclass(frozen=True, slots=True)
class Greeting:
    """What the visitor reads, the lesser line below."""

    words: str
    name: str = ""
    below: str = ""


def greeting(say: Catalogue, answer: ScanAnswer) -> Greeting:
    """What is said to whoever scanned; nobody is turned away by a screen, but by the clerk."""
    if answer.person is not None:
        if answer.verdict is Verdict.RECORDED:
            return Greeting(
                say("door.visitor.welcome"), answer.person.name, say("door.visitor.recorded")
            )
        if answer.verdict is Verdict.ALREADY:
            return Greeting(
                say("door.visitor.welcome"), answer.person.name, say("door.visitor.already")
            )
    return at_rest(say)


def at_rest(say: Catalogue) -> Greeting:
    """What stands there while nobody has scanned."""
    return Greeting(say("door.visitor.welcome"), "", say("door.visitor.invite"))


class VisitorWindow(QWidget):
    """Fills one screen and shows nothing else: no list, no count, no reason for a refusal."""

    def __init__(self, tools: Tools) -> None:
        super().__init__()
        self._tools = tools
        self._fitting = Fitting()
        self._shown = at_rest(tools.say)
        self._back = QTimer(self)
        self._back.setSingleShot(True)
        self._back.setInterval(GREETED_MS)
        self._back.timeout.connect(lambda: self._show(at_rest(tools.say)))
        self.setWindowTitle(tools.say("door.visitor.title"))
        self.setCursor(QCursor(Qt.CursorShape.BlankCursor))
        # The keys belong to the clerk's window.
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setMinimumSize(320, 200)
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.screenRemoved.connect(self._lost)

    @property
    def shown(self) -> Greeting:
        return self._shown

    def fill(self, screen: QScreen) -> None:
        """Take the whole of a screen."""
        self.setScreen(screen)
        self.setGeometry(screen.geometry())
        self.showFullScreen()

    def greet(self, answer: ScanAnswer) -> None:
        """Somebody has scanned."""
        self._show(greeting(self._tools.say, answer))
        self._back.start()

    def paintEvent(self, _: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        painter, colours = QPainter(self), self._tools.palette
        painter.fillRect(self.rect(), QColor(colours.bar))
        whole = QRectF(self.rect()).adjusted(
            self.width() * 0.06, self.height() * 0.08, -self.width() * 0.06, -self.height() * 0.08
        )
        high, shown = whole.height(), self._shown
        spans = (
            (0.10, 0.28, 0.32, 0.72, 0.78, 0.92) if shown.name else (0.24, 0.52, 0, 0, 0.62, 0.76)
        )
        parts = (
            (shown.words, colours.accent, 0.13 if shown.name else 0.2),
            (shown.name, colours.bar_ink, 0.2),
            (shown.below, colours.bar_quiet if not shown.name else colours.bar_ink, 0.08),
        )
        for at, (words, colour, most) in enumerate(parts):
            top, bottom = spans[at * 2], spans[at * 2 + 1]
            place = QRectF(whole.x(), whole.y() + top * high, whole.width(), (bottom - top) * high)
            painter.setPen(QColor(colour))
            self._fitting.paint(painter, place, words, most * high, bold=at < 2, align=CENTRE)
        line = QRectF(0, 0, whole.width() * 0.12, max(3.0, high * 0.008))
        line.moveCenter(whole.center())
        line.moveTop(whole.y() + high * (0.75 if shown.name else 0.56))
        painter.fillRect(line, QColor(colours.accent))
        painter.end()

    def _show(self, greeting: Greeting) -> None:
        self._shown = greeting
        self.setAccessibleName(
            ". ".join(part for part in (greeting.words, greeting.name, greeting.below) if part)
        )
        self.update()

    def _lost(self, screen: QScreen) -> None:
        """Its screen was pulled out: it must not jump onto the clerk's."""
        if screen is self.screen():
            self.close()
