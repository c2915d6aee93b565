"""The record page: what happened, to whom, whether it holds, its copies, its archive,
what may be destroyed."""

from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QTabWidget

from ceremony_app.console.desk import Desk
from ceremony_app.console.page import Page
from ceremony_app.console.record.copies_panel import CopiesPanel
from ceremony_app.console.record.erase_panel import ErasePanel
from ceremony_app.console.record.events_panel import EventsPanel
from ceremony_app.console.record.export_panel import ExportPanel
from ceremony_app.console.record.merge_panel import MergePanel
from ceremony_app.console.record.people_panel import PeoplePanel
from ceremony_app.console.record.summary import SummaryStrip
from ceremony_app.console.record.verify_panel import VerifyPanel
from ceremony_app.documents.stationery import Stationery
from ceremony_app.ui_kit.tools import Tools
from ceremony_app.ui_kit.widgets.basics import row

EVENTS, PEOPLE, VERIFY, COPIES, EXPORT, MERGE, ERASE = range(7)

_SETTLE_MS = 300


class RecordPage(Page):
    """The only page that shows events and codes; everywhere else people see people."""

    def __init__(self, tools: Tools, desk: Desk, stationery: Callable[[], Stationery]) -> None:
        super().__init__(tools, desk, tools.say("console.page.record"))
        self.summary = SummaryStrip(tools, desk)
        self.events = EventsPanel(tools, desk)
        self.people = PeoplePanel(tools, desk, self.confirm)
        self.verify = VerifyPanel(tools, desk)
        self.copies = CopiesPanel(tools, desk, self.confirm)
        self.export = ExportPanel(tools, desk, stationery)
        self.merge = MergePanel(tools, desk)
        self.erase = ErasePanel(tools, desk)
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.tabBar().setDrawBase(False)
        self.tabs.addTab(self.events, self.say("archive.tab.events"))
        self.tabs.addTab(self.people, self.say("archive.tab.people"))
        self.tabs.addTab(self.verify, self.say("archive.tab.verify"))
        self.tabs.addTab(self.copies, self.say("archive.tab.copies"))
        self.tabs.addTab(self.export, self.say("export.panel.tab"))
        self.tabs.addTab(self.merge, self.say("archive.tab.merge"))
        self.tabs.addTab(self.erase, self.say("archive.tab.erase"))
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(_SETTLE_MS)
        self._lay_out()
        self._join()

    def arrive(self) -> None:
        self.summary.read()
        self._open_tab(self.tabs.currentIndex())
        # Arrows choose a tab, the Tab key goes into it.
        self.tabs.tabBar().setFocus()

    def show_tab(self, number: int) -> None:
        """Open one of the tabs: EVENTS, PEOPLE, VERIFY, COPIES, EXPORT, MERGE, ERASE."""
        self.tabs.setCurrentIndex(number)

    def _open_tab(self, number: int) -> None:
        if number == EVENTS:
            self.events.read()
        elif number == PEOPLE:
            self.people.read()
        elif number == VERIFY:
            self.verify.read()
        elif number == COPIES:
            self.copies.read()
        elif number == ERASE:
            self.erase.read()

    def _count_again(self) -> None:
        if self.isVisible():
            self._settle.start()

    def _lay_out(self) -> None:
        self.column.removeWidget(self.heading)
        self.column.insertLayout(0, row(self.heading, None, self.summary))
        self.column.addWidget(self.summary.readings)
        self.column.addWidget(self.tabs, 1)

    def _join(self) -> None:
        self.tabs.currentChanged.connect(self._open_tab)
        self._settle.timeout.connect(self.summary.read)
        self.desk.closing.connect(self._settle.stop)
        for changed in (
            self.desk.people_changed,
            self.desk.attendance_changed,
            self.desk.session_changed,
        ):
            changed.connect(self._count_again)
