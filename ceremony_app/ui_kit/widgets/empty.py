"""What stands where there is nothing yet: what this place is for, and what to do next."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget

from ceremony_app.ui_kit.tools import Tools
from ceremony_app.ui_kit.widgets.basics import column, holder, label, picture, row


class EmptyState(QWidget):
    """An icon, a heading, a sentence, and the buttons that lead on."""

    def __init__(
        self, tools: Tools, icon: str, heading: str, sentence: str, *actions: QPushButton
    ) -> None:
        super().__init__()
        centre = Qt.AlignmentFlag.AlignCenter
        title, words = label(heading, "heading", wrap=True), label(sentence, "quiet", wrap=True)
        for part in (title, words):
            part.setAlignment(centre)
        ornament = row(None, picture(tools, icon, tools.palette.quiet, 44), None)
        buttons = row(None, *actions, None)
        middle = holder(column(ornament, title, words, gap=8))
        middle.setFixedWidth(460)
        self.setLayout(column(None, row(None, middle, None), 12, buttons, None, margin=12))
        self.setAccessibleName(heading)
        self.setAccessibleDescription(sentence)
