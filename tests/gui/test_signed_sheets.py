"""Signed sheets in the window: brought in, beside their papers, matched by hand, taken back."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ceremony_app.console.desk import Services
from ceremony_app.console.table.page import TablePage
from ceremony_app.console.table.sheets_panel import SheetsPanel
from ceremony_app.documents.stationery import Stationery
from ceremony_app.domain.ceremony import PactForm
from ceremony_app.ui_kit.messages import Notice
from ceremony_app.ui_kit.scan_inlet import ScanInlet
from ceremony_app.ui_kit.sound import Sounds
from ceremony_app.ui_kit.tools import Tools
from tests.helpers import scanned_sheets as sheets
from tests.helpers.desks import Desks
from tests.helpers.record_page import words_of
from tests.helpers.windows import LOCATOR

SHEETS_TAB = "Lembar bertanda tangan"


class Bench:
    """The table's page of returned sheets, with a pact of six people that was made."""

    def __init__(self, qtbot: QtBot, desks: Desks, tools: Tools, folder: Path) -> None:
        self.qtbot, self.desks, self.folder = qtbot, desks, folder
        self.desk = desks.open(people=6)
        self.told: list[str] = []
        tools.channel.told.connect(self._hear)
        tools.channel.listen()
        self._say = tools.say
        self.page = TablePage(
            tools,
            self.desk,
            lambda: Stationery.of(LOCATOR),
            folder,
            desks.printing(),
            ScanInlet(tools.channel),
            Sounds(LOCATOR.sounds, muted=True),
        )
        qtbot.addWidget(self.page)
        self.page.resize(1166, 640)
        self.page.show()
        self.page.tabs.setCurrentWidget(self.page.sheets)
        self.pact = folder / "pakta.pdf"
        self.ask(lambda services: sheets.make_pact(services.file, self.pact))

    @property
    def panel(self) -> SheetsPanel:
        return self.page.sheets

    def _hear(self, notice: Notice) -> None:
        self.told.append(self._say.say(notice.text))

    def ask(self, work: Callable[[Services], object]) -> object:
        return self.desks.find(self.desk, work)

    def bring(self, *paths: Path) -> None:
        self.panel.bring_files(paths)
        self.settle()

    def settle(self) -> None:
        self.qtbot.waitUntil(lambda: self.panel.bring.isEnabled(), timeout=30_000)
        self.ask(lambda _: "what was asked before is answered")

    def rows(self) -> list[list[str]]:
        model = self.panel.table.rows_model
        return [
            [str(model.data(model.index(row, at))) for at in range(4)]
            for row in range(model.rowCount())
        ]


@pytest.fixture
def bench(qtbot: QtBot, desks: Desks, tools: Tools, tmp_path: Path) -> Bench:
    return Bench(qtbot, desks, tools, tmp_path)


def test_it_says_what_to_do_before_anything_came_back(bench: Bench) -> None:
    assert bench.page.tabs.tabText(bench.page.tabs.currentIndex()) == SHEETS_TAB
    assert "Belum ada lembar yang kembali" in words_of(bench.panel)
    assert not bench.panel.turn.isEnabled()


def test_a_sheet_is_seen_beside_its_paper(bench: Bench) -> None:
    scan = sheets.save(
        sheets.scanned(sheets.signed(sheets.drawn(bench.pact, 2)), quarters=2),
        bench.folder / "lembar.jpg",
    )
    bench.bring(scan)
    bench.qtbot.waitUntil(lambda: len(bench.rows()) == 1)
    ((name, page, whose, state),) = bench.rows()
    assert (name, page, state) == ("lembar.jpg", "1", "dari kode")
    pair = bench.panel.pair
    bench.qtbot.waitUntil(lambda: not pair.made.page_size.isEmpty(), timeout=15_000)
    assert pair.scan.page_size.height() > pair.scan.page_size.width()
    assert f"Lembar 2: {whose}" in pair.facts.text()
    assert not pair.form.isVisible()
    assert any("1 halaman dikenali" in one for one in bench.told)


def test_files_are_dropped_and_refusals_are_told(bench: Bench) -> None:
    (bench.folder / "catatan.txt").write_text("bukan pindaian")
    scan = sheets.save(sheets.drawn(bench.pact), bench.folder / "a.jpg")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(one)) for one in (scan, bench.folder / "catatan.txt")])
    how = (Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton)
    none = Qt.KeyboardModifier.NoModifier
    entering = QDragEnterEvent(QPointF(5, 5).toPoint(), *how, none)
    QApplication.sendEvent(bench.panel, entering)
    assert entering.isAccepted()
    QApplication.sendEvent(bench.panel, QDropEvent(QPointF(5, 5), *how, none))
    bench.settle()
    bench.qtbot.waitUntil(bench.panel.refused.isVisible)
    assert "catatan.txt bukan pindaian" in bench.panel.refused.item(0).text()
    assert [row[3] for row in bench.rows()] == ["dari kode"]


def test_a_page_is_matched_by_hand_and_waits_again(bench: Bench) -> None:
    stained = sheets.without_code(sheets.drawn(bench.pact, 3))
    bench.bring(sheets.save(stained, bench.folder / "kopi.jpg"))
    panel, pair = bench.panel, bench.panel.pair
    bench.qtbot.waitUntil(pair.form.isVisible)
    assert bench.rows()[0][2:] == ["-", "menunggu"]
    pair.sheet.value = "3"
    name = pair.sheet.field.currentText().split(" · ")[1]  # type: ignore[union-attr]
    pair.match.click()
    bench.qtbot.waitUntil(lambda: bench.rows()[0][2:] == [name, "dengan tangan"])
    panel.unmatch.click()
    bench.page.confirm.rows["reason"].value = "salah lembar"
    bench.page.confirm.agree.click()
    bench.qtbot.waitUntil(lambda: bench.rows()[0][3] == "menunggu")
    before = pair.scan.page_size
    panel.turn.click()
    bench.qtbot.waitUntil(lambda: pair.scan.page_size == before.transposed(), timeout=15_000)
    panel.out.click()
    bench.page.confirm.rows["reason"].value = "bukan lembar yang sah"
    bench.page.confirm.agree.click()
    bench.qtbot.waitUntil(lambda: bench.rows() == [])


def test_signatures_are_offered_and_never_assumed(bench: Bench) -> None:
    def signed(services: Services) -> str:
        pact = services.preparation.details().pacts[0]
        return f"{len(services.signing.signed(pact))} signed"

    bench.bring(sheets.save(sheets.drawn(bench.pact, 2), bench.folder / "a.jpg"))
    bench.qtbot.waitUntil(bench.panel.sign.isVisible)
    assert bench.ask(signed) == "0 signed"
    bench.panel.sign.click()
    assert bench.rows()[0][2] in bench.page.confirm.accessibleName()
    bench.page.confirm.agree.click()
    bench.qtbot.waitUntil(lambda: not bench.panel.sign.isVisible())
    assert bench.ask(signed) == "1 signed"


def test_the_representatives_sheet_names_all_its_signers(bench: Bench) -> None:
    sheet = bench.folder / "perwakilan.pdf"
    bench.ask(lambda services: sheets.make_pact(services.file, sheet, PactForm.REPRESENTATIVES))
    bench.bring(sheets.save(sheets.drawn(sheet), bench.folder / "a.jpg"))
    bench.qtbot.waitUntil(bench.panel.sign.isVisible)
    bench.panel.sign.click()
    assert bench.page.confirm.accessibleName().count(",") > 3


def test_bringing_is_cancelled(bench: Bench) -> None:
    pages = [sheets.drawn(bench.pact, at) for at in (1, 2, 3)]
    bench.panel.bring_files([sheets.save_pages(pages, bench.folder / "a.pdf")])
    bench.panel.busy.stop.click()
    bench.settle()
    bench.qtbot.waitUntil(lambda: any("Dihentikan" in one for one in bench.told))
    assert len(bench.rows()) < 3
