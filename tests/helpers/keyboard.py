"""Keys as the system sends them: to the window that has the focus, each with its time stamp.

The stamps are the test's own, so a burst is a burst and a person a person on the slowest machine.
"""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QWindow

NONE = Qt.KeyboardModifier.NoModifier
KEYS = {"\r": Qt.Key.Key_Return, "\t": Qt.Key.Key_Tab, " ": Qt.Key.Key_Space}


@dataclass
class Hands:
    """Presses keys into whichever window has the focus, with stamps of their own."""

    at: int = 5000

    @property
    def window(self) -> QWindow:
        found = QGuiApplication.focusWindow()
        assert found is not None
        return found

    def press(
        self,
        text: str,
        after: int = 8,
        key: int = 0,
        held: Qt.KeyboardModifier = NONE,
        repeats: int = 0,
    ) -> None:
        """A key goes down and up again, as the system's own events."""
        self.at += after
        code = key or int(KEYS.get(text, ord(text.upper())))
        if not key and text < " " and text not in KEYS:
            # As scanners send STX and its kin: Ctrl with a letter.
            code, held = ord(text) + ord("@"), Qt.KeyboardModifier.ControlModifier
        for repeat in range(repeats + 1):
            for kind in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress):
                self._send(kind, code, text, held, repeat=bool(repeat))
            self.at += 30 if repeats else 0
            if repeat < repeats:
                self._send(QEvent.Type.KeyRelease, code, text, held, repeat=True)
        self._send(QEvent.Type.KeyRelease, code, text, held, repeat=False)

    def alt(self, number: str, after: int = 8, every: int = 8) -> None:
        """Alt goes down, the figures of a number are struck on the number pad, Alt goes up.

        `after` is the pause from the key before to Alt's going up.
        """
        start = self.at + after - every * (2 * len(number) + 1)
        alt, pad = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.KeypadModifier
        self.at = max(self.at, start)
        self._send(QEvent.Type.KeyPress, int(Qt.Key.Key_Alt), "", alt, repeat=False)
        for figure in number:
            self.at += every
            self._down_and_up(ord(figure), figure, alt | pad)
            self.at += every
        self._send(QEvent.Type.KeyRelease, int(Qt.Key.Key_Alt), "", NONE, repeat=False)

    def _down_and_up(self, code: int, text: str, held: Qt.KeyboardModifier) -> None:
        for kind in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            self._send(kind, code, text, held, repeat=False)

    def type(self, text: str, every: int = 120, after: int = 500) -> None:
        for number, character in enumerate(text):
            self.press(character, every if number else after)

    def scan(self, text: str, every: int = 8, after: int = 500, end: str = "\r") -> None:
        self.type(text + end, every, after)

    def _send(
        self, kind: QEvent.Type, code: int, text: str, held: Qt.KeyboardModifier, *, repeat: bool
    ) -> None:
        event = QKeyEvent(kind, code, held, text, repeat)
        event.setTimestamp(self.at)
        event.ignore()
        QCoreApplication.sendEvent(self.window, event)
