"""Pages painted onto a printer that writes a file, as systems print whose queue takes no PDFs."""

from collections.abc import Callable
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtPrintSupport import QPrinter
from pytestqt.qtbot import QtBot

from ceremony_app.documents.ruler_page import make_ruler_page
from ceremony_app.documents.stationery import Stationery
from ceremony_app.domain.ceremony import Paper
from ceremony_app.domain.errors import DiskTrouble, KnownError, Refused
from ceremony_app.domain.printing import Abilities, JobState, PrintWish
from ceremony_app.ui_kit.print_desk import PrintDesk, Sent
from ceremony_app.ui_kit.printing import PagePainter
from ceremony_app.ui_kit.tasks import Lane
from tests.helpers.ceremony_files import LOCATOR
from tests.helpers.pages_apart import assert_same_pages

pytestmark = pytest.mark.usefixtures("qapp")


class FilePrinter:
    """Stands for a printer; what it prints is a PDF of pictures."""

    def __init__(self, folder: Path, dpi: int = 300) -> None:
        self.out, self._dpi = folder / "keluar.pdf", dpi

    def __call__(self, _wish: PrintWish) -> QPrinter:
        device = QPrinter(QPrinter.PrinterMode.HighResolution)
        device.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        device.setOutputFileName(str(self.out))
        device.setResolution(self._dpi)
        return device


def rulers(folder: Path, *papers: Paper) -> Path:
    """One PDF with a page of rulers a paper."""
    out, whole = folder / "made.pdf", pypdfium2.PdfDocument.new()
    for number, paper in enumerate(papers):
        one = folder / f"{number}.pdf"
        make_ruler_page(Stationery.of(LOCATOR), one, paper)
        with pypdfium2.PdfDocument(one) as document:
            whole.import_pages(document)
    whole.save(out)
    whole.close()
    return out


@pytest.mark.parametrize("dpi", [203, 300])
def test_what_comes_out_is_what_was_made(tmp_path: Path, dpi: int) -> None:
    made, printer = rulers(tmp_path, Paper.F4, Paper.A4), FilePrinter(tmp_path, dpi)
    PagePainter(printer).send(made, PrintWish("AULA"), "Uji", 2)
    assert_same_pages(made, printer.out)


def test_some_pages_and_copies_where_the_driver_makes_none(tmp_path: Path) -> None:
    made, printer = rulers(tmp_path, Paper.F4, Paper.A4, Paper.A4), FilePrinter(tmp_path)
    PagePainter(printer).send(made, PrintWish("AULA", copies=2, pages="1,3"), "Uji", 3)
    assert_same_pages(made, printer.out, (1, 3, 1, 3))


def test_pages_that_are_not_there_are_refused_before_anything_is_printed(tmp_path: Path) -> None:
    made, printer = rulers(tmp_path, Paper.A4), FilePrinter(tmp_path)
    with pytest.raises(Refused):
        PagePainter(printer).send(made, PrintWish("AULA", pages="2"), "Uji", 1)
    assert not printer.out.exists()


def test_a_printer_that_is_gone_is_not_replaced_by_another(qtbot: QtBot, tmp_path: Path) -> None:
    made = rulers(tmp_path, Paper.A4)
    with pytest.raises(DiskTrouble) as caught:
        PagePainter().send(made, PrintWish("tiada-pencetak-ini"), "Uji", 1)
    assert caught.value.message.key == "printing.no_printer"
    assert PagePainter().abilities("tiada-pencetak-ini") == Abilities()


def test_where_no_queue_takes_pdfs_the_desk_paints_and_claims_no_more(
    qtbot: QtBot, make_lane: Callable[[], Lane], refused: list[KnownError], tmp_path: Path
) -> None:
    made, printer = rulers(tmp_path, Paper.A4, Paper.F4), FilePrinter(tmp_path)
    desk = PrintDesk(make_lane(), lambda: None, PagePainter(printer), refused.append)
    done: list[Sent] = []
    desk.send(made, PrintWish("AULA"), "Uji", 2, done.append)
    qtbot.waitUntil(lambda: bool(done), timeout=15_000)
    assert done[0].state is JobState.SENT
    assert done[0].state.is_on_paper
    assert_same_pages(made, printer.out)
    desk.send(made, PrintWish("AULA", pages="9"), "Uji", 2, done.append)
    qtbot.waitUntil(lambda: bool(refused), timeout=15_000)
    assert len(done) == len(desk.documents) == 1
    refused.clear()
