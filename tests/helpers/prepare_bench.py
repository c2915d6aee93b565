"""A preparation page in sight, for tests of its forms."""

from pytestqt.qtbot import QtBot

from ceremony_app.console.prepare.page import TEXTS, PreparePage
from ceremony_app.domain.ceremony import Details
from ceremony_app.ui_kit.tools import Tools
from ceremony_app.ui_kit.widgets.notice_bar import NoticeBar
from tests.helpers.desks import Desks
from tests.helpers.trials import make_trial, stationery


class Bench:
    """A preparation page in sight, with the bar for its messages."""

    def __init__(self, qtbot: QtBot, desks: Desks, tools: Tools) -> None:
        self.qtbot, self.desks, self.tools = qtbot, desks, tools
        self.desk = desks.open(people=6)
        self.page = PreparePage(tools, self.desk, lambda: None, make_trial, stationery)
        self.bar = NoticeBar(tools)
        for widget in (self.page, self.bar):
            qtbot.addWidget(widget)
        self.page.resize(1166, 768)
        self.page.show()
        self.page.arrive()
        qtbot.waitUntil(lambda: bool(self.page.details.rows["title"].value))

    def kept(self) -> Details:
        return self.desks.find(self.desk, lambda services: services.preparation.details())

    def save(self, tab: int) -> None:
        """Press "save" in one of the tabs of papers, and wait until it is kept."""
        self.page.paper_tabs[tab].save.click()
        self.wait_for("tersimpan")
        self.qtbot.waitUntil(lambda: not self.page.draft.unsaved)

    def wait_for(self, words: str) -> None:
        self.qtbot.waitUntil(lambda: any(words in said for said in self.bar.words()))

    def open_texts(self) -> None:
        self.page.show_tab(TEXTS)
        self.qtbot.waitUntil(lambda: bool(self.page.texts._cards))
