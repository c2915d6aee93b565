"""The record page: what was recorded, whether it holds, its copies, what may be destroyed."""

from PySide6.QtWidgets import QTabWidget

from ceremony_app.console.desk import Desk
from ceremony_app.console.page import Page
from ceremony_app.ui_kit.tools import Tools


class RecordPage(Page):
    """The one page on which hashes may be seen."""

    def __init__(self, tools: Tools, desk: Desk) -> None:
        super().__init__(tools, desk, tools.say("console.page.record"))
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.column.addWidget(self.tabs, 1)
