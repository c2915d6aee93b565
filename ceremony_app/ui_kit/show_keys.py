"""The keys of a show, taken from whichever of our windows has the focus.

How a console uses it:

    keys = ShowKeys(gate, {"PgDown": "next", "B": "black", "Ctrl+Up": "look_back"}, parent=page)
    keys.pressed.connect(do)          # one argument: the name of the deed
    keys.live = True                  # when the hall goes on; False when it goes off
    keys.bind(other)                  # the keys were set anew

While `live`, and only then:

- PageUp and PageDown act at once, wherever the focus is, in a text field too: they are what
  clickers send, and a clicker must never be dead because the cursor stands in a note.
- Other keys without a letter (arrows, Backspace, Enter) act at once, unless they are wanted where
  the focus is: in a text field, or in a list that has popped up.
- Character keys (B, L, F, '.', Space) act after the short hold that tells them from a scanner's
  burst (`scanning.wedge.GAP_MS` and a moment), unless a text field has the focus. A character
  that stands close to another one is never a deed: it comes from a scanner.

A key that did a deed reaches no widget, so Space does not press the button that has the focus.
A held key does its deed once. While a question stands whose answer needs the keys, set `live` to
False and back.

Keys are named as QKeySequence writes them (PortableText): "PgDown", "Space", ".", "Ctrl+Up". A
sign that needs Shift is named by itself ("?"); Shift with a letter is another key than the letter.
"""

from collections.abc import Mapping

from PySide6.QtCore import QKeyCombination, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication

from ceremony_app.ui_kit.key_events import is_typed_into
from ceremony_app.ui_kit.scan_gate import KeyGate

_CLICKER = frozenset({Qt.Key.Key_PageDown, Qt.Key.Key_PageUp})
_CTRL_ALT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
_NO_PART = Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.GroupSwitchModifier


class ShowKeys(QObject):
    """Names of deeds by key, while the show is live; `pressed` carries the name."""

    pressed = Signal(str)

    def __init__(
        self, gate: KeyGate, bindings: Mapping[str, str], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._gate = gate
        self._bindings = dict(bindings)
        self._live = False

    @property
    def live(self) -> bool:
        """Whether the keys do their deeds."""
        return self._live

    @live.setter
    def live(self, on: bool) -> None:
        if on != self._live:
            self._live = on
            if on:
                self._gate.lend(self)
            else:
                self._gate.take_back(self)

    def bind(self, bindings: Mapping[str, str]) -> None:
        """Use other keys from now on."""
        self._bindings = dict(bindings)

    def deed(self, event: QKeyEvent) -> str:
        """The deed of a key as things stand now; empty where it has none."""
        name = self._bindings.get(key_name(event), "")
        if not name or event.key() in _CLICKER:
            return name
        busy = QApplication.activePopupWidget() is not None
        return "" if busy or is_typed_into(QApplication.focusWidget()) else name

    def do(self, name: str) -> None:
        """Called by the gate for a key whose deed was asked for."""
        self.pressed.emit(name)


def key_name(event: QKeyEvent) -> str:
    """The key as QKeySequence names it, with what is held down with it."""
    held = event.modifiers() & ~_NO_PART
    key = Qt.Key(event.key())
    if not held & _CTRL_ALT and event.text().isprintable() and not event.text().isalpha():
        held &= ~Qt.KeyboardModifier.ShiftModifier
    return QKeySequence(QKeyCombination(held, key)).toString(
        QKeySequence.SequenceFormat.PortableText
    )
