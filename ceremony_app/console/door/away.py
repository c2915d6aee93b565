"""Says at the door that the keyboard has gone to another program, and the scans with it."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame

from ceremony_app.ui_kit.tools import Tools
from ceremony_app.ui_kit.widgets.basics import label, picture, row

_AFTER_MS = 700
"""Shorter absences are a change from one of our windows to another."""


class AwayStrip(QFrame):
    """In sight while no window of ours has the keyboard.

    A keyboard wedge types into whatever has the focus; nothing here can fetch it back from
    another program, so it must be seen from the scanner.
    """

    def __init__(self, tools: Tools) -> None:
        super().__init__()
        words = tools.say("scan.away")
        self.setProperty("kind", "notice")
        self.setProperty("tone", "bad")
        self.setAccessibleName(words)
        line = row(
            picture(tools, "warning", tools.palette.colours()["bad_ink"], 26),
            label(words, "heading", tone="bad", wrap=True),
            gap=12,
        )
        line.setStretch(1, 1)
        line.setContentsMargins(14, 8, 14, 8)
        self.setLayout(line)
        self.setVisible(False)
        self._after = QTimer(self)
        self._after.setSingleShot(True)
        self._after.setInterval(_AFTER_MS)
        self._after.timeout.connect(lambda: self.setVisible(True))
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.applicationStateChanged.connect(self.follow)

    def follow(self, state: Qt.ApplicationState) -> None:
        """The program has gained or lost the keyboard."""
        if state is Qt.ApplicationState.ApplicationActive:
            self._after.stop()
            self.setVisible(False)
        elif not self.isVisible():
            self._after.start()
