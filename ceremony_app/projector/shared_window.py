"""The window that an online meeting shares."""

from typing import Final

from PySide6.QtCore import Qt

from ceremony_app.projector.screen_window import ScreenWindow

TITLE: Final = "Ikrar · Rapat Daring"
"""Part of the contract: people look for it in the list of windows that a meeting can share."""


class SharedWindow(ScreenWindow):
    """The hall's picture in an ordinary window, which can be moved, covered and closed."""

    def __init__(self) -> None:
        super().__init__(TITLE)
        self.setCursor(Qt.CursorShape.ArrowCursor)
