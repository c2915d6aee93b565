"""The programme is changed while it runs: an item earlier or later, passed over, changed, added."""

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QListWidgetItem, QVBoxLayout, QWidget

from ceremony_app.console.hall.sheet import Sheet
from ceremony_app.console.prepare.cue_form import CueChoices, CueForm
from ceremony_app.domain.ceremony import Cue, CueKind
from ceremony_app.domain.ids import new_id
from ceremony_app.domain.programme import Programme, add, change, move, skip
from ceremony_app.ui_kit.tools import Tools
from ceremony_app.ui_kit.widgets.basics import (
    button,
    column,
    holder,
    icon_button,
    label,
    row,
    scrolled,
    word_list,
)
from ceremony_app.ui_kit.widgets.pile import Pile


class ProgrammeSheet(Sheet):
    """The items with their buttons, or the form of one. `wanted` carries another programme."""

    wanted = Signal(object)

    def __init__(self, tools: Tools) -> None:
        super().__init__(tools, tools.say("hall.programme_sheet.title"))
        say = self.say
        self._programme: Programme = ()
        self._live = ""
        self._choices = CueChoices()
        self._added = False
        self.list = word_list(say("hall.programme"))
        self.up = icon_button(tools, "up", say("hall.programme_sheet.up"), lambda: self._move(-1))
        self.down = icon_button(
            tools, "chevron-down", say("hall.programme_sheet.down"), lambda: self._move(+1)
        )
        self.skip = icon_button(tools, "cross", say("hall.programme_sheet.skip"), self._skip)
        self.change = icon_button(
            tools, "prepare", say("hall.programme_sheet.change"), self._open_chosen
        )
        self.add = icon_button(tools, "plus", say("hall.programme_sheet.add"), self._open_new)
        self.form = CueForm(tools)
        for made in self.form.files.values():
            # Files are brought in beforehand: a dialog would lie over the live picture.
            made.setVisible(False)
        self.keep = icon_button(
            tools, "check", say("hall.programme_sheet.keep"), self._keep, kind="primary"
        )
        self.cancel = button(say("ui.cancel"), self._show_list)
        self.form.entered.connect(self._keep)
        self._pile = Pile()
        self._pile.addWidget(self._list_part())
        self._pile.addWidget(self._form_part())
        self.lines.addWidget(self._pile, 1)
        self.list.currentRowChanged.connect(lambda _: self._show_buttons())
        self.list.itemActivated.connect(lambda _: self._open_chosen())

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

    def offer(self, choices: CueChoices) -> None:
        """What items can refer to."""
        self._choices = choices

    def arrive(self) -> None:
        self.list.setCurrentRow(self._at(self._live))
        self._show_list()

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

    def _show_list(self) -> None:
        self._pile.setCurrentIndex(0)
        self.list.setFocus()

    def _show_buttons(self) -> None:
        at, chosen = self.list.currentRow(), self._chosen
        self.up.setEnabled(at > 0)
        self.down.setEnabled(0 <= at < len(self._programme) - 1)
        for made in (self.skip, self.change):
            made.setEnabled(chosen is not None)
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

    def _open_chosen(self) -> None:
        chosen = self._chosen
        if chosen is not None:
            self._open(chosen, added=False)

    def _open_new(self) -> None:
        self._open(Cue(new_id(), CueKind.TITLE, ""), added=True)

    def _open(self, cue: Cue, *, added: bool) -> None:
        self._added = added
        self.form.show_cue(cue, self._choices)
        self._pile.setCurrentIndex(1)
        self.form.rows["title"].field.setFocus()

    def _keep(self) -> None:
        cue, chosen = self.form.checked(), self._chosen
        if cue is None:
            return
        if self._added:
            changed = add(self._programme, cue, chosen.id if chosen else "")
        else:
            changed = change(self._programme, cue)
        self._show_list()
        self.wanted.emit(changed)

    def _list_part(self) -> QWidget:
        moves = row(self.up, self.down, gap=6)
        how = label(self.say("hall.programme_sheet.how"), "small", wrap=True)
        part = QVBoxLayout()
        part.setContentsMargins(0, 0, 0, 0)
        part.setSpacing(6)
        part.addWidget(self.list, 1)
        for line in (moves, row(self.skip, self.change, gap=6)):
            part.addLayout(line)
        part.addWidget(self.add)
        part.addWidget(how)
        return holder(part)

    def _form_part(self) -> QWidget:
        part = column(scrolled(self.form), row(self.cancel, None, self.keep), gap=6)
        part.setStretch(0, 1)
        made = holder(part)
        made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        return made
