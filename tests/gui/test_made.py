"""The papers that were made: numbers that come later, and which are signed."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from ceremony_app.console.desk import Services
from ceremony_app.console.table.made_panel import MadePanel
from ceremony_app.documents.stationery import Stationery
from ceremony_app.services.facts import Choice
from ceremony_app.services.papers import Papers
from ceremony_app.ui_kit.tools import Tools
from ceremony_app.ui_kit.widgets.basics import column, holder
from ceremony_app.ui_kit.widgets.confirm import ConfirmStrip
from tests.helpers.desks import Desks
from tests.helpers.settled import settle
from tests.helpers.windows import LOCATOR


class Made:
    """The panel in sight, with a guest list and badges' list made before."""

    def __init__(self, qtbot: QtBot, desks: Desks, tools: Tools, folder: Path) -> None:
        self.qtbot, self.desks, self.folder = qtbot, desks, folder
        self.desk = desks.open(people=6)
        desks.find(self.desk, lambda services: (settle(services.file), True))
        self.confirm = ConfirmStrip(tools)
        self.panel = MadePanel(tools, self.desk, self.confirm)
        self.window = holder(column(self.confirm, self.panel))
        qtbot.addWidget(self.window)
        self.window.resize(1166, 700)
        self.window.show()

    def make(self, name: str) -> None:
        """Make an attendance list, of the kind that the ending of the name tells."""

        def work(services: Services) -> None:
            papers = Papers(services.file, Stationery.of(LOCATOR))
            papers.attendance(self.folder / name, Choice(services.sessions.main()))

        self.desks.find(self.desk, lambda services: (work(services), True))

    def read(self, rows: int) -> None:
        self.panel.read()
        self.qtbot.waitUntil(lambda: self.panel.table.rows_model.rowCount() == rows)

    def words(self, row: int) -> list[str]:
        model = self.panel.table.rows_model
        cells = (model.index(row, at) for at in range(model.columnCount()))
        return [str(cell.data()) for cell in cells]


@pytest.fixture
def made(qtbot: QtBot, desks: Desks, tools: Tools, tmp_path: Path) -> Made:
    return Made(qtbot, desks, tools, tmp_path)


def test_nothing_made_says_what_to_do(made: Made) -> None:
    made.read(0)
    assert made.panel.empty.isVisible()
    made.qtbot.waitUntil(lambda: not made.panel.number.isEnabled())


def test_a_paper_made_elsewhere_appears_while_the_list_is_in_sight(made: Made) -> None:
    made.read(0)
    made.make("a.pdf")
    made.desk.documents_changed.emit()
    made.qtbot.waitUntil(lambda: made.panel.table.rows_model.rowCount() == 1)


def test_a_number_is_recorded_and_corrected(made: Made) -> None:
    made.make("a.pdf")
    made.make("a.csv")
    made.read(1)
    made.panel.all.click()
    assert made.panel.table.rows_model.rowCount() == 2
    made.panel.all.click()
    for number in ("W.1-23", "W.1-24"):
        made.panel.number.click()
        made.confirm.rows["number"].value = number
        made.confirm.agree.click()
        made.qtbot.waitUntil(lambda number=number: made.words(0)[1] == number)
    assert made.words(0)[0] == "Daftar hadir"


def test_a_signed_paper_is_marked_and_taken_back(made: Made) -> None:
    made.make("a.pdf")
    made.read(1)
    made.panel.signed.click()
    made.qtbot.waitUntil(lambda: made.words(0)[5] == "Ditandatangani")
    made.make("b.pdf")
    made.read(2)
    assert made.words(0)[5] == "Salinan"
    assert not made.panel.signed.isEnabled()
    made.panel.table.selectRow(1)
    made.panel.undo.click()
    made.confirm.rows["reason"].value = "keliru"
    made.confirm.agree.click()
    made.qtbot.waitUntil(lambda: made.words(1)[5] == "Asli")
