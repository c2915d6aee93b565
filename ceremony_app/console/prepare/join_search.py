"""The other row of one person, found by name or number."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from ceremony_app.console.prepare.join_card import CARD_WIDTH, described
from ceremony_app.domain.names import matches, search_key, sort_key
from ceremony_app.domain.people import Person
from ceremony_app.ui_kit.tools import Tools
from ceremony_app.ui_kit.widgets.basics import box, button, column, icon_button, label, row
from ceremony_app.ui_kit.widgets.table import Column, DataTable

_NEAREST = 40


class JoinSearch(QWidget):
    """Proposes rows whose names begin alike; typing looks through everybody.

    `found` carries the person who was searched from and the one that was chosen.
    """

    found = Signal(object, object)
    cancelled = Signal()

    def __init__(self, tools: Tools) -> None:
        super().__init__()
        self._say = tools.say
        say = self._say
        self._person: Person | None = None
        self._others: list[Person] = []
        self._heading = label("", "heading", wrap=True)
        self.field = _Field()
        self.field.setPlaceholderText(say("prepare.people.search"))
        self.field.setAccessibleName(say("prepare.people.search"))
        self.field.setClearButtonEnabled(True)
        self.field.textChanged.connect(lambda _: self._search())
        self.field.down.connect(self._to_table)
        self.table: DataTable[Person] = DataTable(
            say("duplicates.others"),
            [Column(say("duplicates.other"), lambda person: described(say, person))],
            sortable=False,
        )
        self.take = icon_button(tools, "next", say("duplicates.take"), self._take, kind="primary")
        self.take.setEnabled(False)
        self.table.opened.connect(lambda _: self._take())
        self.table.chosen.connect(lambda one: self.take.setEnabled(one is not None))
        inside = column(
            self._heading,
            label(say("duplicates.about"), "small", wrap=True),
            self.field,
            self.table,
            row(button(say("ui.cancel"), self.cancelled.emit), None, self.take),
            gap=8,
        )
        inside.setContentsMargins(14, 12, 14, 12)
        self.setLayout(column(box(inside)))
        self.setFixedWidth(CARD_WIDTH)

    def start(self, person: Person, everyone: Sequence[Person]) -> None:
        """Search the other row of a person among everyone."""
        self._person = person
        self._others = [one for one in everyone if one.id != person.id]
        self._heading.setText(self._say("duplicates.search", name=person.name))
        self.setAccessibleName(self._heading.text())
        self.field.clear()
        self._search()
        self.field.setFocus()

    def _search(self) -> None:
        typed = self.field.text().strip()
        found = (one for one in self._others if matches(typed, one))
        rows = list(found) if typed else self._nearest()
        self.table.show_rows(rows)
        self.take.setEnabled(False)
        if len(rows) == 1:
            self.table.selectRow(0)

    def _nearest(self) -> list[Person]:
        """Those whose names share a word with the person's."""
        words = set(search_key(self._person.name).split()) if self._person else set()
        near = [one for one in self._others if words & set(search_key(one.name).split())]
        return sorted(near, key=lambda one: sort_key(one.name))[:_NEAREST]

    def _to_table(self) -> None:
        if self.table.rows_model.rowCount():
            self.table.selectRow(0)
            self.table.setFocus()

    def _take(self) -> None:
        other = self.table.current()
        if self._person is not None and other is not None:
            self.found.emit(self._person, other)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        if event.key() == Qt.Key.Key_Escape:
            self.cancelled.emit()
        else:
            super().keyPressEvent(event)


class _Field(QLineEdit):
    """Down and Enter lead to what was found."""

    down = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.down.emit()
        else:
            super().keyPressEvent(event)
