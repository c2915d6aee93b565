"""The record page: events, verification, copies."""

from PySide6.QtWidgets import QTabWidget

from ceremony_app.console.desk import Desk
from ceremony_app.console.page import Page
from ceremony_app.console.record.copies_panel import CopiesPanel
from ceremony_app.console.record.events_panel import EventsPanel
from ceremony_app.console.record.verify_panel import VerifyPanel
from ceremony_app.ui_kit.tools import Tools

EVENTS, VERIFY, COPIES = range(3)


class RecordPage(Page):
    """The only page that shows events and codes; everywhere else people see people."""

    def __init__(self, tools: Tools, desk: Desk) -> None:
        super().__init__(tools, desk, tools.say("console.page.record"))
        self.events = EventsPanel(tools, desk)
        self.verify = VerifyPanel(tools, desk)
        self.copies = CopiesPanel(tools, desk, self.confirm)
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.addTab(self.events, self.say("archive.tab.events"))
        self.tabs.addTab(self.verify, self.say("archive.tab.verify"))
        self.tabs.addTab(self.copies, self.say("archive.tab.copies"))
        self.tabs.currentChanged.connect(self._open_tab)
        self.column.addWidget(self.tabs, 1)

    def arrive(self) -> None:
        self._open_tab(self.tabs.currentIndex())

    def show_tab(self, number: int) -> None:
        """Open one of the tabs: EVENTS, VERIFY, COPIES."""
        self.tabs.setCurrentIndex(number)

    def _open_tab(self, number: int) -> None:
        if number == EVENTS:
            self.events.read()
        elif number == COPIES:
            self.copies.read()
