"""A window that fills one screen, is seen on no other, and knows nothing of the show."""

import time
from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QEvent, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication, QKeyEvent, QScreen, QWindow

from ceremony_app.projector.picture_widget import PictureWidget
from ceremony_app.projector.screens import pixels_of
from ceremony_app.projector.x11 import is_x11, place_exactly

ASTRAY_MS: Final = 60
"""How long a window may stand elsewhere, black, before it is taken out of sight: a window manager
puts a new window somewhere first and moves it afterwards."""

_SHARE_OF_SCREEN: Final = 0.6
_MOVED: Final = frozenset(
    {
        QEvent.Type.Move,
        QEvent.Type.Resize,
        QEvent.Type.Show,
        QEvent.Type.ScreenChangeInternal,
        QEvent.Type.DevicePixelRatioChange,
    }
)


class ScreenWindow(PictureWidget):
    """Shows pictures full screen on one screen, or in a window where the operator wants that.

    Pictures are handed in; keys are handed on and never do anything by themselves, so Esc and
    F5 neither leave nor blank. Closing by the system's own means is refused: who opened it
    closes it with `dismiss`. On an X server the window manager is kept from moving it.

    `pressed` carries a key and its text. `close_wanted` says that the system wanted it closed,
    `strayed` that it stood on another screen than its own and is out of sight now.
    """

    pressed = Signal(int, str)
    close_wanted = Signal()
    strayed = Signal()

    def __init__(self, title: str, clock: Callable[[], float] = time.monotonic) -> None:
        super().__init__(clock)
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        # The keys stay with the console, also when the window comes back to its screen.
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setCursor(Qt.CursorShape.BlankCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._armed: QScreen | None = None
        # Told by the window itself: asking it with screen() would make Qt's screen a child of the
        # window in Python's eyes, and it would be gone for the whole program with the window.
        self._stands_on: QScreen | None = None
        self._handle: QWindow | None = None
        self._area = QRect()
        # A Wayland compositor tells on which screen a window is, and never where.
        self._knows_place = not QGuiApplication.platformName().startswith("wayland")
        self._astray = QTimer(self)
        self._astray.setSingleShot(True)
        self._astray.setInterval(ASTRAY_MS)
        self._astray.timeout.connect(self._hide_astray)

    @property
    def picture_size(self) -> tuple[int, int]:
        return pixels_of(self._armed) if self._armed is not None else super().picture_size

    @property
    def may_be_seen(self) -> bool:
        return not self._is_astray()

    @property
    def armed_screen(self) -> QScreen | None:
        """The screen that the window fills, or None while it is an ordinary window or hidden."""
        return self._armed

    def fill_screen(self, screen: QScreen) -> None:
        """Full screen, on that screen and no other."""
        self._armed, self._area = screen, screen.geometry()
        self._dress(is_armed=True)
        self._set_screen(screen)
        self.setGeometry(self._area)
        # Not showFullScreen, which takes the keys from the console.
        self.setWindowState(Qt.WindowState.WindowFullScreen)
        self._place_exactly(screen)
        self.show()
        self._look_where_it_is()
        self.resized.emit()

    def show_windowed(self, screen: QScreen) -> None:
        """An ordinary window of the screen's own shape."""
        self._armed = None
        self._dress(is_armed=False)
        self._set_screen(screen)
        self.setGeometry(_in_corner(screen.availableGeometry(), screen.geometry()))
        self.showNormal()
        self.resized.emit()

    def withdraw(self) -> None:
        """Out of sight, and nothing painted, until `fill_screen` or `show_windowed`."""
        self._armed = None
        self._astray.stop()
        self.hide()
        self.clear()

    def dismiss(self) -> None:
        """Closes the window for good."""
        self.withdraw()
        self.deleteLater()

    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if event.type() is QEvent.Type.WinIdChange:
            self._watch_handle()
        if event.type() in _MOVED:
            self._look_where_it_is()
        if event.type() is QEvent.Type.DevicePixelRatioChange:
            self.resized.emit()
        return done

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's own name
        self.pressed.emit(event.key(), event.text())
        event.accept()

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 - Qt's own name
        event.ignore()
        self.close_wanted.emit()

    def _set_screen(self, screen: QScreen) -> None:
        self.setScreen(screen)
        self._stands_on = screen

    def _watch_handle(self) -> None:
        """The system's window is another one now."""
        handle = self.windowHandle()
        if handle is not None and handle is not self._handle:
            handle.screenChanged.connect(self._note_screen)
        self._handle = handle

    def _note_screen(self, screen: QScreen) -> None:
        self._stands_on = screen
        self._look_where_it_is()

    def _dress(self, *, is_armed: bool) -> None:
        """What the window is to the system: nothing of others lies over an armed one."""
        flags = Qt.WindowType.Window
        if is_armed:
            flags |= Qt.WindowType.FramelessWindowHint | Qt.WindowType.WindowStaysOnTopHint
        if is_armed and is_x11():
            # Managers move windows to the screens that are left, with all that is on them.
            flags |= Qt.WindowType.BypassWindowManagerHint
        if self.windowFlags() != flags:
            self.setWindowFlags(flags)

    def _place_exactly(self, screen: QScreen) -> None:
        """Where Qt's units do not meet the screen's pixels; an X server's windows only."""
        pixels = pixels_of(screen)
        if is_x11() and pixels != super().picture_size:
            place_exactly(self.winId(), QRect(self._area.x(), self._area.y(), *pixels))

    def _is_astray(self) -> bool:
        """Whether the system has put the window where it is not for."""
        if self._armed is None:
            return False
        if self._stands_on is not self._armed:
            return True
        # One unit more, since Qt rounds.
        room = self._area.adjusted(-1, -1, 1, 1)
        return self._knows_place and not room.contains(self.geometry())

    def _look_where_it_is(self) -> None:
        if not self.isVisible() or not self._is_astray():
            if self._astray.isActive():
                # It was painted black; a window that is only moved back is not painted anew.
                self._astray.stop()
                self.update()
        elif not self._astray.isActive():
            self._astray.start()
            self.repaint()

    def _hide_astray(self) -> None:
        if self.isVisible() and self._is_astray():
            self.withdraw()
            self.strayed.emit()


def _in_corner(room: QRect, screen: QRect) -> QRect:
    size = screen.size().scaled(room.size() * _SHARE_OF_SCREEN, Qt.AspectRatioMode.KeepAspectRatio)
    corner = room.bottomRight()
    return QRect(
        corner.x() - size.width() + 1, corner.y() - size.height() + 1, size.width(), size.height()
    )
