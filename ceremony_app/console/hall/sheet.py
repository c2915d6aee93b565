"""A sheet lies beside the live picture, never over it: the show goes on while it is filled in."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from ceremony_app.ui_kit.tools import Tools
from ceremony_app.ui_kit.widgets.basics import label, only_icon, row


class Sheet(QWidget):
    """A titled place with a way out; Escape closes it.

    `arrived` says that it came into sight, `closed` that it is done with.
    """

    arrived = Signal()
    closed = Signal()

    def __init__(self, tools: Tools, title: str) -> None:
        super().__init__()
        self.tools = tools
        self.say = tools.say
        self.setAccessibleName(title)
        closer = only_icon(tools, "close", self.say("hall.sheet.close"), self.closed.emit)
        head = row(label(title, "heading"), None, closer)
        self.lines = QVBoxLayout(self)
        self.lines.setContentsMargins(0, 0, 0, 0)
        self.lines.setSpacing(8)
        self.lines.addLayout(head)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored)

    def arrive(self) -> None:
        """The sheet has come into sight: it takes the keys."""

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)
