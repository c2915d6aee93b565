"""The field that scanners type into, and the catcher of scans that land elsewhere."""

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractSpinBox, QComboBox, QLineEdit, QPlainTextEdit, QWidget

from ceremony_app.domain.token import LENGTH, read_token

_SILENCE_MS = 90
"""A scanner without a terminator is done when it falls silent this long after a whole token."""

_TYPED_INTO = (QLineEdit, QPlainTextEdit, QAbstractSpinBox, QComboBox)


class ScanField(QLineEdit):
    """Takes what a scanner types, ended by Enter, by Tab, or by silence after a whole token.

    The field is empty again before the scan is answered, so the next scan is never joined to
    this one.
    """

    scanned = Signal(str)

    def __init__(self, name: str, placeholder: str) -> None:
        super().__init__()
        self.setProperty("kind", "scan")
        self.setAccessibleName(name)
        self.setPlaceholderText(placeholder)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self._silence = QTimer(self)
        self._silence.setSingleShot(True)
        self._silence.setInterval(_SILENCE_MS)
        self._silence.timeout.connect(self._take_token)
        self.textEdited.connect(lambda _: self._silence.start())

    def submit(self) -> None:
        """Take what stands in the field as one scan."""
        self._silence.stop()
        line = self.text()
        self.clear()
        if line.strip():
            self.scanned.emit(line)

    def event(self, event: QEvent) -> bool:
        if (
            isinstance(event, QKeyEvent)
            and event.type() is QEvent.Type.KeyPress
            and event.key() == Qt.Key.Key_Tab
            and self.text().strip()
        ):
            self.submit()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        if _ends(event):
            self.submit()
        else:
            super().keyPressEvent(event)

    def _take_token(self) -> None:
        if read_token(self.text()) is not None:
            self.submit()


class ScanCatcher(QObject):
    """Brings keys to the scan field wherever the focus is on its page.

    Keys typed on a button or a table go to the scan field. A whole token that a scanner typed
    at the end of another field is taken out of it when Enter comes, and scanned.
    """

    def __init__(self, page: QWidget, field: ScanField) -> None:
        super().__init__(page)
        self._page = page
        self._field = field

    def watch(self, widget: QWidget) -> None:
        """Watch a widget and everything in it."""
        for each in (widget, *widget.findChildren(QWidget)):
            if each is not self._field:
                each.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if not isinstance(event, QKeyEvent) or event.type() is not QEvent.Type.KeyPress:
            return False
        if isinstance(watched, QLineEdit):
            return _ends(event) and self._caught(watched)
        if isinstance(watched, _TYPED_INTO):
            return False
        typed = event.text()
        if typed and typed.isprintable() and not typed.isspace() and not _is_shortcut(event):
            self._field.setFocus()
            self._field.insert(typed)
            self._field.textEdited.emit(self._field.text())
            return True
        return False

    def _caught(self, field: QLineEdit) -> bool:
        text = field.text()
        if read_token(text[-LENGTH:]) is None:
            return False
        field.setText(text[:-LENGTH])
        self._field.scanned.emit(text[-LENGTH:])
        self._field.setFocus()
        return True


def _ends(event: QKeyEvent) -> bool:
    """Enter; or the line feed that some scanners send instead, as a key or as Ctrl+J."""
    return event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) or event.text() == "\n"


def _is_shortcut(event: QKeyEvent) -> bool:
    held = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
    return bool(event.modifiers() & held)
