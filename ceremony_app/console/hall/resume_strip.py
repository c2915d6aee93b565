"""Asks once, after a crash: go on where the show stood? The hall is black meanwhile."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ceremony_app.ui_kit.tools import Tools
from ceremony_app.ui_kit.widgets.basics import box, button, column, label, row


class ResumeStrip(QWidget):
    """A sentence and two answers: `agreed`, or `declined`."""

    agreed = Signal()
    declined = Signal()

    def __init__(self, tools: Tools) -> None:
        super().__init__()
        say = tools.say
        self.words = label("", wrap=True)
        self.agree = button(say("hall.resume.yes"), lambda: self._answer(yes=True), kind="primary")
        self.decline = button(say("hall.resume.no"), lambda: self._answer(yes=False))
        lines = column(self.words, row(None, self.decline, self.agree), gap=8)
        lines.setContentsMargins(14, 10, 14, 10)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(box(lines, "notice", "warn"))
        self.setVisible(False)

    def ask(self, words: str) -> None:
        """Come into sight with a question."""
        self.words.setText(words)
        self.setAccessibleName(words)
        self.setVisible(True)
        self.agree.setFocus()

    def _answer(self, *, yes: bool) -> None:
        self.setVisible(False)
        (self.agreed if yes else self.declined).emit()
