"""A window that shows one picture and knows nothing of the show."""

from PySide6.QtCore import QEvent, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QColor,
    QImage,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QScreen,
)
from PySide6.QtWidgets import QWidget

_SHARE_OF_SCREEN = 0.6


class ScreenWindow(QWidget):
    """Shows pictures full screen on one screen, or in a window where there is only one screen.

    Pictures are handed in; keys are handed on and never do anything by themselves, so Esc and
    F5 neither leave nor blank. Closing by the system's own means is refused: who opened it
    closes it with `dismiss`.

    `painted` carries the name that came with a picture, once it has been painted.
    `pressed` carries a key and its text. `resized` says that pictures of `picture_size` are due.
    """

    painted = Signal(object)
    pressed = Signal(int, str)
    resized = Signal()

    def __init__(self, title: str) -> None:
        super().__init__(None)
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        # The keys stay with the console, also when the window comes back to its screen.
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setCursor(Qt.CursorShape.BlankCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._image = QImage()
        self._name: object = None
        self._is_told = True
        self._armed: QScreen | None = None

    @property
    def picture_size(self) -> tuple[int, int]:
        """Width and height of the picture that fits exactly, in pixels of the screen."""
        ratio = self.devicePixelRatioF()
        return max(1, round(self.width() * ratio)), max(1, round(self.height() * ratio))

    @property
    def armed_screen(self) -> QScreen | None:
        """The screen that the window fills, or None while it is an ordinary window or hidden."""
        return self._armed

    def fill_screen(self, screen: QScreen) -> None:
        """Full screen, on that screen and no other."""
        self._armed = screen
        self.setScreen(screen)
        self.setGeometry(screen.geometry())
        # Not showFullScreen, which takes the keys from the console.
        self.setWindowState(Qt.WindowState.WindowFullScreen)
        self.show()

    def show_windowed(self, screen: QScreen) -> None:
        """An ordinary window of the screen's own shape: there is no second screen."""
        self._armed = None
        room = screen.availableGeometry()
        self.setScreen(screen)
        self.setGeometry(_in_corner(room, screen.size()))
        self.showNormal()

    def withdraw(self) -> None:
        """Out of sight, and nothing painted, until `fill_screen` or `show_windowed`."""
        self._armed = None
        self.hide()

    def dismiss(self) -> None:
        """Closes the window for good."""
        self._armed = None
        self.hide()
        self.deleteLater()

    def show_picture(self, image: QImage, name: object) -> None:
        """Shows an image of `picture_size`; `painted` will carry `name`."""
        self._image, self._name, self._is_told = image, name, False
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 Qt's own name
        painter = QPainter(self)
        if self._image.isNull() or self._is_astray():
            painter.fillRect(event.rect(), QColor(Qt.GlobalColor.black))
        else:
            painter.drawImage(self.rect(), self._image)
            self._tell()
        painter.end()

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.DevicePixelRatioChange:
            self.resized.emit()
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self.resized.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        self.pressed.emit(event.key(), event.text())
        event.accept()

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802
        event.ignore()

    def _is_astray(self) -> bool:
        """Whether the system has put the window on a screen that it is not for."""
        return self._armed is not None and self.screen() is not self._armed

    def _tell(self) -> None:
        if not self._is_told:
            self._is_told = True
            # After this paint has gone to the screen, not in the middle of it.
            QTimer.singleShot(0, self, lambda name=self._name: self.painted.emit(name))


def _in_corner(room: QRect, screen: QSize) -> QRect:
    size = screen.scaled(room.size() * _SHARE_OF_SCREEN, Qt.AspectRatioMode.KeepAspectRatio)
    corner = room.bottomRight()
    return QRect(
        corner.x() - size.width() + 1, corner.y() - size.height() + 1, size.width(), size.height()
    )
