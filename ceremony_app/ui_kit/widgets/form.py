"""Rows of a form: a label above its field, and below it a hint or what is wrong."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import (
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from ceremony_app.ui_kit.widgets.basics import label, restyle

Field = QLineEdit | QPlainTextEdit | QComboBox


class FormRow(QWidget):
    """One field with its name; the error stands in words beside the field that caused it."""

    def __init__(self, name: str, field: Field, hint: str = "") -> None:
        super().__init__()
        self.field = field
        self._hint = hint
        caption = label(name, "caption")
        caption.setBuddy(field)
        field.setAccessibleName(name)
        field.setAccessibleDescription(hint)
        self._below = label(hint, "small", wrap=True)
        self._below.setVisible(bool(hint))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(3)
        for part in (caption, field, self._below):
            layout.addWidget(part)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self._wrong = False
        self._signal_of_change(self.forgive)

    @property
    def value(self) -> str:
        """What was typed or chosen, without blanks around it; a choice gives its data."""
        if isinstance(self.field, QLineEdit):
            return self.field.text().strip()
        if isinstance(self.field, QPlainTextEdit):
            return self.field.toPlainText().strip()
        return str(self.field.currentData())

    @value.setter
    def value(self, words: str) -> None:
        if isinstance(self.field, QLineEdit):
            self.field.setText(words)
            # A long text shows its beginning, not its end.
            self.field.setCursorPosition(0)
        elif isinstance(self.field, QPlainTextEdit):
            self.field.setPlainText(words)
        else:
            self.field.setCurrentIndex(max(0, self.field.findData(words)))

    def refill(self, options: Sequence[tuple[str, str]]) -> None:
        """Put other options, as (value, words), into a field of choices."""
        if isinstance(self.field, QComboBox):
            self.field.clear()
            for value, words in options:
                self.field.addItem(words, value)

    @property
    def complaint(self) -> str:
        """What is said to be wrong; empty where nothing is."""
        return self._below.text() if self._wrong else ""

    def complain(self, words: str) -> None:
        """Say what is wrong, in the row."""
        self._wrong = True
        self._below.setText(words)
        self._below.setVisible(True)
        self.field.setAccessibleDescription(words)
        restyle(self._below, kind="error")
        restyle(self.field, wrong="true")

    def forgive(self) -> None:
        """Take the complaint back; typing does it too."""
        if self._wrong:
            self._wrong = False
            self._below.setText(self._hint)
            self._below.setVisible(bool(self._hint))
            self.field.setAccessibleDescription(self._hint)
            restyle(self._below, kind="small")
            restyle(self.field, wrong="false")

    def on_change(self, called: Callable[[], object]) -> None:
        """Call when the value changes, by hand or by program."""
        self._signal_of_change(called)

    def on_enter(self, called: Callable[[], object]) -> None:
        """Call when Enter is pressed in a field of one line."""
        if isinstance(self.field, QLineEdit):
            self.field.returnPressed.connect(lambda: called())

    def _signal_of_change(self, called: Callable[[], object]) -> None:
        if isinstance(self.field, QComboBox):
            self.field.currentIndexChanged.connect(lambda _: called())
        elif isinstance(self.field, QLineEdit):
            self.field.textChanged.connect(lambda _: called())
        else:
            self.field.textChanged.connect(lambda: called())


def line(placeholder: str = "", *, width: int = 0) -> QLineEdit:
    """A field of one line."""
    made = QLineEdit()
    made.setPlaceholderText(placeholder)
    if width:
        made.setFixedWidth(width)
    return made


def choice(options: Sequence[tuple[str, str]]) -> QComboBox:
    """A field with fixed choices, as (value, words)."""
    made = QComboBox()
    for value, words in options:
        made.addItem(words, value)
    return made
