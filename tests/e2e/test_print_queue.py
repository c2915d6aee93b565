"""Papers through a real CUPS queue: what comes out is held against the PDF, page by page."""

import secrets
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtWidgets import QApplication

from ceremony_app.documents.badges import make_badges
from ceremony_app.documents.ruler_page import make_ruler_page
from ceremony_app.documents.stationery import Stationery
from ceremony_app.domain.badge_layouts import BadgeLayout
from ceremony_app.domain.ceremony import Paper
from ceremony_app.domain.errors import DiskTrouble
from ceremony_app.domain.media import Fit
from ceremony_app.domain.papers import BadgePrint, BadgeSheet
from ceremony_app.domain.printing import JobState, PrintWish, Sides
from ceremony_app.domain.token import new_token
from ceremony_app.scanning.pages import read_badges
from ceremony_app.services.cups import Cups
from ceremony_app.services.print_queue import PrintQueue, Ticket
from ceremony_app.ui_kit.printing import PagePainter
from tests.helpers.ceremony_files import LOCATOR
from tests.helpers.pages_apart import assert_same_pages
from tests.helpers.print_server import OUT, PPD, PrintServer, is_possible, print_server
from tests.helpers.waiting import wait_until

pytestmark = pytest.mark.skipif(not is_possible(), reason="needs root, cups and cups-pdf")

ENDS = ((0, "Halaman pertama"), (2, "Halaman kedua"), (4, "Halaman ketiga"))


@pytest.fixture(scope="module")
def server() -> Iterator[PrintServer]:
    with print_server() as running:
        wait_until(running.socket.exists, "the print system answers")
        running.admin("lpadmin", "-p", "AULA", "-E", "-v", "cups-pdf:/", "-P", str(PPD))
        running.admin("lpadmin", "-p", "MENTAH", "-E", "-v", "cups-pdf:/")
        running.admin("lpadmin", "-p", "KOSONG", "-E", "-v", "empty:/", "-P", str(PPD))
        yield running


@pytest.fixture(scope="module")
def queue(server: PrintServer) -> PrintQueue:
    return server.run(lambda: PrintQueue(Cups()))


def title() -> str:
    """A name of its own for each job: cups-pdf names its file by it."""
    return f"ikrar-{secrets.token_hex(6)}"


def came_out(name: str) -> Path:
    (path,) = OUT.glob(f"{name}*.pdf")
    return path


def wait_for_state(server: PrintServer, queue: PrintQueue, ticket: Ticket, state: JobState) -> None:
    wait_until(lambda: server.run(lambda: queue.status(ticket)) is state, f"the job is {state}")


@pytest.mark.parametrize("paper", list(Paper))
def test_what_comes_out_is_what_was_made(
    server: PrintServer, queue: PrintQueue, tmp_path: Path, paper: Paper
) -> None:
    out, name = tmp_path / "uji.pdf", title()
    made = make_ruler_page(Stationery.of(LOCATOR), out, paper)
    wish = PrintWish("AULA", size_mm=paper.size_mm)
    ticket = server.run(lambda: queue.send(out, wish, name, made.pages))
    wait_for_state(server, queue, ticket, JobState.DONE)
    printed = came_out(name)
    try:
        assert_same_pages(out, printed)
    finally:
        printed.unlink()


def test_pages_painted_for_a_queue_come_out_as_they_were_made(
    server: PrintServer, queue: PrintQueue, tmp_path: Path, qapp: QApplication
) -> None:
    """The way of systems whose queues take no PDFs, forced on a real queue."""
    out, name = tmp_path / "kartu.pdf", title()
    made = make_badges(Stationery.of(LOCATOR), crowd(), out, Paper.A4)
    painter, wish = PagePainter(), PrintWish("AULA")
    server.run(lambda: painter.send(out, wish, name, made.pages))
    wait_until(lambda: bool(list(OUT.glob(f"{name}*.pdf"))), "the queue has printed")
    printed = came_out(name)
    try:
        wait_until(lambda: is_whole(printed, made.pages), "the file is whole")
        assert_same_pages(out, printed)
        assert sorted(read_badges(printed)) == sorted(one.token for one in crowd().badges)
    finally:
        printed.unlink()


@pytest.mark.parametrize("layout", [BadgeLayout.LABEL, BadgeLayout.SMALL_LABEL])
def test_labels_come_out_at_their_size_and_are_read(
    server: PrintServer, queue: PrintQueue, tmp_path: Path, layout: BadgeLayout
) -> None:
    out, name = tmp_path / "label.pdf", title()
    sheet = replace(crowd(), layout=layout)
    made = make_badges(Stationery.of(LOCATOR), sheet, out, Paper.A4)
    wish = PrintWish("AULA", size_mm=layout.size_mm)
    ticket = server.run(lambda: queue.send(out, wish, name, made.pages))
    wait_for_state(server, queue, ticket, JobState.DONE)
    printed = came_out(name)
    try:
        assert_same_pages(out, printed)
        assert read_badges(printed) == read_badges(out)
    finally:
        printed.unlink()


def test_what_a_queue_and_qt_say_of_a_printer(
    server: PrintServer, queue: PrintQueue, qapp: QApplication
) -> None:
    for able in (
        server.run(lambda: queue.abilities("AULA")),
        server.run(lambda: PagePainter().abilities("AULA")),
    ):
        assert able.sides == (Sides.ONE,)
        assert able.media.fit(Paper.A4.size_mm) is Fit.NAMED
        near = able.media.near_misses(Paper.F4.size_mm)
        assert any("Legal" in one.words for one in near)
    for names in (server.run(queue.printers), server.run(PagePainter().printers)):
        assert {"AULA", "MENTAH"} <= set(names)
    bare = server.run(lambda: queue.abilities("MENTAH"))
    assert bare.media.fit(Paper.F4.size_mm) is Fit.UNTOLD


def test_some_pages_only(server: PrintServer, queue: PrintQueue, tmp_path: Path) -> None:
    out, name = three_pages(tmp_path), title()
    ticket = server.run(lambda: queue.send(out, PrintWish("AULA", pages="2-3"), name, 3))
    wait_for_state(server, queue, ticket, JobState.DONE)
    printed = came_out(name)
    try:
        assert_same_pages(out, printed, (2, 3))
    finally:
        printed.unlink()


def test_a_stopped_printer_goes_on_and_nothing_comes_twice(
    server: PrintServer, queue: PrintQueue, tmp_path: Path
) -> None:
    out, name = three_pages(tmp_path), title()
    server.admin("cupsdisable", "AULA")
    ticket = server.run(lambda: queue.send(out, PrintWish("AULA"), name, 3))
    wait_for_state(server, queue, ticket, JobState.STOPPED)
    server.admin("cupsenable", "AULA")
    wait_for_state(server, queue, ticket, JobState.DONE)
    came_out(name).unlink()


def test_an_empty_tray_is_told_and_the_job_can_be_cancelled(
    server: PrintServer, queue: PrintQueue, tmp_path: Path
) -> None:
    out = three_pages(tmp_path)
    ticket = server.run(lambda: queue.send(out, PrintWish("KOSONG"), title(), 3))
    wait_for_state(server, queue, ticket, JobState.OUT_OF_PAPER)
    server.run(lambda: queue.cancel(ticket))
    wait_for_state(server, queue, ticket, JobState.CANCELLED)


def test_a_printer_that_is_deleted_in_the_middle(
    server: PrintServer, queue: PrintQueue, tmp_path: Path
) -> None:
    out = three_pages(tmp_path)
    server.admin("lpadmin", "-p", "LAMA", "-E", "-v", "empty:/", "-P", str(PPD))
    ticket = server.run(lambda: queue.send(out, PrintWish("LAMA"), title(), 3))
    server.admin("lpadmin", "-x", "LAMA")
    wait_for_state(server, queue, ticket, JobState.GONE)


def test_a_printer_that_is_not_there_is_told(
    server: PrintServer, queue: PrintQueue, tmp_path: Path
) -> None:
    with pytest.raises(DiskTrouble) as caught:
        server.run(lambda: queue.send(three_pages(tmp_path), PrintWish("TIADA"), "x", 3))
    assert caught.value.message.key == "printing.no_printer"


def three_pages(folder: Path) -> Path:
    """Three pages that no one could take for each other."""
    out, sheet = folder / "tiga.pdf", crowd()
    pages = (replace(sheet, heading=words, badges=sheet.badges[at:]) for at, words in ENDS)
    whole = pypdfium2.PdfDocument.new()
    for number, page in enumerate(pages):
        one = folder / f"{number}.pdf"
        make_badges(Stationery.of(LOCATOR), page, one, Paper.A4)
        with pypdfium2.PdfDocument(one) as document:
            whole.import_pages(document)
    whole.save(out)
    whole.close()
    return out


@cache
def crowd() -> BadgeSheet:
    badges = (BadgePrint(f"Nama {n}", "Analis", "Divisi A", new_token()) for n in range(6))
    return BadgeSheet(tuple(badges), heading="Ikrar")


def is_whole(printed: Path, pages: int) -> bool:
    try:
        with pypdfium2.PdfDocument(printed) as document:
            return len(document) == pages
    except pypdfium2.PdfiumError:
        return False
