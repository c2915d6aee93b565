"""Every key of the hall, and how each is given to something else."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QGridLayout, QPushButton, QVBoxLayout, QWidget

from ceremony_app.console.hall.key_map import DEFAULTS, Deed, KeyMap, deed_words, key_words
from ceremony_app.console.hall.sheet import Sheet
from ceremony_app.domain.errors import Refused
from ceremony_app.ui_kit.show_keys import key_name
from ceremony_app.ui_kit.tools import Tools
from ceremony_app.ui_kit.widgets.basics import (
    button,
    clear,
    column,
    holder,
    icon_button,
    label,
    restyle,
    row,
    scrolled,
)

_HELD = frozenset(
    (Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_AltGr, Qt.Key.Key_Meta)
)
"""Keys that are only held down with others."""
_A_LINE = 3
"""Keys side by side."""


class _Catcher(QPushButton):
    """Takes the next key that is pressed while it waits; Escape lets it be."""

    caught = Signal(str)
    left = Signal()

    def __init__(self, words: str, waiting: str) -> None:
        super().__init__(words)
        self._words, self._waiting = words, waiting
        self.waits = False
        self.clicked.connect(lambda _=False: self.wait(on=True))

    def wait(self, *, on: bool) -> None:
        """Wait for a key, or stop waiting."""
        self.waits = on
        self.setText(self._waiting if on else self._words)
        if on:
            self.setFocus()

    def event(self, event: QEvent) -> bool:
        # Tab and shortcuts come here before anybody else may have them.
        if self.waits and isinstance(event, QKeyEvent):
            if event.type() is QEvent.Type.ShortcutOverride:
                event.accept()
                return True
            if event.type() is QEvent.Type.KeyPress:
                self._catch(event)
                return True
        return super().event(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        if self.waits:
            self.wait(on=False)
            self.left.emit()
        super().focusOutEvent(event)

    def _catch(self, event: QKeyEvent) -> None:
        if event.key() in _HELD:
            return
        name = key_name(event)
        self.wait(on=False)
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            self.caught.emit(name)


class KeysSheet(Sheet):
    """Rows of deeds with their keys. `changed` carries another map; `catching` says that the
    next key is not for the show."""

    changed = Signal(object)
    catching = Signal(bool)

    def __init__(self, tools: Tools, keys: KeyMap) -> None:
        super().__init__(tools, tools.say("hall.keys.title"))
        self._keys = keys
        self.answer = label(self.say("hall.keys.how"), "small", wrap=True)
        self.reset = icon_button(tools, "undo", self.say("hall.keys.reset"), self._reset)
        self._rows = QVBoxLayout()
        self._rows.setContentsMargins(0, 0, 8, 0)
        self._rows.setSpacing(6)
        self.catchers: dict[Deed, _Catcher] = {}
        self.lines.addWidget(self.answer)
        self.lines.addWidget(scrolled(holder(self._rows)), 1)
        self.lines.addLayout(row(self.reset, None))
        self.show_keys(keys)

    def show_keys(self, keys: KeyMap) -> None:
        """The keys as they are now."""
        self._keys = keys
        clear(self._rows)
        self.catchers = {}
        for deed in DEFAULTS:
            self._rows.addWidget(self._row(deed))
        self._rows.addStretch(1)

    def _row(self, deed: Deed) -> QWidget:
        name = self.say.say(deed_words(deed))
        catcher = _Catcher("+", self.say("hall.keys.press"))
        catcher.setAccessibleName(self.say("hall.keys.add", deed=name))
        catcher.setToolTip(catcher.accessibleName())
        catcher.clicked.connect(lambda _=False: self.catching.emit(True))
        catcher.caught.connect(lambda key: self._give(deed, key))
        catcher.left.connect(lambda: self.catching.emit(False))
        self.catchers[deed] = catcher
        chips = [self._chip(deed, key, name) for key in self._keys.of(deed)]
        grid = QGridLayout()
        grid.setSpacing(4)
        for at, part in enumerate((*chips, catcher)):
            grid.addWidget(part, at // _A_LINE, at % _A_LINE, Qt.AlignmentFlag.AlignLeft)
        grid.setColumnStretch(_A_LINE, 1)
        return holder(column(label(name), grid, gap=2))

    def _chip(self, deed: Deed, key: str, name: str) -> QPushButton:
        said = self.say.say(key_words(key))
        made = button(f"{said}  ×", lambda: self._take_away(deed, key))
        made.setAccessibleName(self.say("hall.keys.remove", press=said, deed=name))
        made.setToolTip(made.accessibleName())
        return made

    def _give(self, deed: Deed, key: str) -> None:
        self.catching.emit(False)
        try:
            self._become(self._keys.with_key(deed, key))
        except Refused as error:
            self._refuse(error)

    def _take_away(self, deed: Deed, key: str) -> None:
        try:
            self._become(self._keys.without_key(deed, key))
        except Refused as error:
            self._refuse(error)

    def _reset(self) -> None:
        self._become(KeyMap())

    def _become(self, keys: KeyMap) -> None:
        self.answer.setText(self.say("hall.keys.how"))
        restyle(self.answer, kind="small")
        self.show_keys(keys)
        self.changed.emit(keys)

    def _refuse(self, error: Refused) -> None:
        self.answer.setText(self.say.say(error.message))
        restyle(self.answer, kind="error")
