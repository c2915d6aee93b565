"""The window that the leader reads from."""

from typing import Final

from ceremony_app.projector.screen_window import ScreenWindow

TITLE: Final = "Ikrar · Podium"
"""Part of the contract: other programs find the window by it, in every language."""


class PodiumWindow(ScreenWindow):
    """The leader's picture, on a third screen or in a window."""

    def __init__(self) -> None:
        super().__init__(TITLE)
