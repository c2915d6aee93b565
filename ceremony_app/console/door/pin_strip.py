"""Asks for the PIN inside the locked page, and says how long a wrong one has to wait."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit

from ceremony_app.domain.messages import Catalogue
from ceremony_app.services.lock import MOST_DIGITS
from ceremony_app.ui_kit.tools import Tools
from ceremony_app.ui_kit.widgets.basics import button, column, label, row
from ceremony_app.ui_kit.widgets.form import FormRow, line

_MINUTE = 60
_IDLE_MS = 30_000
"""A question that nobody answers goes: the next visitor is no clerk."""


class PinStrip(QFrame):
    """`tried` carries what was typed; `left` says that the door stays locked."""

    tried = Signal(str)
    left = Signal()

    def __init__(self, tools: Tools) -> None:
        super().__init__()
        self._say = tools.say
        self._wait = 0
        self.setProperty("kind", "notice")
        self.setProperty("tone", "calm")
        self.pin = FormRow(self._say("lock.pin"), line())
        self.field = self.pin.field
        self.pin.setMinimumWidth(460)
        if isinstance(self.field, QLineEdit):
            self.field.setEchoMode(QLineEdit.EchoMode.Password)
            self.field.setMaxLength(MOST_DIGITS)
        self.agree = button(self._say("lock.leave.do"), self._try, kind="primary")
        decline = button(self._say("ui.cancel"), self._leave)
        whole = column(
            label(self._say("lock.leave.question"), "heading", wrap=True),
            row(self.pin, decline, self.agree, None, gap=12),
            gap=8,
        )
        whole.setContentsMargins(16, 12, 16, 12)
        self.setLayout(whole)
        self._second = QTimer(self)
        self._second.setInterval(1000)
        self._second.timeout.connect(self._count)
        self._idle = QTimer(self)
        self._idle.setSingleShot(True)
        self._idle.setInterval(_IDLE_MS)
        self._idle.timeout.connect(self._leave)
        self.pin.on_change(self._idle.start)
        self.setVisible(False)

    @property
    def waits(self) -> int:
        """Seconds before the next PIN is looked at."""
        return self._wait

    def ask(self) -> None:
        """Come into sight, empty."""
        self.pin.value = ""
        self.setVisible(True)
        self.field.setFocus()
        self._idle.start()

    def wait_for(self, seconds: int, *, wrong: bool) -> None:
        """The next PIN may come in so many seconds; `wrong` says that the last one was."""
        self._wait = seconds
        self.pin.value = ""
        self.field.setEnabled(not seconds)
        self.agree.setEnabled(not seconds)
        if seconds:
            self.pin.complain(self._say("lock.wait", time=in_words(self._say, seconds)))
            self._second.start()
        else:
            self._second.stop()
            self.pin.forgive()
            if wrong:
                self.pin.complain(self._say("lock.wrong"))
            if self.isVisible():
                self.field.setFocus()

    def complain(self, words: str) -> None:
        """Say why the PIN could not be looked at."""
        self.pin.complain(words)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        if event.key() == Qt.Key.Key_Escape:
            self._leave()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._try()
        else:
            super().keyPressEvent(event)

    def _try(self) -> None:
        if not self._wait and self.pin.value:
            typed = self.pin.value
            self.pin.value = ""
            self.tried.emit(typed)

    def _leave(self) -> None:
        self._idle.stop()
        self.setVisible(False)
        self.left.emit()

    def _count(self) -> None:
        self.wait_for(max(0, self._wait - 1), wrong=False)


def in_words(say: Catalogue, seconds: int) -> str:
    """A short time as people say it: "2 menit 5 detik"."""
    minutes, rest = divmod(seconds, _MINUTE)
    parts = []
    if minutes:
        parts.append(say("lock.minutes", count=minutes))
    if rest or not minutes:
        parts.append(say("lock.seconds", count=rest))
    return " ".join(parts)
