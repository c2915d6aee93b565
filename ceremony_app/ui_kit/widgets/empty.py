"""What stands where there is nothing yet: what this place is for, and what to do next."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from ceremony_app.ui_kit.tools import Tools
from ceremony_app.ui_kit.widgets.basics import column, label, picture


class EmptyState(QWidget):
    """An icon, a heading, a sentence, and the buttons that lead on."""

    def __init__(
        self, tools: Tools, icon: str, heading: str, sentence: str, *actions: QPushButton
    ) -> None:
        super().__init__()
        centre = Qt.AlignmentFlag.AlignHCenter
        title, words = label(heading, "heading", wrap=True), label(sentence, "quiet", wrap=True)
        for part in (title, words):
            part.setAlignment(Qt.AlignmentFlag.AlignCenter)
            part.setMaximumWidth(520)
            part.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        layout = column(None, gap=10, margin=16)
        layout.addWidget(picture(tools, icon, tools.palette.quiet, 48), 0, centre)
        layout.addWidget(title)
        layout.addWidget(words)
        layout.setAlignment(title, centre)
        layout.setAlignment(words, centre)
        for action in actions:
            layout.addWidget(action, 0, centre)
        layout.addStretch(1)
        self.setLayout(layout)
        self.setAccessibleName(heading)
        self.setAccessibleDescription(sentence)
