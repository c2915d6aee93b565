"""Those who did not come, of one division or of all: the missing, or the excused."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ceremony_app.console.door.attendance_watch import ALL, AwayLists
from ceremony_app.console.words import status_words
from ceremony_app.services.missing import Away
from ceremony_app.ui_kit.tools import Tools
from ceremony_app.ui_kit.widgets.basics import column, row
from ceremony_app.ui_kit.widgets.form import FormRow, choice
from ceremony_app.ui_kit.widgets.table import Column, DataTable

_MISSING, _EXCUSED = "missing", "excused"
_DIVISION, _STATUS = 1, 2


class AwayList(QWidget):
    """`filtered` says that another division is shown; `selected` carries the chosen ones."""

    filtered = Signal()
    selected = Signal(object)

    def __init__(self, tools: Tools) -> None:
        super().__init__()
        self._say = say = tools.say
        self._quiet = tools.palette.quiet
        self._away = AwayLists()
        self._shown: Sequence[Away] = ()
        self._names: tuple[str, ...] | None = None
        self._division = choice([(ALL, say("missing.all_divisions"))])
        self.of = FormRow(say("missing.division"), self._division)
        kinds = [(_MISSING, say("missing.list.missing")), (_EXCUSED, say("missing.list.excused"))]
        self._kind = choice(kinds)
        self.kind = FormRow(say("missing.list.which"), self._kind)
        self.table: DataTable[Away] = DataTable(
            say("missing.list.name"), self._columns(), several=True
        )
        filters = row(self.of, self.kind, gap=10)
        filters.setStretch(0, 3)
        filters.setStretch(1, 2)
        self.setLayout(column(filters, self.table))
        self._division.setSizeAdjustPolicy(
            self._division.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.table.setColumnHidden(_STATUS, True)
        self._division.currentIndexChanged.connect(lambda _: self._filter())
        self._kind.currentIndexChanged.connect(lambda _: self._fill())
        self.table.selected.connect(self.selected)

    @property
    def division(self) -> str:
        """The division that is shown, or ALL."""
        return self.of.value

    def choose_division(self, division: str) -> None:
        """Show one division, or ALL."""
        self.of.value = division

    def show_away(self, away: AwayLists, divisions: tuple[str, ...]) -> None:
        """Show other people; what was chosen stays chosen where it is still there."""
        self._away = away
        if divisions != self._names:
            self._refill(divisions)
        self._fill()

    def missing(self) -> Sequence[Away]:
        """Those of the division of whom no excuse is known."""
        return self._away.missing(self.division)

    def chosen(self) -> list[Away]:
        return self.table.all_selected()

    def _refill(self, divisions: Sequence[str]) -> None:
        self._names = tuple(divisions)
        before = self.of.value
        names = [(name, name or self._say("door.no_division")) for name in divisions]
        self._division.blockSignals(True)
        self.of.refill([(ALL, self._say("missing.all_divisions")), *names])
        self.of.value = before
        self._division.blockSignals(False)

    def _filter(self) -> None:
        self._fill()
        self.filtered.emit()

    def _fill(self) -> None:
        excused = self.kind.value == _EXCUSED
        find = self._away.excused if excused else self._away.missing
        empty = "missing.list.none_excused" if excused else "missing.list.none_missing"
        self.table.say_when_empty(self._say(empty), self._quiet)
        shown = find(self.division)
        self.table.setColumnHidden(_DIVISION, self.division != ALL)
        self.table.setColumnHidden(_STATUS, not any(one.status for one in shown))
        if shown is not self._shown:
            self._shown = shown
            if self.chosen():
                self.table.show_again(shown, lambda one: one.person.id)
            else:
                self.table.show_rows(shown)
        self.selected.emit(self.chosen())

    def _columns(self) -> list[Column[Away]]:
        say = self._say
        return [
            Column(say("door.column.name"), lambda one: one.person.name),
            Column(say("door.column.division"), lambda one: one.person.division, width=150),
            Column(say("door.column.status"), self._told, width=180),
        ]

    def _told(self, one: Away) -> str:
        if one.status is None:
            return ""
        status = self._say.say(status_words(one.status))
        return " · ".join(part for part in (status, one.remark.letter, one.remark.note) if part)
