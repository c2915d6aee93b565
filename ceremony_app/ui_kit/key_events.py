"""Key events: what a scanner would mean by one, copies of it, and where it is typed."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

from ceremony_app.scanning.wedge import KeyKind

ENDS = {
    Qt.Key.Key_Return: "enter",
    Qt.Key.Key_Enter: "enter",
    Qt.Key.Key_Tab: "tab",
}
"""Keys that end a code, by the names that the scanner test has for them."""

_KEYPAD = {
    Qt.Key.Key_Insert: "0",
    Qt.Key.Key_End: "1",
    Qt.Key.Key_Down: "2",
    Qt.Key.Key_PageDown: "3",
    Qt.Key.Key_Left: "4",
    Qt.Key.Key_Clear: "5",
    Qt.Key.Key_Right: "6",
    Qt.Key.Key_Home: "7",
    Qt.Key.Key_Up: "8",
    Qt.Key.Key_PageUp: "9",
}
"""What the keys of the number pad are while Num Lock is off."""

_TYPED_BY = {"\r": Qt.Key.Key_Return, "\n": Qt.Key.Key_Return, "\t": Qt.Key.Key_Tab}

_FIELDS = (QLineEdit, QAbstractSpinBox, QPlainTextEdit, QTextEdit)


def is_typed_into(widget: QWidget | None) -> bool:
    """Whether characters typed on this widget are text."""
    return isinstance(widget, _FIELDS) or (isinstance(widget, QComboBox) and widget.isEditable())


def kind_of(event: QKeyEvent) -> KeyKind | None:
    """What a scanner would mean by the key; None for a key that it does not send."""
    text, held = event.text(), event.modifiers()
    if event.key() in ENDS or text in ("\n", "\r"):
        return KeyKind.END
    control = bool(held & Qt.KeyboardModifier.ControlModifier)
    alt = bool(held & Qt.KeyboardModifier.AltModifier)
    if not text or control != alt or held & Qt.KeyboardModifier.MetaModifier:
        # Ctrl and Alt together are AltGr on Windows.
        return KeyKind.CONTROL if control and len(text) == 1 and text < " " else None
    return KeyKind.CHARACTER if text.isprintable() else None


def alt_digit(event: QKeyEvent) -> str:
    """The figure, where it is struck on the number pad while Alt and nothing else is held."""
    held = event.modifiers()
    if held != Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.KeypadModifier:
        return ""
    key = event.key()
    if Qt.Key.Key_0 <= key <= Qt.Key.Key_9:
        return str(key - Qt.Key.Key_0)
    return _KEYPAD.get(Qt.Key(key), "")


def key_for(text: str, at: int) -> QKeyEvent:
    """The press of the key that types `text`; control characters are Ctrl with a letter."""
    key, held = ord(text.upper() if text.isascii() else text), Qt.KeyboardModifier.NoModifier
    if text in _TYPED_BY:
        key = int(_TYPED_BY[text])
    elif text < " ":
        key, held = ord(text) + ord("@"), Qt.KeyboardModifier.ControlModifier
    made = QKeyEvent(QEvent.Type.KeyPress, key, held, text)
    made.setTimestamp(at)
    return made


def copy_of(event: QKeyEvent) -> QKeyEvent:
    """A key event of our own; what `QEvent.clone` makes is deleted by nobody (PySide 6.11)."""
    made = QKeyEvent(
        event.type(),
        event.key(),
        event.modifiers(),
        event.nativeScanCode(),
        event.nativeVirtualKey(),
        event.nativeModifiers(),
        event.text(),
        event.isAutoRepeat(),
        event.count(),
        event.device(),
    )
    made.setTimestamp(event.timestamp())
    return made


def code_of(event: QKeyEvent) -> int:
    """The same for press and release, whatever Shift does in between."""
    return event.nativeScanCode() or event.key()


def take_out(given: str) -> None:
    """Take what a slow scanner typed out of the field that has the focus."""
    field = QApplication.focusWidget()
    if not given or not isinstance(field, QLineEdit):
        return
    end = field.cursorPosition()
    if field.text()[:end].endswith(given):
        field.setSelection(end - len(given), len(given))
        field.insert("")
