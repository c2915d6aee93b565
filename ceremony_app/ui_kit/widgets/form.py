"""Rows of a form: a label above its field, and below it a hint or what is wrong."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import (
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from ceremony_app.ui_kit.widgets.basics import label, restyle, row

_ICON = 16

Field = QLineEdit | QPlainTextEdit | QComboBox


class FormRow(QWidget):
    """One field with its name; the error stands in words beside the field that caused it."""

    def __init__(self, name: str, field: Field, hint: str = "") -> None:
        super().__init__()
        self.field = field
        self._entered: list[Callable[[], object]] = []
        field.installEventFilter(self)
        self._hint = hint
        caption = label(name, "caption")
        self._caption = caption
        caption.setBuddy(field)
        field.setAccessibleName(name)
        field.setAccessibleDescription(hint)
        self._below = label(hint, "small", wrap=True)
        self._below.setVisible(bool(hint))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(3)
        self._icon = QLabel()
        self._icon.setFixedSize(_ICON, _ICON)
        self._icon.hide()
        said = row(gap=6)
        said.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        said.addWidget(self._below, 1)
        layout.addWidget(caption)
        layout.addWidget(field)
        layout.addLayout(said)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self._wrong = False
        self._remark = ""
        self._signal_of_change(self.forgive)

    def rename(self, name: str) -> None:
        """Give the row another name."""
        self._caption.setText(name)
        self.field.setAccessibleName(name)

    def set_read_only(self, is_fixed: bool) -> None:  # noqa: FBT001 - as Qt has it
        """Whether the value can be read and not changed."""
        if isinstance(self.field, QComboBox):
            self.field.setEnabled(not is_fixed)
        else:
            self.field.setReadOnly(is_fixed)

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
        self._say_below(words, "error")
        restyle(self.field, wrong="true")

    def forgive(self) -> None:
        """Take the complaint back; typing does it too."""
        if self._wrong:
            self._wrong = False
            self._say_below(self._remark or self._hint, "remark" if self._remark else "small")
            restyle(self.field, wrong="false")

    @property
    def remark(self) -> str:
        """What is remarked on the value; empty where nothing is."""
        return self._remark

    def show_remark(self, words: str, icon: QPixmap) -> None:
        """Remark on a value that may stand all the same; no words take the remark back.

        It stands until it is taken back; typing does not do it.
        """
        if words == self._remark:
            return
        self._remark = words
        self._icon.setPixmap(icon)
        self._icon.setVisible(bool(words))
        if not self._wrong:
            self._say_below(words or self._hint, "remark" if words else "small")

    def on_focus(self, called: Callable[[], object]) -> None:
        """Call when somebody goes into the field."""
        self._entered.append(called)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if watched is self.field and event.type() is QEvent.Type.FocusIn:
            for called in self._entered:
                called()
        return super().eventFilter(watched, event)

    def _say_below(self, words: str, kind: str) -> None:
        self._below.setText(words)
        self._below.setVisible(bool(words))
        self.field.setAccessibleDescription(words)
        restyle(self._below, kind=kind)

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
