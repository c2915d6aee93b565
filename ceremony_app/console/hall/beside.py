"""The console's right side: what comes next or is looked at, and below it the cue or a sheet."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QPushButton, QVBoxLayout, QWidget

from ceremony_app.console.hall.cue_card import CueCard
from ceremony_app.console.hall.sheet import Sheet
from ceremony_app.console.preview import Preview
from ceremony_app.domain.show import ShowState
from ceremony_app.ui_kit.running_show import RunningShow
from ceremony_app.ui_kit.tools import Tools
from ceremony_app.ui_kit.widgets.basics import column, holder, icon_button, label, restyle, row
from ceremony_app.ui_kit.widgets.pile import Pile


class Beside(QWidget):
    """A picture that is not live, and one of several things below it.

    `taken` says to go live with what is looked at, `let_be` to look at it no more; `closed` that
    a sheet is done with.
    """

    taken = Signal()
    let_be = Signal()
    closed = Signal()

    def __init__(self, tools: Tools) -> None:
        super().__init__()
        self._tools = tools
        self._say = tools.say
        say = self._say
        self.caption = label(say("hall.next"), "caption")
        self.picture = Preview(tools, say("hall.next"))
        self.take = icon_button(tools, "screen", say("hall.take"), self.taken.emit, kind="gold")
        self.leave = icon_button(tools, "close", say("hall.look_away"), self.let_be.emit)
        self._looking = holder(row(self.leave, self.take, gap=8))
        self._looking.setVisible(False)
        self.cue = CueCard(tools)
        self._doors = QGridLayout()
        self._doors.setSpacing(6)
        self._doors.setContentsMargins(0, 0, 0, 0)
        home = holder(column(self.cue, None, holder(self._doors), gap=8))
        self._pile = Pile()
        self._pile.addWidget(home)
        self._home = home
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(8)
        for part in (self.caption, self.picture, self._looking):
            whole.addWidget(part)
        whole.addWidget(self._pile, 1)

    @property
    def sheet(self) -> Sheet | None:
        """The sheet that is open."""
        found = self._pile.currentWidget()
        return found if isinstance(found, Sheet) else None

    def add_sheets(self, sheets: Mapping[Sheet, tuple[str, str]]) -> dict[Sheet, QPushButton]:
        """Sheets with the icon and the words of the button that opens each; without words, a
        sheet has no button."""
        doors: dict[Sheet, QPushButton] = {}
        for sheet, (icon, words) in sheets.items():
            self._pile.addWidget(sheet)
            sheet.closed.connect(self.close_sheet)
            if words:
                at = len(doors)
                doors[sheet] = self._door(icon, words)
                doors[sheet].clicked.connect(lambda _=False, sheet=sheet: self.open_sheet(sheet))
                self._doors.addWidget(doors[sheet], at // 2, at % 2)
        return doors

    def open_sheet(self, sheet: Sheet) -> None:
        """Bring a sheet into sight, in the place of another."""
        self._pile.setCurrentWidget(sheet)
        sheet.arrived.emit()
        sheet.arrive()

    def close_sheet(self) -> None:
        """Back to the cue."""
        if self._pile.currentWidget() is not self._home:
            self._pile.setCurrentWidget(self._home)
            self.closed.emit()

    def show_picture(self, running: RunningShow, looking: ShowState | None) -> None:
        """What comes next; or, where another place is looked at, the picture of that."""
        self.caption.setText(self._say("hall.next" if looking is None else "hall.looking"))
        restyle(self.caption, tone="" if looking is None else "calm")
        self._looking.setVisible(looking is not None)
        shape = running.hall_shape()
        if looking is None:
            self.picture.show_picture(lambda size: running.preview(size, ahead=True), shape)
            self.picture.mark()
        else:
            self.picture.show_picture(lambda size: running.picture(size, looking), shape)
            self.picture.mark(self._say("hall.row.looked_at"), "calm")

    def _door(self, icon: str, words: str) -> QPushButton:
        made = icon_button(self._tools, icon, words)
        made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return made
