"""Long work: what is being done, how far it is, and a way to stop it."""

from PySide6.QtWidgets import QProgressBar, QWidget

from ceremony_app.ui_kit.tasks import Running
from ceremony_app.ui_kit.tools import Tools
from ceremony_app.ui_kit.widgets.basics import button, label, row


class BusyStrip(QWidget):
    """Hidden while nothing runs; shows one piece of work at a time."""

    def __init__(self, tools: Tools) -> None:
        super().__init__()
        self._tools = tools
        self._running: Running | None = None
        self._words = label("")
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self.stop = button(tools.say("ui.cancel"), self._cancel)
        layout = row(self._words, self._bar, self.stop, gap=12)
        layout.setStretch(1, 1)
        self.setLayout(layout)
        self.setVisible(False)

    def watch(self, words: str, running: Running, *, can_stop: bool = True) -> None:
        """Show that `running` is under way."""
        self._running = running
        self._words.setText(words)
        self._bar.setAccessibleName(words)
        self._bar.setRange(0, 0)
        self.stop.setVisible(can_stop)
        self.stop.setEnabled(True)
        self.setVisible(True)

    def advance(self, done: int, total: int) -> None:
        """Show how far the work is; a total of nothing means that nobody knows."""
        self._bar.setRange(0, total)
        self._bar.setValue(done)

    def rest(self) -> None:
        """The work is over."""
        self._running = None
        self.setVisible(False)

    def _cancel(self) -> None:
        if self._running is not None:
            self.stop.setEnabled(False)
            self._words.setText(self._tools.say("ui.cancelling"))
            self._running.cancel()
