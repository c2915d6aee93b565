"""The field into which a code is typed by hand, and how stray letters find it.

Scanners do not need it: what they type is taken before it reaches any field.
"""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from ceremony_app.ui_kit.key_events import is_typed_into


class ScanField(QLineEdit):
    """Takes a code that somebody reads off a badge and types, ended by Enter.

    The field is empty again before the answer comes, so the next code is never joined to this
    one.
    """

    submitted = Signal(str)

    def __init__(self, name: str, placeholder: str) -> None:
        super().__init__()
        self.setProperty("kind", "scan")
        self.setAccessibleName(name)
        self.setPlaceholderText(placeholder)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)

    def submit(self) -> None:
        """Take what stands in the field."""
        line = self.text()
        self.clear()
        if line.strip():
            self.submitted.emit(line)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        # Some keyboards end with a line feed, as a key or as Ctrl+J.
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) or event.text() == "\n":
            self.submit()
        else:
            super().keyPressEvent(event)


class StrayKeys(QObject):
    """Brings letters typed on a button or a table of the page to the scan field."""

    def __init__(self, page: QWidget, field: ScanField) -> None:
        super().__init__(page)
        self._field = field
        for each in page.findChildren(QWidget):
            if each is not field:
                each.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if not isinstance(event, QKeyEvent) or event.type() is not QEvent.Type.KeyPress:
            return False
        typed = event.text()
        if not typed.isprintable() or not typed.strip() or _is_shortcut(event):
            return False
        # The letters of a list of choices choose.
        if isinstance(watched, QComboBox) or _is_text(watched):
            return False
        self._field.setFocus()
        self._field.insert(typed)
        return True


def _is_text(watched: QObject) -> bool:
    return isinstance(watched, QWidget) and is_typed_into(watched)


def _is_shortcut(event: QKeyEvent) -> bool:
    held = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
    return bool(event.modifiers() & held)
