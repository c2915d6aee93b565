"""Printing from the table: what is asked, what is sent, what is told; nothing comes twice."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from ceremony_app.console.ready import ReadyPage
from ceremony_app.console.table.page import TablePage
from ceremony_app.console.table.papers import Kind
from ceremony_app.documents.stationery import Stationery
from ceremony_app.domain.errors import KnownError
from ceremony_app.domain.printing import JobState
from ceremony_app.projector.offscreen import trial_of
from ceremony_app.services.cups import Printer
from ceremony_app.ui_kit.scan_inlet import ScanInlet
from ceremony_app.ui_kit.sound import Sounds
from ceremony_app.ui_kit.tools import Tools
from tests.helpers.desks import Desks
from tests.helpers.record_page import words_of
from tests.helpers.windows import LOCATOR

EMPTY = Printer(4, ("media-empty-error",), accepts=True)


def silent() -> Sounds:
    return Sounds(LOCATOR.sounds, muted=True)


class Table:
    """The papers of a table page in sight, with one printer."""

    def __init__(self, qtbot: QtBot, desks: Desks, tools: Tools, folder: Path) -> None:
        self.qtbot, self.printer = qtbot, desks.printer
        self.printing = desks.printing()
        desk = desks.open(people=4)
        self.page = TablePage(
            tools,
            desk,
            lambda: Stationery.of(LOCATOR),
            folder,
            self.printing,
            ScanInlet(tools.channel),
            silent(),
        )
        qtbot.addWidget(self.page)
        self.page.resize(1166, 700)
        self.page.show()
        self.page.arrive()
        self.papers = self.page.papers
        qtbot.waitUntil(lambda: self.papers.list.count() > 0)
        self.papers.choose(Kind.ATTENDANCE)

    @property
    def told(self) -> str:
        """What the strip of documents says."""
        return words_of(self.papers.jobs)

    def press(self, key: Qt.Key) -> None:
        self.qtbot.keyClick(self.page.focusWidget() or self.page, key)

    def ask(self) -> None:
        self.papers.print.click()
        self.qtbot.waitUntil(lambda: self.papers.sheet_of_printing.tray.isVisibleTo(self.page))

    def print(self) -> None:
        """Print with what stands in the sheet, and wait until the queue has it."""
        before = len(self.printer.sent)
        self.papers.sheet_of_printing.go.click()
        self.qtbot.waitUntil(lambda: len(self.printer.sent) > before, timeout=15_000)
        self.qtbot.waitUntil(lambda: bool(self.printing.documents))

    def wait_for_words(self, words: str) -> None:
        self.qtbot.waitUntil(lambda: words in self.told)

    def wait_for(self, state: JobState) -> None:
        self.printing.look()
        self.qtbot.waitUntil(lambda: self.printing.documents[0].state is state)


@pytest.fixture
def table(qtbot: QtBot, desks: Desks, tools: Tools, tmp_path: Path) -> Table:
    return Table(qtbot, desks, tools, tmp_path)


def test_a_paper_is_printed_as_it_was_asked_for(table: Table) -> None:
    table.ask()
    sheet = table.papers.sheet_of_printing
    sheet.copies.value, sheet.pages.value = "3", "1"
    sheet.sides.value, sheet.tray.value = "two-sided-long-edge", "tray-2"
    table.print()
    options = table.printer.options
    assert (options["copies"], options["sides"]) == ("3", "two-sided-long-edge")
    assert (options["media-source"], options["media"]) == ("tray-2", "iso_a4_210x297mm")
    assert not sheet.isVisibleTo(table.page)
    table.wait_for_words("AULA")
    table.printer.become(9)
    table.wait_for(JobState.DONE)
    table.wait_for_words("Selesai dicetak")


def test_an_empty_tray_is_told_and_the_paper_goes_on(table: Table) -> None:
    table.ask()
    table.print()
    table.printer.now = EMPTY
    table.printer.become(5)
    table.wait_for(JobState.OUT_OF_PAPER)
    table.wait_for_words("Kertas habis")
    table.printer.become(9)
    table.wait_for(JobState.DONE)


def test_a_paper_on_its_way_is_cancelled(table: Table) -> None:
    table.ask()
    table.print()
    table.printing.cancel(table.printing.documents[0])
    table.qtbot.waitUntil(lambda: table.printer.taken_back == [1])


def test_what_came_out_is_printed_again_only_after_a_question(table: Table) -> None:
    table.ask()
    table.print()
    table.printer.become(9)
    table.wait_for(JobState.DONE)
    table.papers.jobs._again(table.printing.documents[0])
    assert "sekali lagi" in table.page.confirm.accessibleName()
    assert table.printer.sent == [1]
    table.page.confirm.agree.click()
    table.qtbot.waitUntil(lambda: table.printer.sent == [1, 2])
    assert len(table.printing.documents) == 1


def test_what_is_gone_from_the_queue_may_have_come_out(table: Table) -> None:
    table.ask()
    table.print()
    table.printer.listed.clear()
    table.wait_for(JobState.GONE)
    table.wait_for_words("lihat apakah lembarnya sudah keluar")
    table.papers.jobs._again(table.printing.documents[0])
    assert "mungkin sudah keluar" in table.page.confirm.accessibleName()
    assert table.printer.sent == [1]


@pytest.mark.parametrize("state", [7, 8])
def test_of_a_document_that_broke_off_only_what_is_missing_is_printed(
    table: Table, state: int
) -> None:
    table.papers.choose(Kind.PACT)
    at = table.papers.list.currentRow()
    table.papers.list.setCurrentRow(at + 1)
    table.ask()
    table.print()
    table.printer.become(state)
    table.printing.look()
    table.qtbot.waitUntil(lambda: table.printing.documents[0].state.may_be_in_part)
    assert table.printing.documents[0].pages == 4
    table.papers.jobs._again(table.printing.documents[0])
    assert "mungkin sudah keluar" in table.page.confirm.accessibleName()
    table.page.confirm.rows["pages"].value = "3-4"
    table.page.confirm.agree.click()
    table.qtbot.waitUntil(lambda: table.printer.sent == [1, 2])
    assert table.printer.options["page-ranges"] == "3-4"


@pytest.mark.parametrize(
    ("reason", "state", "words"),
    [
        ("media-jam-error", JobState.ATTENTION, "kertas macet"),
        ("offline-report", JobState.OFFLINE, "tidak terhubung"),
    ],
)
def test_what_keeps_a_printer_from_printing_is_said(
    table: Table, reason: str, state: JobState, words: str
) -> None:
    table.ask()
    table.print()
    table.printer.now = Printer(4, (reason,), accepts=True)
    table.printer.become(5)
    table.wait_for(state)
    table.wait_for_words(words)


def test_what_failed_is_tried_again_at_once(table: Table) -> None:
    table.ask()
    table.print()
    table.printer.become(8)
    table.wait_for(JobState.FAILED)
    table.papers.jobs._again(table.printing.documents[0])
    table.qtbot.waitUntil(lambda: table.printer.sent == [1, 2])


def test_a_queue_that_takes_nothing_is_told_and_nothing_is_listed(
    table: Table, refused: list[KnownError]
) -> None:
    table.printer.trouble = {"create_job"}
    table.ask()
    table.papers.sheet_of_printing.go.click()
    table.qtbot.waitUntil(lambda: bool(refused), timeout=15_000)
    assert [error.message.key for error in refused] == ["printing.refused"]
    assert table.printing.documents == []
    refused.clear()


@pytest.mark.parametrize(
    ("copies", "pages"), [("0", ""), ("dua", ""), ("1000", ""), ("1", "satu"), ("1", "3-1")]
)
def test_what_cannot_be_printed_is_said_beside_its_field(
    table: Table, copies: str, pages: str
) -> None:
    table.ask()
    sheet = table.papers.sheet_of_printing
    sheet.copies.value, sheet.pages.value = copies, pages
    sheet.go.click()
    assert sheet.isVisibleTo(table.page)
    assert (sheet.copies if pages == "" else sheet.pages).complaint


def test_pages_beyond_the_last_are_refused_before_anything_is_made(table: Table) -> None:
    table.qtbot.waitUntil(lambda: table.papers.view.page_count == 1, timeout=15_000)
    table.ask()
    sheet = table.papers.sheet_of_printing
    sheet.pages.value = "1-3,5"
    sheet.go.click()
    assert "sampai halaman 1" in sheet.pages.complaint
    assert table.printer.sent == []


def test_a_printer_without_f4_is_told_with_what_to_do(table: Table) -> None:
    table.ask()
    sheet = table.papers.sheet_of_printing
    assert not sheet.note.isVisibleTo(table.page)
    table.papers.options.paper.value = "f4"
    assert "tidak memiliki ukuran F4 (215 × 330 mm)" in sheet.note.text()
    assert "Folio 210 × 330 mm, Legal 216 × 356 mm" in sheet.note.text()
    assert "Tambahkan ukuran itu di setelan pencetak" in sheet.note.text()
    table.papers.options.paper.value = "a4"
    assert not sheet.note.isVisibleTo(table.page)


@pytest.mark.parametrize(
    ("media", "words"),
    [
        (("iso_a4_210x297mm", "na_foolscap_8.5x13in"), ""),
        (("iso_a4_210x297mm", "custom_max_9x15in", "om_folio_210x330mm"), "hanya sebagai ukuran"),
        (("iso_a4_210x297mm", "custom_max_9x15in"), ""),
        ((), "tidak menyebutkan ukuran kertasnya"),
    ],
)
def test_what_a_printer_says_of_f4(table: Table, media: tuple[str, ...], words: str) -> None:
    table.printer.media = media
    table.papers.options.paper.value = "f4"
    table.ask()
    note = table.papers.sheet_of_printing.note
    assert words in note.text()
    assert note.isVisibleTo(table.page) is bool(words)


def test_a_remembered_printer_that_is_not_there_is_told(table: Table, tools: Tools) -> None:
    tools.settings.remember_choice("printer", "LAMA")
    table.ask()
    sheet = table.papers.sheet_of_printing
    assert "LAMA" in sheet.gone.text()
    assert sheet.gone.isVisibleTo(table.page)
    assert sheet.printer.value == "AULA"


def test_a_printer_that_goes_while_it_is_asked_is_told(
    table: Table, refused: list[KnownError]
) -> None:
    table.ask()
    table.printer.now = None
    table.printer.trouble = {"create_job"}
    table.papers.sheet_of_printing.go.click()
    table.qtbot.waitUntil(lambda: bool(refused), timeout=15_000)
    assert [error.message.key for error in refused] == ["printing.no_printer"]
    refused.clear()


def test_labels_are_printed_at_their_size_by_their_own_printer(table: Table, tools: Tools) -> None:
    table.papers.choose(Kind.BADGES)
    table.papers.options.layout_of_badges.value = "label-small"
    assert not table.papers.options.paper.isVisibleTo(table.page)
    assert not table.papers.options.line_codes.isVisibleTo(table.page)
    table.ask()
    assert "tidak memiliki ukuran label 62 × 29 mm" in table.papers.sheet_of_printing.note.text()
    table.print()
    assert table.printer.options["media"] == "custom_62x29mm_62x29mm"
    kept = tools.settings.now.choices
    assert (kept["label_printer"], kept.get("printer"), kept["badge_layout"]) == (
        "AULA",
        None,
        "label-small",
    )


def test_a_page_of_rulers_is_printed(table: Table) -> None:
    table.ask()
    table.papers.sheet_of_printing.test.click()
    table.qtbot.waitUntil(lambda: bool(table.printing.documents), timeout=15_000)
    assert table.printer.sent == [1]
    table.wait_for_words("Halaman uji")


def test_a_print_system_that_does_not_answer_holds_up_nothing(
    table: Table, tools: Tools, desks: Desks
) -> None:
    table.printer.answers.clear()
    table.papers.print.click()
    sheet = table.papers.sheet_of_printing
    assert "sedang dicari" in sheet.no_printer.text()
    assert not sheet.go.isEnabled()
    table.press(Qt.Key.Key_Return)
    assert sheet.isVisibleTo(table.page), "Enter comes too early and closes nothing"
    desk = desks.open(people=1)
    ready = ReadyPage(tools, desk, silent(), {}, lambda: trial_of(LOCATOR), table.printing)
    table.qtbot.addWidget(ready)
    ready.arrive()
    table.qtbot.waitUntil(lambda: said_of_printers(ready) == "ready.printer.asked")
    table.printer.answers.set()
    table.qtbot.waitUntil(sheet.go.isEnabled)
    table.qtbot.waitUntil(lambda: said_of_printers(ready) == "ready.printer.found")


def said_of_printers(ready: ReadyPage) -> str:
    return next((one.says.key for one in ready.checks if one.name == "printer"), "")


def test_without_a_printer_the_sheet_says_what_to_do(table: Table) -> None:
    table.printer.is_there = False
    table.papers.print.click()
    sheet = table.papers.sheet_of_printing
    table.qtbot.waitUntil(lambda: "Tidak ada pencetak" in sheet.no_printer.text())
    assert "Simpan sebagai PDF" in sheet.no_printer.text()
    assert sheet.no_printer.isVisibleTo(table.page)
    assert not sheet.go.isEnabled()
    table.qtbot.keyClick(sheet, Qt.Key.Key_Escape)
    assert not sheet.isVisibleTo(table.page)


def test_enter_prints_and_the_printer_is_remembered(table: Table, tools: Tools) -> None:
    table.ask()
    table.qtbot.keyClick(table.papers.sheet_of_printing, Qt.Key.Key_Return)
    table.qtbot.waitUntil(lambda: table.printer.sent == [1], timeout=15_000)
    assert tools.settings.now.choices["printer"] == "AULA"
