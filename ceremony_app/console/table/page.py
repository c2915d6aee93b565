"""The table page: papers, and signatures."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTabWidget

from ceremony_app.console.desk import Desk
from ceremony_app.console.page import Page
from ceremony_app.console.table.made_panel import MadePanel
from ceremony_app.console.table.paper_maker import Means
from ceremony_app.console.table.papers import Kind
from ceremony_app.console.table.papers_panel import PapersPanel
from ceremony_app.console.table.photographs_panel import PhotographsPanel
from ceremony_app.console.table.sheets_panel import SheetsPanel
from ceremony_app.console.table.signing_panel import SigningPanel
from ceremony_app.documents.stationery import Stationery
from ceremony_app.domain.ceremony import Pact
from ceremony_app.ui_kit.print_desk import PrintDesk
from ceremony_app.ui_kit.scan_inlet import ScanInlet
from ceremony_app.ui_kit.sound import Sounds
from ceremony_app.ui_kit.tools import Tools


class TablePage(Page):
    """What lies on the signing table."""

    def __init__(
        self,
        tools: Tools,
        desk: Desk,
        stationery: Callable[[], Stationery],
        folder: Path,
        printing: PrintDesk,
        inlet: ScanInlet,
        sounds: Sounds,
    ) -> None:
        super().__init__(tools, desk, tools.say("console.page.table"))
        means = Means(stationery, folder, printing)
        self.papers = PapersPanel(tools, desk, self.confirm, means)
        self.signing = SigningPanel(tools, desk, self.confirm, inlet, sounds)
        self.signing.list_wanted.connect(self._show_unsigned)
        self.sheets = SheetsPanel(tools, desk, self.confirm, means)
        self.photographs = PhotographsPanel(tools, desk, self.confirm)
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.tabBar().setDrawBase(False)
        self.tabs.addTab(self.papers, self.say("table.tab.papers"))
        self.tabs.addTab(self.signing, self.say("table.tab.signing"))
        self.made = MadePanel(tools, desk, self.confirm)
        self.tabs.addTab(self.made, self.say("made.tab"))
        self.tabs.addTab(self.sheets, self.say("sheets.panel.tab"))
        self.tabs.addTab(self.photographs, self.say("photographs.panel.tab"))
        self.tabs.currentChanged.connect(self._turn_to)
        self.column.addWidget(self.tabs, 1)

    def arrive(self) -> None:
        self._open_tab(self.tabs.currentIndex())
        # Arrows choose a tab, the Tab key goes into it.
        self.tabs.tabBar().setFocus()

    def show_badges(self) -> None:
        """Open the badges' paper."""
        self.tabs.setCurrentWidget(self.papers)
        self.papers.choose(Kind.BADGES)

    def _show_unsigned(self, pact: Pact) -> None:
        """Open the list of those who have not signed, to be looked at, saved or printed."""
        title = self.say("unsigned.sheet", pact=pact.title)
        for item in self.papers.list.findItems(title, Qt.MatchFlag.MatchExactly):
            self.papers.list.setCurrentItem(item)
        self.tabs.setCurrentWidget(self.papers)

    def _turn_to(self, number: int) -> None:
        """A question of the tab before is no question of this one."""
        self.confirm.dismiss()
        self._open_tab(number)

    def _open_tab(self, number: int) -> None:
        if self.tabs.widget(number) is not self.signing:
            self.signing.leave()
        panels = (self.papers, self.signing, self.made, self.sheets, self.photographs)
        panels[number].read()
