"""The operator's one window: a bar for messages over whatever page is open."""

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication, QIcon
from PySide6.QtWidgets import QMainWindow, QVBoxLayout, QWidget

from ceremony_app.ui_kit.palette import Palette
from ceremony_app.ui_kit.settings import Settings
from ceremony_app.ui_kit.tools import Tools
from ceremony_app.ui_kit.widgets.notice_bar import NoticeBar

FIRST_SIZE = QSize(1320, 780)
ROOMY = 1500
"""On a screen narrower than this the window takes all of it."""


class Window(QMainWindow):
    """Holds one page at a time and remembers its size and place under `name`.

    `closing` is asked before the window goes: whoever holds a live hall or an open file sets
    `may_close` to False and closes when it is done.
    """

    closing = Signal()

    def __init__(self, tools: Tools, name: str) -> None:
        super().__init__()
        self._tools = tools
        self._name = name
        self.may_close = True
        self._palette: Palette | None = None
        self.setWindowTitle("Ikrar")
        self.setWindowIcon(QIcon(tools.icons.pixmap("ikrar", "#ffffff", 64)))
        self.bar = NoticeBar(tools)
        self._page: QWidget | None = None
        frame = QWidget()
        frame.setProperty("kind", "page")
        frame.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._column = QVBoxLayout(frame)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self.bar)
        self.setCentralWidget(frame)
        self.dress(tools.palette)
        self._place(tools.settings)

    @property
    def page(self) -> QWidget | None:
        return self._page

    def speak(self, tools: Tools) -> None:
        """Use other tools: another language."""
        self.bar.stop()
        old, self._tools = self.bar, tools
        self.bar = NoticeBar(tools)
        self._column.replaceWidget(old, self.bar)
        old.hide()
        old.deleteLater()

    def clear(self) -> None:
        """Take the page away; it is deleted."""
        if self._page is not None:
            self._column.removeWidget(self._page)
            self._page.hide()
            self._page.deleteLater()
            self._page = None

    def show_page(self, page: QWidget) -> None:
        """Put a page in place of the one before, which is deleted."""
        self.clear()
        self._page = page
        self._column.addWidget(page, 1)

    def dress(self, palette: Palette) -> None:
        """Change colours: the hall's console is dark."""
        if palette is not self._palette:
            self._palette = palette
            self._tools.theme.dress(self, palette)
            self.bar.dress(palette)

    def show_fitting(self) -> None:
        """Come into sight: at the remembered size, or maximized on a small screen."""
        known = self._name in self._tools.settings.now.windows
        small = QGuiApplication.primaryScreen().availableGeometry().width() < ROOMY
        if small and not known:
            self.showMaximized()
        else:
            self.show()

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 - Qt's name
        self.closing.emit()
        if not self.may_close:
            event.ignore()
            return
        if not (self.isMaximized() or self.isFullScreen()):
            spot = self.geometry()
            self._tools.settings.remember_window(
                self._name, (spot.x(), spot.y(), spot.width(), spot.height())
            )
        self.bar.stop()
        super().closeEvent(event)

    def _place(self, settings: Settings) -> None:
        """Where it was last time, if that is still on a screen and fits it."""
        remembered = settings.now.windows.get(self._name)
        screen = QGuiApplication.primaryScreen().availableGeometry()
        size = FIRST_SIZE if remembered is None else QSize(remembered[2], remembered[3])
        self.resize(size.boundedTo(screen.size()))
        if remembered is not None:
            corner = QPoint(remembered[0], remembered[1])
            if QGuiApplication.screenAt(corner) is not None:
                self.move(corner)
