"""The buttons that move the show, each with the key that does the same."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from ceremony_app.console.hall.air import first_key
from ceremony_app.console.hall.key_map import Deed, KeyMap
from ceremony_app.domain.show import Cover
from ceremony_app.ui_kit.running_show import RunningShow
from ceremony_app.ui_kit.tools import Tools
from ceremony_app.ui_kit.widgets.basics import column, icon_button, row

_ICONS: Mapping[Deed, str] = {
    Deed.BACK: "back",
    Deed.NEXT: "next",
    Deed.UNDO: "undo",
    Deed.BLACK: "black",
    Deed.LOGO: "logo",
    Deed.FREEZE: "lock",
    Deed.LEND: "swap",
}
_LONG_NAMED = (Deed.NEXT, Deed.BACK)
"""Everybody knows these keys, and their names would take a laptop's room."""
COVERS = (Deed.BLACK, Deed.LOGO, Deed.FREEZE, Deed.LEND)


class Moves(QWidget):
    """On and back in one row, what covers the hall in another."""

    def __init__(self, tools: Tools, do: Callable[[Deed], object]) -> None:
        super().__init__()
        self._say = tools.say
        say = self._say
        self._words = {
            Deed.BACK: say("hall.back"),
            Deed.NEXT: say("hall.forward"),
            Deed.UNDO: say("hall.undo"),
            Deed.BLACK: say("hall.black"),
            Deed.LOGO: say("hall.logo"),
            Deed.FREEZE: say("hall.freeze"),
            Deed.LEND: say("hall.lend"),
        }
        self.buttons: dict[Deed, QPushButton] = {
            deed: self._button(tools, deed, self._words[deed], do) for deed in _ICONS
        }
        for deed in COVERS:
            self.buttons[deed].setCheckable(True)
        for deed in (Deed.BACK, Deed.NEXT, Deed.UNDO):
            self.buttons[deed].setMinimumHeight(46)
        moves = row(*(self.buttons[d] for d in (Deed.UNDO, Deed.BACK, Deed.NEXT)), gap=8)
        moves.setStretch(1, 1)
        moves.setStretch(2, 2)
        covers = row(*(self.buttons[deed] for deed in COVERS), gap=8)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addLayout(column(moves, covers, gap=8))

    def show_state(self, show: RunningShow, *, may_undo: bool) -> None:
        """The show has moved, or a window of it has."""
        state = show.state
        for deed, on in {
            Deed.BLACK: state.cover is Cover.BLACK,
            Deed.LOGO: state.cover is Cover.LOGO,
            Deed.FREEZE: state.frozen,
            Deed.LEND: show.is_lent,
        }.items():
            self.buttons[deed].setChecked(on)
        self.buttons[Deed.UNDO].setEnabled(may_undo)

    def name_keys(self, keys: KeyMap) -> None:
        """The keys were set anew."""
        for deed, button in self.buttons.items():
            press = self._say.say(first_key(keys, deed))
            named = self._say("hall.button", words=self._words[deed], press=press)
            button.setText(self._words[deed] if deed in _LONG_NAMED else named)
            button.setToolTip(press)
            button.setAccessibleDescription(press)

    def _button(
        self, tools: Tools, deed: Deed, words: str, do: Callable[[Deed], object]
    ) -> QPushButton:
        kind = "gold" if deed is Deed.NEXT else "tight"
        made = icon_button(tools, _ICONS[deed], words, lambda: do(deed), kind=kind)
        # A click leaves the keys where they were: Enter still does what the console says.
        made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return made
