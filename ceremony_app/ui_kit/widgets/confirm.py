"""A question asked inside the page, never in a dialog: at a door a dialog would eat scans."""

from collections.abc import Callable, Collection, Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget
from shiboken6 import isValid

from ceremony_app.ui_kit.tools import Tools
from ceremony_app.ui_kit.widgets.basics import box, button, column, label, row
from ceremony_app.ui_kit.widgets.form import FormRow, line

Answered = Callable[[Mapping[str, str]], object]


class ConfirmStrip(QWidget):
    """Asks one question at a time; a newer question replaces the one that stands.

    Enter in the last field says yes, Escape says no. Every field that is not
    `optional` has to be filled.
    """

    asked = Signal()
    answered = Signal()

    def __init__(self, tools: Tools) -> None:
        super().__init__()
        self._tools = tools
        self._rows: dict[str, FormRow] = {}
        self._optional: frozenset[str] = frozenset()
        self._answered: Answered = lambda _: None
        self._before: QWidget | None = None
        self._frame: QFrame | None = None
        self._place = QVBoxLayout(self)
        self._place.setContentsMargins(0, 0, 0, 0)
        self.setVisible(False)

    @property
    def rows(self) -> Mapping[str, FormRow]:
        """The fields of the question that stands, by their keys."""
        return self._rows

    def ask(
        self,
        question: str,
        yes: str,
        answered: Answered,
        fields: Sequence[tuple[str, str]] = (),
        *,
        values: Mapping[str, str] | None = None,
        optional: Collection[str] = (),
        tone: str = "warn",
    ) -> None:
        """Ask; `answered` gets the fields' values by key, only after yes."""
        self._optional = frozenset(optional)
        before = self.window().focusWidget()
        if before is None or not self.isAncestorOf(before):
            # A question asked over another one leads back to where the first was asked.
            self._before = before
        self._drop()
        self._answered = answered
        self._rows = {key: FormRow(name, line()) for key, name in fields}
        for key, value in (values or {}).items():
            self._rows[key].value = value
        self.agree = button(yes, self._accept, kind="primary")
        self.decline = button(self._tools.say("ui.cancel"), self.dismiss)
        entries = row(*self._rows.values(), gap=12)
        lines = column(label(question, wrap=True), gap=8)
        if self._rows:
            lines.addLayout(entries)
        lines.addLayout(row(None, self.decline, self.agree))
        lines.setContentsMargins(14, 10, 14, 10)
        self._frame = box(lines, "notice", tone)
        self._place.addWidget(self._frame)
        self.setAccessibleName(question)
        # Before it is in sight: whoever makes room for it does so before the window grows.
        self.asked.emit()
        self.setVisible(True)
        (next(iter(self._rows.values())).field if self._rows else self.agree).setFocus()

    def dismiss(self) -> None:
        """Say no."""
        self._drop()
        self.setVisible(False)
        before, self._before = self._before, None
        if before is not None and isValid(before) and before.isVisible():
            before.setFocus()
        self.answered.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        if event.key() == Qt.Key.Key_Escape:
            self.dismiss()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self.decline.hasFocus():
                self.dismiss()
            else:
                self._accept()
        else:
            super().keyPressEvent(event)

    def _accept(self) -> None:
        for key, entry in self._rows.items():
            if not entry.value and key not in self._optional:
                entry.complain(self._tools.say("ui.required"))
                entry.field.setFocus()
                return
        values = {key: entry.value for key, entry in self._rows.items()}
        answered = self._answered
        self.dismiss()
        answered(values)

    def _drop(self) -> None:
        self._rows = {}
        if self._frame is not None:
            self._place.removeWidget(self._frame)
            self._frame.hide()
            self._frame.deleteLater()
            self._frame = None
