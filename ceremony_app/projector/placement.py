"""Keeps a window on its screen: hidden when the screen goes away, back when it returns."""

from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication, QScreen

from ceremony_app.projector.screen_window import ScreenWindow


@dataclass(frozen=True, slots=True)
class ScreenIdentity:
    """By what a screen is known again after it was unplugged."""

    manufacturer: str
    model: str
    serial: str
    name: str

    @classmethod
    def of(cls, screen: QScreen) -> "ScreenIdentity":
        return cls(screen.manufacturer(), screen.model(), screen.serialNumber(), screen.name())


class Placement(QObject):
    """The screen of one window.

    `lost` says that the screen went away and the window is hidden; `found` that it is back.
    The window is never moved to another screen than the one that was chosen.
    """

    lost = Signal()
    found = Signal()

    def __init__(self, window: ScreenWindow, application: QGuiApplication) -> None:
        super().__init__(window)
        self._window = window
        self._application = application
        self._chosen: ScreenIdentity | None = None
        self._is_lost = False
        application.screenRemoved.connect(self._on_removed)
        application.screenAdded.connect(self._on_added)

    @property
    def is_lost(self) -> bool:
        """Whether the chosen screen is away."""
        return self._is_lost

    def free_screen(self, operators: QScreen) -> QScreen | None:
        """A screen that is not the operator's, or None where there is only one."""
        others = [screen for screen in self._application.screens() if screen is not operators]
        return others[0] if others else None

    def choose(self, screen: QScreen) -> None:
        """Fills a screen, and keeps to it."""
        self._chosen, self._is_lost = ScreenIdentity.of(screen), False
        self._window.fill_screen(screen)

    def open_window(self, screen: QScreen) -> None:
        """An ordinary window on the operator's own screen, since there is no other."""
        self._chosen, self._is_lost = None, False
        self._window.show_windowed(screen)

    def withdraw(self) -> None:
        """Takes the window away and forgets the screen."""
        self._chosen, self._is_lost = None, False
        self._window.withdraw()

    def _on_removed(self, screen: QScreen) -> None:
        if self._chosen is not None and self._window.armed_screen is screen:
            self._is_lost = True
            self._window.withdraw()
            self.lost.emit()

    def _on_added(self, screen: QScreen) -> None:
        if self._is_lost and ScreenIdentity.of(screen) == self._chosen:
            self._is_lost = False
            self._window.fill_screen(screen)
            self.found.emit()
