"""The keys of the hall, the same on the console and on the hall's own window.

Clickers send PageDown and PageUp, a full stop or B for black, and Esc or F5 from their start
button; so Esc and F5 do nothing at all.
"""

from enum import Enum

from PySide6.QtCore import Qt

from ceremony_app.ui_kit.running_show import RunningShow


class Deed(Enum):
    """What a key does."""

    NEXT = "next"
    BACK = "back"
    BLACK = "black"
    LOGO = "logo"
    FREEZE = "freeze"


KEYS = {
    Qt.Key.Key_PageDown: Deed.NEXT,
    Qt.Key.Key_Right: Deed.NEXT,
    Qt.Key.Key_Space: Deed.NEXT,
    Qt.Key.Key_PageUp: Deed.BACK,
    Qt.Key.Key_Left: Deed.BACK,
    Qt.Key.Key_Backspace: Deed.BACK,
    Qt.Key.Key_B: Deed.BLACK,
    Qt.Key.Key_Period: Deed.BLACK,
    Qt.Key.Key_L: Deed.LOGO,
    Qt.Key.Key_F: Deed.FREEZE,
}

LIVE_KEYS = "Ctrl+T"
"""Hall on and off: two keys at once, since one alone is pressed by accident."""


def do(show: RunningShow, deed: Deed) -> None:
    """Carry out a deed on a running show."""
    {
        Deed.NEXT: show.go_next,
        Deed.BACK: show.go_back,
        Deed.BLACK: show.go_black,
        Deed.LOGO: show.go_logo,
        Deed.FREEZE: show.freeze,
    }[deed]()
