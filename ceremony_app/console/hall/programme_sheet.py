"""The programme is changed while it runs: an item earlier or later, passed over, or added."""

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QListWidgetItem

from ceremony_app.console.hall.sheet import Sheet
from ceremony_app.console.words import cue_words
from ceremony_app.domain.ceremony import Cue, CueKind
from ceremony_app.domain.ids import new_id
from ceremony_app.domain.programme import add, move, skip
from ceremony_app.ui_kit.tools import Tools
from ceremony_app.ui_kit.widgets.basics import icon_button, label, row, word_list
from ceremony_app.ui_kit.widgets.form import FormRow, choice, line

Programme = tuple[Cue, ...]

_ADDED = (CueKind.TITLE, CueKind.PRAYER, CueKind.ANTHEM, CueKind.HOLDING, CueKind.BLANK)
"""What can be added in a hurry: kinds that need nothing but a title."""


class ProgrammeSheet(Sheet):
    """The items with their buttons. `wanted` carries another programme."""

    wanted = Signal(object)

    def __init__(self, tools: Tools) -> None:
        super().__init__(tools, tools.say("hall.programme_sheet.title"))
        say = self.say
        self._programme: Programme = ()
        self._live = ""
        self.list = word_list(say("hall.programme"))
        self.up = icon_button(tools, "up", say("hall.programme_sheet.up"), lambda: self._move(-1))
        self.down = icon_button(
            tools, "chevron-down", say("hall.programme_sheet.down"), lambda: self._move(+1)
        )
        self.skip = icon_button(tools, "cross", say("hall.programme_sheet.skip"), self._skip)
        kinds = [(kind.value, say.say(cue_words(kind))) for kind in _ADDED]
        self.kind = FormRow(say("hall.programme_sheet.kind"), choice(kinds))
        self.title = FormRow(say("hall.programme_sheet.name"), line())
        self.add = icon_button(
            tools, "plus", say("hall.programme_sheet.add"), self._add, kind="primary"
        )
        self.title.on_enter(self._add)
        self.lines.addWidget(self.list, 1)
        self.lines.addLayout(row(self.up, self.down, self.skip, gap=6))
        self.lines.addWidget(label(say("hall.programme_sheet.how"), "small", wrap=True))
        self.lines.addLayout(row(self.kind, self.title, gap=6))
        self.lines.addLayout(row(None, self.add))
        self.list.currentRowChanged.connect(lambda _: self._show_buttons())

    def follow(self, programme: Programme, live: str) -> None:
        """The programme as it is kept; `live` is the id of the item that the show stands at."""
        chosen = self._chosen
        self._programme, self._live = programme, live
        with QSignalBlocker(self.list):
            self.list.clear()
            for cue in programme:
                self.list.addItem(self._item(cue))
            self.list.setCurrentRow(self._at(chosen.id if chosen else live))
        self._show_buttons()

    def arrive(self) -> None:
        self.list.setFocus()

    @property
    def _chosen(self) -> Cue | None:
        at = self.list.currentRow()
        return self._programme[at] if 0 <= at < len(self._programme) else None

    def _at(self, cue: str) -> int:
        return next((at for at, one in enumerate(self._programme) if one.id == cue), 0)

    def _item(self, cue: Cue) -> QListWidgetItem:
        skipped = self.say("hall.programme_sheet.skipped", title=cue.title)
        made = QListWidgetItem(skipped if cue.skipped else cue.title)
        letters = made.font()
        letters.setStrikeOut(cue.skipped)
        letters.setBold(cue.id == self._live)
        made.setFont(letters)
        return made

    def _show_buttons(self) -> None:
        at, chosen = self.list.currentRow(), self._chosen
        self.up.setEnabled(at > 0)
        self.down.setEnabled(0 <= at < len(self._programme) - 1)
        self.skip.setEnabled(chosen is not None)
        skipped = chosen is not None and chosen.skipped
        self.skip.setText(
            self.say("hall.programme_sheet.unskip" if skipped else "hall.programme_sheet.skip")
        )
        self.skip.setAccessibleName(self.skip.text())

    def _move(self, by: int) -> None:
        chosen = self._chosen
        if chosen is not None:
            self.wanted.emit(move(self._programme, chosen.id, by))

    def _skip(self) -> None:
        chosen = self._chosen
        if chosen is not None:
            self.wanted.emit(skip(self._programme, chosen.id, skipped=not chosen.skipped))

    def _add(self) -> None:
        title, chosen = self.title.value, self._chosen
        if not title:
            self.title.complain(self.say("ui.required"))
            self.title.field.setFocus()
            return
        cue = Cue(new_id(), CueKind(self.kind.value), title)
        self.title.value = ""
        self.wanted.emit(add(self._programme, cue, chosen.id if chosen else ""))
