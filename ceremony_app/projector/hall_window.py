"""The window that everybody in the hall looks at."""

from typing import Final

from ceremony_app.projector.screen_window import ScreenWindow

TITLE: Final = "Ikrar · Layar Aula"
"""Part of the contract: other programs find the window by it, in every language."""


class HallWindow(ScreenWindow):
    """The hall's picture, on the projector's screen."""

    def __init__(self) -> None:
        super().__init__(TITLE)
