"""A record page in sight, on a file that holds everything, and what it says."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from ceremony_app.console.record.page import VERIFY, RecordPage
from ceremony_app.ui_kit.messages import Notice
from ceremony_app.ui_kit.tools import Tools
from tests.helpers.archives import stationery
from tests.helpers.ceremony_files import rich_file
from tests.helpers.clocks import FakeClock
from tests.helpers.desks import Desks


class RecordPageInSight:
    """A record page in sight, on a file that holds everything, and what it says."""

    def __init__(self, qtbot: QtBot, desks: Desks, tools: Tools, folder: Path) -> None:
        self.qtbot, self.desks, self.tools = qtbot, desks, tools
        self.path = folder / "jatim.ikrar"
        self.head = rich_file(self.path, FakeClock())
        self.desk = desks.open_file(self.path)
        self.told: list[str] = []
        tools.channel.told.connect(self._hear)
        tools.channel.listen()
        self.page = RecordPage(tools, self.desk, stationery)
        qtbot.addWidget(self.page)
        self.page.resize(1166, 768)
        self.page.show()
        self.page.arrive()
        all_of_them = self.desks.find(
            self.desk, lambda services: [services.record.summary().events]
        )
        self.events = all_of_them[0]
        self.wait_for_events(
            f"{self.events} dari {self.events} peristiwa", f"{self.events} of {self.events} events"
        )

    def _hear(self, notice: Notice) -> None:
        self.told.append(self.tools.say.say(notice.text))

    @property
    def count(self) -> str:
        return self.page.events.count.text()

    def wait_for_events(self, *words: str) -> None:
        self.qtbot.waitUntil(lambda: self.count in words)

    def wait_for_message(self, beginning: str) -> str:
        self.qtbot.waitUntil(lambda: any(words.startswith(beginning) for words in self.told))
        return next(words for words in self.told if words.startswith(beginning))

    def column(self, number: int) -> list[str]:
        """The words of one column of the list of events."""
        model = self.page.events.table.rows_model
        return [str(model.data(model.index(row, number))) for row in range(model.rowCount())]

    def people(self) -> list[str]:
        """The names of everybody in the file."""
        return self.desks.find(
            self.desk, lambda services: [one.name for one in services.people.everyone()]
        )


def words_of(widget: QWidget) -> str:
    """Everything that stands in the labels of a widget."""
    return "\n".join(one.text() for one in widget.findChildren(QLabel) if one.isVisible())


def verified(page: RecordPageInSight, head: str) -> str:
    """Verify by keyboard with a head; the verdict."""
    panel = page.page.verify
    page.page.show_tab(VERIFY)
    panel.head.value = head
    panel.verdict.setText("")
    panel.head.field.setFocus()
    QTest.keyClick(panel.head.field, Qt.Key.Key_Return)
    page.qtbot.waitUntil(lambda: panel.verdict.text() != "" and not panel.busy.isVisible())
    return panel.verdict.text()
