"""Where to jump: typed in words, titles or numbers; what is chosen is looked at, not yet shown."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QListWidgetItem

from ceremony_app.console.hall.sheet import Sheet
from ceremony_app.domain.finding import search
from ceremony_app.domain.show import Show, ShowState, Step
from ceremony_app.ui_kit.tools import Tools
from ceremony_app.ui_kit.widgets.basics import label, word_list

_MOST = 50


class _Field(QLineEdit):
    """Up and Down choose among what was found, without the field losing the keys."""

    stepped = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: +1}
        if event.key() in steps:
            self.stepped.emit(steps[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)


class SearchSheet(Sheet):
    """A field and what it finds. `looked_at` carries a state; `taken` says to go live there."""

    looked_at = Signal(object)
    taken = Signal()

    def __init__(self, tools: Tools) -> None:
        super().__init__(tools, tools.say("hall.search.title"))
        self._show: Show | None = None
        self._found: tuple[Step, ...] = ()
        self.field = _Field()
        self.field.setPlaceholderText(self.say("hall.search.placeholder"))
        self.field.setAccessibleName(self.say("hall.search.title"))
        self.field.setClearButtonEnabled(True)
        self.answer = label("", "small", wrap=True)
        self.list = word_list(self.say("hall.search.found"))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        for part in (self.field, self.answer, self.list):
            self.lines.addWidget(part)
        self.field.textChanged.connect(lambda _: self._search())
        self.field.stepped.connect(self._step)
        self.field.returnPressed.connect(self._take)
        self.list.currentRowChanged.connect(self._look)

    def follow(self, show: Show) -> None:
        """Search in another programme; what was typed stays."""
        self._show = show
        self._search()

    def arrive(self) -> None:
        self.field.setFocus()
        self.field.selectAll()
        self._search()

    def _search(self) -> None:
        show, typed = self._show, self.field.text().strip()
        found = search(show, typed) if show is not None and typed else ()
        self._found = found[:_MOST]
        self.list.blockSignals(True)
        self.list.clear()
        for step in self._found:
            self.list.addItem(QListWidgetItem(self._words(step)))
        self.list.setCurrentRow(-1)
        self.list.blockSignals(False)
        if not typed:
            self.answer.setText(self.say("hall.search.how"))
        elif not found:
            self.answer.setText(self.say("hall.search.nothing"))
        else:
            self.answer.setText(self.say("hall.search.count", count=len(found)))
            if self.isVisible():
                self.list.setCurrentRow(0)

    def _words(self, step: Step) -> str:
        if not step.words:
            return self.say.say(step.label)
        place = f"{step.number}. " if step.number else ""
        return f"{place}{step.words}"

    def _step(self, by: int) -> None:
        if self._found:
            row = self.list.currentRow() + by
            self.list.setCurrentRow(min(max(row, 0), len(self._found) - 1))

    def _look(self, row: int) -> None:
        if 0 <= row < len(self._found):
            self.looked_at.emit(self._state(row))

    def _state(self, row: int) -> ShowState:
        return self._found[row].state

    def _take(self) -> None:
        if self._found:
            self.taken.emit()
